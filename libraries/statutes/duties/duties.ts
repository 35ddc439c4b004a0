import { record, wholeNumber } from '../core/input.ts'
import { type Because, lawOn, type Preview, type Statute } from '../core/statute.ts'
import { type CompanyShape, checkedCompany, concerns, type PersonShape } from './company-shape.ts'
import { companyTaxDuties } from './company-tax-duties.ts'
import { insuranceDuties } from './insurance-duties.ts'
import { labourDuties } from './labour-duties.ts'
import { movedInto } from './moved-date.ts'
import { type Occasion, occasionsOf } from './occasions.ts'
import { payTaxDuties } from './pay-tax-duties.ts'
import type { Bilingual, DutyTerms } from './terms.ts'

export type { CompanyShape, PersonShape } from './company-shape.ts'

export type DutiesInput = {
  company: CompanyShape
  people?: readonly PersonShape[]
  /** Calendar year in which the duties fall due, after days off have moved them. */
  year: number
}

/** One dated duty of the year. */
export type Duty = {
  duty: string
  dutyEn: string
  /** The last day on which it can be done, moved by days off where the law says so. */
  dueOn: string
  /** The day that the law names. */
  legalDueOn: string
  form: Bilingual
  addressee: Bilingual
  /** The person it is about. */
  personId?: string
  /** The day of the fact that set it off: joining, the last day or the day after it, a bonus. */
  occurredOn?: string
  because: Because[]
}

const everyDuty: readonly Statute<DutyTerms>[] = [
  ...insuranceDuties,
  ...labourDuties,
  ...payTaxDuties,
  ...companyTaxDuties,
]

/**
 * Every dated duty of a company of this shape that falls due in a calendar year, in order of its day: what, on which form, to
 * whom, by which law. Days off move a day as each law says (国税通則法10条2項、行政機関の休日に関する法律2条、銀行法施行令5条).
 * Throws InvalidInputError naming the field; UnknownLawError where the year's law or holidays are not known.
 */
export function duties(input: DutiesInput, options: Preview = {}): Duty[] {
  record('input', input)
  const year = wholeNumber('year', input.year, 1970, 2100)
  const company = checkedCompany(input.company, input.people ?? [], year)
  const found: Duty[] = []
  for (const statute of everyDuty) {
    for (const occasion of statute.versions.slice(-1).flatMap(({ value }) => occasionsOf(value, company, year))) {
      const { value } = lawOn(statute, occasion.legalDueOn, options)
      if (!concerns(value, company, occasion)) continue
      const dueOn = movedInto(year, occasion.legalDueOn, value, options)
      if (dueOn !== undefined)
        found.push(dutyOf(statute, value, occasion, dueOn, lawOn(statute, dueOn, options).because))
    }
  }
  return found.sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0))
}

function dutyOf(
  { name, nameEn }: Statute<DutyTerms>,
  { form, addressee }: DutyTerms,
  { legalDueOn, person, occurredOn }: Occasion,
  dueOn: string,
  because: Because[],
): Duty {
  return {
    duty: name,
    dutyEn: nameEn,
    dueOn,
    legalDueOn,
    form,
    addressee,
    ...(person !== undefined && { personId: person.id }),
    ...(occurredOn !== undefined && { occurredOn }),
    because,
  }
}
