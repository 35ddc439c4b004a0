import { useDepartmentOptions, usePeopleOptions } from '@ennoshita/people/options'
import { DateField, FormDialog, RadioGroup, showToast, TextArea, TextField, t, useForm, useOpen } from '@ennoshita/ui'
import { desk } from '../../contract.ts'
import { KindField } from '../kind-field.tsx'
import { PickMany } from '../pick-many.tsx'
import { answerKinds, answerKindWord, collectionQueries } from './collection-words.tsx'
import { ReminderDaysField } from './reminder-days-field.tsx'

/** 回収を始める: one matter, asked of many, by a day. */
export function StartCollectionDialog({ onClose }: { readonly onClose: () => void }) {
  const open = useOpen()
  const departments = useDepartmentOptions()
  const everybody = usePeopleOptions()
  const form = useForm(desk.startCollection, {
    initial: { answerKind: 'done', reminderDays: [-2, 1, 4], departmentIds: [], personIds: [] },
    refreshes: collectionQueries,
    onDone: ({ collectionId, askedCount }) => {
      showToast(t('{count}人にお願いしました。', { count: askedCount }))
      open(`/desk/collections/${collectionId}`)
    },
  })
  const { draft } = form
  return (
    <FormDialog title={t('回収を始める')} form={form} isOpen onClose={onClose} saveLabel={t('始める')} width="medium">
      <TextField {...form.field('title')} label={t('何を集めますか')} autoFocus placeholder={t('年末調整の書類')} />
      <TextArea {...form.field('explanation')} label={t('お願いの言葉')} rows={3} />
      <RadioGroup
        label={t('答え方')}
        choices={answerKinds.map((value) => ({ value, label: answerKindWord(value) }))}
        value={draft.answerKind}
        onChange={(answerKind) => form.change({ answerKind })}
      />
      <DateField {...form.field('dueOn')} label={t('期日')} />
      <ReminderDaysField
        dueOn={draft.dueOn}
        days={draft.reminderDays ?? []}
        onChange={(reminderDays) => form.change({ reminderDays })}
      />
      <PickMany
        label={t('相手の部門')}
        options={departments}
        values={draft.departmentIds ?? []}
        onChange={(departmentIds) => form.change({ departmentIds })}
        error={form.errors.departmentIds}
        help={t('その部門に今いる人、全員にお願いします。')}
      />
      <PickMany
        label={t('相手の人')}
        options={everybody}
        values={draft.personIds ?? []}
        onChange={(personIds) => form.change({ personIds })}
        error={form.errors.personIds}
      />
      <KindField value={draft.kindId} onChange={(kindId) => form.change({ kindId })} error={form.errors.kindId} />
    </FormDialog>
  )
}
