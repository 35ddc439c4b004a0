import type { AnswerOf } from '@ennoshita/kernel'
import {
  Button,
  Menu,
  Screen,
  Split,
  Status,
  send,
  showToast,
  ThrownNote,
  t,
  todayInTokyo,
  useAsk,
  useKeys,
  usePathPart,
  Waiting,
} from '@ennoshita/ui'
import { useState } from 'react'
import { work } from '../../contract.ts'
import { ChangeTaskDialog } from './change-task-dialog.tsx'
import { DropTaskDialog } from './drop-task-dialog.tsx'
import { FinishTaskDialog } from './finish-task-dialog.tsx'
import { TaskComments } from './task-comments.tsx'
import { TaskFacts, TaskHistory } from './task-facts.tsx'
import { TaskSteps } from './task-steps.tsx'
import { taskStateColours, taskStateWord } from './task-words.ts'
import { useTaskActs } from './use-task-acts.tsx'

export type TaskDetails = AnswerOf<typeof work.taskDetails>

/** One task: its steps, what was said about it, and what happened to it. */
export default function TaskScreen() {
  const taskId = usePathPart('taskId')
  const answer = useAsk(work.taskDetails, { taskId })
  const details = answer.data?.task.taskId === taskId ? answer.data : undefined
  if (answer.error !== null || details === undefined)
    return (
      <Screen title={t('やること')} layout="page">
        {answer.error === null ? <Waiting /> : <ThrownNote error={answer.error} />}
      </Screen>
    )
  return <TaskPage key={taskId} details={details} />
}

function TaskPage({ details }: { readonly details: TaskDetails }) {
  const { task } = details
  const acts = useTaskActs()
  const [asking, setAsking] = useState<'finish' | 'change' | 'drop' | null>(null)
  const isOpen = task.state === 'open' || task.state === 'started'
  const start = () => void acts.each([task], () => send(work.startTask, { taskId: task.taskId }))
  async function reopen() {
    const done = await acts.each([task], () => send(work.reopenTask, { taskId: task.taskId }))
    if (done.length > 0) showToast(t('もう一度開きました。'))
  }
  useKeys(
    isOpen
      ? [
          { key: 'x', says: t('終える'), run: () => acts.finish([task]) },
          { key: 'p', says: t('期日を延ばす'), run: () => acts.ask('postpone', [task]) },
          { key: 'h', says: t('引き継ぐ'), run: () => acts.ask('hand-over', [task]) },
          { key: 'w', says: t('相手を待つ'), run: () => acts.ask('wait', [task]) },
          { key: 'e', says: t('書き直す'), run: () => setAsking('change') },
        ]
      : [],
  )
  const wait =
    task.waitingSince === null
      ? { label: t('相手を待つ'), run: () => acts.ask('wait', [task]) }
      : { label: t('待つのを終える'), run: () => acts.stopWaiting([task]) }
  return (
    <Screen
      layout="page"
      title={task.title}
      period={<Status colour={taskStateColours[task.state]}>{taskStateWord(task.state)}</Status>}
      actions={
        isOpen ? (
          <>
            {task.state === 'open' ? <Button onPress={start}>{t('着手する')}</Button> : null}
            <Menu
              face={t('その他')}
              label={t('その他の操作')}
              entries={[
                { label: t('時間を添えて終える'), run: () => setAsking('finish') },
                { label: t('期日を延ばす'), run: () => acts.ask('postpone', [task]) },
                { label: t('引き継ぐ'), run: () => acts.ask('hand-over', [task]) },
                wait,
                'line',
                { label: t('書き直す'), run: () => setAsking('change') },
                { label: t('印刷'), run: () => window.print() },
                { label: t('取りやめる'), run: () => setAsking('drop'), isDangerous: true },
              ]}
            />
            <Button kind="main" keys="X" onPress={() => acts.finish([task])}>
              {t('終える')}
            </Button>
          </>
        ) : (
          <Button onPress={() => void reopen()}>{t('もう一度開く')}</Button>
        )
      }
    >
      {acts.face}
      <Split
        width="wide"
        aside={
          <>
            <TaskFacts details={details} today={todayInTokyo()} />
            <TaskHistory taskId={task.taskId} version={task.version} />
          </>
        }
      >
        <TaskSteps details={details} acts={acts} isOpen={isOpen} />
        <TaskComments details={details} />
      </Split>
      {asking === 'change' ? <ChangeTaskDialog task={task} onClose={() => setAsking(null)} /> : null}
      {asking === 'drop' ? <DropTaskDialog task={task} onClose={() => setAsking(null)} /> : null}
      {asking === 'finish' ? <FinishTaskDialog task={task} acts={acts} onClose={() => setAsking(null)} /> : null}
    </Screen>
  )
}
