import { Button, ErrorNote, instantInTable, Sheet, TextArea, t, useSend } from '@ennoshita/ui'
import { useState } from 'react'
import { work } from '../../contract.ts'
import type { TaskDetails } from './task-screen.tsx'

/** ひとこと: what was said about the task, oldest first. Ctrl+Enter sends. */
export function TaskComments({ details }: { readonly details: TaskDetails }) {
  const [text, setText] = useState('')
  const commenting = useSend(work.commentTask, { refreshes: [work.taskDetails], onDone: () => setText('') })
  const comment = () => {
    if (text.trim() !== '') void commenting.send({ taskId: details.task.taskId, text })
  }
  return (
    <Sheet title={t('ひとこと')}>
      <ul className="plain-list talk">
        {details.comments.map((line) => (
          <li key={line.commentId}>
            <p className="talk-who">
              {line.writtenByName || t('自動')} <time>{instantInTable(line.writtenAt)}</time>
            </p>
            <p className="written">{line.text}</p>
          </li>
        ))}
      </ul>
      {commenting.refusal === null ? null : <ErrorNote face={commenting.refusal} />}
      <form
        className="form"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          comment()
        }}
      >
        <TextArea label={t('ひとこと残す')} rows={2} value={text} onChange={setText} />
        <p>
          <Button keys="Ctrl Enter" isDisabled={text.trim() === ''} isPending={commenting.isPending} onPress={comment}>
            {t('残す')}
          </Button>
        </p>
      </form>
    </Sheet>
  )
}
