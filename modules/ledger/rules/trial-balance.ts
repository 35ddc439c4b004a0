import type { Words } from '@ennoshita/kernel'
import {
  type Division,
  divisionNames,
  divisions,
  isProfitAndLoss,
  type Side,
  type SumName,
  sumNames,
  sums,
} from './divisions.ts'

/** An account with what a trial balance needs of it. */
export type BalancedAccount = {
  readonly accountId: string
  readonly code: string
  readonly name: string
  readonly division: Division
  readonly side: Side
  readonly purpose: string | null
}

/** The totals of an account, or of a part of it. Yen; `before` and `opening` are debit less credit. */
export type AccountTotals = {
  readonly accountId: string
  readonly subAccountId: string | null
  readonly departmentId: string | null
  /** Before the fiscal year. */
  readonly before: number
  /** In the fiscal year, before the months asked for. */
  readonly opening: number
  /** In the months asked for. */
  readonly debit: number
  readonly credit: number
}

/** 期首・期間借方・期間貸方・期末, on the row's own side: below zero when it stands on the other one. */
export type Figures = {
  readonly opening: number
  readonly debit: number
  readonly credit: number
  readonly closing: number
}

export type Part = { readonly subAccountId: string | null; readonly departmentId: string | null } & Figures
export type AccountRow = BalancedAccount & Figures & { readonly parts: Part[] }
export type GroupRow = { readonly group: Division | SumName; readonly side: Side } & Words & Figures

type Sums = { readonly opening: number; readonly debit: number; readonly credit: number }

/**
 * 合計残高試算表 from totals. What an account of the balance sheet had before the fiscal year is carried forward; accounts of the
 * profit and loss statement begin at zero, and their balance of the years before stands in 繰越利益剰余金. The profit of this year (当期純損益)
 * stands in the sum of 利益剰余金 and in all above it, so that assets are liabilities and net assets in every month. Rows of nothing but
 * zero are left out.
 */
export function trialBalance(
  accounts: readonly BalancedAccount[],
  totals: readonly AccountTotals[],
): { accounts: AccountRow[]; groups: GroupRow[]; debit: number; credit: number } {
  const ofAccount = Map.groupBy(totals, ({ accountId }) => accountId)
  const carried = accounts
    .filter(({ division }) => isProfitAndLoss(division))
    .flatMap(({ accountId }) => ofAccount.get(accountId) ?? [])
    .reduce((sum, { before }) => sum + before, 0)
  const rows = accounts
    .map((account) => rowOf(account, ofAccount.get(account.accountId) ?? [], carried))
    .filter(isSomething)
    .sort(
      (one, other) =>
        divisionNames.indexOf(one.division) - divisionNames.indexOf(other.division) || (one.code < other.code ? -1 : 1),
    )
  const homeless = accounts.some(({ purpose }) => purpose === 'retained-earnings') ? 0 : carried
  return {
    accounts: rows,
    groups: groupsOf(rows, homeless),
    debit: rows.reduce((sum, { debit }) => sum + debit, 0),
    credit: rows.reduce((sum, { credit }) => sum + credit, 0),
  }
}

function rowOf(account: BalancedAccount, totals: readonly AccountTotals[], carried: number): AccountRow {
  const fromBefore = isProfitAndLoss(account.division) ? 0 : 1
  const parts = totals.map(({ subAccountId, departmentId, before, opening, debit, credit }) => ({
    ...{ subAccountId, departmentId },
    ...figuresOf({ opening: before * fromBefore + opening, debit, credit }, account.side),
  }))
  const whole = {
    opening:
      totals.reduce((sum, { before, opening }) => sum + before * fromBefore + opening, 0) +
      (account.purpose === 'retained-earnings' ? carried : 0),
    debit: totals.reduce((sum, { debit }) => sum + debit, 0),
    credit: totals.reduce((sum, { credit }) => sum + credit, 0),
  }
  return { ...account, ...figuresOf(whole, account.side), parts: parts.filter(isSomething) }
}

/** Debit-less-credit figures on a side of their own; never minus zero. */
function figuresOf({ opening, debit, credit }: Sums, side: Side): Figures {
  const sign = side === 'debit' ? 1 : -1
  return { opening: sign * opening || 0, debit, credit, closing: sign * (opening + debit - credit) || 0 }
}

function isSomething({ opening, debit, credit }: Figures): boolean {
  return opening !== 0 || debit !== 0 || credit !== 0
}

function groupsOf(rows: readonly AccountRow[], homeless: number): GroupRow[] {
  const ofDivision = new Map<Division, Sums>()
  if (homeless !== 0) ofDivision.set('retained-earnings', { opening: homeless, debit: 0, credit: 0 })
  for (const { division, side, opening, debit, credit } of rows) {
    const so = ofDivision.get(division) ?? { opening: 0, debit: 0, credit: 0 }
    const signed = side === 'debit' ? opening : -opening
    ofDivision.set(division, { opening: so.opening + signed, debit: so.debit + debit, credit: so.credit + credit })
  }
  const profit = profitOf(ofDivision)
  if (profit.opening !== 0 || profit.debit !== 0 || profit.credit !== 0) {
    const kept = ofDivision.get('retained-earnings') ?? { opening: 0, debit: 0, credit: 0 }
    const { opening, debit, credit } = profit
    ofDivision.set('retained-earnings', {
      ...{ opening: kept.opening + opening, debit: kept.debit + debit, credit: kept.credit + credit },
    })
  }
  return divisionNames.flatMap((division): GroupRow[] => {
    const { side, says } = divisions[division]
    const figures = ofDivision.get(division)
    const own = figures ? [{ group: division, side, ...says, ...figuresOf(figures, side) }] : []
    return [
      ...own,
      ...sumNames.filter((name) => sums[name].of.at(-1) === division).map((name) => sumOf(name, ofDivision)),
    ]
  })
}

/** What the profit and loss accounts come to, as one line of the balance sheet: a profit in credit, a loss in debit. */
function profitOf(ofDivision: ReadonlyMap<Division, Sums>): Sums {
  const all = divisionNames.filter(isProfitAndLoss).flatMap((division) => ofDivision.get(division) ?? [])
  const moved = all.reduce((sum, { debit, credit }) => sum + debit - credit, 0)
  const opening = all.reduce((sum, each) => sum + each.opening, 0)
  return { opening, debit: Math.max(0, moved), credit: Math.max(0, -moved) }
}

function sumOf(name: SumName, ofDivision: ReadonlyMap<Division, Sums>): GroupRow {
  const { side, says, of } = sums[name]
  const whole = { opening: 0, debit: 0, credit: 0 }
  for (const division of of) {
    const { opening, debit, credit } = ofDivision.get(division) ?? { opening: 0, debit: 0, credit: 0 }
    whole.opening += opening
    whole.debit += debit
    whole.credit += credit
  }
  return { group: name, side, ...says, ...figuresOf(whole, side) }
}
