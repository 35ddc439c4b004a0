import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grounds, taxKinds, uses } from './invoice-form.ts'
import { type PastLine, proposalsOf } from './proposal.ts'

const outsourcing: PastLine = {
  invoiceId: '1',
  accountId: 'outsourcing',
  accountName: '外注費',
  subAccountId: null,
  subAccountName: null,
  departmentId: 'factory',
  departmentName: '製造部',
  taxKind: 'standard',
  use: 'taxable-only',
  ground: 'auto',
}

const registered = { registrationNumber: 'T7000012050002', registeredFrom: '2023-10-01', registeredUntil: null }

test('直近5件中4件: the reason is said in words, the rarer line comes after', () => {
  const lines = [
    ...['1', '2', '3', '5'].map((invoiceId) => ({ ...outsourcing, invoiceId })),
    {
      ...outsourcing,
      invoiceId: '4',
      accountId: 'food',
      accountName: '会議費',
      departmentName: null,
      departmentId: null,
      taxKind: 'reduced' as const,
    },
  ]
  expect(proposalsOf(lines, registered, '2026-11-20').map(({ times, of, reason }) => [times, of, reason.ja])).toEqual([
    [4, 5, '直近5件中4件が 外注費・課対仕入10%・製造部'],
    [1, 5, '直近5件中1件が 会議費・課対仕入8%（軽）'],
  ])
})

test('the class is that of the vendor today: without a registration the transition', () => {
  const [proposal] = proposalsOf([outsourcing], { ...registered, registeredUntil: '2026-10-31' }, '2026-11-20')
  expect(proposal?.reason.ja).toBe('直近1件中1件が 外注費・課対仕入（控70）10%・製造部')
})

test('two like lines of one invoice count once; a new vendor proposes nothing', () => {
  const [proposal] = proposalsOf([outsourcing, outsourcing], registered, '2026-11-20')
  expect([proposal?.times, proposal?.of]).toEqual([1, 1])
  expect(proposalsOf([], registered, '2026-11-20')).toEqual([])
})

test('nothing is proposed that did not stand on one of the invoices', () => {
  const line = fc.record({
    invoiceId: fc.constantFrom('1', '2', '3', '4', '5'),
    accountId: fc.constantFrom('a', 'b', 'c'),
    accountName: fc.constant('科目'),
    subAccountId: fc.constantFrom(null, 's'),
    subAccountName: fc.constant(null),
    departmentId: fc.constantFrom(null, 'd'),
    departmentName: fc.constant(null),
    taxKind: fc.constantFrom(...taxKinds),
    use: fc.constantFrom(...uses),
    ground: fc.constantFrom(...grounds),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const sign = ({ accountId, subAccountId, departmentId, taxKind, use, ground }: Omit<PastLine, 'invoiceId'>) =>
        JSON.stringify([accountId, subAccountId, departmentId, taxKind, use, ground])
      const stood = new Set(lines.map(sign))
      const proposals = proposalsOf(lines, registered, '2026-11-20')
      expect(proposals.map(sign).sort()).toEqual([...stood].sort())
      for (const { times, of } of proposals) expect(times >= 1 && times <= of && of <= 5).toBe(true)
    }),
  )
})
