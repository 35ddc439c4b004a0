import type { Column } from '@ennoshita/ui'
import {
  Button,
  Checkbox,
  DataTable,
  EmptyState,
  FilterField,
  Total,
  t,
  useAddressState,
  useAsk,
  useFiltered,
  useKeys,
  useLanguage,
  useRights,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { payables } from '../../contract.ts'
import { yenInTable } from '../amounts.ts'
import { AddRecurringDialog, ChangeRecurringDialog } from './recurring-dialogs.tsx'
import type { Recurring } from './recurring-words.ts'
import { arrivesWord, everyWord, monthWord } from './recurring-words.ts'

const idOf = (row: Recurring) => row.recurringId
const textOf = (row: Recurring) => `${row.vendorName} ${row.title} ${row.note}`

function columnsOf(): Column<Recurring>[] {
  return [
    { key: 'vendor', head: t('取引先'), card: '1', cell: (row) => row.vendorName, sortBy: (row) => row.vendorName },
    { key: 'title', head: t('内容'), card: '2', cell: (row) => row.title, sortBy: (row) => row.title },
    {
      key: 'every',
      head: t('間隔'),
      width: '7rem',
      card: '1-end',
      cell: (row) => everyWord(row.everyMonths),
      sortBy: (row) => row.everyMonths,
    },
    { key: 'arrives', head: t('届くころ'), width: '9rem', card: '3', cell: arrivesWord },
    {
      key: 'span',
      head: t('期間'),
      width: '14rem',
      card: 'none',
      cell: (row) =>
        row.endsMonth === null
          ? t('{month}から', { month: monthWord(row.startsMonth) })
          : t('{from}〜{until}', { from: monthWord(row.startsMonth), until: monthWord(row.endsMonth) }),
      sortBy: (row) => row.startsMonth,
    },
    {
      key: 'account',
      head: t('勘定科目'),
      width: '11rem',
      card: 'none',
      cell: (row) => [...new Set(row.lines.map((line) => line.accountName))].join('、'),
    },
    {
      key: 'amount',
      head: t('いつもの金額'),
      width: '8.5rem',
      align: 'end',
      card: '2-end',
      cell: (row) => yenInTable(row.amount),
      sortBy: (row) => row.amount,
    },
  ]
}

/** 届くはずの請求書: from whom, how often, when it arrives, and what it comes to. */
export function RecurringPage() {
  const [filter, setFilter] = useState('')
  const [ended, setEnded] = useAddressState('ended', '')
  const [isAdding, setAdding] = useState(false)
  const [chosen, setChosen] = useState<Recurring | null>(null)
  const rights = useRights()
  const inUse = useLanguage()
  const answer = useAsk(payables.recurringList, { includeEnded: ended !== '' })
  const rows = useFiltered(answer.data, filter, textOf)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(columnsOf, [inUse])
  const keeps = rights.may('payables.keep-recurring')
  useKeys(keeps ? [{ key: 'n', says: t('新しく追加する'), run: () => setAdding(true) }] : [])
  const add = (
    <Button kind="main" keys="N" onPress={() => setAdding(true)}>
      {t('届くはずの請求書を登録')}
    </Button>
  )
  return (
    <>
      <div className="filter-bar">
        <search className="filters">
          <FilterField label={t('取引先・内容で絞り込む')} value={filter} onChange={setFilter} />
          <Checkbox
            label={t('終わったものも示す')}
            value={ended !== ''}
            onChange={(isShown) => setEnded(isShown ? 'yes' : '')}
          />
          {keeps ? add : null}
        </search>
        <div className="totals">
          <Total label={t('件数')} value={rows?.length ?? 0} unit={t('件')} />
        </div>
      </div>
      <DataTable
        label={t('届くはずの請求書')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        {...(keeps ? { onOpen: setChosen } : {})}
        empty={
          <EmptyState title={t('届くはずの請求書は登録されていません')}>
            {t('家賃・電気・通信・顧問料など、毎月届くものから登録してください。')}
          </EmptyState>
        }
      />
      {isAdding ? <AddRecurringDialog onClose={() => setAdding(false)} /> : null}
      {chosen === null ? null : <ChangeRecurringDialog recurring={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}
