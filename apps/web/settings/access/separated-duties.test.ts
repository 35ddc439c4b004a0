import { desk } from '@ennoshita/desk/server'
import { people } from '@ennoshita/people/server'
import { work } from '@ennoshita/work/server'
import { expect, test } from 'vitest'
import { separatedDuties } from './separated-duties.ts'

test('every command that is kept apart from its making can be excepted on the screen', () => {
  const apart = [people, work, desk].flatMap((module) =>
    module.commands.filter((each) => each.apartFrom !== undefined).map((each) => each.contract.name),
  )
  expect(separatedDuties.map((each) => each.name)).toEqual(apart)
  expect(apart).toContain('work.confirm-kind')
})
