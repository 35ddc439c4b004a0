import type { Words } from '@ennoshita/kernel'
import { type Division, divisions, type Side, type SumName } from './divisions.ts'
import type { Figures } from './trial-balance.ts'

type Part = Figures & {
  readonly subAccountId: string | null
  readonly subAccountName: string | null
  readonly departmentId: string | null
  readonly departmentName: string | null
}
type Account = Figures & {
  readonly accountId: string
  readonly code: string
  readonly name: string
  readonly division: Division
  readonly side: Side
  readonly parts: readonly Part[]
}
type Group = Figures & Words & { readonly group: Division | SumName; readonly side: Side }
type Balances = { readonly accounts: readonly Account[]; readonly groups: readonly Group[] }

/** A row of the trial balance: an account, a part of one, 当期純損益 among the net assets, the sum of a 区分, or a 段階利益. */
export type BalanceRow = Figures & { readonly key: string } & (
    | { readonly kind: 'account'; readonly account: Account }
    | { readonly kind: 'part'; readonly account: Account; readonly part: Part }
    | { readonly kind: 'profit' }
    | { readonly kind: 'sum'; readonly group: Group; readonly isDivision: boolean }
  )

/**
 * In the order of the statements: the accounts of a 区分, their sum, and the profits and totals below the last of what they hold; a sum
 * of nothing is left out. Balances stand on the side of their 区分, so that a column adds up: 減価償却累計額 is below zero among assets.
 */
export function balanceRowsOf({ accounts, groups }: Balances): readonly BalanceRow[] {
  const byDivision = Map.groupBy(accounts, ({ division }) => division)
  return groups.flatMap((group): BalanceRow[] => {
    const isDivision = group.group in divisions
    const own = (byDivision.get(nameOf(group)) ?? []).flatMap(rowsOfAccount)
    if (group.group === 'retained-earnings') own.push(...profitRows(groups))
    if (own.length === 0 && isNothing(group)) return []
    return [...own, { kind: 'sum', key: group.group, group, isDivision, ...figuresOf(group, 1) }]
  })
}

/** 当期純損益: what makes the sides of the balance sheet equal before the year is closed. */
function profitRows(groups: readonly Group[]): BalanceRow[] {
  const profit = groups.find(({ group }) => group === 'net-profit')
  if (profit === undefined || isNothing(profit)) return []
  const { opening, closing } = profit
  const moved = closing - opening
  return [{ kind: 'profit', key: 'profit', opening, closing, debit: Math.max(0, -moved), credit: Math.max(0, moved) }]
}

const nameOf = (group: Group): Division => group.group as Division // as: only looked up; sums are not found

const isNothing = ({ opening, debit, credit, closing }: Figures) =>
  opening === 0 && debit === 0 && credit === 0 && closing === 0

const figuresOf = ({ opening, debit, credit, closing }: Figures, sign: 1 | -1): Figures => ({
  ...{ opening: sign * opening || 0, debit, credit, closing: sign * closing || 0 },
})

function rowsOfAccount(account: Account): BalanceRow[] {
  const sign = account.side === divisions[account.division].side ? 1 : -1
  return [
    { kind: 'account', key: account.accountId, account, ...figuresOf(account, sign) },
    ...account.parts
      .filter((part) => part.subAccountId !== null || part.departmentId !== null || account.parts.length > 1)
      .map((part): BalanceRow => {
        const key = `${account.accountId} ${part.subAccountId ?? ''} ${part.departmentId ?? ''}`
        return { kind: 'part', key, account, part, ...figuresOf(part, sign) }
      }),
  ]
}
