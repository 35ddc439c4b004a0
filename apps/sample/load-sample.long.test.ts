import { inTransaction } from '@ennoshita/kernel/server'
import { openTestOffice, storyOf, type TestOffice } from '@ennoshita/kernel/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allModules } from '../server/open-program.ts'
import { loadSample } from './load-sample.ts'

let office: TestOffice
beforeAll(async () => {
  const modules = allModules({ secret: 'a secret of the tests', address: 'http://127.0.0.1:4649' })
  office = await openTestOffice(modules, { at: '2027-12-28T09:00:00+09:00', connections: 6 })
})
afterAll(() => office.close())

/** The lived events in words, in the order of their text: what is done side by side is recorded in any order. */
async function livedWith(seed: number): Promise<string[]> {
  const { companyId } = await loadSample(office, { seed, months: 1, endOn: '2026-11-19' })
  const people = await inTransaction(
    office.database.owner,
    (tx) => tx.rows<{ id: string; name: string }>`select person_id as id, display_name as name from people.person_name
      where company_id = ${companyId}`,
  )
  const story = await storyOf(office, companyId, new Map(people.map(({ id, name }) => [id, name])))
  return story.sort()
}

test('the same seed lives the same month, another seed another', async () => {
  const [first, again, other] = [await livedWith(7), await livedWith(7), await livedWith(8)]
  expect(first.length).toBeGreaterThan(1000)
  expect(again).toEqual(first)
  expect(other).not.toEqual(first)
})

test.each(['2026-05-06', '2026-08-16', '2026-12-31', '2027-01-03', '2027-03-01', '2027-06-30'])(
  'three months up to %s can be lived: nothing is refused',
  async (endOn) => {
    const { truths } = await loadSample(office, { endOn, seed: Number(endOn.slice(5, 7)) })
    expect(truths.endOn).toBe(endOn)
    expect(truths.peak.factor).toBeGreaterThan(1.4)
    expect(truths.nextNotice.noticeOn > endOn).toBe(true)
  },
)
