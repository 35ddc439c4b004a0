import { MinutesField, send, showToast, t } from '@ennoshita/ui'
import { useState } from 'react'
import type { TaskRow } from '../../contract.ts'
import { work } from '../../contract.ts'
import { ActDialog } from './act-dialog.tsx'
import type { TaskActs } from './use-task-acts.tsx'
import { wordOf } from './use-task-acts.tsx'

/** 時間を添えて終える: for those who want to give it; nobody else sees the minutes of one person. */
export function FinishTaskDialog(props: {
  readonly task: TaskRow
  readonly acts: TaskActs
  readonly onClose: () => void
}) {
  const { task, acts, onClose } = props
  const [minutes, setMinutes] = useState<number | null>(null)
  async function finish() {
    const done = await acts.each([task], () =>
      send(work.finishTask, { taskId: task.taskId, ...(minutes === null ? {} : { touchMinutes: minutes }) }),
    )
    onClose()
    if (done.length === 0) return
    showToast(wordOf(done, t('終えました。')), {
      undo: () => void acts.each(done, () => send(work.reopenTask, { taskId: task.taskId })),
    })
  }
  return (
    <ActDialog
      title={t('時間を添えて終える')}
      about={{ tasks: [task], each: acts.each, onClose, onDone: () => {} }}
      doLabel={t('終える')}
      isReady
      onDo={finish}
    >
      <MinutesField
        label={t('かかった時間')}
        value={minutes}
        onChange={setMinutes}
        autoFocus
        help={t('書くのは自由です。あなたの時間として見えるのはあなただけで、業務の目安を確かめるために使います。')}
      />
    </ActDialog>
  )
}
