import type { BusinessKind } from './law.ts'

/** Rates a return is made for; former rates need form 付表1-2 and are refused. */
export const returnClasses = ['standard', 'reduced'] as const
export type ReturnClass = (typeof returnClasses)[number]

export type TaxPeriod = { from: string; to: string }

/** What was already paid by interim returns (中間納付). */
export type InterimTax = { national: number; local: number }

export type RateAmount = { rateClass: ReturnClass; amountIncludingTax: number }

type EveryReturn = {
  /** 課税期間, first and last day. */
  period: TaxPeriod
  /** 売上げに係る対価の返還等 that were not already taken off the sales. */
  salesReturns?: readonly RateAmount[]
  /** 貸倒れ: taxable claims lost. */
  badDebts?: readonly RateAmount[]
  interim?: InterimTax
}

/** `tax`: the tax that the kept copies of the invoices state (積上げ計算); needed where sales are accumulated. */
export type GeneralSale = RateAmount & { tax?: number }

/** What a purchase was for: taxable supplies only, other (exempt) supplies only, both. */
export const purchaseUses = ['taxable', 'exempt', 'common'] as const
export type PurchaseUse = (typeof purchaseUses)[number]

/**
 * A sum of purchases, given in the way of its method: `amountIncludingTax` with its deductible percent (割戻し: 100, 80, 70, 50, 30),
 * `tax` as stated or booked after any transition (積上げ), or `nationalTax` paid to customs (課税貨物).
 */
export type GeneralPurchase = { rateClass: ReturnClass; use?: PurchaseUse } & (
  | { amountIncludingTax: number; percent?: number }
  | { tax: number }
  | { nationalTax: number }
)

export type GeneralReturnInput = EveryReturn & {
  method: 'general'
  /** 割戻し, 積上げ, or by customer: then sales with `tax` are accumulated, the others divided. */
  salesMethod: 'division' | 'accumulation' | 'mixed'
  purchaseMethod: 'division' | 'accumulation'
  sales: readonly GeneralSale[]
  purchases: readonly GeneralPurchase[]
  /** 非課税売上げ, without securities; in yen. */
  exemptSales?: number
  /** 輸出免税売上げ: counts as taxable in the share. */
  exportSales?: number
  /** Price of securities sold: 5 % of it counts in the denominator. */
  securitiesSales?: number
  /** 個別対応方式 or 一括比例配分方式; asked only where the whole tax is not deductible. */
  allocation?: 'itemised' | 'proportional'
}

/** `business`: 1–6, or the list of those among which the sales were not separated (the lowest rate applies). */
export type SimplifiedSale = RateAmount & {
  business: BusinessKind | readonly BusinessKind[]
  returnsIncludingTax?: number
}

export type SimplifiedReturnInput = Omit<EveryReturn, 'salesReturns'> & {
  method: 'simplified'
  /** 基準期間における課税売上高. */
  basePeriodSales: number
  sales: readonly SimplifiedSale[]
}

export type SmallIssuerReturnInput = EveryReturn & {
  method: 'two-tenths' | 'three-tenths'
  taxpayer: 'corporation' | 'individual'
  sales: readonly RateAmount[]
  basePeriodSales: number
  /** 特定期間: both above the limit exclude. */
  specifiedPeriod?: { sales: number; wages: number }
  /** Taxable only because of the registration, and none of the exclusions of インボイスQ&A 問115 (新設法人, 高額特定資産, 課税期間の短縮 …). */
  taxableOnlyByRegistration: boolean
}

export type ConsumptionTaxReturnInput = GeneralReturnInput | SimplifiedReturnInput | SmallIssuerReturnInput
