import type { Column } from '@ennoshita/ui'
import { DataTable, language, Status, t, useLanguage } from '@ennoshita/ui'
import { useMemo } from 'react'
import { waitWord } from '../invoice/invoice-words.tsx'
import type { MapAnswer } from './invoice-flow.ts'

export type Arrow = MapAnswer['edges'][number] & { readonly fromWord: string; readonly toWord: string }

const idOf = ({ from, to }: Arrow) => `${from} ${to}`

function columnsOf(): Column<Arrow>[] {
  return [
    {
      key: 'arrow',
      head: t('できごと → 次のできごと'),
      card: '1',
      cell: ({ fromWord, toWord, isReturn }) => (
        <span className="cell-lines">
          {fromWord}
          <br />→ {toWord} {isReturn ? <Status colour="red">{t('戻り')}</Status> : null}
        </span>
      ),
      sortBy: ({ fromWord }) => fromWord,
    },
    {
      key: 'count',
      head: t('回数'),
      width: '4.5rem',
      align: 'end',
      card: '1-end',
      cell: ({ count }) => count.toLocaleString('ja-JP'),
      sortBy: ({ count }) => count,
    },
    {
      key: 'median',
      head: t('中央値'),
      width: '5rem',
      align: 'end',
      card: '2-end',
      cell: ({ medianMinutes }) => waitWord(medianMinutes),
      sortBy: ({ medianMinutes }) => medianMinutes,
    },
    {
      key: 'p90',
      head: t('90%点'),
      width: '5rem',
      align: 'end',
      card: '3-end',
      cell: ({ p90Minutes }) => waitWord(p90Minutes),
      sortBy: ({ p90Minutes }) => p90Minutes,
    },
  ]
}

/** The map as a table: what follows what, how often and after how long; a row opens the invoices behind its arrow. */
export function ArrowsTable(props: { readonly map: MapAnswer; readonly onOpen: (arrow: Arrow) => void }) {
  const { map } = props
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: activities are named in the language in use
  const rows = useMemo(() => {
    const words = new Map(map.nodes.map(({ activity, says }) => [activity, says[language()]]))
    const word = (activity: string) => words.get(activity) ?? activity
    return map.edges.map((edge) => ({ ...edge, fromWord: word(edge.from), toWord: word(edge.to) }))
  }, [map, inUse])
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(columnsOf, [inUse])
  return (
    <DataTable
      label={t('矢印ごとの回数と時間')}
      rows={rows}
      rowId={idOf}
      columns={columns}
      onOpen={props.onOpen}
      markOf={({ isReturn }) => (isReturn ? 'late' : undefined)}
    />
  )
}
