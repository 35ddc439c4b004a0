import { addDays, addMonths, dateOf, dateParts, lastDayOfMonths } from '../calendar/days.ts'
import { type CheckedCompany, fiscalYears, type PersonShape } from './company-shape.ts'
import type { DutyTerms, PersonOccasion, ReturnTerm, When } from './terms.ts'

/** A legal due day with what set it off. */
export type Occasion = { legalDueOn: string; person?: PersonShape; occurredOn?: string }

/** Every legal due day of a duty that may fall into the year, days off not yet considered. */
export function occasionsOf({ when, moves }: DutyTerms, company: CheckedCompany, year: number): Occasion[] {
  const near = ({ legalDueOn }: Occasion) =>
    legalDueOn > `${year - 1}-12-15` && legalDueOn <= (moves === 'previous' ? `${year + 1}-01-15` : `${year}-12-31`)
  return legalDays(when, company, year).filter(near)
}

function legalDays(when: When, company: CheckedCompany, year: number): Occasion[] {
  switch (when.kind) {
    case 'days-after':
      return facts(when.occasion, company).map((fact) => ({ ...fact, legalDueOn: addDays(fact.occurredOn, when.days) }))
    case 'next-month':
      return facts(when.occasion, company).map((fact) => ({
        ...fact,
        legalDueOn: dayOfNextMonth(fact.occurredOn, when.day),
      }))
    case 'months-after':
      return facts(when.occasion, company).map((fact) => ({
        ...fact,
        legalDueOn: addMonths(fact.occurredOn, when.months),
      }))
    case 'monthly':
      return Array.from({ length: 14 }, (_, month) => ({
        legalDueOn: dateOf(year, month, when.day === 'month-end' ? 31 : when.day),
      }))
    case 'yearly':
      return [year - 1, year].map((each) => ({ legalDueOn: dateOf(each, when.month, when.day) }))
    case 'after-fiscal-year':
      return fiscalYears(company, year)
        .filter(({ from }) => from >= (when.yearsFrom ?? from))
        .map(({ to }) => ({ legalDueOn: monthsAfter(to, returnMonths(when, company)) }))
    case 'half-year':
      if ((company.previousCorporateTax ?? 0) <= when.overPreviousTax) return []
      return fiscalYears(company, year).map(({ from }) => ({
        legalDueOn: monthsAfter(addDays(addMonths(from, 6), -1), when.months),
      }))
    case 'consumption-interim':
      return consumptionInterim(when, company, year)
    case 'years-after-return':
      return fiscalYears(company, year - when.years).map(({ to }) => ({
        legalDueOn: monthsAfter(monthsAfter(to, returnMonths(when, company)), when.years * 12),
        occurredOn: to,
      }))
    case 'before-agreement':
      return agreementDays(company, year)
  }
}

/** Months from the end of the fiscal year to the day on which its return is due. */
function returnMonths({ months, extension }: ReturnTerm, company: CheckedCompany): number {
  const isExtended =
    extension.of === 'corporate-return' ? company.corporateReturnExtended : company.consumptionTax?.extended
  return isExtended ? months + extension.months : months
}

function facts(
  occasion: PersonOccasion | 'bonus-paid',
  company: CheckedCompany,
): { person?: PersonShape; occurredOn: string }[] {
  if (occasion === 'bonus-paid') return (company.bonusPaidOn ?? []).map((occurredOn) => ({ occurredOn }))
  return company.people.flatMap((person) => factsOf(occasion, person).map((occurredOn) => ({ person, occurredOn })))
}

function factsOf(
  occasion: PersonOccasion,
  { hiredOn, leftOn, birthDate, payChangedIn = [] }: PersonShape,
): readonly string[] {
  if (occasion === 'joined') return [hiredOn]
  if (occasion === 'last-day') return leftOn === undefined ? [] : [leftOn]
  if (occasion === 'left') return leftOn === undefined ? [] : [addDays(leftOn, 1)]
  if (occasion === 'pay-changed') return payChangedIn.map((month) => `${month}-01`)
  const birthday = birthDate === undefined ? undefined : addMonths(birthDate, 75 * 12)
  const isEmployed = birthday !== undefined && hiredOn < birthday && (leftOn === undefined || leftOn >= birthday)
  return isEmployed ? [birthday] : []
}

function dayOfNextMonth(date: string, dayOfMonth: number): string {
  const { year, month } = dateParts(date)
  return dateOf(year, month + 1, dayOfMonth)
}

/** 末日の翌日から何月以内: the last day of so many months that begin on the day after. */
function monthsAfter(lastDay: string, months: number): string {
  return lastDayOfMonths(addDays(lastDay, 1), months)
}

/** 年11回: the first month's return is due with the second's (消費税法42条1項); 年3回 and 年1回 after three and six months. */
function consumptionInterim(
  { times, months }: Extract<When, { kind: 'consumption-interim' }>,
  company: CheckedCompany,
  year: number,
): Occasion[] {
  const paid = company.consumptionTax?.previousNationalTax ?? 0
  const often = times.find(({ overPreviousTax }) => paid > overPreviousTax)?.times
  if (often === undefined) return []
  const length = 12 / (often + 1)
  return fiscalYears(company, year).flatMap(({ from }) =>
    Array.from({ length: often }, (_, place) => {
      const periodsOver = often === 11 && place === 0 ? 2 : place + 1
      return { legalDueOn: monthsAfter(addDays(addMonths(from, periodsOver * length), -1), months) }
    }),
  )
}

function agreementDays(company: CheckedCompany, year: number): Occasion[] {
  if (company.overtimeAgreementFrom === undefined) return []
  const { month, day } = dateParts(company.overtimeAgreementFrom)
  return [year, year + 1].map((each) => {
    const begins = dateOf(each, month, day)
    return { legalDueOn: addDays(begins, -1), occurredOn: begins }
  })
}
