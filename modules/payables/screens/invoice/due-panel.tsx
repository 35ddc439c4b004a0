import type { Column } from '@ennoshita/ui'
import {
  DataTable,
  dateInTable,
  Link,
  Sheet,
  t,
  todayInTokyo,
  useAsk,
  useLanguage,
  useOpen,
  useRights,
} from '@ennoshita/ui'
import { useMemo } from 'react'
import type { InvoiceRowShown } from '../../contract.ts'
import { payables } from '../../contract.ts'
import { yenInTable } from '../amounts.ts'
import { dueRange } from './invoice-filters.ts'
import { isLate } from './invoice-table.tsx'
import { InvoiceState, invoiceName } from './invoice-words.tsx'

type Row = InvoiceRowShown
const few = 8
const none: readonly Row[] = []

function columnsOf(): Column<Row>[] {
  return [
    {
      key: 'name',
      head: t('請求書'),
      card: '1',
      cell: (row) => <span title={invoiceName(row)}>{invoiceName(row)}</span>,
    },
    {
      key: 'due',
      head: t('支払期日'),
      width: '6.5rem',
      card: '2',
      cell: (row) => (row.dueOn === null ? '' : dateInTable(row.dueOn)),
    },
    {
      key: 'total',
      head: t('請求金額'),
      width: '6.5rem',
      align: 'end',
      card: '1-end',
      cell: (row) => (row.total === null ? '' : yenInTable(row.total)),
    },
    { key: 'state', head: t('状態'), width: '6rem', card: '2-end', cell: (row) => <InvoiceState invoice={row} /> },
  ]
}

/** 請求書: what was returned, and what falls due this week and is not on its way to be paid; nothing where there is none. */
export default function DuePanel() {
  const rights = useRights()
  const open = useOpen()
  const inUse = useLanguage()
  const when = rights.may('payables.register-invoices')
  const today = todayInTokyo()
  const { dueUntil } = dueRange('week', today)
  const often = { when, everySeconds: 300 }
  const returned = useAsk(payables.invoiceList, { state: 'returned', limit: few }, often)
  const due = useAsk(
    payables.invoiceList,
    { order: 'due', payment: 'unpaid', limit: 50, ...(dueUntil === undefined ? {} : { dueUntil }) },
    often,
  )
  const rows = useMemo(() => {
    const first = returned.data?.invoices ?? none
    const open = (due.data?.invoices ?? none).filter(({ state }) => state === 'draft' || state === 'submitted')
    return [...first, ...open].slice(0, few)
  }, [returned.data, due.data])
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(columnsOf, [inUse])
  if (rows.length === 0) return null
  return (
    <Sheet title={t('急ぐ請求書・差し戻された請求書')} actions={<Link to="/invoices?due=week">{t('請求書へ')}</Link>}>
      <DataTable
        label={t('急ぐ請求書・差し戻された請求書')}
        rows={rows}
        rowId={(row) => row.invoiceId}
        columns={columns}
        onOpen={(row) => open(`/invoices/${row.invoiceId}`)}
        markOf={(row) => (isLate(row, today) ? 'late' : undefined)}
      />
    </Sheet>
  )
}
