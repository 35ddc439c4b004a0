import type { Column } from '@ennoshita/ui'
import { dateInTable, t } from '@ennoshita/ui'
import { yenInTable } from '../amounts.ts'
import type { DueRow } from './payment-words.tsx'
import { FindingMarks, invoiceName, methodWord } from './payment-words.tsx'

/** The columns of what is to be paid. Build them while rendering: the heads go through `t`. */
export function dueColumns(): Column<DueRow>[] {
  return [
    { key: 'vendor', head: t('取引先'), card: '1', cell: (row) => row.vendorName, sortBy: (row) => row.vendorName },
    {
      key: 'invoice',
      head: t('請求書'),
      width: '13rem',
      card: '2',
      cell: invoiceName,
      sortBy: (row) => row.number,
    },
    {
      key: 'due',
      head: t('支払期日'),
      width: '7.5rem',
      card: '3',
      cell: (row) => dateInTable(row.dueOn),
      sortBy: (row) => row.dueOn,
    },
    {
      key: 'method',
      head: t('方法'),
      width: '5.5rem',
      card: 'none',
      cell: (row) => methodWord(row.method),
      sortBy: (row) => row.method,
    },
    {
      key: 'total',
      head: t('請求額'),
      width: '8rem',
      align: 'end',
      card: 'none',
      cell: (row) => yenInTable(row.total),
      sortBy: (row) => row.total,
    },
    {
      key: 'withholding',
      head: t('源泉'),
      width: '6rem',
      align: 'end',
      card: 'none',
      cell: (row) => (row.withholding === 0 ? '' : yenInTable(row.withholding)),
      sortBy: (row) => row.withholding,
    },
    {
      key: 'payable',
      head: t('支払う額'),
      width: '8.5rem',
      align: 'end',
      card: '1-end',
      cell: (row) => yenInTable(row.payable),
      sortBy: (row) => row.payable,
    },
    {
      key: 'findings',
      head: t('気をつけること'),
      width: '14rem',
      card: '3-end',
      cell: (row) => <FindingMarks findings={row.findings} />,
      sortBy: (row) => row.findings[0]?.code,
    },
  ]
}
