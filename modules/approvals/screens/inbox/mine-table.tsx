import type { Column } from '@ennoshita/ui'
import { DataTable, EmptyState, instantInTable, Pager, t, type useCursors, useLanguage, useOpen } from '@ennoshita/ui'
import { useMemo } from 'react'
import type { MyRow } from '../words-of-matters.tsx'
import { amountWord, kindWord, StateFace, waitedWord } from '../words-of-matters.tsx'

type Cursor = { readonly afterSince: string; readonly afterMatterId: string }
const idOf = (row: MyRow) => row.matterId

function whereItIs(row: MyRow): string {
  if (row.step === null) return row.decidedAt === null ? '' : instantInTable(row.decidedAt)
  const names = row.waitingFor.map(({ name }) => t('{name}さん', { name })).join('、')
  return t('{step}（{names}）・{waited}', { step: row.step.name, names, waited: waitedWord(row.waitedDays) })
}

function columnsOf(): Column<MyRow>[] {
  return [
    {
      key: 'asked',
      head: t('申請'),
      width: '9.5rem',
      card: '2-end',
      cell: (row) => instantInTable(row.askedAt),
      sortBy: (row) => row.askedAt,
    },
    { key: 'kind', head: t('種類'), width: '6rem', card: 'none', cell: (row) => kindWord(row.kind) },
    { key: 'title', head: t('件名'), card: '1', cell: (row) => row.title, sortBy: (row) => row.title },
    {
      key: 'amount',
      head: t('金額（円）'),
      width: '8.5rem',
      align: 'end',
      card: '1-end',
      cell: (row) => amountWord(row.amount),
      sortBy: (row) => row.amount,
    },
    {
      key: 'state',
      head: t('状態'),
      width: '6.5rem',
      card: '3-end',
      cell: (row) => <StateFace state={row.state} />,
      sortBy: (row) => row.state,
    },
    {
      key: 'where',
      head: t('いまどこに'),
      card: '3',
      cell: (row) => <span title={whereItIs(row)}>{whereItIs(row)}</span>,
    },
  ]
}

/** What I asked for, the newest first, and with whom it is. */
export function MineTable(props: {
  readonly rows: readonly MyRow[] | undefined
  readonly error: unknown
  readonly next: Cursor | null
  readonly way: ReturnType<typeof useCursors<Cursor>>
}) {
  const open = useOpen()
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(columnsOf, [inUse])
  const { next, way } = props
  return (
    <>
      <DataTable
        label={t('申請したもの')}
        rows={props.rows}
        rowId={idOf}
        columns={columns}
        error={props.error}
        onOpen={(row) => open(`/approvals/${row.matterId}`)}
        empty={
          <EmptyState title={t('申請したものはまだありません')}>
            {t('請求書などを承認に回すと、いまだれの手元にあるかがここでわかります。')}
          </EmptyState>
        }
      />
      <Pager page={way.page} onBack={way.back} onNext={next === null ? undefined : () => way.on(next)} />
    </>
  )
}
