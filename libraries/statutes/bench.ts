import { bonusInsurance, employmentInsurance, socialInsurance, withholdingMonthly } from './index.ts'

/** Whole payslips a second: standard remuneration already known, all insurance, then the tax of what is left. */
const payslips = 10_000
const goal = 1_000

function payslip(n: number): number {
  const standards = [200_000, 300_000, 410_000, 500_000, 650_000]
  const standardMonthly = standards[n % standards.length] ?? 300_000
  const gross = standardMonthly + (n % 4_000)
  const insured = {
    birthDate: `${1960 + (n % 45)}-0${1 + (n % 9)}-15`,
    prefecture: String(1 + (n % 47)).padStart(2, '0'),
  }
  const insurance = socialInsurance({ insuredMonth: '2026-04', standardMonthly, ...insured })
  const employment = employmentInsurance({ closingDate: '2026-05-31', wages: gross, business: 'general' })
  const deducted =
    insurance.health.employee + insurance.childSupportLevy.employee + insurance.pension.employee + employment.employee
  const taxablePay = gross - deducted
  const { tax } = withholdingMonthly({ payDate: '2026-05-25', taxablePay, dependents: n % 4, column: 'kou' })
  return taxablePay - tax
}

const bonus = (n: number): number =>
  bonusInsurance({
    paidOn: '2026-06-30',
    bonus: 400_000 + n,
    birthDate: '1980-01-15',
    prefecture: '13',
    priorStandardBonusInFiscalYear: 0,
  }).total.employee

for (const [name, one] of [
  ['payslips', payslip],
  ['bonus insurance', bonus],
] as const) {
  for (let n = 0; n < 2_000; n += 1) one(n)
  const started = performance.now()
  let sum = 0
  for (let n = 0; n < payslips; n += 1) sum += one(n)
  const took = performance.now() - started
  console.log(`${payslips} ${name}: ${took.toFixed(0)} ms (goal: at most ${goal} ms); sum ${sum}`)
}
