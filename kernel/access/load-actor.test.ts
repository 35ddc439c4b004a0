import { expect, test } from 'vitest'
import { deputyGrants } from './load-actor.ts'

test('a head of sales who stands in for an accounting clerk does not head accounting', () => {
  const own = { 'work.see': 'department', 'work.do': 'own', 'kernel.delegate': 'own' } as const
  const principal = { 'work.do': 'own' } as const
  expect([...deputyGrants(own, principal)]).toEqual([
    ['work.see', 'own'],
    ['work.do', 'own'],
    ['kernel.delegate', 'own'],
  ])
})

test('a clerk who stands in for a head has the reach of the head, except over rights', () => {
  const own = { 'work.see': 'own', 'ledger.read': 'company' } as const
  const principal = { 'work.see': 'department', 'ledger.read': 'own', 'kernel.grant-roles': 'company' } as const
  expect([...deputyGrants(own, principal)]).toEqual([
    ['work.see', 'department'],
    ['ledger.read', 'company'],
  ])
})
