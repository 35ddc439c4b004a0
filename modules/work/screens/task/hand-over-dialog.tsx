import { usePeopleOptions } from '@ennoshita/people/options'
import { ComboBox, send, showToast, TextArea, t } from '@ennoshita/ui'
import { useState } from 'react'
import { work } from '../../contract.ts'
import type { AboutTasks } from './act-dialog.tsx'
import { ActDialog } from './act-dialog.tsx'
import { wordOf } from './use-task-acts.tsx'

/** 引き継ぐ: another person goes on, and reads what they need to know. */
export function HandOverDialog(props: AboutTasks) {
  const everyone = usePeopleOptions()
  const [toPersonId, setTo] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const name = everyone.find((person) => person.value === toPersonId)?.label ?? ''
  async function handOver() {
    if (toPersonId === null) return
    const done = await props.each(props.tasks, (task) =>
      send(work.handOverTask, { taskId: task.taskId, toPersonId, note }),
    )
    props.onClose()
    if (done.length === 0) return
    props.onDone()
    showToast(wordOf(done, t('{name}さんに引き継ぎました。', { name })))
  }
  return (
    <ActDialog
      title={t('引き継ぐ')}
      about={props}
      doLabel={t('引き継ぐ')}
      isReady={toPersonId !== null}
      onDo={handOver}
    >
      <ComboBox
        label={t('だれに')}
        options={everyone}
        value={toPersonId}
        onChange={setTo}
        autoFocus
        isRequired
        placeholder={t('名前・かな・ローマ字')}
      />
      <TextArea
        label={t('伝えておくこと')}
        value={note}
        onChange={setNote}
        help={t('どこまで進んだか、どこに何があるか。相手の一覧に一緒に表示されます。')}
      />
    </ActDialog>
  )
}
