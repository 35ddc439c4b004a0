import type { Column } from '@ennoshita/ui'
import {
  DataTable,
  dateInTable,
  EmptyState,
  Facts,
  instantInTable,
  Link,
  Sheet,
  t,
  useLanguage,
  useOpen,
} from '@ennoshita/ui'
import { useMemo } from 'react'
import { minutesWord } from '../inventory/inventory-columns.tsx'
import type { KindDetails } from './facts-sheet.tsx'

type Done = KindDetails['lastDone'][number]

const idOf = (done: Done) => done.taskId
const fewestForSpread = 5
const dateOrDash = (date: string | null) => (date === null ? '―' : dateInTable(date))

function columnsOf(): Column<Done>[] {
  return [
    { key: 'at', head: t('終えた日時'), card: '1', cell: (done) => instantInTable(done.doneAt, { withYear: true }) },
    { key: 'by', head: t('した人'), card: '1-end', cell: (done) => done.doneByName },
    { key: 'due', head: t('期日'), card: '2', cell: (done) => dateOrDash(done.dueOn) },
  ]
}

/** 実施の記録: who did it when, the last twenty times. */
export function DoneSheet({ details }: { readonly details: KindDetails }) {
  const open = useOpen()
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(columnsOf, [inUse])
  return (
    <Sheet title={t('実施の記録（新しい順に20件まで）')}>
      <DataTable
        label={t('実施の記録')}
        rows={details.lastDone}
        rowId={idOf}
        columns={columns}
        onOpen={(done) => open(`/work/tasks/${done.taskId}`)}
        empty={
          <EmptyState title={t('まだ実施の記録がありません')}>
            {t('やることを終えると、ここに残っていきます。')}
          </EmptyState>
        }
      />
    </Sheet>
  )
}

/** 次の予定 and どのくらいかかるか: medians with their n, of a group only where nobody can be read from it. */
export function TimeSheet({ details }: { readonly details: KindDetails }) {
  const { usual, own, next } = details
  const spread = (figures: { medianMinutes: number; p90Minutes: number; n: number }) => {
    if (figures.n < fewestForSpread)
      return t('{median}（{n}回の中央値）', { median: minutesWord(figures.medianMinutes), n: figures.n })
    return t('中央値 {median}、10回に9回は {p90} 以内（{n}回）', {
      median: minutesWord(figures.medianMinutes),
      p90: minutesWord(figures.p90Minutes),
      n: figures.n,
    })
  }
  const coming =
    next.length === 0 ? (
      t('ありません')
    ) : (
      <ul className="plain-list">
        {next.slice(0, 5).map((task) => (
          <li key={task.taskId}>
            <Link to={`/work/tasks/${task.taskId}`}>{dateOrDash(task.dueOn)}</Link> {task.assigneeName}
          </li>
        ))}
      </ul>
    )
  return (
    <Sheet title={t('次の予定と、かかる時間')}>
      <Facts
        facts={[
          [t('次の予定'), coming],
          [t('あなたの時間'), own === null ? t('記録がありません') : spread(own)],
          [t('みんなの時間'), usual === null ? t('5人以上の記録がそろうと表示します') : spread(usual)],
        ]}
      />
      <p className="field-help">
        {t('時間は、終えるときに本人が入れたものだけです。業務の見積もりと見直しのために使います。')}
      </p>
    </Sheet>
  )
}
