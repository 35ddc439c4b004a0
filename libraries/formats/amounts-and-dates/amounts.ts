import { computeExactly } from './arithmetic.ts'
import { type Reading, valueRead } from './reading.ts'

const longestText = 200

/** One form of signs and widths; 金 and 也 of receipts, and the stroke that closes ¥1,234- or ¥1,234.-, fall away. */
const plainAmount = (text: string): string => {
  const plain = text
    .replace(/\s+/g, '')
    .replace(/[▲△▼▽−–—―‐ー]/g, '-')
    .replace(/[×xX]/g, '*')
    .replace(/÷/g, '/')
    .replace(/[、，]/g, ',')
    .replace(/^金|也$/g, '')
  const isClosedYen = /^[¥\\].*-$/.test(plain)
  const withoutUnits = plain.replace(/[¥\\円]/g, '')
  const body = isClosedYen ? withoutUnits.replace(/\.?-$/, '') : withoutUnits
  const bracketed = /^\(([\d,.]+[千万億兆]*)\)$/.exec(body)
  return bracketed ? `-${bracketed[1]}` : body
}

/** Two numbers beside each other may be two amounts. */
const hasGap = (text: string): boolean => /\d\s+\d/.test(text)

/**
 * Reads an amount of yen as people write it: １２３４, 1,234円, ▲5,000, (5,000), 1.5万, 1億2,000万, 1200*3+500, 金1,234円也.
 * Whole yen; a fraction of a yen, a misplaced comma or anything else gives a sentence.
 */
export function readAmount(text: string): Reading<number> {
  const given = text.slice(0, longestText + 1).normalize('NFKC')
  const plain = plainAmount(given)
  if (plain === '') return { ok: false, message: '金額を入力してください。', messageEn: 'Enter an amount.' }
  const fraction = text.length > longestText || hasGap(given) ? undefined : computeExactly(plain)
  if (fraction === undefined) {
    return {
      ok: false,
      message: `「${text.slice(0, 30)}」を金額として読めません。1,234 や ▲5,000、1.5万、1200*3+500 のように入力してください。`,
      messageEn: `"${text.slice(0, 30)}" is not an amount. Write it like 1,234, -5,000, 1.5万 or 1200*3+500.`,
    }
  }
  if (fraction.over % fraction.under !== 0n) {
    return {
      ok: false,
      message: `「${text.slice(0, 30)}」は1円未満の端数になります。端数を処理した金額を入力してください。`,
      messageEn: `"${text.slice(0, 30)}" leaves a fraction of a yen. Enter the rounded amount.`,
    }
  }
  const yen = fraction.over / fraction.under
  if (yen > BigInt(Number.MAX_SAFE_INTEGER) || yen < -BigInt(Number.MAX_SAFE_INTEGER)) {
    return {
      ok: false,
      message: '金額が大きすぎます（9千兆円まで）。桁を確かめてください。',
      messageEn: 'The amount is too large (up to 9,007,199,254,740,991 yen). Check the digits.',
    }
  }
  return { ok: true, value: Number(yen) }
}

/** The amount in whole yen as readAmount reads it; throws UnreadableTextError with the sentence. */
export function parseAmount(text: string): number {
  return valueRead(readAmount(text))
}

/** Writes whole yen with thousands separators, by default like ▲5,000円. Throws RangeError for anything but a safe integer. */
export function formatYen(
  amount: number,
  options: { negative?: '▲' | '−' | '-'; unit?: '円' | '¥' | '' } = {},
): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`円の整数ではありません：${amount}`)
  const { negative = '▲', unit = '円' } = options
  const digits = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? negative : ''}${unit === '¥' ? '¥' : ''}${digits}${unit === '円' ? '円' : ''}`
}
