export * from './assets/index.ts'
export {
  addBusinessDays,
  type BusinessCalendar,
  bankCalendar,
  businessDaysBetween,
  type CompanyCalendarOptions,
  companyCalendar,
  isBusinessDay,
  nextBusinessDay,
  previousBusinessDay,
  publicOfficeCalendar,
  type Shift,
  shiftToBusinessDay,
} from './calendar/business-days.ts'
export {
  type ClosingPeriod,
  closingPeriod,
  type MonthDay,
  type PaymentTerms,
  paymentDay,
} from './calendar/closing-days.ts'
export {
  addDays,
  addMonths,
  dateOf,
  dateParts,
  daysBetween,
  InvalidDateError,
  isDate,
  lastDayOfMonth,
  monthEnd,
  type Weekday,
  weekdayOf,
  weekdays,
} from './calendar/days.ts'
export {
  type Holiday,
  holidayName,
  holidaysCheckedThrough,
  holidaysOfYear,
  isHoliday,
  nationalHoliday,
} from './calendar/holidays.ts'
export { InvalidInputError } from './core/input.ts'
export type { Rate, Rounding } from './core/rounding.ts'
export {
  type Because,
  type Explained,
  type KeyedBy,
  lawOn,
  type Preview,
  type Source,
  type Statute,
  type Trust,
  trustOf,
  UnknownLawError,
  type Version,
} from './core/statute.ts'
export { corporateNumber, type NumberCheck, registrationNumber } from './corporate-number/corporate-number.ts'
export { describeDueRule } from './due-rule/describe-due-rule.ts'
export { type DueDatesOptions, type DueOccurrence, dueAfter, dueDates, dueOccurrences } from './due-rule/due-dates.ts'
export type {
  AfterOccasionRule,
  DayOfMonth,
  DueCalendar,
  DueRule,
  DueShift,
  MonthAfterOccasionRule,
} from './due-rule/due-rule.ts'
export { type DueRuleReading, parseDueRule } from './due-rule/parse-due-rule.ts'
export * from './duties/index.ts'
export * from './income-tax/index.ts'
export * from './labour/index.ts'
export { statutesByFamily } from './report/every-statute.ts'
export { type EndingStatute, lawReport, statutesEnding } from './report/law-report.ts'
export { pageName, statuteIndex, statutePage } from './report/statute-page.ts'
export * from './social-insurance/index.ts'
export * from './trade/index.ts'
