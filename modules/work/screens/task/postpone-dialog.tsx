import { addDays } from '@ennoshita/kernel'
import { DateField, dateInTable, send, showToast, TextField, t, todayInTokyo } from '@ennoshita/ui'
import { useState } from 'react'
import { work } from '../../contract.ts'
import type { AboutTasks } from './act-dialog.tsx'
import { ActDialog } from './act-dialog.tsx'
import { wordOf } from './use-task-acts.tsx'

/** 期日を延ばす: another day; beyond a legal deadline with a reason. */
export function PostponeDialog(props: AboutTasks & { readonly dueOn?: string }) {
  const { tasks } = props
  const latest = tasks.map((task) => task.dueOn ?? '').reduce((one, other) => (other > one ? other : one), '')
  const today = todayInTokyo()
  const [dueOn, setDueOn] = useState<string | null>(props.dueOn ?? addDays(latest > today ? latest : today, 1))
  const [reason, setReason] = useState('')
  const legal = tasks.filter((task) => task.legalDueOn !== null && dueOn !== null && dueOn > task.legalDueOn)
  const [beyond] = legal
  async function postpone() {
    if (dueOn === null) return
    const done = await props.each(tasks, (task) => send(work.postponeTask, { taskId: task.taskId, dueOn, reason }))
    props.onClose()
    if (done.length === 0) return
    props.onDone()
    showToast(wordOf(done, t('{date}に延ばしました。', { date: dateInTable(dueOn) })), {
      undo: () =>
        void props.each(
          done.filter((task) => task.dueOn !== null),
          (task) =>
            send(work.postponeTask, { taskId: task.taskId, dueOn: task.dueOn ?? dueOn, reason: t('元に戻しました。') }),
        ),
    })
  }
  return (
    <ActDialog
      title={t('期日を延ばす')}
      about={props}
      doLabel={t('延ばす')}
      isReady={dueOn !== null && (legal.length === 0 || reason.trim() !== '')}
      onDo={postpone}
    >
      <DateField label={t('新しい期日')} value={dueOn} onChange={setDueOn} autoFocus isRequired />
      {beyond?.legalDueOn === null || beyond === undefined ? null : (
        <p className="note" role="status">
          {t('「{title}」の法定期限（{date}）を過ぎます。理由を残してください。', {
            title: beyond.title,
            date: dateInTable(beyond.legalDueOn),
          })}
        </p>
      )}
      <TextField label={t('理由')} value={reason} onChange={setReason} isRequired={legal.length > 0} />
    </ActDialog>
  )
}
