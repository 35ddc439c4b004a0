import type { Entry, StatementLine } from './statement.ts'

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s|]+/g, '')

/**
 * The lines with their keys: account, date, amount, text, balance, and a number that counts lines alike in all of these, so that the
 * same line has the same key in another export that overlaps, in whichever order, encoding or width of letters.
 */
export function linesOf(entries: readonly Entry[], hasAccounts: boolean): StatementLine[] {
  const counts = new Map<string, number>()
  return entries.flatMap(({ date, description, withdrawal, deposit, balance, account, isRead, isCarried }) => {
    if (!isRead || isCarried) return []
    const base = [plain(account), date, deposit - withdrawal, plain(description), balance ?? ''].join('|')
    const count = (counts.get(base) ?? 0) + 1
    counts.set(base, count)
    const line: StatementLine = { date, description, withdrawal, deposit, balance, key: `${base}|${count}` }
    return [hasAccounts ? { ...line, account } : line]
  })
}
