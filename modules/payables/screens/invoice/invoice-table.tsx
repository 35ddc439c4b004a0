import type { Column } from '@ennoshita/ui'
import {
  Button,
  ConfirmDialog,
  DataTable,
  dateInTable,
  EmptyState,
  FileDrop,
  KeyLine,
  Status,
  send,
  t,
  todayInTokyo,
  useLanguage,
  useOpen,
  useRights,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import type { InvoiceRowShown } from '../../contract.ts'
import { payables } from '../../contract.ts'
import { yenInTable } from '../amounts.ts'
import type { Tab } from './invoice-filters.ts'
import { InvoiceState, monthWord } from './invoice-words.tsx'
import { useManyInvoices } from './many-outcomes.tsx'

type Row = InvoiceRowShown
type Act = 'submit' | 'approve' | 'accept'
const idOf = (row: Row) => row.invoiceId
const signed = (row: Row) => (row.total === null ? null : row.kind === 'credit-note' ? -row.total : row.total)

/** Past its due day and not paid. */
export function isLate({ state, payment, dueOn }: Row, today: string): boolean {
  return state !== 'cancelled' && payment === 'unpaid' && dueOn !== null && dueOn < today
}

function columnsOf(): Column<Row>[] {
  return [
    {
      key: 'number',
      head: t('受付番号'),
      width: '5.5rem',
      align: 'end',
      card: 'none',
      cell: (row) => row.number,
      sortBy: (row) => row.number,
    },
    {
      key: 'received',
      head: t('受領日'),
      width: '7rem',
      card: 'none',
      cell: (row) => dateInTable(row.receivedOn),
      sortBy: (row) => row.receivedOn,
    },
    {
      key: 'vendor',
      head: t('取引先'),
      card: '1',
      cell: (row) => <Vendor row={row} />,
      sortBy: (row) => row.vendorName,
    },
    {
      key: 'vendorNumber',
      head: t('請求書番号'),
      width: '9rem',
      card: '3-end',
      cell: (row) => <span title={row.vendorNumber}>{row.vendorNumber}</span>,
      sortBy: (row) => row.vendorNumber,
    },
    {
      key: 'total',
      head: t('請求金額'),
      width: '7.5rem',
      align: 'end',
      card: '1-end',
      cell: (row) => (row.total === null ? t('未入力') : yenInTable(signed(row) ?? 0)),
      sortBy: signed,
    },
    {
      key: 'due',
      head: t('支払期日'),
      width: '7rem',
      card: '2',
      cell: (row) => (row.dueOn === null ? '' : dateInTable(row.dueOn)),
      sortBy: (row) => row.dueOn,
    },
    {
      key: 'month',
      head: t('計上月'),
      width: '6.5rem',
      card: 'none',
      cell: (row) => monthWord(row.bookingMonth),
      sortBy: (row) => row.bookingMonth,
    },
    {
      key: 'department',
      head: t('発注部署'),
      width: '8rem',
      card: '3',
      cell: (row) => row.departmentName ?? '',
      sortBy: (row) => row.departmentName,
    },
    { key: 'state', head: t('状態'), width: '7rem', card: '2-end', cell: (row) => <InvoiceState invoice={row} /> },
  ]
}

function Vendor({ row }: { readonly row: Row }) {
  return (
    <>
      {row.vendorName === '' ? t('未入力') : row.vendorName}
      {row.kind === 'ordinary' ? null : (
        <>
          {' '}
          <Status colour="grey">{t('返還')}</Status>
        </>
      )}
    </>
  )
}

/** Which of the rows an act can be done to at all; the server decides each time anew. */
const canBe: Record<Act, (row: Row) => boolean> = {
  submit: ({ state }) => state === 'draft' || state === 'returned',
  approve: ({ state }) => state === 'submitted',
  accept: ({ state, isAccepted }) => !isAccepted && state !== 'cancelled',
}

function useActs() {
  const many = useManyInvoices()
  async function run(act: Act, rows: readonly Row[]) {
    const able = rows.filter(canBe[act])
    if (act === 'submit')
      await many.each(
        able,
        ({ invoiceId, version }) => send(payables.submitInvoice, { invoiceId, version }),
        (count) => t('{count}件の承認を申請しました。', { count }),
      )
    else if (act === 'approve')
      await many.each(
        able,
        ({ invoiceId, version }) => send(payables.approveInvoice, { invoiceId, version }),
        (count) => t('{count}件を承認しました。', { count }),
      )
    else
      await many.each(
        able,
        ({ invoiceId, version }) => send(payables.acceptInvoice, { invoiceId, version }),
        (count) => t('{count}件を検収しました。', { count }),
      )
  }
  return { run, face: many.face, isRunning: many.isRunning }
}

export function InvoiceTable(props: {
  readonly tab: Tab
  readonly tabName: string
  readonly rows: readonly Row[] | undefined
  readonly error: unknown
  readonly isNarrowed: boolean
  readonly onFiles: ((files: readonly File[]) => void) | undefined
}) {
  const open = useOpen()
  const rights = useRights()
  const acts = useActs()
  const inUse = useLanguage()
  const [asked, setAsked] = useState<{ readonly act: Act; readonly rows: readonly Row[]; readonly clear: () => void }>()
  const today = todayInTokyo()
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(columnsOf, [inUse])
  const offered: readonly Act[] = [
    ...(rights.may('payables.register-invoices') ? (['submit'] as const) : []),
    ...(rights.may('payables.approve-invoices') ? (['approve'] as const) : []),
    ...(rights.may('payables.accept-invoices') ? (['accept'] as const) : []),
  ]
  const ask = (act: Act) => (rows: readonly Row[], clear: () => void) => {
    if (rows.some(canBe[act])) setAsked({ act, rows: rows.filter(canBe[act]), clear })
  }
  const labels = { submit: t('承認を申請'), approve: t('承認'), accept: t('検収') }
  const keys = { submit: 's', approve: 'a', accept: 'k' }
  return (
    <>
      {acts.face}
      <DataTable
        label={t('請求書')}
        rows={props.rows}
        rowId={idOf}
        columns={columns}
        error={props.error}
        onOpen={(row) => open(`/invoices/${row.invoiceId}`)}
        markOf={(row) => (isLate(row, today) ? 'late' : undefined)}
        acts={offered.map((act) => ({ key: keys[act], run: ask(act) }))}
        bulk={(rows, clear) =>
          offered.map((act) => (
            <Button
              key={act}
              keys={keys[act].toUpperCase()}
              isDisabled={acts.isRunning || !rows.some(canBe[act])}
              onPress={() => ask(act)(rows, clear)}
            >
              {labels[act]}
            </Button>
          ))
        }
        empty={<Empty {...props} />}
      />
      <KeyLine
        keys={[
          ['Enter', t('開く')],
          ['Space', t('選ぶ')],
          ...offered.map((act) => [keys[act].toUpperCase(), labels[act]] as const),
        ]}
      />
      {asked === undefined ? null : (
        <ConfirmDialog
          title={labels[asked.act]}
          isOpen
          onClose={() => setAsked(undefined)}
          confirmLabel={labels[asked.act]}
          onConfirm={() => {
            setAsked(undefined)
            asked.clear()
            void acts.run(asked.act, asked.rows)
          }}
        >
          <p>
            {t('{count}件、合計{total}円が対象です。', {
              count: asked.rows.length,
              total: yenInTable(asked.rows.reduce((sum, row) => sum + (signed(row) ?? 0), 0)),
            })}
          </p>
        </ConfirmDialog>
      )}
    </>
  )
}

function Empty(props: {
  readonly tab: Tab
  readonly tabName: string
  readonly isNarrowed: boolean
  readonly onFiles: ((files: readonly File[]) => void) | undefined
}) {
  const { onFiles } = props
  if (props.isNarrowed)
    return (
      <EmptyState title={t('この条件に当たる請求書はありません')}>
        {t('条件を外すか、ほかの状態のタブを見てください。')}
      </EmptyState>
    )
  if (props.tab !== 'all')
    return (
      <EmptyState title={t('「{state}」の請求書はありません', { state: props.tabName })}>
        {t('ほかの状態は、上のタブで見られます。')}
      </EmptyState>
    )
  if (onFiles === undefined) return <EmptyState title={t('見られる請求書はまだありません')} />
  return (
    <FileDrop
      label={t('届いた請求書をここに落とします')}
      chooseLabel={t('ファイルを選ぶ')}
      accept=".pdf,.png,.jpg,.jpeg,.xml"
      onFile={(file) => onFiles([file])}
    >
      {t('PDF・PNG・JPEG・JP PINT（XML）を、何枚でもまとめて。一枚ずつ下書きになり、続けて入力できます。')}
    </FileDrop>
  )
}
