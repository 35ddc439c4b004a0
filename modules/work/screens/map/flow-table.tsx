import type { FlowEdge } from '@ennoshita/mining'
import type { Column } from '@ennoshita/ui'
import { DataTable, language, t, useLanguage } from '@ennoshita/ui'
import { useMemo } from 'react'

const idOf = (edge: FlowEdge) => `${edge.from}\n${edge.to}`

/** A span of time in its natural unit, one decimal below ten of it. */
export function spanWord(seconds: number | undefined): string {
  if (seconds === undefined) return ''
  const tenths = (value: number) => (value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value))
  const isEnglish = language() === 'en'
  if (seconds < 3600) return isEnglish ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 60)}分`
  if (seconds < 86_400) return isEnglish ? `${tenths(seconds / 3600)} h` : `${tenths(seconds / 3600)}時間`
  return isEnglish ? `${tenths(seconds / 86_400)} d` : `${tenths(seconds / 86_400)}日`
}

function columnsOf(): Column<FlowEdge>[] {
  return [
    {
      key: 'flow',
      head: t('作業 → 次の作業'),
      card: '1',
      cell: (edge) => (
        <span className="cell-lines">
          {edge.from}
          <br />→ {edge.to}
        </span>
      ),
      sortBy: (edge) => edge.from,
    },
    {
      key: 'count',
      head: t('件数'),
      width: '4.5rem',
      align: 'end',
      card: '1-end',
      cell: (edge) => edge.count,
      sortBy: (edge) => edge.count,
    },
    {
      key: 'median',
      head: t('中央値'),
      width: '5rem',
      align: 'end',
      card: '2-end',
      cell: (edge) => spanWord(edge.medianSeconds),
      sortBy: (edge) => edge.medianSeconds,
    },
    {
      key: 'p90',
      head: t('90%点'),
      width: '5rem',
      align: 'end',
      card: '3-end',
      cell: (edge) => spanWord(edge.p90Seconds),
      sortBy: (edge) => edge.p90Seconds,
    },
  ]
}

/** The picture as a table: which work follows which, how often, and the time in between (median and 90th percentile). */
export function FlowTable({ edges }: { readonly edges: readonly FlowEdge[] }) {
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(columnsOf, [inUse])
  return <DataTable label={t('流れの件数と時間')} rows={edges} rowId={idOf} columns={columns} />
}
