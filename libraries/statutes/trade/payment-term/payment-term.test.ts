import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../calendar/days.ts'
import { InvalidInputError } from '../../core/input.ts'
import { trustOf, UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import type { CommissionKind } from './law.ts'
import { type PaymentTermInput, paymentTerm } from './payment-term.ts'
import { type PaymentScopeInput, paymentScope } from './scope.ts'

test.each(casesOf<{ name: string; input: PaymentTermInput; expected: object }>(import.meta.url))(
  '$name',
  ({ input, expected }) => {
    const result = paymentTerm(input)
    expect(result).toMatchObject(expected)
    expect(result.lateInterest !== undefined).toBe('lateInterest' in expected)
  },
)

test('no late interest before day 61, and none under フリーランス法 alone', () => {
  const payment = { amount: 1_000_000, paidOn: '2026-06-30' }
  const early = { ...payment, paidOn: '2026-05-15' }
  expect(paymentTerm({ receivedOn: '2026-04-01', dueOn: '2026-04-30', payment: early }).lateInterest).toBeUndefined()
  const scope = { kind: 'service', orderer: { capital: 1, employees: 1 }, contractor: { employees: 0 } } as const
  const freelance = paymentTerm({ receivedOn: '2026-04-01', dueOn: '2026-05-30', payment, scope })
  expect(freelance).toMatchObject({ lawful: false, violations: [{ rule: 'late-payment' }] })
  expect(freelance.lateInterest).toBeUndefined()
})

test('a monthly closing says that two months is how the authority applies the 60 days, from secondary sources', () => {
  const { because } = paymentTerm({ receivedOn: '2026-04-01', closing: { day: 'month-end' }, dueOn: '2026-05-31' })
  expect(because.map(({ statute }) => statute)).toContain('月単位の締切制度での支払期日（60日を2か月として運用）')
  expect(trustOf(because)).toBe('S')
})

type ScopeCase = {
  name: string
  on?: string
  kind: CommissionKind
  orderer: [number | null, number]
  contractor: [number | null, number, number?]
  toriteki: boolean
  ground?: string
  freelance?: boolean
}

describe('which acts protect the payment', () => {
  test.each(casesOf<ScopeCase>(import.meta.url, 'scope.cases.yaml'))('$name', (each) => {
    const party = ([capital, employees, officers]: [number | null, number, number?]) => ({
      ...(capital === null ? {} : { capital }),
      ...(officers === undefined ? {} : { officers }),
      employees,
    })
    const { on = '2026-11-20', kind, orderer, contractor } = each
    const scope = paymentScope({ on, kind, orderer: party(orderer), contractor: party(contractor) })
    expect(scope.toriteki).toBe(each.toriteki)
    expect(scope.ground).toBe(each.ground)
    if (each.freelance !== undefined) expect(scope.freelance).toBe(each.freelance)
  })
})

test('the latest day is day 60, and one day later is unlawful, for every receipt', () => {
  fc.assert(
    fc.property(fc.nat(600), (days) => {
      const receivedOn = addDays('2026-01-01', days)
      const { latestLawfulDueOn: latest = '' } = paymentTerm({ receivedOn })
      expect(daysBetween(receivedOn, latest)).toBe(59)
      expect(paymentTerm({ receivedOn, dueOn: latest }).lawful).toBe(true)
      expect(paymentTerm({ receivedOn, dueOn: addDays(latest, 1) }).lawful).toBe(false)
    }),
  )
})

test('outside the known period it refuses', () => {
  expect(() => paymentTerm({ receivedOn: '2028-01-01' })).toThrow(UnknownLawError)
  expect(() => paymentTerm({ receivedOn: '2004-03-31' })).toThrow(UnknownLawError)
})

const party = { capital: 1, employees: 1 }
test.each([
  [{ receivedOn: '2026-04-31' }, 'receivedOn'],
  [{ receivedOn: '2026-04-02', dueOn: '2026-04-01' }, 'dueOn'],
  [{ receivedOn: '2026-04-01', closing: { day: 0 } }, 'closing.day'],
  [{ receivedOn: '2026-04-01', closing: { day: 32 } }, 'closing.day'],
  [{ receivedOn: '2026-04-01', closing: {} }, 'closing.day'],
  [{ receivedOn: '2026-04-01', transferFeeDeducted: -1 }, 'transferFeeDeducted'],
  [{ receivedOn: '2026-04-01', paidBy: 'bitcoin' }, 'paidBy'],
  [{ receivedOn: '2026-04-01', payment: { amount: 1, paidOn: 'x' } }, 'payment.paidOn'],
  [{ receivedOn: '2026-04-01', payment: { amount: -1, paidOn: '2026-04-01' } }, 'payment.amount'],
  [{ receivedOn: '2026-04-01', scope: { kind: 'sale', orderer: party, contractor: party } }, 'scope.kind'],
  [
    { receivedOn: '2026-04-01', scope: { kind: 'service', orderer: { employees: -1 }, contractor: party } },
    'scope.orderer.employees',
  ],
])('%o names the field %s', (input, field) => {
  expect(() => paymentTerm(input as PaymentTermInput)).toThrow(InvalidInputError)
  expect(() => paymentTerm(input as PaymentTermInput)).toThrow(expect.objectContaining({ field }))
})

test('designated transport before 2026 is refused by its kind', () => {
  const input: PaymentScopeInput = { on: '2025-12-31', kind: 'designated-transport', orderer: party, contractor: party }
  expect(() => paymentScope(input)).toThrow(expect.objectContaining({ field: 'kind' }))
})
