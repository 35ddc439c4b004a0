import { expect, test } from 'vitest'
import { modules } from '../../../server/modules.ts'
import { separatedDuties } from './separated-duties.ts'

test('an exception can be named for every command that keeps maker and approver apart', () => {
  const apart = modules.flatMap(({ commands = [] }) => commands.filter(({ apartFrom }) => apartFrom !== undefined))
  expect(apart.length).toBeGreaterThan(2)
  const offered = separatedDuties.map(({ name }) => name)
  expect(apart.map(({ contract }) => contract.name).filter((name) => !offered.includes(name))).toEqual([])
})
