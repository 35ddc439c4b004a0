import type { Entry, StatementFault } from './statement.ts'

type Break = { entry: Entry; expected: number }

/** Follows the balance in the order of time; a line without a balance is carried over, one that could not be read ends the chain. */
const breaksIn = (entries: readonly Entry[]): Break[] => {
  const breaks: Break[] = []
  let known: number | undefined
  for (const entry of entries) {
    const expected = known === undefined || !entry.isRead ? undefined : known + entry.deposit - entry.withdrawal
    if (expected !== undefined && entry.balance !== undefined && entry.balance !== expected) {
      breaks.push({ entry, expected })
    }
    known = entry.balance ?? expected
  }
  return breaks
}

/** Above 0 when more dates rise than fall from line to line. */
const direction = (entries: readonly Entry[]): number => {
  const dates = entries.map(({ date }) => date).filter((date) => date !== '')
  return dates.reduce((sum, date, at) => sum + Math.sign(date.localeCompare(dates[at - 1] ?? date)), 0)
}

const faultOf = ({ entry, expected }: Break): StatementFault => ({
  rule: 'balance',
  line: entry.line,
  message: `${entry.line}行目の残高が合いません。前の残高から計算すると${expected}ですが、${entry.balance}と書かれています。抜けた行や重なった行、直した金額がないか確かめてください。`,
  messageEn: `The balance of line ${entry.line} does not follow: ${expected} expected, ${entry.balance} given. Look for missing or repeated lines or altered amounts.`,
})

/** Proves the running balance of each account, oldest first or newest first as the dates say, or else whichever holds better. */
export function balanceFaults(entries: readonly Entry[]): StatementFault[] {
  return [...Map.groupBy(entries, ({ account }) => account).values()].flatMap((lines) => {
    const [ascending, descending] = [breaksIn(lines), breaksIn(lines.toReversed())]
    const order = direction(lines)
    const isReversed = order === 0 ? descending.length < ascending.length : order < 0
    return (isReversed ? descending.toReversed() : ascending).map(faultOf)
  })
}

/**
 * The entries with withdrawals above zero. Some banks write every withdrawal with a minus (出金 △440), others only corrections: where all
 * are negative, the reading whose balance holds better is taken, and without a balance the first.
 */
export function withUsualSigns(entries: readonly Entry[]): readonly Entry[] {
  const withdrawals = entries.filter(({ withdrawal }) => withdrawal !== 0)
  if (withdrawals.length === 0 || withdrawals.some(({ withdrawal }) => withdrawal > 0)) return entries
  const turned = entries.map((entry) => ({ ...entry, withdrawal: Math.abs(entry.withdrawal) }))
  return balanceFaults(turned).length > balanceFaults(entries).length ? entries : turned
}
