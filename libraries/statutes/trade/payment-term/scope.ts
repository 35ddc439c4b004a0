import { day, InvalidInputError, oneOf, record, wholeNumber, yen } from '../../core/input.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import { type CommissionKind, commissionKinds, freelanceLaw, scopeLaw } from './law.ts'

/** `capital` 資本金の額 or 出資の総額 in yen, absent for individuals; `employees` 常時使用する従業員. */
export type TradingParty = { capital?: number; employees: number }

export type PaymentScopeInput = {
  /** The day of the order. */
  on: string
  kind: CommissionKind
  /** `officers`: with one officer and no employees the orderer owes a freelancer only the written terms, not the due date. */
  orderer: TradingParty & { officers?: number }
  /** `officers`: of a company, the representative included. */
  contractor: TradingParty & { officers?: number }
}

export type PaymentScope = {
  /** 取適法 (before 2026: 下請法) applies, by capital or by employees. */
  toriteki: boolean
  ground?: 'capital' | 'employees'
  /** フリーランス法: the contractor is a freelancer, and the orderer must keep its 60 days. */
  freelance: boolean
  because: Because[]
}

const checkedParty = (field: string, party: PaymentScopeInput['orderer']): PaymentScopeInput['orderer'] => {
  record(field, party)
  if (party.capital !== undefined) yen(`${field}.capital`, party.capital)
  if (party.officers !== undefined) wholeNumber(`${field}.officers`, party.officers, 1, 1000)
  wholeNumber(`${field}.employees`, party.employees, 0, 10_000_000)
  return party
}

/**
 * Which acts protect the payment of an order: 取適法 by capital, else by employees; フリーランス法 by the contractor being one person.
 * Throws InvalidInputError, UnknownLawError. 取適法2条8項・9項, フリーランス法2条.
 */
export function paymentScope(input: PaymentScopeInput, options: Preview = {}): PaymentScope {
  return scopeAt('', record('input', input), options)
}

/** The same, naming the fields by where the parties stand in another input, such as `scope.`. */
export function scopeAt(path: string, input: PaymentScopeInput, options: Preview): PaymentScope {
  const on = day(`${path}on`, input.on)
  const kind = oneOf(`${path}kind`, input.kind, commissionKinds)
  const orderer = checkedParty(`${path}orderer`, input.orderer)
  const contractor = checkedParty(`${path}contractor`, input.contractor)
  const { value, because } = lawOn(scopeLaw, on, options)
  const lines = value[kind]
  if (lines === undefined) {
    throw new InvalidInputError(`${path}kind`, kind, {
      ja: `特定運送委託は取適法の施行（${scopeLaw.versions.at(-1)?.from}）より前の取引には適用されません。`,
      en: `Designated transport is covered from ${scopeLaw.versions.at(-1)?.from} only.`,
    })
  }
  const ordererCapital = orderer.capital
  const byCapital =
    ordererCapital !== undefined &&
    lines.capital.some(
      ({ over, atMost, contractorMost }) =>
        ordererCapital > over && ordererCapital <= atMost && (contractor.capital ?? 0) <= contractorMost,
    )
  const { employees } = lines
  const byEmployees =
    ordererCapital !== undefined &&
    employees !== undefined &&
    orderer.employees > employees &&
    contractor.employees <= employees

  const isFreelancer = contractor.employees === 0 && (contractor.capital === undefined || contractor.officers === 1)
  const hasPeople = orderer.employees > 0 || (orderer.officers ?? 1) > 1
  const isInForce = on >= (freelanceLaw.versions[0]?.from ?? '')
  const freelance = isFreelancer && hasPeople && isInForce
  return {
    toriteki: byCapital || byEmployees,
    ...(byCapital ? { ground: 'capital' as const } : byEmployees ? { ground: 'employees' as const } : {}),
    freelance,
    because: allBecause(because, freelance ? lawOn(freelanceLaw, on, options).because : []),
  }
}
