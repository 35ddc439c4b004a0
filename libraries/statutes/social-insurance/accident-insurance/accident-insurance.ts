import { day, InvalidInputError, record, yen } from '../../core/input.ts'
import { atRate } from '../../core/rounding.ts'
import { type Because, lawOn, type Preview } from '../../core/statute.ts'
import { accidentInsuranceRates, asbestosContribution } from './law.ts'
import { accidentClasses } from './rate-table-2024.ts'

/** `businessClass` is 事業の種類の番号 of the 労災保険率表, such as '94' (その他の各種事業) or '35' (建築事業). */
export type AccidentInsuranceInput = { closingDate: string; wages: number; businessClass: string }

/** Whole yen borne by the employer alone; `generalContribution` is 一般拠出金, paid on the same return. */
export type AccidentInsurance = {
  employer: number
  generalContribution: number
  business: string
  because: Because[]
}

/**
 * Workers’ accident insurance on wages (労働保険徴収法11条, 12条2項; 施行規則別表第1), nothing of it deducted from pay; fractions of a yen
 * dropped. It is what the month accrues: the yearly return computes on the year’s wages with the part under 1,000 dropped, and merit
 * rating (メリット制) or a labour cost ratio (建設業の労務費率) is not applied.
 * Throws InvalidInputError naming the field, UnknownLawError.
 */
export function accidentInsurance(input: AccidentInsuranceInput, options: Preview = {}): AccidentInsurance {
  record('input', input)
  const closingDate = day('closingDate', input.closingDate)
  const wages = yen('wages', input.wages)
  const rates = lawOn(accidentInsuranceRates, closingDate, options)
  const contribution = lawOn(asbestosContribution, closingDate, options)
  const found = accidentClasses(rates.value).get(input.businessClass)
  if (found === undefined) {
    throw new InvalidInputError('businessClass', input.businessClass, {
      ja: '労災保険率表の事業の種類の番号を2桁で指定してください（例：94 その他の各種事業、98 卸売業・小売業、飲食店又は宿泊業）。',
      en: 'Give the two-digit class of the accident insurance rate table (for example 94 other businesses, 98 wholesale, retail, restaurants).',
    })
  }
  return {
    employer: atRate(wages, { parts: found.rate, over: 10_000 }, 'floor'),
    generalContribution: atRate(wages, contribution.value, 'floor'),
    business: found.business,
    because: [...rates.because, ...contribution.because],
  }
}
