import { instantInTokyo, type LocalDate } from '@ennoshita/kernel'
import {
  addBusinessDays,
  addDays,
  bankCalendar,
  isBusinessDay,
  nextBusinessDay,
  type Shift,
  shiftToBusinessDay,
} from '@ennoshita/statutes'
import type { PaymentMethod } from '../payment/payment-form.ts'

/** 締切 of a bank for the file of 総合振込: business days before the day of payment, and the time of day. */
export type CutOff = { readonly cutOffDays: number; readonly cutOffTime: string }

/** Holidays that are not announced yet are guessed: the bank refuses a wrong day itself, and a plan may look further ahead. */
const banks = () => bankCalendar({ preview: true })

/** The day on which money moves: the due day, moved over bank holidays as the vendor's terms say. Cash and cards do not wait for banks. */
export function payDay(dueOn: LocalDate, shift: Shift, method: PaymentMethod): LocalDate {
  return needsBankDay(method) ? shiftToBusinessDay(dueOn, shift, banks()) : dueOn
}

/** Whether the method works only on days on which banks are open (銀行法施行令5条1項). */
export function needsBankDay(method: PaymentMethod): boolean {
  return method === 'transfer' || method === 'account-transfer'
}

export function isBankDay(on: LocalDate): boolean {
  return isBusinessDay(on, banks())
}

/** The last instant at which the bank takes the file for a day of payment, ISO 8601 in UTC. */
export function cutOffAt(payOn: LocalDate, { cutOffDays, cutOffTime }: CutOff): string {
  return instantInTokyo(addBusinessDays(payOn, -cutOffDays, banks()), cutOffTime)
}

/** The first bank day that can still be paid by a file handed in after `now` (ISO 8601 in UTC) on the day `today`. */
export function earliestPayOn(now: string, today: LocalDate, cutOff: CutOff): LocalDate {
  let on = nextBusinessDay(addDays(today, -1), banks())
  while (cutOffAt(on, cutOff) < now) on = nextBusinessDay(on, banks())
  return on
}
