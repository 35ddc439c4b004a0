import type { AnswerOf } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import {
  ask,
  Checkbox,
  DataTable,
  DateField,
  EmptyState,
  FilterField,
  LinkButton,
  Screen,
  SheetActs,
  ThrownNote,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useFiltered,
  useLanguage,
  useOpen,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import type { AccountShown } from '../../contract.ts'
import { ledger } from '../../contract.ts'
import { divisionWord } from '../division-words.ts'
import { monthEnd, monthOf } from '../months.ts'
import { ledgersOnPaper } from '../paper-layouts.ts'
import { daysWord, monthWord, yen } from '../words.ts'

type Row = AccountShown & {
  /** On its own side at the end of the last month; undefined where nothing is known. */
  readonly balance: number | undefined
}

const idOf = (account: Row) => account.accountId
const textOf = (account: Row) => `${account.code} ${account.name} ${account.kana} ${account.divisionName}`

/** 総勘定元帳: which account, in which days? All of them together are taken out for the tax accountant. */
export default function LedgersScreen() {
  const open = useOpen()
  const [filter, setFilter] = useState('')
  const today = todayInTokyo()
  const [from, setFrom] = useAddressState('from', monthOf(today))
  const [until, setUntil] = useAddressState('until', monthEnd(today))
  const answer = useAsk(ledger.accountList, { includeClosed: true })
  const [all, setAll] = useAddressState('all', '')
  const summed = useAsk(ledger.trialBalances, { fromMonth: monthOf(from), untilMonth: monthOf(until) })
  const balances = summed.data
  const rows = useFiltered(
    useMemo(() => rowsOf(answer.data, balances, all !== ''), [answer.data, balances, all]),
    filter,
    textOf,
  )
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(() => columnsOf(until), [inUse, until])
  return (
    <Screen
      title={t('総勘定元帳')}
      period={daysWord(from, until)}
      actions={
        <>
          <SheetActs
            read={() => ask(ledger.ledgerExports, { fromOn: from, untilOn: until })}
            layout={ledgersOnPaper({ title: '総勘定元帳', period: daysWord(from, until) })}
          />
          <LinkButton to={`/trial-balance?from=${monthOf(from)}&until=${monthOf(until)}`}>
            {t('合計残高試算表')}
          </LinkButton>
        </>
      }
      filters={
        <>
          <FilterField label={t('科目の番号・名前・かな')} value={filter} onChange={setFilter} />
          <DateField label={t('この日から')} hidesLabel value={from} onChange={(on) => setFrom(on ?? monthOf(today))} />
          <span className="only-desk" aria-hidden="true">
            〜
          </span>
          <DateField
            label={t('この日まで')}
            hidesLabel
            value={until}
            onChange={(on) => setUntil(on ?? monthEnd(today))}
          />
          <Checkbox label={t('動きも残高もない科目も')} value={all !== ''} onChange={(is) => setAll(is ? 'yes' : '')} />
        </>
      }
      totals={<Total label={t('科目')} value={rows?.length ?? 0} unit={t('件')} />}
    >
      {summed.error === null ? null : <ThrownNote error={summed.error} />}
      <DataTable
        label={t('勘定科目')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        groupOf={(account) => divisionWord(account.division)}
        onOpen={(account) => open(`/ledgers/${account.accountId}?from=${from}&until=${until}`)}
        empty={
          <EmptyState
            title={answer.data?.length === 0 ? t('勘定科目がまだありません') : t('この条件に当たる科目はありません')}
            action={<LinkButton to="/accounts">{t('勘定科目へ')}</LinkButton>}
          />
        }
      />
    </Screen>
  )
}

/** The accounts that stand in the books; all of them where that is not known. */
function rowsOf(
  accounts: readonly AccountShown[] | undefined,
  balances: AnswerOf<typeof ledger.trialBalances> | undefined,
  isAll: boolean,
): readonly Row[] | undefined {
  const closing = new Map(balances?.accounts.map((row) => [row.accountId, row.closing]))
  return accounts
    ?.map((account) => ({ ...account, balance: closing.get(account.accountId) }))
    .filter(({ balance }) => isAll || balances === undefined || balance !== undefined)
}

function columnsOf(until: string): Column<Row>[] {
  return [
    { key: 'code', head: t('番号'), width: '6rem', card: '1-end', cell: (account) => account.code },
    { key: 'name', head: t('勘定科目'), width: '30%', card: '1', cell: (account) => account.name },
    { key: 'kana', head: t('カナ'), card: 'none', cell: (account) => account.kana },
    {
      key: 'parts',
      head: t('補助科目'),
      width: '7rem',
      align: 'end',
      card: 'none',
      cell: (account) => (account.parts.length === 0 ? '' : t('{count}件', { count: account.parts.length })),
    },
    {
      key: 'balance',
      head: t('{month}末の残高', { month: monthWord(until) }),
      width: '12rem',
      align: 'end',
      card: '2-end',
      cell: (account) => (account.balance === undefined ? '' : yen(account.balance)),
    },
  ]
}
