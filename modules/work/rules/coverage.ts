import type { Words } from '@ennoshita/kernel'

/** How much of a kind of work the log holds: times expected by its rule against times on record. */
export function coverageOf(expected: number, held: number): { expected: number; held: number; says: Words } {
  const share = expected === 0 ? 0 : Math.min(100, Math.round((held / expected) * 100))
  const tenths = Math.round(share / 10)
  const ja =
    held === 0
      ? `この期間に見込まれる${expected}回のうち、記録はまだありません。`
      : tenths >= 10
        ? `この業務のほぼすべてを記録が捉えています（見込み${expected}回のうち${Math.min(held, expected)}回）。`
        : tenths === 0
          ? `この業務のごく一部だけを記録が捉えています（見込み${expected}回のうち${held}回）。`
          : `この業務の約${tenths}割を記録が捉えています（見込み${expected}回のうち${held}回）。`
  return {
    expected,
    held,
    says: {
      ja,
      en: `The log holds about ${share} % of this work (${Math.min(held, expected)} of ${expected} expected times).`,
    },
  }
}
