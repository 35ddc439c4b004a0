import { day, InvalidInputError, oneOf, record, wholeNumber } from '../core/input.ts'
import { type BusinessCalendar, bankCalendar, type Shift, shiftToBusinessDay } from './business-days.ts'
import { addDays, dateOf, dateParts } from './days.ts'

/** 締日 or 支払日: a day of the month, or its end. The 29th to 31st become the end of a month that lacks them. */
export type MonthDay = number | 'month-end'

/** 支払条件 such as 20日締め翌々月10日払い: `{ closing: { day: 20 }, payment: { monthsLater: 2, day: 10 } }`. */
export type PaymentTerms = {
  closing: { day: MonthDay }
  payment: {
    /** Months from the month in which the period closes: 0 当月, 1 翌月, 2 翌々月. */
    monthsLater: number
    day: MonthDay
    /** When the bank is closed: 前営業日 `previous`, 翌営業日 `next`, or the day itself; `previous` where absent. */
    shift?: Shift
  }
}

export type ClosingPeriod = { from: string; to: string }

/** The period (締め期間) in which a day falls, both ends included. Throws InvalidInputError naming the field. */
export function closingPeriod(on: string, closing: { day: MonthDay }): ClosingPeriod {
  const { year, month } = dateParts(day('on', on))
  const closingDay = monthDay('closing.day', record('closing', closing).day)
  const inMonth = dateOf(year, month, closingDay)
  const isThisMonth = on <= inMonth
  return {
    from: addDays(dateOf(year, isThisMonth ? month - 1 : month, closingDay), 1),
    to: isThisMonth ? inMonth : dateOf(year, month + 1, closingDay),
  }
}

/**
 * When what was received on a day is closed (締日) and paid: `dueOn` as agreed (支払日), `paidOn` moved to a day on which the
 * bank is open, or another calendar's business day. Throws InvalidInputError; UnknownLawError beyond the announced holidays.
 */
export function paymentDay(
  receivedOn: string,
  terms: PaymentTerms,
  calendar: BusinessCalendar = bankCalendar(),
): { closesOn: string; dueOn: string; paidOn: string } {
  const { closing, payment } = record('terms', terms)
  record('payment', payment)
  const { to: closesOn } = closingPeriod(day('receivedOn', receivedOn), closing)
  const monthsLater = wholeNumber('payment.monthsLater', payment.monthsLater, 0, 24)
  const shift = oneOf('payment.shift', payment.shift ?? 'previous', ['previous', 'next', 'none'])
  const { year, month } = dateParts(closesOn)
  const dueOn = dateOf(year, month + monthsLater, monthDay('payment.day', payment.day))
  if (dueOn < closesOn) {
    throw new InvalidInputError('payment.day', payment.day, {
      ja: '支払日は締日以後の日になるように、月数か日を指定してください。',
      en: 'Give months and a day that fall on or after the closing day.',
    })
  }
  return { closesOn, dueOn, paidOn: shiftToBusinessDay(dueOn, shift, calendar) }
}

function monthDay(field: string, given: MonthDay): number {
  return given === 'month-end' ? 31 : wholeNumber(field, given, 1, 31)
}
