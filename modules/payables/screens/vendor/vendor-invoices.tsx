import type { Column } from '@ennoshita/ui'
import { DataTable, dateInTable, EmptyState, Status, t, useLanguage, useOpen } from '@ennoshita/ui'
import { useMemo } from 'react'
import { yenInTable } from '../amounts.ts'
import type { VendorDetails } from './vendor-words.tsx'

type Row = VendorDetails['invoices'][number]
const idOf = (row: Row) => row.invoiceId

function stateFace(state: Row['state']) {
  const faces = {
    draft: ['grey', t('下書き')],
    submitted: ['blue', t('承認待ち')],
    returned: ['red', t('差戻し')],
    approved: ['green', t('承認済み')],
    cancelled: ['grey', t('取消')],
  } as const
  const [colour, word] = faces[state]
  return <Status colour={colour}>{word}</Status>
}

function columnsOf(): Column<Row>[] {
  const date = (day: string | null) => (day === null ? '' : dateInTable(day))
  return [
    { key: 'number', head: t('受付番号'), width: '6rem', card: '2-end', cell: (row) => row.number ?? '' },
    { key: 'vendorNumber', head: t('請求書番号'), card: '1', cell: (row) => row.vendorNumber },
    { key: 'invoicedOn', head: t('請求日'), width: '7.5rem', card: '2', cell: (row) => date(row.invoicedOn) },
    { key: 'dueOn', head: t('支払期日'), width: '7.5rem', card: '3', cell: (row) => date(row.dueOn) },
    {
      key: 'total',
      head: t('請求額'),
      width: '8rem',
      align: 'end',
      card: '3-end',
      cell: (row) => (row.total === null ? '' : yenInTable(row.total)),
    },
    { key: 'state', head: t('状態'), width: '6.5rem', card: '1-end', cell: (row) => stateFace(row.state) },
  ]
}

/** The last invoices of the vendor, the newest first. */
export function VendorInvoices({ vendor }: { readonly vendor: VendorDetails }) {
  const open = useOpen()
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(columnsOf, [inUse])
  return (
    <DataTable
      label={t('最近の請求書')}
      rows={vendor.invoices}
      rowId={idOf}
      columns={columns}
      onOpen={(row) => open(`/invoices/${row.invoiceId}`)}
      empty={<EmptyState title={t('この取引先の請求書はまだありません')} />}
    />
  )
}
