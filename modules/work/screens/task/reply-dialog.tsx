import type { RefusalFace } from '@ennoshita/kernel'
import { ErrorNote, faceOf, send, showToast, TextArea, t, useRefresh } from '@ennoshita/ui'
import { useState } from 'react'
import type { TaskRow } from '../../contract.ts'
import { work } from '../../contract.ts'
import { ActDialog } from './act-dialog.tsx'
import { taskQueries } from './use-task-acts.tsx'

/** 返す: an answer to whoever waits, who can then go on. */
export function ReplyDialog({ task, onClose }: { readonly task: TaskRow; readonly onClose: () => void }) {
  const [text, setText] = useState('')
  const [face, setFace] = useState<RefusalFace | null>(null)
  const refresh = useRefresh()
  async function reply() {
    try {
      if (text.trim() !== '') await send(work.commentTask, { taskId: task.taskId, text })
      await send(work.stopWaiting, { taskId: task.taskId })
    } catch (error) {
      setFace(faceOf(error))
      return
    } finally {
      await refresh(taskQueries)
    }
    onClose()
    showToast(t('{name}さんに返しました。', { name: task.assigneeName }))
  }
  return (
    <ActDialog
      title={t('{name}さんに返す', { name: task.assigneeName })}
      about={{ tasks: [task], each: async () => [], onClose, onDone: () => {} }}
      doLabel={t('返す')}
      isReady
      onDo={reply}
    >
      {face === null ? null : <ErrorNote face={face} />}
      <TextArea
        label={t('返事')}
        value={text}
        onChange={setText}
        autoFocus
        help={t('書かなくても、相手の「待ち」は終わります。')}
      />
    </ActDialog>
  )
}
