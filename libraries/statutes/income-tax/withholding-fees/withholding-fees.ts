import { day, InvalidInputError, oneOf, record, wholeNumber, yen } from '../../core/input.ts'
import { atRate } from '../../core/rounding.ts'
import { type Because, lawOn, type Preview } from '../../core/statute.ts'
import { type FeeKind, type FeeRule, feeWithholding } from './law.ts'

/**
 * `general` 原稿料・講演料・デザイン料・税理士や弁護士などの報酬 (two steps), `judicial-scrivener` 司法書士,
 * `land-and-house-investigator` 土地家屋調査士, `marine-procedure-commission-agent` 海事代理士, `sales-agent` 外交員・集金人・電力量計の検針人,
 * `hostess` ホステス等, `advertising-prize` 広告宣伝のための賞金, `administrative-scrivener` 行政書士 (nothing is withheld).
 */
export type WithholdingFeesKind = FeeKind

export type WithholdingFeesInput = {
  paidOn: string
  /** The fee of one payment (外交員: of the month), without consumption tax if the invoice shows that apart. */
  fee: number
  kind: FeeKind
  /** From a corporation (内国法人) nothing is withheld. An individual when absent. */
  payee?: 'individual' | 'corporation'
  /** 外交員等: the salary paid to the same person in the month, which reduces the deduction. */
  salaryInMonth?: number
  /** ホステス等: calendar days of the period of calculation (計算期間の日数), not days worked. */
  days?: number
}

export type WithholdingFees = {
  /** What the rate was applied to. */
  base: number
  tax: number
  because: Because[]
}

const kinds = [
  'general',
  'judicial-scrivener',
  'land-and-house-investigator',
  'marine-procedure-commission-agent',
  'sales-agent',
  'hostess',
  'advertising-prize',
  'administrative-scrivener',
] as const

/**
 * Income tax to withhold from a fee, surtaxes included, in whole yen; a fraction of a yen is dropped in each step.
 * Throws InvalidInputError and UnknownLawError. 所得税法204条・205条.
 */
export function withholdingFees(input: WithholdingFeesInput, options: Preview = {}): WithholdingFees {
  record('input', input)
  const paidOn = day('paidOn', input.paidOn)
  const fee = yen('fee', input.fee)
  const kind = oneOf('kind', input.kind, kinds)
  const payee = oneOf('payee', input.payee ?? 'individual', ['individual', 'corporation'])
  const { value, because } = lawOn(feeWithholding, paidOn, options)
  const rule = value[kind]
  const base = Math.max(0, fee - deducted(rule, input))
  if (payee === 'corporation') return { base: 0, tax: 0, because }
  const { from, rate } = rule.above ?? { from: base, rate: rule.rate }
  const upTo = Math.min(base, from)
  return { base, tax: atRate(upTo, rule.rate, 'floor') + atRate(base - upTo, rate, 'floor'), because }
}

function deducted({ deducted: { per, amount } }: FeeRule, input: WithholdingFeesInput): number {
  refuseUnless(per === 'month', 'salaryInMonth', input.salaryInMonth, 'sales-agent')
  refuseUnless(per === 'day', 'days', input.days, 'hostess')
  if (per === 'month') return Math.max(0, amount - yen('salaryInMonth', input.salaryInMonth ?? 0))
  return per === 'day' ? amount * wholeNumber('days', input.days, 1, 31) : amount
}

function refuseUnless(isUsed: boolean, field: string, given: number | undefined, kind: FeeKind): void {
  if (isUsed || given === undefined) return
  throw new InvalidInputError(field, given, {
    ja: `kind が ${kind} のときだけ指定できます。`,
    en: `Give it only when kind is ${kind}.`,
  })
}
