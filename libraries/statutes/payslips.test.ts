import { expect, test } from 'vitest'
import { addMonths, monthEnd } from './calendar/days.ts'
import { casesOf } from './core/testing.ts'
import { accidentInsurance, employmentInsurance, socialInsurance, withholdingMonthly } from './index.ts'

type Payslip = {
  name: string
  payMonth: string
  gross: number
  standard: number
  birthDate: string
  prefecture?: string
  lostOn?: string
  employee: number[]
  employer: number[]
  taxablePay: number
  tax: number
}

test.each(casesOf<Payslip>(import.meta.url, 'payslips.cases.yaml'))('$name → $tax', (payslip) => {
  const { payMonth, gross, standard, birthDate, prefecture = '13', lostOn } = payslip
  const closingDate = monthEnd(`${payMonth}-01`)
  const { health, childSupportLevy, pension, childContribution } = socialInsurance({
    insuredMonth: addMonths(`${payMonth}-01`, -1).slice(0, 7),
    standardMonthly: standard,
    birthDate,
    prefecture,
    ...(lostOn === undefined ? {} : { lostOn }),
  })
  const employment = employmentInsurance({ closingDate, wages: gross, business: 'general' })
  const accident = accidentInsurance({ closingDate, wages: gross, businessClass: '94' })
  const employee = [health.employee, childSupportLevy.employee, pension.employee, employment.employee]
  const taxablePay = employee.reduce((left, premium) => left - premium, gross)

  expect(employee).toEqual(payslip.employee)
  expect([
    ...[health.employer, childSupportLevy.employer, pension.employer, employment.employer],
    ...[childContribution.employer, accident.employer],
  ]).toEqual(payslip.employer)
  expect(taxablePay).toBe(payslip.taxablePay)
  expect(withholdingMonthly({ payDate: `${payMonth}-25`, taxablePay, column: 'otsu' }).tax).toBe(payslip.tax)
})
