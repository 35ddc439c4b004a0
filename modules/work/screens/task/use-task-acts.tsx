import type { RefusalFace } from '@ennoshita/kernel'
import type { RowAct } from '@ennoshita/ui'
import { ErrorNote, faceOf, send, showToast, t, useRefresh } from '@ennoshita/ui'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { TaskRow } from '../../contract.ts'
import { work } from '../../contract.ts'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { PostponeDialog } from './postpone-dialog.tsx'
import { WaitDialog } from './wait-dialog.tsx'

/** Every list in which a changed task may stand. */
export const taskQueries = [work.tasksToday, work.taskList, work.taskCalendar, work.taskDetails]

type Asking = 'postpone' | 'hand-over' | 'wait'
type Asked = { readonly what: Asking; readonly tasks: readonly TaskRow[]; readonly clear: () => void }

export type TaskActs = {
  /** Sends one command for each task, then asks the lists again; what was refused is shown above the list. */
  readonly each: (tasks: readonly TaskRow[], act: (task: TaskRow) => Promise<unknown>) => Promise<readonly TaskRow[]>
  readonly finish: (tasks: readonly TaskRow[], clear?: () => void) => void
  readonly ask: (what: Asking, tasks: readonly TaskRow[], clear?: () => void) => void
  readonly stopWaiting: (tasks: readonly TaskRow[], clear?: () => void) => void
  /** X, P, H, W on the rows of a table. */
  readonly rowActs: readonly RowAct<TaskRow>[]
  /** The dialogs and what was refused; put it once on the screen. */
  readonly face: ReactNode
}

/** What can be done to one or many tasks from a list: finish (with a way back), postpone, hand over, wait. */
export function useTaskActs(): TaskActs {
  const refresh = useRefresh()
  const [faces, setFaces] = useState<readonly RefusalFace[]>([])
  const [asked, setAsked] = useState<Asked | null>(null)

  async function each(tasks: readonly TaskRow[], act: (task: TaskRow) => Promise<unknown>) {
    const done: TaskRow[] = []
    const refused: RefusalFace[] = []
    for (const task of tasks)
      try {
        await act(task)
        done.push(task)
      } catch (error) {
        refused.push(faceOf(error))
      }
    setFaces(refused)
    await refresh(taskQueries)
    return done
  }
  async function finish(tasks: readonly TaskRow[], clear?: () => void) {
    const done = await each(tasks, (task) => send(work.finishTask, { taskId: task.taskId }))
    clear?.()
    if (done.length === 0) return
    showToast(wordOf(done, t('終えました。')), {
      undo: () => void each(done, (task) => send(work.reopenTask, { taskId: task.taskId })),
    })
  }
  async function stopWaiting(tasks: readonly TaskRow[], clear?: () => void) {
    const done = await each(tasks, (task) => send(work.stopWaiting, { taskId: task.taskId }))
    clear?.()
    if (done.length > 0) showToast(wordOf(done, t('待つのを終えました。')))
  }
  const ask = (what: Asking, tasks: readonly TaskRow[], clear: () => void = () => {}) =>
    setAsked({ what, tasks, clear })
  return {
    each,
    ask,
    finish: (tasks, clear) => void finish(tasks, clear),
    stopWaiting: (tasks, clear) => void stopWaiting(tasks, clear),
    rowActs: [
      { key: 'x', run: (tasks, clear) => void finish(tasks, clear) },
      { key: 'p', run: (tasks, clear) => ask('postpone', tasks, clear) },
      { key: 'h', run: (tasks, clear) => ask('hand-over', tasks, clear) },
      { key: 'w', run: (tasks, clear) => ask('wait', tasks, clear) },
    ],
    face: <ActsFace faces={faces} asked={asked} each={each} onClose={() => setAsked(null)} />,
  }
}

function ActsFace(props: {
  readonly faces: readonly RefusalFace[]
  readonly asked: Asked | null
  readonly each: TaskActs['each']
  readonly onClose: () => void
}) {
  const { asked, each, onClose } = props
  const about = asked === null ? null : { tasks: asked.tasks, each, onClose, onDone: asked.clear }
  return (
    <>
      {props.faces.map((face) => (
        <ErrorNote key={`${face.code} ${face.what.ja}`} face={face} />
      ))}
      {about === null || asked?.what !== 'postpone' ? null : <PostponeDialog {...about} />}
      {about === null || asked?.what !== 'hand-over' ? null : <HandOverDialog {...about} />}
      {about === null || asked?.what !== 'wait' ? null : <WaitDialog {...about} />}
    </>
  )
}

/** 「家賃の振込」を + what was done; for several their number. */
export function wordOf(tasks: readonly TaskRow[], done: string): string {
  const [first] = tasks
  if (tasks.length === 1 && first !== undefined) return t('「{title}」を{done}', { title: first.title, done })
  return t('{count}件を{done}', { count: tasks.length, done })
}
