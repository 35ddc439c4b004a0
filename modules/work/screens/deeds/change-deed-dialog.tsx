import { usePeopleOptions } from '@ennoshita/people/options'
import {
  Button,
  ComboBox,
  ConfirmDialog,
  ErrorNote,
  FieldRow,
  FormDialog,
  MinutesField,
  showToast,
  TextField,
  t,
  useForm,
  useSend,
} from '@ennoshita/ui'
import { useState } from 'react'
import { work } from '../../contract.ts'
import { deedQueries } from './deed-queries.ts'
import type { MyDeed } from './my-deeds.tsx'

/** これもやったを書き直す, or take it away for good. */
export function ChangeDeedDialog({ deed, onClose }: { readonly deed: MyDeed; readonly onClose: () => void }) {
  const everyone = usePeopleOptions()
  const [isRemoving, setRemoving] = useState(false)
  const form = useForm(work.changeDeed, {
    draftKey: `${deed.deedId}.${deed.version}`,
    initial: {
      deedId: deed.deedId,
      version: deed.version,
      text: deed.text,
      minutes: deed.minutes,
      forPersonId: deed.forPerson?.personId ?? null,
      forWhom: deed.forWhom,
    },
    refreshes: deedQueries,
    onDone: () => {
      onClose()
      showToast(t('書き直しました。'))
    },
  })
  const removing = useSend(work.removeDeed, {
    refreshes: deedQueries,
    onDone: () => {
      onClose()
      showToast(t('消しました。'))
    },
  })
  return (
    <>
      <FormDialog title={t('これもやった')} form={form} isOpen={!isRemoving} onClose={onClose}>
        {removing.refusal === null ? null : <ErrorNote face={removing.refusal} />}
        <TextField label={t('したこと')} autoFocus {...form.field('text')} />
        <MinutesField label={t('かかった時間')} {...form.field('minutes')} />
        <FieldRow>
          <ComboBox label={t('だれのために')} options={everyone} {...form.field('forPersonId')} />
          <TextField label={t('または言葉で')} {...form.field('forWhom')} />
        </FieldRow>
        <p>
          <Button kind="quiet" onPress={() => setRemoving(true)}>
            {t('この記録を消す')}
          </Button>
        </p>
      </FormDialog>
      <ConfirmDialog
        title={t('この記録を消しますか')}
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        onConfirm={() => void removing.send({ deedId: deed.deedId })}
        confirmLabel={t('消す')}
        isDangerous
        isPending={removing.isPending}
      >
        {t('「{text}」は元に戻せません。', { text: deed.text })}
      </ConfirmDialog>
    </>
  )
}
