import type { BookOnlyKind } from '@ennoshita/statutes'

/** 請求書 and 返還請求書・赤伝. */
export const invoiceKinds = ['ordinary', 'credit-note'] as const
export const invoiceStates = ['draft', 'submitted', 'returned', 'approved', 'cancelled'] as const
export const paymentStates = ['unpaid', 'planned', 'paid'] as const

/** How a line stands to consumption tax: a class of rate, or none (非課税, 不課税, 対象外, 特定課税仕入れ). */
export const taxKinds = [
  'standard',
  'reduced',
  'old-8',
  'old-5',
  'exempt',
  'non-taxable',
  'out-of-scope',
  'reverse-charge',
] as const
export type TaxKind = (typeof taxKinds)[number]

/** The kinds that have a rate: what an invoice states a tax for. */
export const ratedKinds = ['standard', 'reduced', 'old-8', 'old-5'] as const
export type RatedKind = (typeof ratedKinds)[number]

/**
 * What is kept for the deduction of input tax. `auto`: a qualified invoice where the vendor is registered on the day of the service,
 * 少額特例 where the company's settings allow it, else the transition for unregistered suppliers.
 */
export const grounds = ['auto', 'qualified', 'transitional', 'book-only', 'small-amount', 'none'] as const
export type Ground = (typeof grounds)[number]

/** 帳簿のみの保存で控除できる仕入れ: which exception of 消費税法施行令49条, with ground `book-only`. */
export const bookOnlyKinds = [
  'public-transport',
  'collected-ticket',
  'vending-machine',
  'post-box',
  'business-trip',
  'commuting-allowance',
  'antique-dealer',
  'pawnshop',
  'real-estate-dealer',
  'recycled-parts',
] as const satisfies readonly BookOnlyKind[]

/** 用途区分: 課対, 非対, 共対. */
export const uses = ['taxable-only', 'exempt-only', 'common'] as const
export type Use = (typeof uses)[number]

/** A line of an invoice as it is entered. */
export type InvoiceLine = {
  readonly accountId: string | null
  readonly subAccountId: string | null
  readonly departmentId: string | null
  /** 役務提供日 or the first and last day of the period; those of the invoice when absent. */
  readonly serviceFrom: string | null
  readonly serviceUntil: string | null
  readonly description: string
  /** Whole yen, with or without tax as the invoice says; below zero for a discount (値引き). */
  readonly amount: number
  readonly taxKind: TaxKind
  readonly use: Use
  readonly ground: Ground
  readonly bookOnly: BookOnlyKind | null
  /** Whether it belongs to the fee from which income tax is withheld (源泉徴収の対象); false for goods and fares paid on. */
  readonly isFee: boolean
  /** 前払費用: the months over which it becomes cost, their first days; null: at once. */
  readonly spreadFrom: string | null
  readonly spreadUntil: string | null
}

/** 税率ごとの対価の額と消費税額等 as the paper states them. */
export type StatedTax = { readonly taxKind: RatedKind; readonly base: number; readonly tax: number }

/** The currency amount, the day's rate and where it was read: yen = minor units × rate ÷ 10^decimals, fractions dropped. */
export type ForeignAmount = {
  readonly currency: string
  /** In minor units of the currency: cents of a dollar. */
  readonly amountMinor: number
  /** Yen for one unit, × 1,000,000. */
  readonly rateMillionths: number
  readonly rateOn: string
  /** 出典: such as 三菱UFJ銀行 TTM. */
  readonly rateSource: string
}

/** Everything that is entered of a received invoice; what is still missing is null. */
export type InvoiceForm = {
  readonly kind: (typeof invoiceKinds)[number]
  readonly vendorId: string | null
  /** 請求書番号, as the vendor numbers it. */
  readonly vendorNumber: string
  readonly documentId: string | null
  /** The department that ordered (発注部署). */
  readonly departmentId: string | null
  /** 役務提供日 or period. */
  readonly serviceFrom: string | null
  readonly serviceUntil: string | null
  /** 請求日. */
  readonly invoicedOn: string | null
  /** 受領日. */
  readonly receivedOn: string | null
  /** 計上月: its first day. */
  readonly bookingMonth: string | null
  /** 支払期日. */
  readonly dueOn: string | null
  /** Yen, tax included, before withholding; above zero also on a credit note. */
  readonly total: number | null
  /** Whether the amounts of lines and the stated bases hold the tax (税込). */
  readonly includesTax: boolean
  readonly taxes: readonly StatedTax[]
  /** False while `taxes` are only reckoned from the lines and nobody has compared them with the paper. */
  readonly areTaxesStated: boolean
  readonly lines: readonly InvoiceLine[]
  readonly foreign: ForeignAmount | null
  /** 源泉徴収税額: null takes what the law says. */
  readonly withholding: number | null
  readonly withholdingReason: string
  /** Why it is booked in a month after that of the service: that month was locked. */
  readonly lateReason: string
  readonly note: string
}
