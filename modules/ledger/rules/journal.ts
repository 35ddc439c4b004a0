import type { LocalDate, Words } from '@ennoshita/kernel'
import type { Side } from './divisions.ts'
import type { TaxClass } from './tax-class.ts'

/** The largest amount of one line: 9,999億9,999万9,999円. */
export const largestAmount = 999_999_999_999

/** A line as it is entered: its side and an amount above zero. */
export type JournalLine = {
  readonly accountId: string
  readonly subAccountId?: string | null | undefined
  readonly departmentId?: string | null | undefined
  readonly side: Side
  /** Whole yen, 1 to 999,999,999,999. */
  readonly amount: number
  /** The account's own class when absent. */
  readonly taxClass?: TaxClass | undefined
  /** The tax that belongs to the amount, whole yen. */
  readonly taxAmount?: number | undefined
  readonly note?: string | undefined
}

/** A journal to be posted (仕訳). */
export type Journal = {
  readonly postedOn: LocalDate
  /** `closing`: 決算整理仕訳. */
  readonly kind?: 'ordinary' | 'closing' | undefined
  /** 摘要. */
  readonly description?: string | undefined
  /** 取引先: the name of the other side. */
  readonly partner?: string | undefined
  readonly lines: readonly JournalLine[]
}

/** The amount with its sign: debit above zero, credit below. */
export function signed({ side, amount }: { side: Side; amount: number }): number {
  return side === 'debit' ? amount : -amount
}

/** The sum of each side. */
export function sidesOf(lines: readonly { side: Side; amount: number }[]): { debit: number; credit: number } {
  const sides = { debit: 0, credit: 0 }
  for (const { side, amount } of lines) sides[side] += amount
  return sides
}

/** Why the lines are no journal, with the place of the wrong line where there is one; undefined when they are. */
export function journalFault(
  lines: readonly { side: Side; amount: number }[],
): { place?: number; says: Words; todo: Words } | undefined {
  const wrong = lines.findIndex(({ amount }) => !Number.isSafeInteger(amount) || amount < 1 || amount > largestAmount)
  if (wrong >= 0)
    return {
      place: wrong,
      says: { ja: '金額は1円から9,999億9,999万9,999円までの整数です。', en: 'An amount is 1 to 999,999,999,999 yen.' },
      todo: { ja: '金額を直してください。', en: 'Correct the amount.' },
    }
  const { debit, credit } = sidesOf(lines)
  if (debit === credit && debit > 0 && Number.isSafeInteger(debit)) return undefined
  const [ja, en] = [yen(Math.abs(debit - credit), 'ja'), yen(Math.abs(debit - credit), 'en')]
  return {
    says: {
      ja: `借方合計${yen(debit, 'ja')}円と貸方合計${yen(credit, 'ja')}円が合いません（差額${ja}円）。`,
      en: `Debit ${yen(debit, 'en')} and credit ${yen(credit, 'en')} yen differ by ${en} yen.`,
    },
    todo: {
      ja: '貸借が一致するように、行の金額を直してください。',
      en: 'Correct the lines until both sides are equal.',
    },
  }
}

const yen = (amount: number, language: 'ja' | 'en'): string => amount.toLocaleString(language)

/** The lines that take a journal back (赤伝票): the same lines with the sides exchanged, class and tax as they were. */
export function reversalOf(lines: readonly JournalLine[]): JournalLine[] {
  return lines.map((line) => ({ ...line, side: line.side === 'debit' ? 'credit' : 'debit' }))
}
