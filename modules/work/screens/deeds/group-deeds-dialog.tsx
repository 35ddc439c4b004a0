import { ComboBox, FormDialog, RadioGroup, showToast, TextField, t, useForm } from '@ennoshita/ui'
import { useState } from 'react'
import { work } from '../../contract.ts'
import { useKindOptions } from '../kind-options.ts'
import { deedQueries } from './deed-queries.ts'
import type { MyDeed } from './my-deeds.tsx'

/** 業務にまとめる: nameless work gets a name, in a kind that is there or in a new one. */
export function GroupDeedsDialog({
  deeds,
  onClose,
}: {
  readonly deeds: readonly MyDeed[]
  readonly onClose: () => void
}) {
  const kinds = useKindOptions()
  const [into, setInto] = useState<'known' | 'new'>('known')
  const [asked, setAsked] = useState(false)
  const form = useForm(work.groupDeeds, {
    draftKey: deeds.map((deed) => deed.deedId).join(','),
    initial: { deedIds: deeds.map((deed) => deed.deedId) },
    refreshes: [...deedQueries, work.inventoryRows],
    onDone: () => {
      onClose()
      showToast(t('業務にまとめました。'))
    },
  })
  const { kindId, newKind } = form.draft
  const isChosen = into === 'known' ? (kindId ?? '') !== '' : (newKind?.name ?? '').trim() !== ''
  const submit = async () => {
    setAsked(true)
    return isChosen ? form.submit() : undefined
  }
  const missing = asked && !isChosen ? t('まとめる先を選んでください。') : undefined
  return (
    <FormDialog
      title={t('業務にまとめる')}
      form={{ ...form, submit }}
      isOpen
      onClose={onClose}
      saveLabel={t('まとめる')}
    >
      <ul className="plain-list lead">
        {deeds.slice(0, 5).map((deed) => (
          <li key={deed.deedId}>{deed.text}</li>
        ))}
        {deeds.length > 5 ? <li>…</li> : null}
      </ul>
      <RadioGroup
        label={t('まとめる先')}
        value={into}
        onChange={(next) => {
          setInto(next)
          form.change({ kindId: null, newKind: null })
        }}
        choices={[
          { value: 'known', label: t('今ある業務') },
          { value: 'new', label: t('新しい業務') },
        ]}
      />
      {into === 'known' ? (
        <ComboBox label={t('業務')} options={kinds} {...form.field('kindId')} isRequired error={missing} autoFocus />
      ) : (
        <TextField
          label={t('業務名')}
          autoFocus
          isRequired
          value={form.draft.newKind?.name ?? ''}
          error={form.errors['newKind.name'] ?? missing}
          onChange={(name) => form.change({ newKind: { name } })}
          help={t('業務棚卸表に加わります。担当や時期は、あとから書けます。')}
        />
      )}
    </FormDialog>
  )
}
