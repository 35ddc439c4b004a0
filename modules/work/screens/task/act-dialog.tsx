import { Button, Dialog, t } from '@ennoshita/ui'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { TaskRow } from '../../contract.ts'

/** What a dialog over one or many tasks is given. */
export type AboutTasks = {
  readonly tasks: readonly TaskRow[]
  readonly each: (tasks: readonly TaskRow[], act: (task: TaskRow) => Promise<unknown>) => Promise<readonly TaskRow[]>
  readonly onClose: () => void
  /** Called when at least one task was changed: the selection is then emptied. */
  readonly onDone: () => void
}

/** The frame of such a dialog: which tasks it is about, fields, and one button. Enter in a field does it. */
export function ActDialog(props: {
  readonly title: string
  readonly about: AboutTasks
  readonly doLabel: string
  readonly isReady: boolean
  readonly onDo: () => Promise<void>
  readonly children: ReactNode
}) {
  const { tasks, onClose } = props.about
  const [isPending, setPending] = useState(false)
  const [first] = tasks
  async function run() {
    if (!props.isReady || isPending) return
    setPending(true)
    await props.onDo().finally(() => setPending(false))
  }
  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button keys="Esc" onPress={onClose}>
            {t('キャンセル')}
          </Button>
          <Button
            kind="main"
            keys="Ctrl Enter"
            isPending={isPending}
            isDisabled={!props.isReady}
            onPress={() => void run()}
          >
            {props.doLabel}
          </Button>
        </>
      }
    >
      <form
        className="form"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          void run()
        }}
      >
        <p className="lead">
          {tasks.length === 1 && first !== undefined ? first.title : t('やること{count}件', { count: tasks.length })}
        </p>
        <div className="form-fields">{props.children}</div>
      </form>
    </Dialog>
  )
}
