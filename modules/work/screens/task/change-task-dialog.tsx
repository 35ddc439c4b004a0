import {
  DateField,
  FieldRow,
  FormDialog,
  MinutesField,
  showToast,
  TextArea,
  TextField,
  t,
  useForm,
} from '@ennoshita/ui'
import { work } from '../../contract.ts'
import { DueRuleField } from '../due-rule-field.tsx'
import type { TaskDetails } from './task-screen.tsx'
import { taskQueries } from './use-task-acts.tsx'

/** 書き直す: what the task says, when it is due and how it comes again. */
export function ChangeTaskDialog({
  task,
  onClose,
}: {
  readonly task: TaskDetails['task']
  readonly onClose: () => void
}) {
  const form = useForm(work.changeTask, {
    draftKey: `${task.taskId}.${task.version}`,
    initial: {
      taskId: task.taskId,
      version: task.version,
      title: task.title,
      note: task.note,
      dueOn: task.dueOn,
      usualMinutes: task.usualMinutes,
      repeats: task.repeats,
    },
    refreshes: taskQueries,
    onDone: () => {
      onClose()
      showToast(t('書き直しました。'))
    },
  })
  return (
    <FormDialog title={t('やることを書き直す')} form={form} isOpen onClose={onClose} width="medium">
      <TextField label={t('やること')} autoFocus {...form.field('title')} />
      <FieldRow>
        <DateField label={t('期日')} {...form.field('dueOn')} />
        <MinutesField label={t('目安の時間')} {...form.field('usualMinutes')} />
      </FieldRow>
      <DueRuleField label={t('くり返し')} {...form.field('repeats')} />
      <TextArea label={t('覚え書き')} {...form.field('note')} />
    </FormDialog>
  )
}
