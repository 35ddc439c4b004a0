import type { LocalDate } from '@ennoshita/kernel'
import { addMonths } from '@ennoshita/statutes'
import type { Column } from '@ennoshita/ui'
import {
  Button,
  ConfirmDialog,
  DataTable,
  DateField,
  EmptyState,
  ErrorNote,
  FormDialog,
  Link,
  Select,
  Status,
  showToast,
  TextField,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useForm,
  useLanguage,
  useRights,
  useSend,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { payables } from '../../contract.ts'
import { yenInTable } from '../amounts.ts'
import type { AccrualRow } from './recurring-words.ts'
import { monthWord, recurringQueries } from './recurring-words.ts'

const idOf = (row: AccrualRow) => row.recurringId

function StateOf({ state }: { readonly state: AccrualRow['state'] }) {
  const faces = {
    due: ['amber', t('これから計上')],
    accrued: ['blue', t('概算計上済み')],
    reversed: ['grey', t('取消済み')],
    booked: ['green', t('請求書で計上')],
    skipped: ['grey', t('届かない')],
  } as const
  const [colour, word] = faces[state]
  return <Status colour={colour}>{word}</Status>
}

function columnsOf(canPost: boolean, onReverse: (row: AccrualRow) => void): Column<AccrualRow>[] {
  return [
    { key: 'vendor', head: t('取引先'), card: '1', cell: (row) => row.vendorName, sortBy: (row) => row.vendorName },
    { key: 'title', head: t('内容'), card: '2', cell: (row) => row.title, sortBy: (row) => row.title },
    {
      key: 'amount',
      head: t('いつもの金額'),
      width: '8.5rem',
      align: 'end',
      card: 'none',
      cell: (row) => yenInTable(row.amount),
      sortBy: (row) => row.amount,
    },
    {
      key: 'cost',
      head: t('計上する額'),
      width: '8.5rem',
      align: 'end',
      card: '2-end',
      cell: (row) => yenInTable(row.accrued?.amount ?? row.cost),
      sortBy: (row) => row.cost,
    },
    { key: 'state', head: t('状態'), width: '9rem', card: '1-end', cell: (row) => <StateOf state={row.state} /> },
    {
      key: 'papers',
      head: t('仕訳・請求書'),
      width: '10rem',
      card: '3',
      cell: (row) => (
        <span className="marks">
          {row.accrued === null ? null : <Link to={`/journals/${row.accrued.journalId}`}>{t('仕訳')}</Link>}
          {row.invoiceId === null ? null : <Link to={`/invoices/${row.invoiceId}`}>{t('請求書')}</Link>}
        </span>
      ),
    },
    ...(canPost
      ? [
          {
            key: 'act',
            head: t('操作'),
            width: '7.5rem',
            card: '3-end' as const,
            cell: (row: AccrualRow) =>
              row.state === 'accrued' ? (
                <span className="row-buttons">
                  <Button kind="quiet" onPress={() => onReverse(row)}>
                    {t('取り消す')}
                  </Button>
                </span>
              ) : (
                ''
              ),
          },
        ]
      : []),
  ]
}

/** 概算計上: for one month, what did not arrive in time and stands on 未払費用 until it does. */
export function AccrualsPage() {
  const lastMonth = addMonths(`${todayInTokyo().slice(0, 7)}-01`, -1)
  const [month, setMonth] = useAddressState('month', lastMonth)
  const answer = useAsk(payables.accruals, { month })
  const rights = useRights()
  const inUse = useLanguage()
  const [isAsking, setAsking] = useState(false)
  const [reversing, setReversing] = useState<AccrualRow | null>(null)
  const canPost = rights.may('payables.post-accruals')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(() => columnsOf(canPost, setReversing), [canPost, inUse])
  const rows = answer.data?.rows
  const due = (rows ?? []).filter((row) => row.state === 'due')
  const isLocked = answer.data?.isLocked === true
  return (
    <>
      <div className="filter-bar">
        <search className="filters">
          <MonthSelect month={month} onChange={setMonth} />
          {canPost && due.length > 0 && !isLocked ? (
            <Button kind="main" onPress={() => setAsking(true)}>
              {t('{count}件を概算計上する', { count: due.length })}
            </Button>
          ) : null}
        </search>
        <div className="totals">
          <Total label={t('これから計上')} value={due.length} unit={t('件')} />
          <Total
            label={t('計上する額')}
            value={yenInTable(due.reduce((sum, row) => sum + row.cost, 0))}
            unit={t('円')}
          />
        </div>
      </div>
      {isLocked ? <p className="note">{t('この月は締められています。概算計上はできません。')}</p> : null}
      <DataTable
        label={t('概算計上')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        empty={
          <EmptyState title={t('この月に届くはずの請求書はありません')}>
            {t(
              '毎月届く請求書を「届くはずの請求書」に登録すると、締めるときにまだ届いていない分をここで計上できます。',
            )}
          </EmptyState>
        }
      />
      {isAsking ? <AccrueDialog month={month} due={due} onClose={() => setAsking(false)} /> : null}
      {reversing?.accrued == null ? null : (
        <ReverseDialog row={reversing} accrualId={reversing.accrued.accrualId} onClose={() => setReversing(null)} />
      )}
    </>
  )
}

/** The last twelve months and the next. */
export function MonthSelect(props: { readonly month: LocalDate; readonly onChange: (month: LocalDate) => void }) {
  const thisMonth = `${todayInTokyo().slice(0, 7)}-01`
  const months = Array.from({ length: 14 }, (_, index) => addMonths(thisMonth, 1 - index))
  return (
    <Select
      label={t('月')}
      hidesLabel
      isRequired
      choices={months.map((each) => ({ value: each, label: monthWord(each) }))}
      value={props.month}
      onChange={(next) => props.onChange(next ?? thisMonth)}
    />
  )
}

function AccrueDialog(props: {
  readonly month: LocalDate
  readonly due: readonly AccrualRow[]
  readonly onClose: () => void
}) {
  const accruing = useSend(payables.accrueMonth, {
    refreshes: recurringQueries,
    onDone: ({ accrued, total }) => {
      showToast(t('{count}件・{amount}円を概算計上しました。', { count: accrued, amount: yenInTable(total) }))
      props.onClose()
    },
  })
  return (
    <ConfirmDialog
      title={t('{month}分を概算計上しますか', { month: monthWord(props.month) })}
      isOpen
      onClose={props.onClose}
      confirmLabel={t('概算計上する')}
      isPending={accruing.isPending}
      onConfirm={() => void accruing.send({ month: props.month })}
    >
      {accruing.refusal === null ? null : <ErrorNote face={accruing.refusal} />}
      <p>
        {t(
          '届いていない{count}件を、いつもの金額で未払費用に計上します。請求書が承認されると、自動で取り消されます。',
          {
            count: props.due.length,
          },
        )}
      </p>
    </ConfirmDialog>
  )
}

function ReverseDialog(props: { readonly row: AccrualRow; readonly accrualId: string; readonly onClose: () => void }) {
  const form = useForm(payables.reverseAccrual, {
    draftKey: props.accrualId,
    initial: { accrualId: props.accrualId, postedOn: todayInTokyo() },
    refreshes: recurringQueries,
    onDone: () => {
      showToast(t('概算計上を取り消しました。'))
      props.onClose()
    },
  })
  return (
    <FormDialog title={t('概算計上を取り消す')} form={form} isOpen onClose={props.onClose} saveLabel={t('取り消す')}>
      <p>
        {props.row.vendorName}　{props.row.title}
      </p>
      <DateField label={t('取り消す日')} {...form.field('postedOn')} />
      <TextField label={t('理由')} autoFocus {...form.field('reason')} help={t('例：契約を終えていたため届かない')} />
    </FormDialog>
  )
}
