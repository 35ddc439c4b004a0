import type { Column } from '@ennoshita/ui'
import {
  AmountField,
  ask,
  Button,
  ComboBox,
  DataTable,
  DateField,
  dateInTable,
  EmptyState,
  FilterField,
  LinkButton,
  Pager,
  Screen,
  SheetActs,
  Status,
  TextField,
  Total,
  t,
  todayInTokyo,
  useAsk,
  useCursors,
  useLanguage,
  useOpen,
  useRights,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { ledger } from '../../contract.ts'
import { useAccountOptions } from '../options.ts'
import { journalsOnPaper } from '../paper-layouts.ts'
import type { JournalRow } from '../words.ts'
import { daysWord, descriptionWord, yen } from '../words.ts'
import type { JournalFilter } from './use-journal-filter.ts'
import { useJournalFilter } from './use-journal-filter.ts'

const atOnce = 200
const idOf = (journal: JournalRow) => journal.journalId
const numberWord = (journal: JournalRow) => (journal.number === null ? '' : String(journal.number))

/** 仕訳帳: every journal, found by day, amount, words, account and number. */
export default function JournalsScreen() {
  const open = useOpen()
  const filter = useJournalFilter()
  const cursors = useCursors<{ readonly afterOn: string; readonly afterJournalId: string }>(
    JSON.stringify(filter.input),
  )
  const answer = useAsk(ledger.journalList, { ...filter.input, ...cursors.cursor, limit: atOnce })
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(columnsOf, [inUse])
  const journals = answer.data?.journals
  const { next } = answer.data ?? {}
  const sum = (journals ?? []).reduce((total, journal) => total + journal.amount, 0)
  const canWrite = useRights().may('ledger.post-journals')
  const write = () => open('/journals/new')
  const add = canWrite ? (
    <LinkButton kind="main" keys="N" to="/journals/new">
      {t('振替伝票を書く')}
    </LinkButton>
  ) : null
  return (
    <Screen
      title={t('仕訳帳')}
      period={daysWord(filter.from, filter.until)}
      {...(canWrite ? { onNew: write } : {})}
      actions={
        <>
          <SheetActs
            read={() => ask(ledger.journalExports, filter.input)}
            layout={journalsOnPaper({ title: '仕訳帳', period: daysWord(filter.from, filter.until) })}
          />
          {add}
        </>
      }
      filters={<Filters filter={filter} />}
      totals={
        <>
          <Total label={t('表示')} value={journals?.length ?? 0} unit={next ? t('件（続きあり）') : t('件')} />
          <Total label={next || cursors.page > 1 ? t('表示の合計') : t('合計')} value={yen(sum)} unit={t('円')} />
        </>
      }
    >
      <DataTable
        label={t('仕訳帳')}
        rows={journals}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        onOpen={(journal) => open(`/journals/${journal.journalId}`)}
        empty={
          filter.isNarrow ? (
            <EmptyState title={t('この条件に当たる仕訳はありません')}>
              {t('期間や金額の幅を広げてください。')}
            </EmptyState>
          ) : (
            <EmptyState title={t('この期間の仕訳はまだありません')} action={add}>
              {t('請求書を承認すると、ここに仕訳が入ります。手で書くときは振替伝票を使います。')}
            </EmptyState>
          )
        }
      />
      <Pager page={cursors.page} onBack={cursors.back} onNext={next ? () => cursors.on(next) : undefined} />
    </Screen>
  )
}

function Filters({ filter }: { readonly filter: JournalFilter }) {
  const accounts = useAccountOptions()
  const [isMore, setMore] = useState(filter.hasMore)
  const today = todayInTokyo()
  return (
    <>
      <FilterField label={t('摘要・取引先・備考')} value={filter.typed} onChange={filter.setTyped} />
      <DateField
        label={t('この日から')}
        hidesLabel
        placeholder={t('この日から')}
        near={today}
        value={filter.from || null}
        onChange={(on) => filter.setFrom(on ?? '')}
      />
      <span className="only-desk" aria-hidden="true">
        〜
      </span>
      <DateField
        label={t('この日まで')}
        hidesLabel
        placeholder={t('この日まで')}
        near={today}
        value={filter.until || null}
        onChange={(on) => filter.setUntil(on ?? '')}
      />
      <Button kind="quiet" onPress={() => setMore(!isMore)}>
        {isMore ? t('条件を減らす') : t('条件を増やす')}
      </Button>
      {isMore ? (
        <>
          <AmountField
            label={t('金額の下限')}
            hidesLabel
            placeholder={t('金額の下限')}
            value={numberOf(filter.min)}
            onChange={(amount) => filter.setMin(textOf(amount))}
          />
          <AmountField
            label={t('金額の上限')}
            hidesLabel
            placeholder={t('金額の上限')}
            value={numberOf(filter.max)}
            onChange={(amount) => filter.setMax(textOf(amount))}
          />
          <ComboBox
            label={t('勘定科目')}
            hidesLabel
            width="medium"
            placeholder={t('勘定科目')}
            options={accounts}
            value={filter.account || null}
            onChange={(accountId) => filter.setAccount(accountId ?? '')}
          />
          <TextField
            label={t('伝票番号')}
            hidesLabel
            width="short"
            placeholder={t('伝票番号')}
            value={filter.number}
            onChange={filter.setNumber}
          />
        </>
      ) : null}
    </>
  )
}

const numberOf = (text: string): number | null => (text === '' ? null : Number(text))
const textOf = (amount: number | null): string => (amount === null ? '' : String(amount))

function columnsOf(): Column<JournalRow>[] {
  return [
    {
      key: 'on',
      head: t('日付'),
      width: '7.5rem',
      card: '2',
      cell: (journal) => dateInTable(journal.postedOn),
      sortBy: (journal) => journal.postedOn,
    },
    {
      key: 'number',
      head: t('番号'),
      width: '5rem',
      align: 'end',
      card: '3-end',
      cell: numberWord,
      sortBy: (journal) => journal.number,
    },
    {
      key: 'debit',
      head: t('借方'),
      width: '11rem',
      card: '3',
      cell: (journal) => journal.debitAccount ?? t('諸口'),
      sortBy: (journal) => journal.debitAccount,
    },
    {
      key: 'credit',
      head: t('貸方'),
      width: '11rem',
      card: 'none',
      cell: (journal) => journal.creditAccount ?? t('諸口'),
      sortBy: (journal) => journal.creditAccount,
    },
    {
      key: 'amount',
      head: t('金額'),
      width: '8.5rem',
      align: 'end',
      card: '1-end',
      cell: (journal) => yen(journal.amount),
      sortBy: (journal) => journal.amount,
    },
    {
      key: 'partner',
      head: t('取引先'),
      width: '15%',
      card: 'none',
      cell: (journal) => journal.partner,
      sortBy: (journal) => journal.partner,
    },
    {
      key: 'description',
      head: t('摘要'),
      card: '1',
      cell: (journal) => journal.description || journal.partner,
      sortBy: (journal) => descriptionWord(journal),
    },
    {
      key: 'state',
      head: t('状態'),
      width: '7rem',
      card: '2-end',
      cell: (journal) => <JournalState journal={journal} />,
    },
  ]
}

function JournalState({ journal }: { readonly journal: JournalRow }) {
  if (journal.reversedBy !== null) return <Status colour="grey">{t('取消済み')}</Status>
  if (journal.reverses !== null) return <Status colour="amber">{t('赤伝票')}</Status>
  return journal.kind === 'closing' ? <Status colour="blue">{t('決算整理')}</Status> : null
}
