import { publicOfficeCalendar, shiftToBusinessDay } from '../../calendar/business-days.ts'
import { dateOf } from '../../calendar/days.ts'
import { entries, oneOf, record, text, wholeNumber, yen } from '../../core/input.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import { summed } from '../trade-input.ts'
import {
  electronicFilingLaw,
  type StatementForm,
  type StatementKind,
  type StatementRule,
  statementDueLaw,
  statementForms,
  statementKinds,
  statementLaw,
} from './law.ts'

export type StatementPayment = {
  kind: StatementKind
  payee: 'individual' | 'corporation'
  /** Payments of one form and limit to the same id are judged together (rent and key money to one landlord). */
  payeeId?: string
  /** The year's total to this payee for this kind (支払の確定した金額), tax included. */
  amountIncludingTax: number
  /** Consumption tax in it that the invoices show apart. */
  shownTax?: number
  /** For prizes of racing: the largest single payment. */
  largestPayment?: number
}

export type LegalStatementsInput = {
  /** The calendar year of the payments. */
  year: number
  payer: 'corporation' | 'individual' | 'real-estate-dealer'
  payments: readonly StatementPayment[]
  /** Limits are judged with the tax (rule), or without it where it is shown apart (allowed). */
  judgedBy?: 'including-tax' | 'excluding-tax'
  /** Sheets of each form that were due in the year before the last (基準年), counted at the day of filing. */
  sheetsInBaseYear?: Partial<Record<StatementForm, number>>
}

export type StatementDecision = {
  /** Place in the list of payments. */
  payment: number
  form: StatementForm
  required: boolean
  judgedAmount: number
  over: number
  reason: { ja: string; en: string }
}

export type LegalStatementsResult = {
  statements: StatementDecision[]
  /** How many statements of each form are due. */
  sheets: Partial<Record<StatementForm, number>>
  /** 翌年1月31日, moved to the next day on which the tax office is open. */
  dueOn: string
  electronicFiling: { baseYear: number; sheetsLeast: number; requiredForms: StatementForm[] }
  because: Because[]
}

const judgedAmount = (field: string, payment: StatementPayment, rule: StatementRule, withoutTax: boolean): number => {
  const amount = yen(`${field}.amountIncludingTax`, payment.amountIncludingTax)
  const shownTax = payment.shownTax === undefined ? 0 : wholeNumber(`${field}.shownTax`, payment.shownTax, 0, amount)
  if (rule.perPayment) return wholeNumber(`${field}.largestPayment`, payment.largestPayment, 0, amount)
  return withoutTax ? amount - shownTax : amount
}

type Judged = { payment: StatementPayment; rule: StatementRule; amount: number; isCounted: boolean }

const judgedPayment = (
  input: LegalStatementsInput,
  payment: StatementPayment,
  index: number,
  rules: Readonly<Record<StatementKind, StatementRule>>,
): Judged => {
  const field = `payments[${index}]`
  record(field, payment)
  const rule = rules[oneOf(`${field}.kind`, payment.kind, statementKinds)]
  const payee = oneOf(`${field}.payee`, payment.payee, ['individual', 'corporation'])
  if (payment.payeeId !== undefined) text(`${field}.payeeId`, payment.payeeId)
  const amount = judgedAmount(field, payment, rule, input.judgedBy === 'excluding-tax')
  return { payment, rule, amount, isCounted: !(rule.individualsOnly && payee === 'corporation') }
}

/** Payments with the same key are judged as one; a payment without a payee's id stands alone. */
const groupKey = ({ payment, rule, isCounted }: Judged, index: number): string =>
  payment.payeeId === undefined || rule.perPayment || !isCounted
    ? `payment ${index}`
    : `${payment.payeeId} ${rule.form} ${rule.over}`

const decided = (
  input: LegalStatementsInput,
  { rule, isCounted }: Judged,
  judged: number,
  index: number,
): StatementDecision => {
  const decision = (required: boolean, ja: string, en: string): StatementDecision => ({
    payment: index,
    form: rule.form,
    required,
    judgedAmount: judged,
    over: rule.over,
    reason: { ja, en },
  })
  if (rule.corporationsAndDealersOnly && input.payer === 'individual') {
    return decision(
      false,
      '不動産関係の調書を出すのは法人と不動産業者である個人だけです。',
      'Only corporations and individuals dealing in real estate file it.',
    )
  }
  if (!isCounted) {
    return decision(false, `法人に支払う${rule.name}は対象外です。`, 'Such payments to corporations are not reported.')
  }
  const limitJa = rule.over.toLocaleString('ja')
  const limitEn = rule.over.toLocaleString('en')
  return judged > rule.over
    ? decision(true, `${rule.name}：${limitJa}円を超えています。`, `It is over ${limitEn} yen.`)
    : decision(false, `${rule.name}：${limitJa}円以下です。`, `It is not over ${limitEn} yen.`)
}

const electronicForms = (given: LegalStatementsInput['sheetsInBaseYear'], least: number): StatementForm[] => {
  const counts = record('sheetsInBaseYear', given ?? {})
  const strange = Object.keys(counts).find((form) => !statementForms.some((known) => known === form))
  if (strange !== undefined) oneOf('sheetsInBaseYear', strange, statementForms)
  return statementForms.filter(
    (form) => wholeNumber(`sheetsInBaseYear.${form}`, counts[form] ?? 0, 0, 100_000_000) >= least,
  )
}

/**
 * Which payments of a year need a payment statement (支払調書), when they are due, and which forms must be filed by e-Tax.
 * "Over" is strict: exactly 50,000 yen needs none. Withheld tax does not matter. The payee need not be given a copy.
 * Throws InvalidInputError, UnknownLawError. 所得税法225条, 228条の4, 国税通則法10条2項.
 */
export function legalStatements(input: LegalStatementsInput, options: Preview = {}): LegalStatementsResult {
  record('input', input)
  const year = wholeNumber('year', input.year, 2000, 2100)
  oneOf('payer', input.payer, ['corporation', 'individual', 'real-estate-dealer'])
  if (input.judgedBy !== undefined) oneOf('judgedBy', input.judgedBy, ['including-tax', 'excluding-tax'])
  const yearEnd = dateOf(year, 12, 31)
  const rules = lawOn(statementLaw, yearEnd, options)
  const due = lawOn(statementDueLaw, yearEnd, options)
  const payments = entries('payments', input.payments, 100_000, 0).map((payment, index) =>
    judgedPayment(input, payment, index, rules.value),
  )
  const keys = payments.map(groupKey)
  const sums = new Map<string, number>()
  payments.forEach(({ amount }, index) => {
    const key = keys[index] ?? ''
    sums.set(key, summed('payments', [sums.get(key) ?? 0, amount]))
  })
  const statements = payments.map((payment, index) => decided(input, payment, sums.get(keys[index] ?? '') ?? 0, index))
  const dueOn = shiftToBusinessDay(
    dateOf(year + 1, due.value.month, due.value.day),
    'next',
    publicOfficeCalendar(options),
  )
  const electronic = lawOn(electronicFilingLaw, dueOn, options)
  const { sheetsLeast, yearsBefore } = electronic.value
  const required = Map.groupBy(
    statements.filter((statement) => statement.required),
    ({ form }) => form,
  )
  return {
    statements,
    sheets: Object.fromEntries(
      [...required].map(([form, list]) => [form, new Set(list.map(({ payment }) => keys[payment])).size]),
    ),
    dueOn,
    electronicFiling: {
      baseYear: year + 1 - yearsBefore,
      sheetsLeast,
      requiredForms: electronicForms(input.sheetsInBaseYear, sheetsLeast),
    },
    because: allBecause(rules.because, due.because, electronic.because),
  }
}
