import { bankCalendar, isBusinessDay, shiftToBusinessDay } from '../../calendar/business-days.ts'
import { closingPeriod, type MonthDay } from '../../calendar/closing-days.ts'
import { addDays, dateOf, dateParts, daysBetween } from '../../calendar/days.ts'
import { dateInWords } from '../../core/date-in-words.ts'
import { day, flag, InvalidInputError, oneOf, record, yen } from '../../core/input.ts'
import { divided } from '../../core/rounding.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import {
  bankHolidayLaw,
  freelanceLaw,
  lateInterestLaw,
  monthlyClosingLaw,
  paymentDaysLaw,
  prohibitedPaymentLaw,
} from './law.ts'
import { type PaymentScope, type PaymentScopeInput, scopeAt } from './scope.ts'

export type PaymentTermInput = {
  /** The day the goods or the work came in (給付を受領した日): day 1. Inspection does not matter. */
  receivedOn: string
  /** The due date agreed; without it the law sets the day of receipt (取適法3条2項). */
  dueOn?: string
  /** Monthly closing (締切日): a day of the month or its end; the 29th to 31st become the end of a month that lacks them. */
  closing?: { day: MonthDay }
  /** Both parties and the kind of work; without them the order is taken to be under 取適法. */
  scope?: Omit<PaymentScopeInput, 'on'> & { on?: string }
  /** A due date on a bank holiday moves to the next business day by an agreement in writing (2 days at most). */
  postponedOverBankHolidays?: boolean
  /** フリーランス法4条3項: the work was let on, and the freelancer was told so with the due date of the original order. */
  sublet?: { originalDueOn: string; disclosed: boolean }
  paidBy?: 'transfer' | 'promissory-note'
  /** Transfer fee taken off the payment, in yen. */
  transferFeeDeducted?: number
  /** For late interest: what is owed and when it was paid. */
  payment?: { amount: number; paidOn: string }
}

export type PaymentViolation = {
  rule: 'due-date' | 'late-payment' | 'promissory-note' | 'transfer-fee'
  ja: string
  en: string
}

export type PaymentTermResult = {
  lawful: boolean
  /** Absent where no act applies. */
  latestLawfulDueOn?: string
  /** The due date that counts: as agreed, or the latest lawful day, or the day of receipt where none was agreed. */
  effectiveDueOn: string
  /** Which day after the receipt the due date is (receipt = day 1). */
  dueDay: number
  violations: PaymentViolation[]
  /** 遅延利息 14.6 % a year of the amount, floor, from day 61 after the receipt, where it was paid later than the law allows. */
  lateInterest?: { from: string; days: number; interest: number }
  because: Because[]
}

type Latest = { on: string; because: Because[] }

const latestByClosing = (
  closing: NonNullable<PaymentTermInput['closing']>,
  receivedOn: string,
  options: Preview,
): Latest => {
  const closingDay = record('closing', closing).day
  const { value, because } = lawOn(monthlyClosingLaw, receivedOn, options)
  const { to } = closingPeriod(receivedOn, { day: closingDay })
  const { year, month } = dateParts(to)
  const sameDay = closingDay === 'month-end' ? 31 : closingDay
  return { on: dateOf(year, month + value.monthsAfterClosing, sameDay), because }
}

const latestDue = (
  input: PaymentTermInput,
  receivedOn: string,
  scope: PaymentScope | undefined,
  options: Preview,
): Latest => {
  const isOnlyFreelance = scope?.freelance === true && !scope.toriteki
  const { value, because } = lawOn(isOnlyFreelance ? freelanceLaw : paymentDaysLaw, receivedOn, options)
  if (input.sublet !== undefined) {
    record('sublet', input.sublet)
    const originalDueOn = day('sublet.originalDueOn', input.sublet.originalDueOn)
    if (flag('sublet.disclosed', input.sublet.disclosed) && isOnlyFreelance) {
      const rule = lawOn(freelanceLaw, receivedOn, options)
      return { on: addDays(originalDueOn, rule.value.sublettingDays - 1), because: rule.because }
    }
  }
  const byDays = addDays(receivedOn, value.days - 1)
  if (input.closing === undefined) return { on: byDays, because }
  const byClosing = latestByClosing(input.closing, receivedOn, options)
  return { on: byClosing.on, because: allBecause(because, byClosing.because) }
}

/** The latest day, moved over a bank holiday where that was agreed in writing and takes no more than the days allowed. */
const postponed = (input: PaymentTermInput, latest: Latest, options: Preview): Latest => {
  if (!flag('postponedOverBankHolidays', input.postponedOverBankHolidays)) return latest
  const calendar = bankCalendar(options)
  if (isBusinessDay(latest.on, calendar)) return latest
  const { value, because } = lawOn(bankHolidayLaw, latest.on, options)
  const next = shiftToBusinessDay(latest.on, 'next', calendar)
  return daysBetween(latest.on, next) > value.postponedDaysMost
    ? latest
    : { on: next, because: allBecause(latest.because, because) }
}

const prohibited = (
  input: PaymentTermInput,
  receivedOn: string,
  options: Preview,
): { violations: PaymentViolation[]; because: Because[] } => {
  const { value, because } = lawOn(prohibitedPaymentLaw, receivedOn, options)
  const violations: PaymentViolation[] = []
  if (yen('transferFeeDeducted', input.transferFeeDeducted ?? 0) > 0 && value.transferFee) {
    violations.push({
      rule: 'transfer-fee',
      ja: '振込手数料を差し引くことは、合意があっても代金の減額に当たります。差し引いた額を支払ってください。',
      en: 'Taking off the transfer fee reduces the price, even with consent. Pay what was taken off.',
    })
  }
  if (
    oneOf('paidBy', input.paidBy ?? 'transfer', ['transfer', 'promissory-note']) === 'promissory-note' &&
    value.promissoryNote
  ) {
    violations.push({
      rule: 'promissory-note',
      ja: '手形の交付では支払ったことになりません。支払期日までに現金で支払ってください。',
      en: 'A promissory note is no payment. Pay in cash by the due date.',
    })
  }
  return { violations, because: violations.length > 0 ? because : [] }
}

const lateInterest = (
  payment: NonNullable<PaymentTermInput['payment']>,
  receivedOn: string,
  latestOn: string,
  options: Preview,
): { lateInterest?: PaymentTermResult['lateInterest']; because: Because[] } => {
  const amount = yen('payment.amount', payment.amount)
  const lastFreeDay = addDays(receivedOn, lawOn(paymentDaysLaw, receivedOn, options).value.days - 1)
  const days = daysBetween(lastFreeDay, payment.paidOn)
  if (days <= 0 || payment.paidOn <= latestOn) return { because: [] }
  const { value, because } = lawOn(lateInterestLaw, receivedOn, options)
  const { perYear, daysOfYear } = value
  const interest = divided(BigInt(amount) * BigInt(days) * BigInt(perYear.parts), perYear.over * daysOfYear, 'floor')
  return { lateInterest: { from: addDays(lastFreeDay, 1), days, interest }, because }
}

const checkedDates = (input: PaymentTermInput): { receivedOn: string; dueOn: string | undefined } => {
  const receivedOn = day('receivedOn', input.receivedOn)
  const dueOn = input.dueOn === undefined ? undefined : day('dueOn', input.dueOn)
  if (input.payment !== undefined) day('payment.paidOn', record('payment', input.payment).paidOn)
  if (dueOn !== undefined && dueOn < receivedOn) {
    throw new InvalidInputError('dueOn', dueOn, {
      ja: '受領日以後の日を指定してください。前払は対象外です。',
      en: 'Give a day that is not before the receipt. Payment in advance is not judged.',
    })
  }
  return { receivedOn, dueOn }
}

/**
 * Whether the due date of an order is lawful under 取適法 and フリーランス法, and the latest day that would be: day 60 counted from the
 * receipt (day 1), or, with a monthly closing, one month after the closing day, which the earliest receipt of the period must meet too.
 * Late interest runs from day 61 after the receipt whatever was agreed, at 14.6 % a year (取適法 only). Throws InvalidInputError,
 * UnknownLawError.
 * 取適法3条・5条・6条, フリーランス法4条.
 */
export function paymentTerm(input: PaymentTermInput, options: Preview = {}): PaymentTermResult {
  record('input', input)
  const { receivedOn, dueOn } = checkedDates(input)
  const scope =
    input.scope === undefined
      ? undefined
      : scopeAt('scope.', { ...record('scope', input.scope), on: input.scope.on ?? receivedOn }, options)
  const dueDay = daysBetween(receivedOn, dueOn ?? receivedOn) + 1
  if (scope !== undefined && !scope.toriteki && !scope.freelance) {
    return { lawful: true, effectiveDueOn: dueOn ?? receivedOn, dueDay, violations: [], because: scope.because }
  }
  const isToriteki = scope?.toriteki ?? true
  const latest = postponed(input, latestDue(input, receivedOn, scope, options), options)
  const effectiveDueOn = dueOn === undefined ? receivedOn : dueOn > latest.on ? latest.on : dueOn
  const forbidden = isToriteki ? prohibited(input, receivedOn, options) : { violations: [], because: [] }
  const violations = [...forbidden.violations]
  if (dueOn !== undefined && dueOn > latest.on) {
    violations.push({
      rule: 'due-date',
      ja: `支払期日は受領日から${dueDay}日目です。${latest.on}以前にしてください。`,
      en: `The due date is day ${dueDay} after receipt. Set it on or before ${latest.on}.`,
    })
  }
  if (input.payment !== undefined && input.payment.paidOn > effectiveDueOn) {
    violations.push({
      rule: 'late-payment',
      ja: `支払期日${dateInWords(effectiveDueOn)}までに支払われていません。`,
      en: `It was not paid by the due date ${effectiveDueOn}.`,
    })
  }
  const late =
    input.payment !== undefined && isToriteki
      ? lateInterest(input.payment, receivedOn, latest.on, options)
      : { because: [] }
  return {
    lawful: violations.length === 0,
    latestLawfulDueOn: latest.on,
    effectiveDueOn,
    dueDay,
    violations,
    ...(late.lateInterest === undefined ? {} : { lateInterest: late.lateInterest }),
    because: allBecause(latest.because, scope?.because ?? [], forbidden.because, late.because),
  }
}
