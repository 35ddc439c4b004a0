import { dateInWords } from '@ennoshita/kernel'
import { InvalidInputError, UnknownLawError } from '@ennoshita/statutes'
import type { DeductedLine } from './deduction-of-lines.ts'
import { type InvoiceFinding, lawsOf, mistake, warning, yen } from './finding.ts'
import type { ForeignAmount, InvoiceForm } from './invoice-form.ts'
import type { RateCheck } from './tax-of-lines.ts'

const rateNames = {
  standard: { ja: '10%', en: '10 %' },
  reduced: { ja: '8%（軽減）', en: '8 % (reduced)' },
  'old-8': { ja: '旧8%', en: 'former 8 %' },
  'old-5': { ja: '旧5%', en: 'former 5 %' },
} as const

/** The total against the lines, and each stated base and tax against the law of one rounding per rate. */
export function taxFindings(
  form: InvoiceForm,
  checks: readonly RateCheck[],
  lines: readonly DeductedLine[],
): InvoiceFinding[] {
  const sum = lines.reduce((all, { whole }) => all + whole, 0)
  const isWithoutTax = !form.includesTax && form.lines.reduce((all, { amount }) => all + amount, 0) === form.total
  const doubled = form.taxes.filter(
    ({ taxKind }, place) => form.taxes.findIndex((tax) => tax.taxKind === taxKind) !== place,
  )
  const idle = form.taxes.filter(
    ({ taxKind, base, tax }) => (base !== 0 || tax !== 0) && !checks.some((check) => check.taxKind === taxKind),
  )
  return [
    ...(form.total !== null && form.lines.length > 0 && sum !== form.total
      ? [
          mistake(
            'total',
            'total-differs',
            {
              ja: `明細の合計（税込）${yen(sum)}円と請求金額${yen(form.total)}円が合いません（差額${yen(form.total - sum)}円）。`,
              en: `The lines come to ${yen(sum)} yen with tax, the total is ${yen(form.total)} yen (${yen(form.total - sum)} apart).`,
            },
            sum < 0
              ? {
                  ja: '合計が0円を下回る請求書は、種類を返還請求書にして、金額を正の数で入力してください。',
                  en: 'Enter an invoice below zero as a credit note, with amounts above zero.',
                }
              : isWithoutTax
                ? {
                    ja: '請求書に消費税が加算されていないときは、金額を「税込」にして入力してください。',
                    en: 'Where the paper adds no tax, enter its amounts as with tax.',
                  }
                : {
                    ja: '明細・消費税額・請求金額のどれかを、請求書のとおりに直してください。',
                    en: 'Correct the lines, the tax or the total as the paper says.',
                  },
          ),
        ]
      : []),
    ...[...doubled, ...idle].map(({ taxKind }) =>
      mistake(
        'taxes',
        'tax-without-lines',
        {
          ja: `${rateNames[taxKind].ja}の税額は、その税率の明細があるときに一度だけ入力します。`,
          en: `The tax at ${rateNames[taxKind].en} is entered once, and only with lines of that rate.`,
        },
        { ja: '税率ごとの税額か、明細の税率を直してください。', en: 'Correct the taxes or the rates of the lines.' },
      ),
    ),
    ...checks.flatMap((check) => rateFindings(form, check, lines)),
    ...notCompared(form, checks),
  ]
}

function rateFindings(form: InvoiceForm, check: RateCheck, lines: readonly DeductedLine[]): InvoiceFinding[] {
  const { taxKind, base, tax, linesSum, reason } = check
  const rate = rateNames[taxKind]
  const place = form.taxes.findIndex((stated) => stated.taxKind === taxKind)
  const isQualified = lines.some(({ line, kind }) => line.taxKind === taxKind && kind === 'qualified')
  const [law = null] = lawsOf(check.because)
  const could = check.acceptableTaxes.map(yen).join('・')
  const wrong = isQualified ? mistake : warning
  const taxFinding =
    reason === 'rounded-per-line'
      ? wrong(
          `taxes.${place}.tax`,
          'rounded-per-line',
          {
            ja: `${rate.ja}の消費税額${yen(tax ?? 0)}円は、明細ごとに端数処理した合計です。税率ごとに1回の端数処理では${could}円になります。`,
            en: `The tax at ${rate.en}, ${yen(tax ?? 0)} yen, is rounded per line; rounded once per rate it is ${could} yen.`,
          },
          {
            ja: '適格請求書の記載を満たしません。取引先に出し直しを頼んでください。',
            en: 'It makes no qualified invoice: ask the vendor to issue it anew.',
          },
          law,
        )
      : reason === 'wrong-amount'
        ? wrong(
            `taxes.${place}.tax`,
            'wrong-tax',
            {
              ja: `${rate.ja}の消費税額${yen(tax ?? 0)}円が、明細から求めた${could}円と合いません。`,
              en: `The tax at ${rate.en}, ${yen(tax ?? 0)} yen, is not the ${could} yen that the lines give.`,
            },
            { ja: '請求書の税額と明細を見比べて直してください。', en: 'Compare the tax and the lines with the paper.' },
            law,
          )
        : reason === 'not-stated' && isQualified
          ? warning(
              'taxes',
              'tax-not-stated',
              {
                ja: `${rate.ja}の消費税額が入力されていません。${could}円のうち切捨ての額で計算しています。`,
                en: `No tax at ${rate.en} is entered; it is reckoned rounded down (${could} yen).`,
              },
              {
                ja: '請求書に税額があれば入力してください。適格簡易請求書なら税率だけでも構いません。',
                en: 'Enter it where the paper states it; a simplified invoice may state the rate alone.',
              },
              law,
            )
          : null
  return [
    ...(taxFinding ? [taxFinding] : []),
    ...(base !== null && base !== linesSum
      ? [
          mistake(
            `taxes.${place}.base`,
            'base-differs',
            {
              ja: `${rate.ja}の対価の額${yen(base)}円と明細の合計${yen(linesSum)}円が合いません。`,
              en: `The base at ${rate.en}, ${yen(base)} yen, is not the ${yen(linesSum)} yen of the lines.`,
            },
            { ja: '明細の税率か金額、または対価の額を直してください。', en: 'Correct the lines or the base.' },
          ),
        ]
      : []),
  ]
}

/** Taxes reckoned from the lines agree with the lines by nature: they say nothing about the paper until somebody has looked. */
function notCompared({ areTaxesStated }: InvoiceForm, checks: readonly RateCheck[]): InvoiceFinding[] {
  const first = checks.find(({ tax }) => tax !== null && tax !== 0)
  if (areTaxesStated || !first) return []
  const [law = null] = lawsOf(first.because)
  return [
    warning(
      'taxes',
      'tax-not-compared',
      {
        ja: '税率ごとの消費税額は明細から計算した額で、請求書の額と比べられていません。',
        en: 'The taxes are reckoned from the lines and were not compared with the paper.',
      },
      {
        ja: '請求書の税率ごとの消費税額を見て、同じ額でも入力してください。',
        en: 'Enter the taxes as the paper states them, also where they are the same.',
      },
      law,
    ),
  ]
}

/** Yen of a currency amount at the typed rate, fractions of a yen dropped (切捨て). */
export function yenOf({ currency, amountMinor, rateMillionths }: ForeignAmount): number {
  const decimals =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return Number((BigInt(amountMinor) * BigInt(rateMillionths)) / (10n ** BigInt(decimals) * 1_000_000n))
}

const currencies = new Set(Intl.supportedValuesOf('currency'))

export function foreignFindings({ foreign, total }: InvoiceForm, today: string): InvoiceFinding[] {
  if (foreign === null) return []
  if (!currencies.has(foreign.currency))
    return [
      mistake(
        'foreign.currency',
        'currency-unknown',
        { ja: `通貨「${foreign.currency}」は分かりません。`, en: `${foreign.currency} is no currency that is known.` },
        {
          ja: 'ISO 4217の三文字（USDなど）で入力してください。',
          en: 'Give its three letters by ISO 4217, such as USD.',
        },
      ),
    ]
  const rate =
    foreign.rateOn > today
      ? [
          mistake(
            'foreign.rateOn',
            'rate-to-come',
            {
              ja: `${dateInWords(foreign.rateOn)}のレートはまだありません。`,
              en: `There is no rate of ${foreign.rateOn} yet.`,
            },
            { ja: 'レートの日付を直してください。', en: 'Correct the day of the rate.' },
          ),
        ]
      : []
  if (total === null) return rate
  const expected = yenOf(foreign)
  if (expected === total) return rate
  return [
    ...rate,
    (Math.abs(expected - total) > 1 ? mistake : warning)(
      'total',
      'foreign-total',
      {
        ja: `${foreign.currency}の金額をレートで換算すると${yen(expected)}円（切捨て）ですが、請求金額は${yen(total)}円です。`,
        en: `At the rate the amount in ${foreign.currency} is ${yen(expected)} yen (rounded down), the total is ${yen(total)} yen.`,
      },
      { ja: '外貨の金額、レート、請求金額を確かめてください。', en: 'Check amount, rate and total.' },
    ),
  ]
}

/** The words of a law that does not know the day, or refuses what is asked; anything else is a fault of ours. */
export function lawFinding(cause: unknown): InvoiceFinding {
  if (!(cause instanceof UnknownLawError || cause instanceof InvalidInputError)) throw cause
  return mistake(
    '',
    'law',
    { ja: cause.message, en: cause.messageEn },
    { ja: '日付・税率・金額を確かめてください。', en: 'Check dates, rates and amounts.' },
  )
}
