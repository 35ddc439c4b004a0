import type { Column } from '@ennoshita/ui'
import {
  DataTable,
  dateInTable,
  EmptyState,
  FilterField,
  Select,
  Total,
  t,
  useAddressState,
  useAsk,
  useFiltered,
  useLanguage,
  useOpen,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import type { RunRowShown } from '../../contract.ts'
import { payables } from '../../contract.ts'
import { runStates } from '../../rules/payment/payment-form.ts'
import { yenInTable } from '../amounts.ts'
import { methodWord, RunStateFace, runName, runStateWord } from './payment-words.tsx'

const atOnce = 500
const idOf = (row: RunRowShown) => row.runId
const textOf = (row: RunRowShown) =>
  `${runName(row)} ${row.sourceName} ${row.preparedByName ?? ''} ${row.releasedByName ?? ''} ${row.total}`

function columnsOf(): Column<RunRowShown>[] {
  return [
    { key: 'name', head: t('支払'), width: '6rem', card: '1', cell: runName, sortBy: (row) => row.number },
    {
      key: 'payOn',
      head: t('支払う日'),
      width: '7.5rem',
      card: '2',
      cell: (row) => dateInTable(row.paidOn ?? row.payOn),
      sortBy: (row) => row.payOn,
    },
    { key: 'method', head: t('方法'), width: '5.5rem', card: 'none', cell: (row) => methodWord(row.method) },
    { key: 'source', head: t('振込元口座'), card: '3', cell: (row) => row.sourceName, sortBy: (row) => row.sourceName },
    {
      key: 'transfers',
      head: t('支払先'),
      width: '5rem',
      align: 'end',
      card: 'none',
      cell: (row) => t('{count}件', { count: row.transfers }),
      sortBy: (row) => row.transfers,
    },
    {
      key: 'total',
      head: t('出ていくお金'),
      width: '9rem',
      align: 'end',
      card: '2-end',
      cell: (row) => yenInTable(row.total),
      sortBy: (row) => row.total,
    },
    {
      key: 'state',
      head: t('状態'),
      width: '9.5rem',
      card: '1-end',
      cell: (row) => <RunStateFace state={row.state} />,
      sortBy: (row) => runStates.indexOf(row.state),
    },
    {
      key: 'returned',
      head: t('戻り'),
      width: '4.5rem',
      align: 'end',
      card: 'none',
      cell: (row) => (row.returned === 0 ? '' : t('{count}件', { count: row.returned })),
      sortBy: (row) => row.returned,
    },
    { key: 'prepared', head: t('準備'), width: '7rem', card: '3-end', cell: (row) => row.preparedByName ?? '' },
    { key: 'released', head: t('承認'), width: '7rem', card: 'none', cell: (row) => row.releasedByName ?? '' },
  ]
}

/** The runs: those that wait for something first, by filter; all of them by day. */
export function RunsPage() {
  const [filter, setFilter] = useState('')
  const [stateWord, setState] = useAddressState('state', '')
  const state = (['open', ...runStates] as const).find((each) => each === stateWord)
  const answer = useAsk(payables.paymentRuns, { limit: atOnce, state: state ?? 'all' })
  const rows = useFiltered(answer.data?.runs, filter, textOf)
  const open = useOpen()
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(columnsOf, [inUse])
  const isNarrowed = filter !== '' || state !== undefined
  return (
    <>
      <div className="filter-bar">
        <search className="filters">
          <FilterField label={t('番号・口座・人で絞り込む')} value={filter} onChange={setFilter} />
          <Select
            label={t('状態')}
            hidesLabel
            emptyLabel={t('すべて')}
            choices={[
              { value: 'open', label: t('これから') },
              ...runStates.map((each) => ({ value: each, label: runStateWord(each) })),
            ]}
            value={state}
            onChange={(next) => setState(next ?? '')}
          />
        </search>
        <div className="totals">
          <Total label={t('支払')} value={rows?.length ?? 0} unit={t('件')} />
          <Total
            label={t('合計')}
            value={yenInTable((rows ?? []).reduce((sum, row) => sum + row.total, 0))}
            unit={t('円')}
          />
        </div>
      </div>
      <DataTable
        label={t('支払の一覧')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        onOpen={(row) => open(`/payments/${row.runId}`)}
        markOf={(row) => (row.returned > 0 && row.state === 'paid' ? 'late' : undefined)}
        empty={
          isNarrowed ? (
            <EmptyState title={t('この条件に当たる支払はありません')} />
          ) : (
            <EmptyState title={t('支払はまだありません')}>
              {t('「支払を待つ請求書」で行を選び、P で支払を準備してください。')}
            </EmptyState>
          )
        }
      />
    </>
  )
}
