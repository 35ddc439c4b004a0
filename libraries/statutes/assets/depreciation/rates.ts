import { InvalidInputError } from '../../core/input.ts'
import type { Rate } from '../../core/rounding.ts'
import type { DepreciationMethod } from './law.ts'
import { ratesByLife } from './rates-by-life.ts'

/** 償却率; for declining balances also 改定償却率 and 保証率, which a life of two years does not have. */
export type DepreciationRates = { readonly rate: Rate; readonly revised?: Rate; readonly guarantee?: Rate }

let table: Map<number, readonly string[]> | undefined

/** The rates of a useful life of 2 to 50 years; throws InvalidInputError naming `usefulLifeYears` beyond. */
export function ratesOf(method: DepreciationMethod, usefulLifeYears: number): DepreciationRates {
  table ??= new Map(
    ratesByLife
      .trim()
      .split('\n')
      .map((line) => line.split(','))
      .map(([life, ...rates]) => [Number(life), rates]),
  )
  const rates = table.get(usefulLifeYears)
  if (rates === undefined) {
    throw new InvalidInputError('usefulLifeYears', usefulLifeYears, {
      ja: '耐用年数は2年から50年までの整数で指定してください（耐用年数省令 別表）。',
      en: 'Give a useful life of 2 to 50 whole years.',
    })
  }
  const first = { 'straight-line': 0, 'declining-balance-200': 1, 'declining-balance-250': 4 }[method]
  const [rate, revised, guarantee] = rates.slice(first, method === 'straight-line' ? 1 : first + 3).map(rateOf)
  return {
    rate: rate ?? { parts: 1, over: 1 },
    ...(revised && { revised }),
    ...(guarantee && { guarantee }),
  }
}

/** `0.06552` as 6,552 parts over 100,000: no decimal fraction is ever computed with. */
function rateOf(decimal: string): Rate | undefined {
  if (decimal === '') return undefined
  const [whole = '0', fraction = ''] = decimal.split('.')
  return { parts: Number(whole + fraction.padEnd(5, '0')), over: 100_000 }
}
