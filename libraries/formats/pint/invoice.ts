import type { PintKind } from './rules/rule.ts'

/** Whole yen as an integer (`1200`); an amount with decimals, or in another currency, as decimal text (`'12.50'`). Never a float. */
export type PintAmount = number | string

/** A decimal number as text, as written: `'3'`, `'0.25'`. */
export type PintDecimal = string

/** An identifier and its ISO 6523 scheme: 法人番号 is `0188`, the registration number as an address `0221`. */
export type PintIdentifier = { value: string; scheme?: string }

export type PintQuantity = {
  value: PintDecimal
  /** UN/ECE Recommendation 20: H87 個, KGM kg, HUR 時間, MON 月, C62 単位なし. */
  unit?: string
}

export type PintAddress = {
  street?: string
  additionalStreet?: string
  city?: string
  postalCode?: string
  /** 都道府県 */
  prefecture?: string
  addressLine?: string
  /** ISO 3166-1: JP. */
  country?: string
}

export type PintContact = { name?: string; telephone?: string; email?: string }

/** The seller or the buyer (ibg-04, ibg-07). */
export type PintParty = {
  /** 氏名又は名称 (ibt-027, ibt-044). */
  name: string
  /** 屋号 */
  tradingName?: string
  /** The electronic address on Peppol. */
  endpoint?: PintIdentifier
  identifiers?: PintIdentifier[]
  address?: PintAddress
  /** 適格請求書発行事業者の登録番号: T and 13 digits (tax scheme VAT). */
  registrationNumber?: string
  otherTaxRegistration?: { number: string; scheme: string }
  /** 法人番号 with scheme 0188. */
  legalRegistration?: PintIdentifier
  legalForm?: string
  contact?: PintContact
}

/** 支払先, when it is not the seller. */
export type PintPayee = { name?: string; identifiers?: PintIdentifier[]; legalRegistration?: PintIdentifier }

/** 納税管理人 */
export type PintTaxRepresentative = { name?: string; address?: PintAddress; registrationNumber?: string }

export type PintDelivery = {
  deliveredOn?: string
  location?: PintIdentifier
  address?: PintAddress
  partyName?: string
}

/** Both days are included; either may stand alone. */
export type PintPeriod = { startsOn?: string; endsOn?: string; taxPointCode?: string }

/** S 標準税率, AA 軽減税率, E 非課税, G 輸出免税, O 不課税 (without a rate). */
export type PintTaxCategory = {
  code: string
  /** The rate in percent: `'10'`, `'8'`, `'0'`. */
  percent?: PintDecimal
  exemptionReasonCode?: string
  exemptionReason?: string
}

/** 値引 (`isCharge` false) or 追加料金 (`isCharge` true). */
export type PintAllowanceCharge = {
  isCharge: boolean
  reasonCode?: string
  reason?: string
  /** The rate in percent of `baseAmount`, for information. */
  percent?: PintDecimal
  amount: PintAmount
  baseAmount?: PintAmount
  tax?: PintTaxCategory
}

export type PintPrice = {
  amount: PintDecimal
  /** The quantity the price is for; 1 when absent. */
  baseQuantity?: PintQuantity
  /** 値引前の単価 and what was taken off, for information. */
  discount?: { amount: PintDecimal; grossAmount?: PintDecimal }
}

export type PintItem = {
  name: string
  description?: string
  buyersId?: string
  sellersId?: string
  /** GTIN with scheme 0160. */
  standardId?: PintIdentifier
  originCountry?: string
  classifications?: { code: string; list?: string; listVersion?: string }[]
  tax?: PintTaxCategory
  properties?: { name: string; value: string }[]
}

export type PintDocumentReference = { number: string; scheme?: string; typeCode?: string }

/** One line of an invoice (明細行, ibg-25). */
export type PintLine = {
  id: string
  note?: string
  /** Negative for returns (返品). */
  quantity: PintQuantity
  /** Net of the line's allowances and charges, without tax; computed when absent. */
  netAmount?: PintAmount
  accountingCost?: string
  period?: PintPeriod
  /** UBL wants the number of the line; `'NA'` where it has none. */
  orderLine?: { lineId: string; orderNumber?: string }
  despatchLine?: { lineId: string; number?: string }
  /** Delivery notes (納品書) and the like. */
  documents?: PintDocumentReference[]
  allowancesAndCharges?: PintAllowanceCharge[]
  item: PintItem
  price: PintPrice
}

export type PintAttachment = {
  fileName?: string
  /** application/pdf, image/png, image/jpeg, text/csv, application/xml, XLSX or ODS. */
  mediaType?: string
  base64: string
}

export type PintSupportingDocument = {
  number: string
  scheme?: string
  /** 130 for the invoiced object, 50 for a project in a credit note. */
  typeCode?: string
  description?: string
  attachment?: PintAttachment
  url?: string
}

/** How the amount is to be paid (ibg-16). */
export type PintPaymentMeans = {
  id?: string
  /** UN/CEFACT 4461: 30 credit transfer, 58 SEPA transfer, 54 credit card, 49 direct debit. */
  code: string
  text?: string
  /** Only in credit notes, which have no due date of their own. */
  dueOn?: string
  paymentId?: string
  card?: { lastDigits: string; network: string; holder?: string }
  account?: { id: string; scheme?: string; name?: string; branch?: string; branchAddress?: PintAddress }
  mandate?: { id?: string; payerAccount?: string }
}

export type PintPaymentTerms = {
  id?: string
  paymentMeansId?: string
  note?: string
  amount?: PintAmount
  instalmentDueOn?: string
}

/** 入金済の一件 */
export type PintPrepayment = { id?: string; amount: PintAmount; receivedOn?: string; instructionId?: string }

/** The base and the tax of one category and rate (ibg-23). */
export type PintTaxSubtotal = {
  /** 税率ごとに合計した対価の額; not in accounting currency. */
  base?: PintAmount
  tax: PintAmount
  category: PintTaxCategory
}

/** Computed, with one rounding per category and rate, when `subtotals` are absent. */
export type PintTax = { total?: PintAmount; includedInPrices?: boolean; subtotals?: PintTaxSubtotal[] }

/** What is absent is computed from the lines, the allowances and the tax. */
export type PintTotals = {
  lines?: PintAmount
  withoutTax?: PintAmount
  withTax?: PintAmount
  allowances?: PintAmount
  charges?: PintAmount
  /** 支払済額 */
  prepaid?: PintAmount
  /** 端数調整 */
  rounding?: PintAmount
  payable?: PintAmount
}

/** An invoice (請求書) or credit note of JP PINT 1.1.3. Dates are `YYYY-MM-DD`; texts are kept as they are. */
export type PintInvoice = {
  kind: PintKind
  document: 'invoice' | 'credit-note'
  /** Only where they are not the usual ones of JP PINT. */
  specification?: string
  process?: string
  typeCode?: string
  number: string
  issuedOn: string
  issuedAt?: string
  dueOn?: string
  note?: string
  taxPointOn?: string
  /** ISO 4217: JPY. */
  currency: string
  /** JPY, when the invoice is in another currency. */
  taxCurrency?: string
  accountingCost?: string
  buyerReference?: string
  period?: PintPeriod
  order?: { number?: string; salesOrderNumber?: string }
  precedingInvoices?: { number: string; issuedOn?: string }[]
  despatchAdvice?: string
  receivingAdvice?: string
  tender?: string
  contract?: string
  supportingDocuments?: PintSupportingDocument[]
  project?: string
  seller: PintParty
  buyer: PintParty
  payee?: PintPayee
  taxRepresentative?: PintTaxRepresentative
  delivery?: PintDelivery
  payments?: PintPaymentMeans[]
  paymentTerms?: PintPaymentTerms[]
  prepayments?: PintPrepayment[]
  allowancesAndCharges?: PintAllowanceCharge[]
  tax?: PintTax
  taxInAccountingCurrency?: PintTax
  totals?: PintTotals
  lines: PintLine[]
  /** Elements and attributes of a file that was read which JP PINT does not know; they are not written. */
  unread?: string[]
}
