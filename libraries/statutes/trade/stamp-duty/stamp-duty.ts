import { day, flag, InvalidInputError, oneOf, record, wholeNumber, yen } from '../../core/input.ts'
import { allBecause, type Because, type Explained, lawOn, type Preview } from '../../core/statute.ts'
import {
  type StampedDocument,
  type StampRelief,
  shownTaxLaw,
  stampDutyLaw,
  stampedDocuments,
  stampReliefLaw,
  untaxedDocumentLaw,
} from './law.ts'
import type { DutyStep } from './tables.ts'

export type StampDutyInput = {
  /** 号 of the table: '2', '7', '17-1'. */
  document: StampedDocument
  /** The amount the document states, in yen; with `shownTax` the sum that contains it. Absent = no amount is stated. */
  amount?: number
  /** The day the document is made (作成日). */
  on: string
  /** Contracts and receipts exchanged as data are no documents. */
  electronic?: boolean
  /** Consumption tax contained in `amount` that the document shows apart. */
  shownTax?: number
  /** The maker is exempt from consumption tax: tax shown apart still counts. */
  taxExemptMaker?: boolean
  /** 1-1: real estate (default). False for transfers of a business, ships, aircraft, intangible rights: no relief. */
  realEstate?: boolean
  /** 2: construction work (建設業法2条1項), which has a relief. */
  construction?: boolean
  /** 17: the receipt is made in business (default); receipts outside it are exempt. */
  business?: boolean
  /** 17-1: paid by credit card, and the receipt says so. */
  creditCard?: boolean
  /** 3: payable at sight, between banks, in foreign currency: a flat duty. */
  flatRateBill?: boolean
  /** 7: months of the contract and whether it can be renewed. */
  contract?: { months: number; renewable: boolean }
}

export type StampDutyResult = {
  /** Yen; for books (18–20) the duty of one year. */
  duty: number
  /** The amount that the duty is judged by; absent where none is stated. */
  taxedAmount?: number
  /** True where the relief of 措法91条 applies. */
  relief: boolean
  /** Why there is no duty. */
  reason?: { ja: string; en: string }
  because: Because[]
}

const stepDuty = (steps: readonly DutyStep[], amount: number): number => {
  let low = 0
  let high = steps.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (amount <= (steps[middle]?.upTo ?? 0)) high = middle
    else low = middle + 1
  }
  return steps[low]?.duty ?? 0
}

type Facts = {
  document: StampedDocument
  on: string
  amount: number | undefined
  shownTax: number
  contractMonths: number | undefined
} & Record<
  | 'electronic'
  | 'taxExemptMaker'
  | 'realEstate'
  | 'construction'
  | 'business'
  | 'creditCard'
  | 'flatRateBill'
  | 'renewable',
  boolean
>

const checkedFacts = (input: StampDutyInput): Facts => {
  record('input', input)
  const { contract } = input
  const amount = input.amount === undefined ? undefined : yen('amount', input.amount)
  if (contract !== undefined) record('contract', contract)
  return {
    document: oneOf('document', input.document, stampedDocuments),
    on: day('on', input.on),
    amount,
    shownTax: input.shownTax === undefined ? 0 : wholeNumber('shownTax', input.shownTax, 0, amount ?? 0),
    contractMonths: contract && wholeNumber('contract.months', contract.months, 0, 1200),
    renewable: flag('contract.renewable', contract?.renewable),
    electronic: flag('electronic', input.electronic),
    taxExemptMaker: flag('taxExemptMaker', input.taxExemptMaker),
    realEstate: flag('realEstate', input.realEstate, true),
    construction: flag('construction', input.construction),
    business: flag('business', input.business, true),
    creditCard: flag('creditCard', input.creditCard),
    flatRateBill: flag('flatRateBill', input.flatRateBill),
  }
}

/** Reasons for which there is no taxed document, or an exempt one, whatever the amount. */
const untaxedReason = (facts: Facts, monthsMost: number): StampDutyResult['reason'] => {
  const { document, contractMonths } = facts
  if (facts.electronic) return { ja: '電磁的記録は課税文書の作成に当たりません。', en: 'Data is no taxed document.' }
  if (!facts.business && (document === '17-1' || document === '17-2')) {
    return { ja: '営業に関しない受取書は非課税です。', en: 'A receipt outside business is exempt.' }
  }
  if (facts.creditCard && document === '17-1') {
    return {
      ja: 'クレジットカード利用の旨を記載した領収書は金銭の受取書に当たりません。',
      en: 'A receipt that says it was paid by credit card is no receipt of money.',
    }
  }
  if (document === '7' && contractMonths !== undefined && contractMonths <= monthsMost && !facts.renewable) {
    return {
      ja: `契約期間が${monthsMost}か月以内で更新の定めがないものは第7号文書に当たりません。内容により他の号を確認してください。`,
      en: `A contract of at most ${monthsMost} months without renewal is no document of no. 7. See whether another number applies.`,
    }
  }
  return undefined
}

/** The relief that a document has above a certain amount, if any. */
const reliefOf = (
  { document, realEstate, construction, on }: Facts,
  options: Preview,
): Explained<StampRelief> | undefined => {
  const kind =
    document === '1-1' && realEstate ? 'realEstate' : document === '2' && construction ? 'construction' : undefined
  if (kind === undefined) return undefined
  const { value, because } = lawOn(stampReliefLaw, on, options)
  return { value: value[kind], because }
}

/**
 * The stamp duty (印紙税) of a document by its number in the table, its stated amount and the day it is made; with the relief for real
 * estate and construction through 2027-03-31. Which number a document belongs to is for the caller to say (通則3).
 * Throws InvalidInputError, UnknownLawError. 印紙税法 別表第一, 租税特別措置法91条.
 */
export function stampDuty(input: StampDutyInput, options: Preview = {}): StampDutyResult {
  const facts = checkedFacts(input)
  const { document, on } = facts
  const shown = lawOn(shownTaxLaw, on, options)
  const untaxed = lawOn(untaxedDocumentLaw, on, options)
  const table = lawOn(stampDutyLaw, on, options)
  const leavesTaxOut = facts.shownTax > 0 && !facts.taxExemptMaker && shown.value.includes(document)
  const amount = facts.amount === undefined || !leavesTaxOut ? facts.amount : facts.amount - facts.shownTax
  const laws = allBecause(table.because, facts.shownTax > 0 ? shown.because : [])
  const result = (duty: number, because: readonly Because[] = [], relief = false): StampDutyResult => ({
    duty,
    ...(amount === undefined ? {} : { taxedAmount: amount }),
    relief,
    because: allBecause(laws, because),
  })

  const reason = untaxedReason(facts, untaxed.value.basicContractMonthsMost)
  if (reason !== undefined) return { ...result(0, untaxed.because), reason }
  const { steps, exemptUnder, withoutAmount } = table.value[document]
  if (amount === undefined) {
    if (withoutAmount !== undefined) return result(withoutAmount)
    throw new InvalidInputError('amount', undefined, {
      ja: '券面金額を指定してください（株券は1株の払込金額×株数）。',
      en: 'Give the face amount (for shares: paid-in amount per share × number).',
    })
  }
  if (exemptUnder !== undefined && amount < exemptUnder) {
    const exempt = {
      ja: `記載金額が${exemptUnder.toLocaleString('ja')}円未満のため非課税です。`,
      en: `Amounts under ${exemptUnder.toLocaleString('en')} yen are exempt.`,
    }
    return { ...result(0), reason: exempt }
  }
  if (document === '3' && facts.flatRateBill) return result(untaxed.value.sightBillDuty, untaxed.because)
  const relief = reliefOf(facts, options)
  return relief !== undefined && amount > relief.value.over
    ? result(stepDuty(relief.value.steps, amount), relief.because, true)
    : result(stepDuty(steps, amount))
}
