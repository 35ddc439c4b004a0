import { dateInWords } from '../../core/date-in-words.ts'
import { day, flag, InvalidInputError, oneOf, record } from '../../core/input.ts'
import type { Rate } from '../../core/rounding.ts'
import { allBecause, type Because, type Explained, lawOn, type Preview } from '../../core/statute.ts'
import { leaseTransitionLaw, rateLaws, type TaxableClass, type TaxRate, taxableClasses } from './law.ts'

export type ConsumptionTaxInput = {
  /** The day of the supply (資産の譲渡等の日), not of the payment. */
  on: string
  rateClass: TaxableClass
  /** A lease that may keep a former rate; give it with rateClass `standard`. */
  lease?: {
    contractedOn: string
    startedOn: string
    /** Term and price are fixed in the contract and neither may be changed (附則5条4項 ①② or ①③). */
    termsFixed: boolean
    /** The day from which another price applies, if it was changed. */
    priceChangedOn?: string
  }
}

export type ConsumptionTaxResult = {
  /** The class that applies: `old-8` where a lease keeps the former rate. */
  rateClass: TaxableClass
  /** 10, 8, 5 or 3. */
  percent: number
  total: Rate
  national: Rate
  local: Rate
  /** 地方消費税 as a share of the national tax: 22/78. */
  localOfNational: Rate
  because: Because[]
}

/** The rate of a class on a day, or the newest known one without a day; throws InvalidInputError where the class did not exist yet. */
export function taxRateOn(
  field: string,
  rateClass: TaxableClass,
  on: string | undefined,
  options: Preview,
): Explained<TaxRate> {
  const law = rateLaws[rateClass]
  const first = law.versions[0]?.from ?? ''
  if (on !== undefined && on < first && rateClass !== 'standard') {
    throw new InvalidInputError(field, rateClass, {
      ja: `「${law.name}」は${dateInWords(first)}からの税率です。${dateInWords(on)}の取引は standard を指定してください。`,
      en: `${law.nameEn} exists from ${first}. Give standard for a transaction on ${on}.`,
    })
  }
  return lawOn(law, on ?? law.checkedThrough, options)
}

const leaseClass = (
  on: string,
  lease: NonNullable<ConsumptionTaxInput['lease']>,
  options: Preview,
): Explained<TaxableClass> => {
  record('lease', lease)
  const contractedOn = day('lease.contractedOn', lease.contractedOn)
  const startedOn = day('lease.startedOn', lease.startedOn)
  const termsFixed = flag('lease.termsFixed', lease.termsFixed)
  const priceChangedOn =
    lease.priceChangedOn === undefined ? undefined : day('lease.priceChangedOn', lease.priceChangedOn)
  if (on < (leaseTransitionLaw.versions[0]?.from ?? '')) return { value: 'standard', because: [] }
  const { value: transitions, because } = lawOn(leaseTransitionLaw, on, options)
  const kept = transitions.find(
    (transition) =>
      termsFixed &&
      contractedOn >= transition.contractedFrom &&
      contractedOn <= transition.contractedThrough &&
      startedOn < transition.startedBefore &&
      !(priceChangedOn !== undefined && priceChangedOn > transition.contractedThrough && priceChangedOn <= on),
  )
  return { value: kept?.keeps ?? 'standard', because }
}

/**
 * The rate of consumption tax (消費税・地方消費税) of a class on a day, with its national and local part over 10,000.
 * A lease under the transition keeps its former rate. Throws InvalidInputError, and UnknownLawError outside the known period.
 * 消費税法29条, 地方税法72条の83.
 */
export function consumptionTax(input: ConsumptionTaxInput, options: Preview = {}): ConsumptionTaxResult {
  record('input', input)
  const on = day('on', input.on)
  const asked = oneOf('rateClass', input.rateClass, taxableClasses)
  if (input.lease !== undefined && asked !== 'standard') {
    throw new InvalidInputError('lease', asked, {
      ja: '貸付けの経過措置は rateClass が standard のときに判定します。lease を外すか standard を指定してください。',
      en: 'The transition for leases is judged for rateClass standard. Leave out lease, or give standard.',
    })
  }
  const lease = input.lease === undefined ? undefined : leaseClass(on, input.lease, options)
  const rateClass = lease?.value ?? asked
  const { value, because } = taxRateOn('rateClass', rateClass, on, options)
  return {
    rateClass,
    percent: (value.total.parts * 100) / value.total.over,
    ...value,
    because: allBecause(because, lease?.because ?? []),
  }
}
