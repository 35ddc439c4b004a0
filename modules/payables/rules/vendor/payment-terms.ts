import type { LocalDate, Words } from '@ennoshita/kernel'
import { dateInWords } from '@ennoshita/kernel'
import {
  addDays,
  bankCalendar,
  closingPeriod,
  InvalidInputError,
  type MonthDay,
  type PaymentTerms,
  paymentDay,
  paymentTerm,
  type Shift,
  UnknownLawError,
} from '@ennoshita/statutes'
import { freelanceAlone } from './protection.ts'

/** How terms stand in a row: 31 is the end of the month. */
export type TermsRow = {
  readonly closingDay: number | null
  readonly payMonthsLater: number | null
  readonly payDay: number | null
  readonly payShift: Shift | null
}

const noTerms: TermsRow = { closingDay: null, payMonthsLater: null, payDay: null, payShift: null }
const dayOf = (day: number): MonthDay => (day === 31 ? 'month-end' : day)
const numberOf = (day: MonthDay): number => (day === 'month-end' ? 31 : day)

/** 支払条件 of a row; null where each invoice says when it is due. */
export function termsOf({ closingDay, payMonthsLater, payDay, payShift }: TermsRow) {
  if (closingDay === null || payMonthsLater === null || payDay === null || payShift === null) return null
  return {
    closing: { day: dayOf(closingDay) },
    payment: { monthsLater: payMonthsLater, day: dayOf(payDay), shift: payShift },
  }
}

/** The row of terms; the inverse of termsOf. */
export function rowOfTerms(terms: PaymentTerms | null): TermsRow {
  if (terms === null) return noTerms
  const { closing, payment } = terms
  return {
    closingDay: numberOf(closing.day),
    payMonthsLater: payment.monthsLater,
    payDay: numberOf(payment.day),
    payShift: payment.shift ?? 'previous',
  }
}

export type PayDay = { readonly closesOn: LocalDate; readonly dueOn: LocalDate; readonly paidOn: LocalDate }

/** When what is received on a day falls due and is paid; null where bank holidays of that time are not known. Throws InvalidInputError. */
export function payDayOf(receivedOn: LocalDate, terms: PaymentTerms): PayDay | null {
  try {
    return paymentDay(receivedOn, terms)
  } catch (cause) {
    if (cause instanceof UnknownLawError) return null
    throw cause
  }
}

/** The next closings from a day on with their pay days; fewer where bank holidays are not known yet. */
export function nextPayDays(from: LocalDate, terms: PaymentTerms | null, count: number): PayDay[] {
  const days: PayDay[] = []
  let receivedOn = from
  while (terms !== null && days.length < count) {
    const day = payDayOf(receivedOn, terms)
    if (day === null) break
    days.push(day)
    receivedOn = addDays(day.closesOn, 1)
  }
  return days
}

/** Why the terms cannot be, by the field; undefined when they can. */
export function termsFault(terms: PaymentTerms, on: LocalDate): Words | undefined {
  try {
    paymentDay(on, terms, bankCalendar({ preview: true }))
    return undefined
  } catch (cause) {
    if (cause instanceof InvalidInputError)
      return {
        ja: '支払日が締日より前になります。何か月後かを増やすか、支払日を直してください。',
        en: 'The day of payment would be before the closing day. Give more months or a later day.',
      }
    if (cause instanceof UnknownLawError) return undefined
    throw cause
  }
}

/** What 取適法3条 or フリーランス法4条 say against the terms, judged by the earliest receipt of a closing period; undefined when nothing. */
export function termsAgainstLaw(
  terms: PaymentTerms,
  protection: { readonly toriteki: boolean; readonly freelance: boolean },
  on: LocalDate,
): Words | undefined {
  if (!protection.toriteki && !protection.freelance) return undefined
  try {
    const receivedOn = closingPeriod(on, terms.closing).from
    const { dueOn } = paymentDay(receivedOn, terms, bankCalendar({ preview: true }))
    const { day } = terms.closing
    const { violations } = paymentTerm(
      {
        receivedOn,
        dueOn,
        closing: { day: day !== 'month-end' && day > 28 ? 'month-end' : day },
        postponedOverBankHolidays: terms.payment.shift === 'next',
        ...(protection.toriteki ? {} : { scope: freelanceAlone }),
      },
      { preview: true },
    )
    const late = violations.find(({ rule }) => rule === 'due-date')
    const law = protection.toriteki ? '取適法3条' : 'フリーランス法4条'
    return (
      late && {
        ja: `締め期間の初日（${dateInWords(receivedOn)}）に受け取ると、${late.ja}（${law}）`,
        en: `For what comes in on the first day of a period (${receivedOn}): ${late.en} (${law})`,
      }
    )
  } catch (cause) {
    if (cause instanceof UnknownLawError) return undefined
    throw cause
  }
}
