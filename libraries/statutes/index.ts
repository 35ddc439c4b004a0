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
export {
  type Because,
  type Explained,
  endingSoon,
  type KeyedBy,
  lawOn,
  type Source,
  type Statute,
  type Trust,
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
