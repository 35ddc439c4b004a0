import { DateField, FormDialog, showToast, TextArea, TextField, t, useForm } from '@ennoshita/ui'
import { desk } from '../../contract.ts'
import type { CollectionDetails } from './collection-words.tsx'
import { collectionQueries } from './collection-words.tsx'
import { ReminderDaysField } from './reminder-days-field.tsx'

/** Changes the words, the due date and the reminders of a collection that runs. */
export function ChangeCollectionDialog(props: {
  readonly collection: CollectionDetails
  readonly onClose: () => void
}) {
  const { collectionId, version, title, explanation, dueOn, reminderDays } = props.collection
  const form = useForm(desk.changeCollection, {
    draftKey: `${collectionId}.${version}`,
    initial: { collectionId, version, title, explanation, dueOn, reminderDays },
    refreshes: collectionQueries,
    onDone: () => {
      showToast(t('直しました。'))
      props.onClose()
    },
  })
  return (
    <FormDialog title={t('回収の内容を直す')} form={form} isOpen onClose={props.onClose} width="medium">
      <TextField {...form.field('title')} label={t('何を集めますか')} autoFocus />
      <TextArea {...form.field('explanation')} label={t('お願いの言葉')} rows={3} />
      <DateField {...form.field('dueOn')} label={t('期日')} />
      <ReminderDaysField
        dueOn={form.draft.dueOn}
        days={form.draft.reminderDays ?? []}
        onChange={(days) => form.change({ reminderDays: days })}
      />
    </FormDialog>
  )
}
