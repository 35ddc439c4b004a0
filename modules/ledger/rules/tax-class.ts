import type { Words } from '@ennoshita/kernel'
import { consumptionTax, InvalidInputError, inputTaxDeduction, UnknownLawError } from '@ennoshita/statutes'

export const taxSides = ['none', 'sale', 'purchase'] as const
export const taxNatures = [
  'taxable',
  'exempt',
  'non-taxable',
  'export',
  'import-body',
  'import-tax-national',
  'import-tax-local',
  'reverse-charge',
] as const
export const taxRateClasses = ['standard', 'reduced', 'old-8', 'old-5', 'old-3'] as const
export const taxUses = ['taxable-only', 'exempt-only', 'common'] as const
export const taxInvoices = ['qualified', 'transitional', 'book-only', 'small-amount', 'none'] as const

/**
 * 課税区分 of a line, without a rate: the rate and the deductible share follow from the day. A part that does not apply is null.
 * `use` is 用途区分 (課対・非対・共対), `invoice` what is kept for the deduction, `isReturn` 対価の返還等. `percent` is the share of a transitional
 * purchase where the day of its service, not that of the posting, decides it: 80 for a service of September that is booked in October.
 */
export type TaxClass = {
  readonly side: (typeof taxSides)[number]
  readonly nature: (typeof taxNatures)[number] | null
  readonly rateClass: (typeof taxRateClasses)[number] | null
  readonly use: (typeof taxUses)[number] | null
  readonly invoice: (typeof taxInvoices)[number] | null
  readonly isReturn: boolean
  readonly percent?: number | undefined
}

/** 対象外: what consumption tax does not ask about, such as wages and transfers between banks. */
export const outOfScope: TaxClass = {
  ...{ side: 'none', nature: null, rateClass: null, use: null, invoice: null, isReturn: false },
}

const oneOf = <Name extends string>(names: readonly Name[], given: string | undefined): Name | null =>
  names.find((name) => name === given) ?? null

/** The class as one word for a column: `none`, or six parts such as `purchase/taxable/standard/common/qualified/-`; a share is a seventh. */
export function taxKeyOf({ side, nature, rateClass, use, invoice, isReturn, percent }: TaxClass): string {
  if (side === 'none') return 'none'
  const key = [side, nature ?? '-', rateClass ?? '-', use ?? '-', invoice ?? '-', isReturn ? 'return' : '-'].join('/')
  return percent === undefined ? key : `${key}/${percent}`
}

/** The class that a column's word stands for; the inverse of taxKeyOf. */
export function taxClassOf(key: string): TaxClass {
  const [side, nature, rateClass, use, invoice, isReturn, percent] = key.split('/')
  return {
    side: oneOf(taxSides, side) ?? 'none',
    nature: oneOf(taxNatures, nature),
    rateClass: oneOf(taxRateClasses, rateClass),
    use: oneOf(taxUses, use),
    invoice: oneOf(taxInvoices, invoice),
    isReturn: isReturn === 'return',
    ...(percent === undefined ? {} : { percent: Number(percent) }),
  }
}

type Needs = { readonly rateClass: boolean; readonly use: boolean; readonly invoice: boolean }
const needs = (rateClass: boolean, use: boolean, invoice: boolean): Needs => ({ rateClass, use, invoice })

/** Which parts a class has, by side and nature; what is not named here does not exist. */
const parts: Readonly<Record<string, Needs>> = {
  'sale taxable': needs(true, false, false),
  'sale exempt': needs(false, false, false),
  'sale non-taxable': needs(false, false, false),
  'sale export': needs(false, false, false),
  'purchase taxable': needs(true, true, true),
  'purchase exempt': needs(false, false, false),
  'purchase non-taxable': needs(false, false, false),
  'purchase import-body': needs(true, true, false),
  'purchase import-tax-national': needs(true, true, false),
  'purchase import-tax-local': needs(true, true, false),
  'purchase reverse-charge': needs(true, true, false),
}

/** Why there is no such class, or undefined. */
export function taxClassFault(given: TaxClass): { part: keyof TaxClass; says: Words } | undefined {
  const known: Needs | undefined =
    given.side === 'none' ? needs(false, false, false) : parts[`${given.side} ${given.nature}`]
  if (!known || (given.side === 'none' && given.nature !== null))
    return {
      part: 'nature',
      says: {
        ja: '売上・仕入の別と取引の種類の組み合わせがありません。',
        en: 'There is no such nature on this side.',
      },
    }
  for (const part of ['rateClass', 'use', 'invoice'] as const)
    if (known[part] !== (given[part] !== null)) return { part, says: known[part] ? missing[part] : unwanted }
  if (given.percent !== undefined && given.invoice !== 'transitional') return { part: 'percent', says: unwanted }
  if (given.isReturn && given.nature !== 'taxable')
    return {
      part: 'isReturn',
      says: { ja: '返還は課税取引にだけ指定できます。', en: 'Only taxable supplies have returns.' },
    }
  return undefined
}

const missing = {
  rateClass: { ja: '税率の区分が必要です。', en: 'The class of rate is needed.' },
  use: { ja: '用途区分（課税・非課税・共通）が必要です。', en: 'The use of the purchase is needed.' },
  invoice: {
    ja: '控除の根拠（適格請求書など）が必要です。',
    en: 'It must say what is kept for the deduction.',
  },
} as const
const unwanted: Words = { ja: 'この区分には指定できません。', en: 'This class has no such part.' }

const uses = { 'taxable-only': '課対', 'exempt-only': '非対', common: '共対' } as const
const importNames = {
  'import-body': '輸本',
  'import-tax-national': '輸税',
  'import-tax-local': '地消貨割',
} as const

/** What clerks call the class on that day: 課税売上10%, 課対仕入（控70）10%, 課対仕入8%（軽）, 対象外. */
export function taxClassName(given: TaxClass, on: string): string {
  const { side, nature, use, isReturn } = given
  if (side === 'none') return '対象外'
  const sort = side === 'sale' ? '売' : '仕'
  if (nature === 'exempt') return `非課税${sort}${side === 'sale' ? '上' : '入'}`
  if (nature === 'non-taxable') return `不課税${sort}${side === 'sale' ? '上' : '入'}`
  if (nature === 'export') return '輸出売上'
  if (nature === 'reverse-charge') return `特定課税仕入${ratePercent(given, on)}`
  const useName = use ? uses[use] : ''
  if (nature === 'import-body' || nature === 'import-tax-national' || nature === 'import-tax-local')
    return `${useName}${importNames[nature]}${ratePercent(given, on)}`
  const noun = isReturn ? `${sort}返` : side === 'sale' ? '売上' : '仕入'
  return `${side === 'sale' ? '課税' : useName}${noun}${ground(given, on)}${ratePercent(given, on)}`
}

function ratePercent({ rateClass }: TaxClass, on: string): string {
  if (!rateClass) return ''
  const percent = knownPercent(() => consumptionTax({ on, rateClass }).percent)
  return `${percent ?? '？'}%${rateClass === 'reduced' ? '（軽）' : rateClass.startsWith('old') ? '（旧）' : ''}`
}

function ground({ invoice, rateClass, percent }: TaxClass, on: string): string {
  if (invoice === 'none') return '（控不）'
  if (invoice === 'book-only') return '（帳簿）'
  if (invoice === 'small-amount') return '（少額）'
  if (invoice !== 'transitional' || !rateClass) return ''
  if (percent !== undefined) return `（控${percent}）`
  const asked = { transactionDate: on, amountIncludingTax: 0, rateClass, supplier: 'unregistered' } as const
  return `（控${knownPercent(() => inputTaxDeduction(asked).percent) ?? '？'}）`
}

/** The percentage, or undefined where the law of that day is not known or the class did not exist. */
function knownPercent(ask: () => number): number | undefined {
  try {
    return ask()
  } catch (cause) {
    if (cause instanceof UnknownLawError || cause instanceof InvalidInputError) return undefined
    throw cause
  }
}
