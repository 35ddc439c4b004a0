import { isLocalDate } from '@ennoshita/kernel'
import { useDepartmentOptions } from '@ennoshita/people/options'
import type { Column } from '@ennoshita/ui'
import {
  ask,
  ComboBox,
  DataTable,
  DateField,
  dateInTable,
  EmptyState,
  LinkButton,
  Pager,
  Screen,
  SheetActs,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useCursors,
  useLanguage,
  useOpen,
  usePathPart,
} from '@ennoshita/ui'
import { useMemo } from 'react'
import { ledger } from '../../contract.ts'
import { monthEnd, monthOf } from '../months.ts'
import { useAccountOptions } from '../options.ts'
import { ledgersOnPaper } from '../paper-layouts.ts'
import { daysWord, yen } from '../words.ts'
import type { BookRow } from './book-rows.ts'
import { bookRowsOf } from './book-rows.ts'

const atOnce = 200
const idOf = (row: BookRow) => row.key

type Cursor = { readonly afterOn: string; readonly afterJournalId: string; readonly afterLine: number }

/** 総勘定元帳 of one account: what was carried forward, each line with the other side, and the balance after it. */
export default function AccountLedgerScreen() {
  const accountId = usePathPart('accountId')
  const open = useOpen()
  const filter = useBookFilter(accountId)
  const { asked } = filter
  const cursors = useCursors<Cursor>(JSON.stringify(asked))
  const answer = useAsk(ledger.accountLedgers, { ...asked, ...cursors.cursor, limit: atOnce })
  const book = answer.data?.accountId === accountId ? answer.data : undefined
  const rows = useMemo(() => (book === undefined ? undefined : bookRowsOf(book, asked.fromOn)), [book, asked.fromOn])
  const inUse = useLanguage()
  const next = book?.next
  const isPart = cursors.page > 1 || Boolean(next)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(() => columnsOf(rows ?? [], isPart), [inUse, rows, isPart])
  return (
    <Screen
      title={book === undefined ? t('総勘定元帳') : t('{code} {name} の元帳', { code: book.code, name: book.name })}
      period={daysWord(asked.fromOn, asked.untilOn)}
      actions={
        <>
          <LinkButton to="/ledgers">{t('ほかの科目を選ぶ')}</LinkButton>
          <LinkButton to={`/trial-balance?from=${monthOf(asked.fromOn)}&until=${monthOf(asked.untilOn)}`}>
            {t('試算表へ')}
          </LinkButton>
          <SheetActs
            read={() => ask(ledger.ledgerExports, asked)}
            layout={ledgersOnPaper({ title: '総勘定元帳', period: daysWord(asked.fromOn, asked.untilOn) })}
          />
        </>
      }
      filters={<BookFilters accountId={accountId} filter={filter} />}
      totals={book === undefined ? null : <Total label={t('残高')} value={yen(book.closing)} unit={t('円')} />}
    >
      <DataTable
        label={t('総勘定元帳')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        onOpen={(row) => {
          if (row.journalId !== null) open(`/journals/${row.journalId}`)
        }}
        empty={<EmptyState title={t('この期間の動きはありません')} />}
      />
      <Pager page={cursors.page} onBack={cursors.back} onNext={next ? () => cursors.on(next) : undefined} />
    </Screen>
  )
}

/** The days, the sub-account and the department in the address; without a word it is the month of today. */
function useBookFilter(accountId: string) {
  const today = todayInTokyo()
  const [from, setFrom] = useAddressState('from', monthOf(today))
  const [until, setUntil] = useAddressState('until', monthEnd(today))
  const [subAccount, setSubAccount] = useAddressState('sub', '')
  const [department, setDepartment] = useAddressState('department', '')
  const asked = {
    accountId,
    fromOn: isLocalDate(from) ? from : monthOf(today),
    untilOn: isLocalDate(until) ? until : monthEnd(today),
    ...(subAccount === '' ? {} : { subAccountId: subAccount }),
    ...(department === '' ? {} : { departmentId: department }),
  }
  return { asked, from, setFrom, until, setUntil, subAccount, setSubAccount, department, setDepartment }
}

function BookFilters({
  accountId,
  filter,
}: {
  readonly accountId: string
  readonly filter: ReturnType<typeof useBookFilter>
}) {
  const open = useOpen()
  const departments = useDepartmentOptions()
  const accounts = useAccountOptions()
  const parts = useAsk(ledger.accountList, { includeClosed: true }).data?.find(
    (each) => each.accountId === accountId,
  )?.parts
  return (
    <>
      <ComboBox
        label={t('勘定科目')}
        hidesLabel
        width="medium"
        options={accounts}
        value={accountId}
        onChange={(other) => {
          if (other !== null && other !== accountId)
            open(`/ledgers/${other}?from=${filter.asked.fromOn}&until=${filter.asked.untilOn}`)
        }}
      />
      <DateField
        label={t('この日から')}
        hidesLabel
        value={filter.from || null}
        onChange={(on) => filter.setFrom(on ?? '')}
      />
      <span className="only-desk" aria-hidden="true">
        〜
      </span>
      <DateField
        label={t('この日まで')}
        hidesLabel
        value={filter.until || null}
        onChange={(on) => filter.setUntil(on ?? '')}
      />
      {parts === undefined || parts.length === 0 ? null : (
        <ComboBox
          label={t('補助科目')}
          hidesLabel
          width="medium"
          placeholder={t('補助科目')}
          options={parts.map((part) => ({
            value: part.subAccountId,
            label: part.name,
            code: part.code,
            kana: part.kana,
          }))}
          value={filter.subAccount || null}
          onChange={(next) => filter.setSubAccount(next ?? '')}
        />
      )}
      <ComboBox
        label={t('部門')}
        hidesLabel
        width="medium"
        placeholder={t('部門')}
        options={departments}
        value={filter.department || null}
        onChange={(next) => filter.setDepartment(next ?? '')}
      />
    </>
  )
}

const sumOf = (rows: readonly BookRow[], side: 'debit' | 'credit') =>
  yen(rows.reduce((sum, row) => sum + (row[side] ?? 0), 0))

/** `isPart`: the sums at the foot are those of one page of several. */
function columnsOf(rows: readonly BookRow[], isPart: boolean): Column<BookRow>[] {
  return [
    { key: 'on', head: t('日付'), width: '7.5rem', card: '2', cell: (row) => dateInTable(row.on) },
    { key: 'number', head: t('番号'), width: '5rem', align: 'end', card: 'none', cell: (row) => row.number ?? '' },
    {
      key: 'counter',
      head: t('相手科目'),
      width: '11rem',
      card: '3',
      cell: (row) => (row.journalId === null ? '' : (row.counterAccount ?? t('諸口'))),
    },
    {
      key: 'description',
      head: t('摘要'),
      card: '1',
      cell: (row) => (row.journalId === null ? <b>{t('前からの繰越')}</b> : row.description),
      foot: isPart ? t('このページの計') : t('計'),
    },
    { key: 'tax', head: t('税区分'), width: '8rem', card: 'none', cell: (row) => row.taxName },
    {
      key: 'debit',
      head: t('借方'),
      width: '8.5rem',
      align: 'end',
      card: '1-end',
      cell: (row) => (row.debit === null ? '' : yen(row.debit)),
      foot: sumOf(rows, 'debit'),
    },
    {
      key: 'credit',
      head: t('貸方'),
      width: '8.5rem',
      align: 'end',
      card: '2-end',
      cell: (row) => (row.credit === null ? '' : yen(row.credit)),
      foot: sumOf(rows, 'credit'),
    },
    {
      key: 'balance',
      head: t('残高'),
      width: '9rem',
      align: 'end',
      card: '3-end',
      cell: (row) => yen(row.balance),
      foot: yen(rows.at(-1)?.balance ?? 0),
    },
  ]
}
