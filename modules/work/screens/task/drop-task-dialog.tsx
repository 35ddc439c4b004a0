import { FormDialog, send, showToast, TextField, t, useForm, useRefresh } from '@ennoshita/ui'
import type { TaskRow } from '../../contract.ts'
import { work } from '../../contract.ts'
import { taskQueries } from './use-task-acts.tsx'

/** 取りやめる, with the reason that the next person will want to know. */
export function DropTaskDialog({ task, onClose }: { readonly task: TaskRow; readonly onClose: () => void }) {
  const refresh = useRefresh()
  const form = useForm(work.dropTask, {
    draftKey: task.taskId,
    initial: { taskId: task.taskId },
    refreshes: taskQueries,
    onDone: () => {
      onClose()
      showToast(t('「{title}」を取りやめました。', { title: task.title }), {
        undo: () => void send(work.reopenTask, { taskId: task.taskId }).then(() => refresh(taskQueries)),
      })
    },
  })
  return (
    <FormDialog title={t('取りやめる')} saveLabel={t('取りやめる')} form={form} isOpen onClose={onClose}>
      <p className="lead">{task.title}</p>
      <TextField
        label={t('理由')}
        autoFocus
        help={t('例：別の方法で済んだ、今回は対象外。消えずに残り、もう一度開けます。')}
        {...form.field('reason')}
      />
    </FormDialog>
  )
}
