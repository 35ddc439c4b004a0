import { EmptyState, LinkButton, Sheet, ThrownNote, t, todayInTokyo, useAsk } from '@ennoshita/ui'
import { useMemo } from 'react'
import type { TaskRow } from '../../contract.ts'
import { work } from '../../contract.ts'
import { AddLine } from '../task/add-line.tsx'
import { TaskKeys, TaskTable } from '../task/task-table.tsx'
import { useTaskActs } from '../task/use-task-acts.tsx'
import { FirstSteps } from './first-steps.tsx'
import { UnassignedNote } from './unassigned-note.tsx'

/** わたしのやること on 今日: what is overdue, due, coming and asked, in one list for the keyboard. */
export default function MyTasksPanel() {
  const answer = useAsk(work.tasksToday, {}, { everySeconds: 120 })
  const acts = useTaskActs()
  const today = answer.data?.on ?? todayInTokyo()
  const lists = answer.data
  const tasks = useMemo(() => {
    if (lists === undefined) return undefined
    const shown = new Set([...lists.due, ...lists.soon].map((task) => task.taskId))
    const later = lists.askedOfMe.filter((task) => !shown.has(task.taskId))
    const dated = lists.due.filter((task) => task.dueOn !== null)
    const undated = lists.due.filter((task) => task.dueOn === null)
    return [...dated, ...lists.soon, ...later, ...undated]
  }, [lists])
  const nothingEver = tasks?.length === 0 && lists?.doneToday.length === 0 && lists.waitingForOthers.length === 0
  return (
    <>
      <AddLine />
      <UnassignedNote />
      {acts.face}
      {answer.error === null ? null : <ThrownNote error={answer.error} />}
      {nothingEver ? (
        <Sheet>
          <FirstSteps />
        </Sheet>
      ) : (
        <TaskTable
          label={t('わたしのやること')}
          tasks={tasks}
          columns={['due', 'title', 'marks', 'acts']}
          today={today}
          acts={acts}
          groupOf={(task) => groupOf(task, today)}
          empty={
            <EmptyState
              title={t('7日先まで、期日のあるやることはありません')}
              action={<LinkButton to="/work/calendar">{t('予定表を見る')}</LinkButton>}
            />
          }
        />
      )}
      {nothingEver ? null : <TaskKeys />}
    </>
  )
}

function groupOf(task: TaskRow, today: string): string {
  if (task.dueOn === null) return t('期日のないもの')
  if (task.dueOn < today) return t('期日を過ぎたもの')
  return task.dueOn === today ? t('今日まで') : t('この先')
}
