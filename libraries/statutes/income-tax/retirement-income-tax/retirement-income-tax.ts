import { day, InvalidInputError, oneOf, record, wholeNumber, yen, yesOrNo } from '../../core/input.ts'
import { atRate, divided, downTo, type Rate } from '../../core/rounding.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import { incomeTaxBrackets, incomeTaxOn, incomeTaxWithSurtax } from '../rates.ts'
import { type RetirementIncomeLaw, retirementIncome, retirementResidentTax } from './law.ts'

export type RetirementIncomeTaxInput = {
  paidOn: string
  pay: number
  /** 勤続年数: a part of a year counts as a year (16 years 6 months is 17). */
  yearsOfService: number
  /** 一般, 短期 (not an officer, at most five years) or 特定役員 (officer for at most five years). */
  kind: 'general' | 'short' | 'officer'
  /** Whether 退職所得の受給に関する申告書 was handed in. */
  declaration: boolean
  /** 障害者になったことが直接の原因で退職した; no when absent. */
  causedByDisability?: boolean
}

export type RetirementIncomeTax = {
  /** 退職所得控除額. */
  deduction: number
  /** 課税退職所得金額, cut to 1,000 yen. Without a declaration income tax does not rest on it, resident tax still does. */
  taxable: number
  incomeTax: number
  /** 市町村民税 and 道府県民税 together. */
  residentTax: number
  cityTax: number
  prefecturalTax: number
  because: Because[]
}

/**
 * Income tax with its surtaxes (a fraction of a yen is dropped) and resident tax (each part cut to 100 yen) to withhold from
 * one retirement payment, when no other was received in the year or the four years before. Throws InvalidInputError and
 * UnknownLawError. 所得税法30条・89条・201条, 地方税法50条の2以下・328条以下.
 */
export function retirementIncomeTax(input: RetirementIncomeTaxInput, options: Preview = {}): RetirementIncomeTax {
  record('input', input)
  const paidOn = day('paidOn', input.paidOn)
  const pay = yen('pay', input.pay)
  const years = wholeNumber('yearsOfService', input.yearsOfService, 1, 80)
  const kind = oneOf('kind', input.kind, ['general', 'short', 'officer'])
  const declaration = yesOrNo('declaration', input.declaration)
  const causedByDisability = yesOrNo('causedByDisability', input.causedByDisability ?? false)

  const { value: law, because } = lawOn(retirementIncome, paidOn, options)
  if (kind !== 'general' && years > law.shortYears) refuseLongService(years, law.shortYears)
  const deduction = deductionFor(law, years, causedByDisability)
  const taxable = downTo(1_000, taxedPart(law, kind, Math.max(0, pay - deduction)))

  const resident = lawOn(retirementResidentTax, paidOn, options)
  const residentPart = (rate: Rate) => downTo(100, atRate(taxable, rate, 'floor'))
  const cityTax = residentPart(resident.value.city)
  const prefecturalTax = residentPart(resident.value.prefecture)
  const brackets = lawOn(incomeTaxBrackets, paidOn, options)
  const surtax = lawOn(incomeTaxWithSurtax, paidOn, options)
  return {
    deduction,
    taxable,
    incomeTax: declaration
      ? atRate(incomeTaxOn(brackets.value, taxable), surtax.value, 'floor')
      : atRate(pay, law.withoutDeclaration, 'floor'),
    residentTax: cityTax + prefecturalTax,
    cityTax,
    prefecturalTax,
    because: allBecause(because, declaration ? [...brackets.because, ...surtax.because] : [], resident.because),
  }
}

function deductionFor({ deduction: law }: RetirementIncomeLaw, years: number, causedByDisability: boolean): number {
  const further = Math.max(0, years - law.lowerYears)
  const byYears = law.perYear * (years - further) + law.perFurtherYear * further
  return Math.max(law.leastAmount, byYears) + (causedByDisability ? law.byDisability : 0)
}

/** What of the pay above the deduction is taxed; a half of an odd yen vanishes in the cut to 1,000 yen. */
function taxedPart(law: RetirementIncomeLaw, kind: RetirementIncomeTaxInput['kind'], excess: number): number {
  if (kind === 'officer') return excess
  const halved = kind === 'short' ? Math.min(excess, law.shortHalvedThrough) : excess
  return divided(halved, 2, 'floor') + (excess - halved)
}

function refuseLongService(years: number, most: number): never {
  throw new InvalidInputError('yearsOfService', years, {
    ja: `短期（short）と特定役員（officer）は勤続${most}年以下です。これより長い人は general を指定してください。`,
    en: `Kinds short and officer are for at most ${most} years of service. Give kind general for longer service.`,
  })
}
