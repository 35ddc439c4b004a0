import type { Column } from '@ennoshita/ui'
import { Button, DataTable, Sheet, t, useAsk, useOpen } from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import type { TaskRow } from '../../contract.ts'
import { work } from '../../contract.ts'
import { ReplyDialog } from '../task/reply-dialog.tsx'
import { dueWord, taskId, waitedWord } from '../task/task-words.ts'
import type { TaskActs } from '../task/use-task-acts.tsx'
import { useTaskActs } from '../task/use-task-acts.tsx'

/** The waiting on 今日: whoever waits for me first, then what was asked of me, then whom I wait for. */
export default function WaitingPanels() {
  const answer = useAsk(work.tasksToday, {})
  const acts = useTaskActs()
  if (answer.data === undefined) return null
  const { waitingForMe, askedOfMe, waitingForOthers, on } = answer.data
  return (
    <>
      {acts.face}
      {waitingForMe.length === 0 ? null : <WaitingForMe tasks={waitingForMe} today={on} />}
      {askedOfMe.length === 0 ? null : <AskedOfMe tasks={askedOfMe} today={on} acts={acts} />}
      {waitingForOthers.length === 0 ? null : <WaitingForOthers tasks={waitingForOthers} today={on} acts={acts} />}
    </>
  )
}

type About = { readonly tasks: readonly TaskRow[]; readonly today: string }

function titleColumn(): Column<TaskRow> {
  return { key: 'title', head: t('やること'), card: '1', cell: (task) => task.title }
}

function WaitingForMe({ tasks, today }: About) {
  const open = useOpen()
  const [replying, setReplying] = useState<TaskRow | null>(null)
  const columns = useMemo(
    (): Column<TaskRow>[] => [
      titleColumn(),
      { key: 'who', head: t('待っている人'), width: '7rem', card: '2', cell: (task) => task.assigneeName },
      { key: 'since', head: t('いつから'), width: '6rem', cell: (task) => waitedWord(task.waitingSince, today) },
      {
        key: 'acts',
        head: t('操作'),
        width: '5.5rem',
        card: '3-end',
        cell: (task) => (
          <span className="row-buttons">
            <Button kind="quiet" onPress={() => setReplying(task)}>
              {t('返す')}
            </Button>
          </span>
        ),
      },
    ],
    [today],
  )
  return (
    <Sheet title={t('あなたの返事を待っている人')}>
      <DataTable
        label={t('あなたの返事を待っている人')}
        rows={tasks}
        rowId={taskId}
        columns={columns}
        onOpen={(task) => open(`/work/tasks/${task.taskId}`)}
        acts={[{ key: 'r', run: ([task]) => setReplying(task ?? null) }]}
      />
      {replying === null ? null : <ReplyDialog task={replying} onClose={() => setReplying(null)} />}
    </Sheet>
  )
}

function AskedOfMe({ tasks, today, acts }: About & { readonly acts: TaskActs }) {
  const open = useOpen()
  const columns = useMemo(
    (): Column<TaskRow>[] => [
      titleColumn(),
      { key: 'who', head: t('頼んだ人'), width: '7rem', card: '2', cell: (task) => task.askedByName },
      { key: 'due', head: t('期日'), width: '7.5rem', card: '2-end', cell: (task) => dueWord(task.dueOn, today) },
    ],
    [today],
  )
  return (
    <Sheet title={t('頼まれたこと')}>
      <DataTable
        label={t('頼まれたこと')}
        rows={tasks}
        rowId={taskId}
        columns={columns}
        acts={acts.rowActs}
        onOpen={(task) => open(`/work/tasks/${task.taskId}`)}
      />
    </Sheet>
  )
}

function WaitingForOthers({ tasks, today, acts }: About & { readonly acts: TaskActs }) {
  const open = useOpen()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `acts` does the same each time
  const columns = useMemo(
    (): Column<TaskRow>[] => [
      titleColumn(),
      { key: 'who', head: t('待つ相手'), width: '7rem', card: '2', cell: (task) => task.waitingForName },
      {
        key: 'days',
        head: t('待った日数'),
        width: '5.5rem',
        align: 'end',
        card: '2-end',
        cell: (task) => waitedWord(task.waitingSince, today),
      },
      {
        key: 'acts',
        head: t('操作'),
        width: '5.5rem',
        card: '3-end',
        cell: (task) => (
          <span className="row-buttons">
            <Button kind="quiet" onPress={() => acts.stopWaiting([task])}>
              {t('届いた')}
            </Button>
          </span>
        ),
      },
    ],
    [today],
  )
  return (
    <Sheet title={t('相手を待っているもの')}>
      <DataTable
        label={t('相手を待っているもの')}
        rows={tasks}
        rowId={taskId}
        columns={columns}
        acts={acts.rowActs}
        onOpen={(task) => open(`/work/tasks/${task.taskId}`)}
      />
    </Sheet>
  )
}
