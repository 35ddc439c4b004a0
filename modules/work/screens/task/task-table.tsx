import type { Column } from '@ennoshita/ui'
import { Button, DataTable, Menu, t, useOpen } from '@ennoshita/ui'
import type { ReactNode } from 'react'
import { useMemo } from 'react'
import type { TaskRow } from '../../contract.ts'
import { TaskMarks, usualMinutesWord } from './task-marks.tsx'
import { dueWord, taskId } from './task-words.ts'
import type { TaskActs } from './use-task-acts.tsx'

export type TaskColumn = 'due' | 'title' | 'marks' | 'who' | 'minutes' | 'acts'

function columnsOf(today: string, acts: TaskActs): Readonly<Record<TaskColumn, Column<TaskRow>>> {
  return {
    due: {
      key: 'due',
      head: t('期日'),
      width: '9.5rem',
      card: '2',
      cell: (task) => dueWord(task.dueOn, today),
      sortBy: (task) => task.dueOn,
    },
    title: { key: 'title', head: t('やること'), card: '1', cell: (task) => task.title, sortBy: (task) => task.title },
    marks: {
      key: 'marks',
      head: t('知っておくこと'),
      width: '15rem',
      card: '3',
      cell: (task) => <TaskMarks task={task} today={today} />,
    },
    who: {
      key: 'who',
      head: t('担当'),
      width: '8rem',
      card: '2-end',
      cell: (task) => task.assigneeName || t('まだいません'),
      sortBy: (task) => task.assigneeName,
    },
    minutes: {
      key: 'minutes',
      head: t('目安'),
      width: '6.5rem',
      align: 'end',
      card: '2-end',
      cell: usualMinutesWord,
      sortBy: (task) => task.usualMinutes,
    },
    acts: {
      key: 'acts',
      head: t('操作'),
      width: '7rem',
      card: '3-end',
      cell: (task) => <RowButtons task={task} acts={acts} />,
    },
  }
}

/** A list of tasks with what can be done to them: by key, by button, and to many at once. */
export function TaskTable(props: {
  readonly label: string
  readonly tasks: readonly TaskRow[] | undefined
  readonly columns: readonly TaskColumn[]
  readonly today: string
  readonly acts: TaskActs
  readonly error?: unknown
  readonly groupOf?: (task: TaskRow) => string
  readonly empty?: ReactNode
}) {
  const { acts, today } = props
  const open = useOpen()
  const wanted = props.columns.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `acts` does the same each time, and the names tell which columns
  const columns = useMemo(() => {
    const all = columnsOf(today, acts)
    return props.columns.map((name) => all[name])
  }, [today, wanted])
  return (
    <DataTable
      label={props.label}
      rows={props.tasks}
      rowId={taskId}
      columns={columns}
      error={props.error}
      onOpen={(task) => open(`/work/tasks/${task.taskId}`)}
      acts={acts.rowActs}
      bulk={(tasks, clear) => <BulkButtons tasks={tasks} clear={clear} acts={acts} />}
      markOf={(task) => (task.dueOn !== null && task.dueOn < today && task.state !== 'done' ? 'late' : undefined)}
      {...(props.groupOf === undefined ? {} : { groupOf: props.groupOf })}
      empty={props.empty}
    />
  )
}

function RowButtons({ task, acts }: { readonly task: TaskRow; readonly acts: TaskActs }) {
  if (task.state === 'done' || task.state === 'dropped') return null
  return (
    <span className="row-buttons">
      <Button kind="quiet" onPress={() => acts.finish([task])}>
        {t('終える')}
      </Button>
      <Menu
        kind="quiet"
        face="…"
        label={t('「{title}」のその他の操作', { title: task.title })}
        entries={[
          { label: t('期日を延ばす'), run: () => acts.ask('postpone', [task]) },
          { label: t('引き継ぐ'), run: () => acts.ask('hand-over', [task]) },
          task.waitingSince === null
            ? { label: t('相手を待つ'), run: () => acts.ask('wait', [task]) }
            : { label: t('待つのを終える'), run: () => acts.stopWaiting([task]) },
        ]}
      />
    </span>
  )
}

function BulkButtons(props: {
  readonly tasks: readonly TaskRow[]
  readonly clear: () => void
  readonly acts: TaskActs
}) {
  const { tasks, clear, acts } = props
  return (
    <>
      <Button keys="X" onPress={() => acts.finish(tasks, clear)}>
        {t('終える')}
      </Button>
      <Button keys="P" onPress={() => acts.ask('postpone', tasks, clear)}>
        {t('期日を延ばす')}
      </Button>
      <Button keys="H" onPress={() => acts.ask('hand-over', tasks, clear)}>
        {t('引き継ぐ')}
      </Button>
      <Button keys="W" onPress={() => acts.ask('wait', tasks, clear)}>
        {t('相手を待つ')}
      </Button>
    </>
  )
}

/** The keys of the rows, beside the table. */
export function TaskKeys() {
  const keys: readonly (readonly [string, string])[] = [
    ['X', t('終える')],
    ['P', t('延ばす')],
    ['H', t('引き継ぐ')],
    ['W', t('待つ')],
    ['Space', t('選ぶ')],
    ['Enter', t('開く')],
  ]
  return (
    <p className="key-line">
      {keys.map(([key, word]) => (
        <span key={key}>
          <kbd>{key}</kbd> {word}
        </span>
      ))}
    </p>
  )
}
