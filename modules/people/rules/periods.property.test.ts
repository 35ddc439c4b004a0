import { addDays } from '@ennoshita/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedFrom, covers } from './periods.ts'

const start = '2020-04-01'
const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(start, days))
const name = fc.constantFrom('総務課', '総務部', '管理部')
const changes = fc.array(fc.record({ fromOn: day, name }), { maxLength: 8 })

type Named = { fromOn: string; untilOn: string | null; name: string }
const change = (periods: Named[], { fromOn, name: given }: { fromOn: string; name: string }): Named[] =>
  changedFrom(periods, fromOn, { name: given }, ['name']) ?? []
const nameOn = (periods: Named[], on: string) => periods.filter((period) => covers(period, on)).map((each) => each.name)

test('whatever is changed in whatever order, each day has one name; the day of the change has the new one, days before keep theirs', () => {
  fc.assert(
    fc.property(changes, fc.record({ fromOn: day, name }), day, (earlier, last, on) => {
      const before = earlier.reduce(change, [{ fromOn: start, untilOn: null, name: '庶務課' }])
      const after = change(before, last)
      expect(nameOn(after, on)).toHaveLength(1)
      expect(nameOn(after, last.fromOn)).toEqual([last.name])
      if (on < last.fromOn) expect(nameOn(after, on)).toEqual(nameOn(before, on))
    }),
  )
})
