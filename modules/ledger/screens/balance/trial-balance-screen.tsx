import type { AnswerOf } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import {
  ask,
  Button,
  Checkbox,
  DataTable,
  EmptyState,
  LinkButton,
  language,
  Screen,
  Select,
  SheetActs,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useLanguage,
  useOpen,
  useRights,
} from '@ennoshita/ui'
import { useMemo } from 'react'
import { ledger } from '../../contract.ts'
import { type BalanceRow, balanceRowsOf } from '../../rules/balance-rows.ts'
import { fiscalYearOf } from '../../rules/fiscal-year.ts'
import { monthEnd, monthOf, recentMonths } from '../months.ts'
import { balancesOnPaper } from '../paper-layouts.ts'
import { monthsWord, monthWord, yen, yenOrEmpty } from '../words.ts'

type Balances = AnswerOf<typeof ledger.trialBalances>

const idOf = (row: BalanceRow) => row.key
const monthsBack = 60

/** 合計残高試算表: each account opens its ledger with the same months. */
export default function TrialBalanceScreen() {
  const open = useOpen()
  const { may } = useRights()
  const today = todayInTokyo()
  const [from, setFrom] = useAddressState('from', monthOf(today))
  const [until, setUntil] = useAddressState('until', monthOf(today))
  const [bySubAccount, setBySubAccount] = useAddressState('sub', '')
  const [byDepartment, setByDepartment] = useAddressState('department', '')
  const asked = { bySubAccount: bySubAccount !== '', byDepartment: byDepartment !== '' }
  const input = { fromMonth: from, untilMonth: until, ...asked }
  const answer = useAsk(ledger.trialBalances, input)
  const balances = answer.data
  const rows = useMemo(() => (balances === undefined ? undefined : balanceRowsOf(balances)), [balances])
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(() => columnsOf(balances), [inUse, balances])
  const choose = useMonthChoice({ from, until, setFrom, setUntil }, balances)
  function drill(row: BalanceRow) {
    if (row.kind === 'sum' || row.kind === 'profit') return
    const part = row.kind === 'part' ? row.part : null
    const narrower = `${part?.subAccountId ? `&sub=${part.subAccountId}` : ''}${part?.departmentId ? `&department=${part.departmentId}` : ''}`
    open(`/ledgers/${row.account.accountId}?from=${from}&until=${monthEnd(until)}${narrower}`)
  }
  return (
    <Screen
      title={t('合計残高試算表')}
      period={monthsWord(from, until)}
      actions={
        <SheetActs
          read={() => ask(ledger.trialBalanceExports, input)}
          layout={balancesOnPaper({ title: '合計残高試算表', period: monthsWord(from, until) })}
        />
      }
      filters={
        <>
          <Select
            label={t('この月から')}
            hidesLabel
            isRequired
            choices={choose.choices}
            value={from}
            onChange={choose.from}
          />
          <span aria-hidden="true">〜</span>
          <Select
            label={t('この月まで')}
            hidesLabel
            isRequired
            choices={choose.choices}
            value={until}
            onChange={choose.until}
          />
          <Button kind="quiet" onPress={choose.yearToDate}>
            {t('期首から')}
          </Button>
          <Checkbox
            label={t('補助科目ごと')}
            value={asked.bySubAccount}
            onChange={(is) => setBySubAccount(is ? 'yes' : '')}
          />
          <Checkbox
            label={t('部門ごと')}
            value={asked.byDepartment}
            onChange={(is) => setByDepartment(is ? 'yes' : '')}
          />
        </>
      }
      totals={
        balances === undefined ? null : (
          <>
            <Total label={t('借方合計')} value={yen(balances.debit)} unit={t('円')} />
            <Total label={t('貸方合計')} value={yen(balances.credit)} unit={t('円')} />
          </>
        )
      }
    >
      <DataTable
        label={t('合計残高試算表')}
        rows={balances?.accounts.length === 0 ? [] : rows}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        onOpen={drill}
        markOf={(row) => (row.kind === 'sum' && !row.isDivision ? 'current' : undefined)}
        empty={
          <EmptyState
            title={t('この期間までの仕訳がありません')}
            action={
              may('ledger.post-journals') ? <LinkButton to="/journals/new">{t('振替伝票を書く')}</LinkButton> : null
            }
          >
            {t('期間を変えるか、開始残高を振替伝票で入れてください。')}
          </EmptyState>
        }
      />
    </Screen>
  )
}

/** Two months of one fiscal year: choosing the first carries the second along where it would leave the year. */
function useMonthChoice(
  period: {
    readonly from: string
    readonly until: string
    readonly setFrom: (month: string) => void
    readonly setUntil: (month: string) => void
  },
  balances: Balances | undefined,
) {
  const today = todayInTokyo()
  const months = [...new Set([...recentMonths(today, monthsBack), period.from, period.until])].sort().reverse()
  const startMonth = Number(balances?.fiscalYear.startsOn.slice(5, 7) ?? 4)
  const yearOf = (month: string) => fiscalYearOf(month, { month: startMonth, day: 1 })
  const choices = months.map((value) => ({ value, label: monthWord(value) }))
  return {
    choices,
    from: (month: string | null) => {
      if (month === null) return
      const last = monthOf(yearOf(month).endsOn)
      period.setFrom(month)
      if (period.until < month) period.setUntil(month)
      else if (period.until > last) period.setUntil(last)
    },
    until: (month: string | null) => {
      if (month === null) return
      const first = yearOf(month).startsOn
      period.setUntil(month)
      if (period.from > month) period.setFrom(month)
      else if (period.from < first) period.setFrom(first)
    },
    yearToDate: () => period.setFrom(yearOf(period.until).startsOn),
  }
}

/** What a row is called on the screen. */
function nameOfRow(row: BalanceRow): string {
  if (row.kind === 'account') return row.account.name
  if (row.kind === 'profit') return t('当期純損益')
  if (row.kind === 'sum')
    return row.isDivision ? t('{group} 計', { group: row.group[language()] }) : row.group[language()]
  const names = [row.part.subAccountName, row.part.departmentName].filter((name) => name !== null)
  return names.length === 0 ? t('（なし）') : names.join('・')
}

function NameFace({ row }: { readonly row: BalanceRow }) {
  if (row.kind === 'sum') return <b>{nameOfRow(row)}</b>
  return row.kind === 'part' ? <span className="indented">{nameOfRow(row)}</span> : nameOfRow(row)
}

const strong = (row: BalanceRow, text: string) => (row.kind === 'sum' ? <b>{text}</b> : text)

function columnsOf(balances: Balances | undefined): Column<BalanceRow>[] {
  const figure = (
    key: 'opening' | 'debit' | 'credit' | 'closing',
    head: string,
    card: '1-end' | '2' | '2-end' | 'none',
    foot?: string,
  ) =>
    ({
      key,
      head,
      card,
      width: '10rem',
      align: 'end',
      cell: (row: BalanceRow) => strong(row, yenOrEmpty(row[key])),
      ...(foot === undefined ? {} : { foot }),
    }) as const
  return [
    {
      key: 'code',
      head: t('番号'),
      width: '5.5rem',
      card: 'none',
      cell: (row) => (row.kind === 'account' ? row.account.code : ''),
    },
    { key: 'name', head: t('勘定科目'), card: '1', cell: (row) => <NameFace row={row} /> },
    figure('opening', t('前からの繰越'), '2'),
    figure('debit', t('借方'), 'none', balances === undefined ? '' : yen(balances.debit)),
    figure('credit', t('貸方'), 'none', balances === undefined ? '' : yen(balances.credit)),
    figure('closing', t('残高'), '1-end'),
  ]
}
