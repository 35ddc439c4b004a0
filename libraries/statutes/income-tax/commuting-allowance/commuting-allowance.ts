import { day, InvalidInputError, record, yen } from '../../core/input.ts'
import { type Because, lawOn, type Preview } from '../../core/statute.ts'
import { commutingLimits } from './law.ts'

export type CommutingAllowanceInput = {
  /** Day on which the allowance falls due (支払われるべき日). */
  payDate: string
  /** Reasonable fare a month by public transport or toll roads (合理的な運賃等の額); none when absent. */
  fare?: number
  /** One way by car or bicycle in kilometres, fractions allowed; not used when absent. */
  oneWayKm?: number
  /** What the person pays a month for parking; counts only with a vehicle of 2 km or more. */
  parking?: number
  /** The allowance of the month, to be split into tax-free and taxable. */
  allowance?: number
}

export type CommutingAllowanceLimit = {
  limit: number
  /** Split of the allowance, when it was given. */
  split?: { taxFree: number; taxable: number }
  because: Because[]
}

/**
 * How much of a month's commuting allowance is free of income tax, in yen. The whole allowance still counts for social and
 * labour insurance. Throws InvalidInputError and UnknownLawError. 所得税法9条1項5号, 所得税法施行令20条の2.
 */
export function commutingAllowanceLimit(
  input: CommutingAllowanceInput,
  options: Preview = {},
): CommutingAllowanceLimit {
  record('input', input)
  const payDate = day('payDate', input.payDate)
  const fare = yen('fare', input.fare ?? 0)
  const parking = yen('parking', input.parking ?? 0)
  const allowance = input.allowance === undefined ? undefined : yen('allowance', input.allowance)
  if (input.fare === undefined && input.oneWayKm === undefined) refuseNothing()
  const oneWay = input.oneWayKm === undefined ? 0 : kilometres(input.oneWayKm)
  const { value: law, because } = lawOn(commutingLimits, payDate, options)
  const vehicle = law.vehicle.findLast(({ fromKm }) => fromKm <= oneWay)?.limit ?? 0
  const limit = Math.min(law.most, fare + vehicle + (vehicle > 0 ? Math.min(parking, law.parking) : 0))
  if (allowance === undefined) return { limit, because }
  const taxFree = Math.min(allowance, limit)
  return { limit, split: { taxFree, taxable: allowance - taxFree }, because }
}

function kilometres(given: unknown): number {
  if (typeof given === 'number' && given >= 0 && given <= 1_000) return given
  throw new InvalidInputError('oneWayKm', given, {
    ja: '0から1,000までの片道のキロメートル数を指定してください。',
    en: 'Give the kilometres one way, 0 to 1,000.',
  })
}

function refuseNothing(): never {
  throw new InvalidInputError('fare', undefined, {
    ja: '交通機関の運賃（fare）か、自動車・自転車の片道の距離（oneWayKm）を指定してください。',
    en: 'Give the fare, or the kilometres one way by car or bicycle (oneWayKm).',
  })
}
