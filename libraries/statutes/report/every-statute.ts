import { assetStatutes } from '../assets/index.ts'
import { bankHolidayLaw, holidayLaw, publicOfficeHolidayLaw } from '../calendar/sources.ts'
import type { Statute } from '../core/statute.ts'
import { dutyStatutes } from '../duties/index.ts'
import { incomeTaxStatutes } from '../income-tax/index.ts'
import { labourStatutes } from '../labour/index.ts'
import { socialInsuranceStatutes } from '../social-insurance/index.ts'
import { tradeStatutes } from '../trade/index.ts'

/** The dated law of the whole package by family, as reports and pages list it. */
export const statutesByFamily: ReadonlyMap<string, readonly Statute<unknown>[]> = new Map([
  ['calendar', [holidayLaw, bankHolidayLaw, publicOfficeHolidayLaw]],
  ['income-tax', incomeTaxStatutes],
  ['social-insurance', socialInsuranceStatutes],
  ['labour', labourStatutes],
  ['trade', tradeStatutes],
  ['assets', assetStatutes],
  ['duties', dutyStatutes],
])
