import { usePeopleOptions } from '@ennoshita/people/options'
import { ComboBox, RadioGroup, send, showToast, TextField, t } from '@ennoshita/ui'
import { useState } from 'react'
import { work } from '../../contract.ts'
import type { AboutTasks } from './act-dialog.tsx'
import { ActDialog } from './act-dialog.tsx'
import { wordOf } from './use-task-acts.tsx'

/** 相手を待つ: a person of the company, or someone outside in a few words. */
export function WaitDialog(props: AboutTasks) {
  const everyone = usePeopleOptions()
  const [where, setWhere] = useState<'inside' | 'outside'>('inside')
  const [personId, setPerson] = useState<string | null>(null)
  const [outside, setOutside] = useState('')
  const isInside = where === 'inside'
  async function wait() {
    const awaited = isInside ? { personId } : { outside: outside.trim() }
    const done = await props.each(props.tasks, (task) => send(work.waitFor, { taskId: task.taskId, ...awaited }))
    props.onClose()
    if (done.length === 0) return
    props.onDone()
    showToast(wordOf(done, t('相手待ちにしました。')), {
      undo: () => void props.each(done, (task) => send(work.stopWaiting, { taskId: task.taskId })),
    })
  }
  return (
    <ActDialog
      title={t('相手を待つ')}
      about={props}
      doLabel={t('相手待ちにする')}
      isReady={isInside ? personId !== null : outside.trim() !== ''}
      onDo={wait}
    >
      <RadioGroup
        label={t('待つ相手')}
        value={where}
        onChange={setWhere}
        choices={[
          { value: 'inside', label: t('社内の人') },
          { value: 'outside', label: t('社外の相手') },
        ]}
      />
      {isInside ? (
        <ComboBox
          key="inside"
          label={t('だれを')}
          options={everyone}
          value={personId}
          onChange={setPerson}
          autoFocus
          isRequired
          help={t('その人の「今日」に、あなたが待っていることが表示されます。')}
        />
      ) : (
        <TextField
          key="outside"
          label={t('待つ相手')}
          value={outside}
          onChange={setOutside}
          autoFocus
          isRequired
          placeholder={t('例：みなと電機の担当者、年金事務所')}
        />
      )}
    </ActDialog>
  )
}
