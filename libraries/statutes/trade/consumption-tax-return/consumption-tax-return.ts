import { oneOf, record } from '../../core/input.ts'
import type { Preview } from '../../core/statute.ts'
import { generalReturn } from './general.ts'
import type { ConsumptionTaxReturnInput } from './return-input.ts'
import type { ConsumptionTaxReturnResult } from './return-result.ts'
import { simplifiedReturn } from './simplified.ts'
import { smallIssuerReturn } from './small-issuer.ts'

/**
 * The return of consumption tax and local consumption tax (消費税及び地方消費税の確定申告): general (一般課税), simplified (簡易課税),
 * or the rules for small issuers (2割特例, 3割特例). Whole yen; tax base to the thousand, tax due to the hundred, refunds to the yen.
 * Throws InvalidInputError where a method may not be used, with the reason, and UnknownLawError outside the known periods.
 * 消費税法28条–30条, 37条, 45条, 地方税法72条の83, 平成28年改正法附則51条の2.
 */
export function consumptionTaxReturn(
  input: ConsumptionTaxReturnInput,
  options: Preview = {},
): ConsumptionTaxReturnResult {
  record('input', input)
  oneOf('method', input.method, ['general', 'simplified', 'two-tenths', 'three-tenths'])
  if (input.method === 'general') return generalReturn(input, options)
  if (input.method === 'simplified') return simplifiedReturn(input, options)
  return smallIssuerReturn(input, options)
}
