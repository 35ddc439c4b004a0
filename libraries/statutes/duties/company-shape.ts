import { endOfFiscalYear, fiscalYearEnd } from '../assets/depreciation/depreciation.ts'
import { addDays, addMonths } from '../calendar/days.ts'
import { day, entries, flag, InvalidInputError, month, record, records, text, yen } from '../core/input.ts'
import type { Occasion } from './occasions.ts'
import type { Applies, DutyTerms } from './terms.ts'

/** What decides which duties a company has; everything but the fiscal year is optional. */
export type CompanyShape = {
  /** Last day of the fiscal year, MM-DD. */
  fiscalYearEnd: string
  /** 常時使用する労働者の数 (one who works short hours may count a half); where absent, the people employed in the year or the one before. */
  employees?: number
  /** 社会保険の適用事業所; true where absent. */
  socialInsurance?: boolean
  /** 源泉所得税の納期の特例. */
  withholdingHalfYearly?: boolean
  /** 住民税の納期の特例. */
  residentTaxHalfYearly?: boolean
  /** 労働保険料の延納. */
  labourInsuranceInstalments?: boolean
  /** 前事業年度の法人税額, yen. */
  previousCorporateTax?: number
  /** 申告期限の延長 of the corporate tax returns by one month. */
  corporateReturnExtended?: boolean
  /** 課税事業者. */
  consumptionTax?: { previousNationalTax?: number; extended?: boolean }
  /** 賞与の支払日. */
  bonusPaidOn?: readonly string[]
  /** 36協定の起算日: any one of them; it begins anew every year. */
  overtimeAgreementFrom?: string
}

export type PersonShape = {
  id: string
  hiredOn: string
  birthDate?: string
  /** Last day of employment. */
  leftOn?: string
  /** Months (YYYY-MM) in which other fixed pay was first paid (固定的賃金の変動). */
  payChangedIn?: readonly string[]
  /** 被保険者; true where absent. */
  socialInsurance?: boolean
  employmentInsurance?: boolean
}

export type CheckedCompany = CompanyShape & { people: readonly PersonShape[]; employees: number }

const yesOrNoFields = [
  'socialInsurance',
  'withholdingHalfYearly',
  'residentTaxHalfYearly',
  'labourInsuranceInstalments',
  'corporateReturnExtended',
] as const
const mostEntries = 100_000

/** The shape with every field checked; throws InvalidInputError naming it. */
export function checkedCompany(company: CompanyShape, people: readonly PersonShape[], year: number): CheckedCompany {
  record('company', company)
  fiscalYearEnd('company.fiscalYearEnd', company.fiscalYearEnd)
  for (const field of yesOrNoFields) flag(`company.${field}`, company[field])
  for (const [place, on] of entries('company.bonusPaidOn', company.bonusPaidOn ?? [], mostEntries, 0).entries())
    day(`company.bonusPaidOn[${place}]`, on)
  if (company.overtimeAgreementFrom !== undefined) day('company.overtimeAgreementFrom', company.overtimeAgreementFrom)
  yen('company.previousCorporateTax', company.previousCorporateTax ?? 0)
  if (company.consumptionTax !== undefined) {
    record('company.consumptionTax', company.consumptionTax)
    yen('company.consumptionTax.previousNationalTax', company.consumptionTax.previousNationalTax ?? 0)
    flag('company.consumptionTax.extended', company.consumptionTax.extended)
  }
  for (const [place, person] of records('people', people, mostEntries, 0).entries())
    checkPerson(`people[${place}]`, person)
  const employees = company.employees ?? people.filter((person) => wasEmployedAround(person, year)).length
  if (
    !(typeof employees === 'number' && employees >= 0 && employees <= 10_000_000 && Number.isInteger(employees * 2))
  ) {
    throw new InvalidInputError('company.employees', employees, {
      ja: '0以上の人数を指定してください（短時間の人は0.5人と数えられます）。',
      en: 'Give a number of people, 0 or more; one who works short hours may count a half.',
    })
  }
  return { ...company, people, employees }
}

const wasEmployedAround = ({ hiredOn, leftOn }: PersonShape, year: number): boolean =>
  hiredOn <= `${year}-12-31` && (leftOn === undefined || leftOn >= `${year - 1}-01-01`)

function checkPerson(field: string, person: PersonShape): void {
  text(`${field}.id`, person.id)
  flag(`${field}.socialInsurance`, person.socialInsurance)
  flag(`${field}.employmentInsurance`, person.employmentInsurance)
  const hiredOn = day(`${field}.hiredOn`, person.hiredOn)
  if (person.birthDate !== undefined && day(`${field}.birthDate`, person.birthDate) >= hiredOn) {
    throw new InvalidInputError(`${field}.birthDate`, person.birthDate, {
      ja: '入社日より前の生年月日を指定してください。',
      en: 'Give a date of birth before the day of joining.',
    })
  }
  for (const [place, changed] of entries(`${field}.payChangedIn`, person.payChangedIn ?? [], mostEntries, 0).entries())
    month(`${field}.payChangedIn[${place}]`, changed)
  if (person.leftOn !== undefined && day(`${field}.leftOn`, person.leftOn) < hiredOn) {
    throw new InvalidInputError(`${field}.leftOn`, person.leftOn, {
      ja: '入社日以後の退職日を指定してください。',
      en: 'Give a last day on or after the day of joining.',
    })
  }
}

/** Whether a duty concerns the company, and the person whose fact set it off. */
export function concerns(terms: DutyTerms, company: CheckedCompany, { person }: Occasion): boolean {
  if (terms.applies === 'social-insurance' && person?.socialInsurance === false) return false
  if (terms.applies === 'employment-insurance' && person?.employmentInsurance === false) return false
  return company.employees >= (terms.leastEmployees ?? 0) && holds(terms.applies, company)
}

function holds(applies: Applies, company: CheckedCompany): boolean {
  const isEmployer = company.employees > 0
  switch (applies) {
    case 'always':
      return true
    case 'employer':
    case 'employment-insurance':
      return isEmployer
    case 'social-insurance':
      return company.socialInsurance !== false
    case 'withholding-monthly':
      return !company.withholdingHalfYearly
    case 'withholding-half-yearly':
      return company.withholdingHalfYearly === true
    case 'resident-tax-monthly':
      return isEmployer && !company.residentTaxHalfYearly
    case 'resident-tax-half-yearly':
      return isEmployer && company.residentTaxHalfYearly === true
    case 'labour-insurance-instalments':
      return isEmployer && company.labourInsuranceInstalments === true
    case 'consumption-tax':
      return company.consumptionTax !== undefined
    case 'overtime-agreement':
      return company.overtimeAgreementFrom !== undefined
  }
}

/** The fiscal years that end in the year before, in the year and in the year after: first and last day each. */
export function fiscalYears(company: CheckedCompany, year: number): { from: string; to: string }[] {
  return [year - 1, year, year + 1].map((each) => {
    const to = endOfFiscalYear(`${each}-01-01`, company.fiscalYearEnd)
    const from = addDays(endOfFiscalYear(addMonths(`${each}-01-01`, -12), company.fiscalYearEnd), 1)
    return { from, to }
  })
}
