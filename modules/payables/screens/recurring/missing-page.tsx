import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  dateInTable,
  EmptyState,
  FormDialog,
  KeyLine,
  Link,
  Status,
  showToast,
  TextField,
  Total,
  t,
  useAsk,
  useForm,
  useLanguage,
  useOpen,
  useRights,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { payables } from '../../contract.ts'
import { yenInTable } from '../amounts.ts'
import type { Missing } from './recurring-words.ts'
import { monthWord, recurringQueries } from './recurring-words.ts'

const idOf = (row: Missing) => `${row.recurringId} ${row.month}`

function columnsOf(): Column<Missing>[] {
  return [
    { key: 'vendor', head: t('取引先'), card: '1', cell: (row) => row.vendorName, sortBy: (row) => row.vendorName },
    { key: 'title', head: t('内容'), card: '2', cell: (row) => row.title, sortBy: (row) => row.title },
    {
      key: 'month',
      head: t('役務の月'),
      width: '8rem',
      card: '3',
      cell: (row) => monthWord(row.month),
      sortBy: (row) => row.month,
    },
    {
      key: 'expected',
      head: t('届くはずの日'),
      width: '8.5rem',
      card: 'none',
      cell: (row) => dateInTable(row.expectedOn),
      sortBy: (row) => row.expectedOn,
    },
    {
      key: 'late',
      head: t('遅れ'),
      width: '5.5rem',
      align: 'end',
      card: '1-end',
      cell: (row) => t('{days}日', { days: row.daysLate }),
      sortBy: (row) => row.daysLate,
    },
    {
      key: 'amount',
      head: t('いつもの金額'),
      width: '8rem',
      align: 'end',
      card: '2-end',
      cell: (row) => yenInTable(row.amount),
      sortBy: (row) => row.amount,
    },
    {
      key: 'accrued',
      head: t('概算計上'),
      width: '11rem',
      card: '3-end',
      cell: ({ accrued }) =>
        accrued === null ? (
          ''
        ) : (
          <span className="marks">
            <Status colour={accrued.reversedOn === null ? 'blue' : 'grey'}>
              {accrued.reversedOn === null ? t('概算計上済み') : t('取消済み')}
            </Status>
            <Link to={`/journals/${accrued.journalId}`}>{t('仕訳')}</Link>
          </span>
        ),
    },
  ]
}

/** まだ届いていません: what should be here by today, the longest overdue first. */
export function MissingPage() {
  const answer = useAsk(payables.missingInvoices, {})
  const open = useOpen()
  const rights = useRights()
  const inUse = useLanguage()
  const [skipping, setSkipping] = useState<Missing | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(columnsOf, [inUse])
  const keeps = rights.may('payables.keep-recurring')
  const skip = ([row]: readonly Missing[]) => {
    if (row !== undefined) setSkipping(row)
  }
  return (
    <>
      <div className="filter-bar">
        <div className="totals">
          <Total label={t('まだ届いていません')} value={answer.data?.length ?? 0} unit={t('件')} />
          <Total
            label={t('いつもの金額')}
            value={yenInTable((answer.data ?? []).reduce((sum, row) => sum + row.amount, 0))}
            unit={t('円')}
          />
        </div>
      </div>
      <DataTable
        label={t('まだ届いていません')}
        rows={answer.data}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        onOpen={(row) => open(`/vendors/${row.vendorId}`)}
        markOf={(row) => (row.daysLate > 0 ? 'late' : undefined)}
        {...(keeps
          ? {
              acts: [{ key: 's', run: skip }],
              bulk: (chosen: readonly Missing[]) => (
                <Button keys="S" isDisabled={chosen.length !== 1} onPress={() => skip(chosen)}>
                  {t('今回は届かない')}
                </Button>
              ),
            }
          : {})}
        empty={
          <EmptyState title={t('届くのを待っている請求書はありません')}>
            {t('家賃や通信費など毎月届く請求書を「届くはずの請求書」に登録すると、届いていないものがここに並びます。')}
          </EmptyState>
        }
      />
      <KeyLine
        keys={[
          ['↑↓', t('選ぶ')],
          ['Enter', t('取引先を開く')],
          ...(keeps ? [['S', t('今回は届かない')] as const] : []),
        ]}
      />
      {skipping === null ? null : <SkipDialog row={skipping} onClose={() => setSkipping(null)} />}
    </>
  )
}

function SkipDialog({ row, onClose }: { readonly row: Missing; readonly onClose: () => void }) {
  const form = useForm(payables.skipExpected, {
    draftKey: idOf(row),
    initial: { recurringId: row.recurringId, month: row.month },
    refreshes: recurringQueries,
    onDone: () => {
      showToast(t('{month}分は届かないものとしました。', { month: monthWord(row.month) }))
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('今回は届かない請求書とする')}
      form={form}
      isOpen
      onClose={onClose}
      saveLabel={t('届かないとする')}
    >
      <p>
        {row.vendorName}　{row.title}　{monthWord(row.month)}
      </p>
      <TextField label={t('理由')} autoFocus {...form.field('reason')} help={t('例：この月は利用がなかった')} />
    </FormDialog>
  )
}
