import type { Column } from '@ennoshita/ui'
import {
  Button,
  ConfirmDialog,
  DataTable,
  EmptyState,
  ErrorNote,
  Link,
  showToast,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useLanguage,
  useOpen,
  useRights,
  useSend,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { payables } from '../../contract.ts'
import { yenInTable } from '../amounts.ts'
import { MonthSelect } from './accruals-page.tsx'
import type { PrepaidLine } from './recurring-words.ts'
import { monthWord, recurringQueries } from './recurring-words.ts'

const atOnce = 500
const idOf = (row: PrepaidLine) => `${row.invoiceId} ${row.line}`

function columnsOf(month: string): Column<PrepaidLine>[] {
  const dueOf = (row: PrepaidLine) =>
    row.months.filter((each) => !each.isDone && each.month <= month).reduce((sum, each) => sum + each.amount, 0)
  return [
    { key: 'vendor', head: t('取引先'), card: '1', cell: (row) => row.vendorName, sortBy: (row) => row.vendorName },
    { key: 'description', head: t('内容'), card: '2', cell: (row) => row.description },
    { key: 'account', head: t('費用の科目'), width: '10rem', card: 'none', cell: (row) => row.accountName },
    {
      key: 'span',
      head: t('期間'),
      width: '13rem',
      card: '3',
      cell: ({ months }) =>
        t('{from}〜{until}', {
          from: monthWord(months[0]?.month ?? month),
          until: monthWord(months.at(-1)?.month ?? month),
        }),
    },
    {
      key: 'done',
      head: t('振替済み'),
      width: '8rem',
      card: 'none',
      cell: (row) => <DoneFace row={row} />,
    },
    {
      key: 'cost',
      head: t('全体'),
      width: '8rem',
      align: 'end',
      card: 'none',
      cell: (row) => yenInTable(row.cost),
      sortBy: (row) => row.cost,
    },
    {
      key: 'remaining',
      head: t('前払費用の残り'),
      width: '9rem',
      align: 'end',
      card: '3-end',
      cell: (row) => yenInTable(row.remaining),
      sortBy: (row) => row.remaining,
    },
    {
      key: 'due',
      head: t('この月に振り替える額'),
      width: '10.5rem',
      align: 'end',
      card: '2-end',
      cell: (row) => yenInTable(dueOf(row)),
      sortBy: dueOf,
    },
  ]
}

function DoneFace({ row }: { readonly row: PrepaidLine }) {
  const done = row.months.filter((each) => each.isDone)
  const last = done.at(-1)
  return (
    <span className="marks">
      {t('{done}／{all}か月', { done: done.length, all: row.months.length })}
      {last?.journalId == null ? null : <Link to={`/journals/${last.journalId}`}>{t('仕訳')}</Link>}
    </span>
  )
}

/** 前払費用: what was paid ahead, month by month, and the transfer of one month to cost. */
export function PrepaidPage() {
  const thisMonth = `${todayInTokyo().slice(0, 7)}-01`
  const [month, setMonth] = useAddressState('month', thisMonth)
  const answer = useAsk(payables.prepaidSchedules, { month, limit: atOnce })
  const all = useAsk(payables.prepaidSchedules, { limit: atOnce })
  const rights = useRights()
  const open = useOpen()
  const inUse = useLanguage()
  const [isAsking, setAsking] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(() => columnsOf(month), [month, inUse])
  const due = answer.data?.due ?? 0
  return (
    <>
      <div className="filter-bar">
        <search className="filters">
          <MonthSelect month={month} onChange={setMonth} />
          {rights.may('payables.post-accruals') && due > 0 ? (
            <Button kind="main" onPress={() => setAsking(true)}>
              {t('{month}分を費用に振り替える', { month: monthWord(month) })}
            </Button>
          ) : null}
        </search>
        <div className="totals">
          <Total label={t('この月に振り替える額')} value={yenInTable(due)} unit={t('円')} />
          <Total
            label={t('前払費用の残り')}
            value={yenInTable((all.data?.lines ?? []).reduce((sum, row) => sum + row.remaining, 0))}
            unit={t('円')}
          />
        </div>
      </div>
      <DataTable
        label={t('前払費用の振替予定')}
        rows={all.data?.lines}
        rowId={idOf}
        columns={columns}
        error={all.error ?? answer.error}
        onOpen={(row) => open(`/invoices/${row.invoiceId}`)}
        empty={
          <EmptyState title={t('前払費用はありません')}>
            {t('請求書の明細に「何月から何月分」と入れると、承認のときに前払費用になり、ここに並びます。')}
          </EmptyState>
        }
      />
      {isAsking ? <TransferDialog month={month} due={due} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function TransferDialog(props: { readonly month: string; readonly due: number; readonly onClose: () => void }) {
  const transferring = useSend(payables.transferPrepaid, {
    refreshes: recurringQueries,
    onDone: ({ lines, total }) => {
      showToast(t('{count}件・{amount}円を費用に振り替えました。', { count: lines, amount: yenInTable(total) }))
      props.onClose()
    },
  })
  return (
    <ConfirmDialog
      title={t('前払費用を振り替えますか')}
      isOpen
      onClose={props.onClose}
      confirmLabel={t('振り替える')}
      isPending={transferring.isPending}
      onConfirm={() => void transferring.send({ month: props.month })}
    >
      {transferring.refusal === null ? null : <ErrorNote face={transferring.refusal} />}
      <p>
        {t('{month}までの{amount}円を費用に振り替えます。前の月に残っている分も含みます。', {
          month: monthWord(props.month),
          amount: yenInTable(props.due),
        })}
      </p>
    </ConfirmDialog>
  )
}
