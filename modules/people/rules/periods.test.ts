import { describe, expect, test } from 'vitest'
import { changedFrom, closedAfter, coversAll, overlap } from './periods.ts'

const named = (fromOn: string, untilOn: string | null, name: string, parentId: string | null = null) => ({
  fromOn,
  untilOn,
  name,
  parentId,
})

describe('a change from a day on', () => {
  test('4月1日からの改称は、3月31日までの名前を残す', () => {
    expect(changedFrom([named('2020-04-01', null, '総務課')], '2027-04-01', { name: '総務部' }, ['name'])).toEqual([
      named('2020-04-01', '2027-03-31', '総務課'),
      named('2027-04-01', null, '総務部'),
    ])
  })

  test('on the first day itself replaces the value', () => {
    expect(changedFrom([named('2020-04-01', null, '総務課')], '2020-04-01', { name: '総務部' }, ['name'])).toEqual([
      named('2020-04-01', null, '総務部'),
    ])
  })

  test('reaches later periods that still had the old value, and leaves what was entered for them', () => {
    const periods = [named('2020-04-01', '2027-09-30', '総務課'), named('2027-10-01', null, '総務課', '本社')]
    expect(changedFrom(periods, '2027-04-01', { name: '総務部' }, ['name', 'parentId'])).toEqual([
      named('2020-04-01', '2027-03-31', '総務課'),
      named('2027-04-01', '2027-09-30', '総務部'),
      named('2027-10-01', null, '総務部', '本社'),
    ])
    expect(changedFrom(periods, '2027-04-01', { parentId: '支社' }, ['name', 'parentId'])).toEqual([
      named('2020-04-01', '2027-03-31', '総務課'),
      named('2027-04-01', '2027-09-30', '総務課', '支社'),
      named('2027-10-01', null, '総務課', '本社'),
    ])
  })

  test('a value can be taken away', () => {
    expect(
      changedFrom([named('2020-04-01', null, '総務課', '本社')], '2020-04-01', { parentId: null }, ['parentId']),
    ).toEqual([named('2020-04-01', null, '総務課')])
  })

  test('before the beginning there is nothing to change', () => {
    expect(
      changedFrom([named('2020-04-01', null, '総務課')], '2019-04-01', { name: '総務部' }, ['name']),
    ).toBeUndefined()
  })
})

test('closing takes back what was entered for later', () => {
  const periods = [named('2020-04-01', '2027-09-30', '総務課'), named('2027-10-01', null, '総務部')]
  expect(closedAfter(periods, '2027-03-31')).toEqual([named('2020-04-01', '2027-03-31', '総務課')])
  expect(closedAfter(periods, '2019-03-31')).toBeUndefined()
})

test('periods side by side cover a stretch, a gap does not', () => {
  const joined = [named('2027-04-01', '2027-09-30', 'a'), named('2027-10-01', '2028-03-31', 'b')]
  expect(coversAll(joined, { fromOn: '2027-04-01', untilOn: '2028-03-31' })).toBe(true)
  expect(coversAll(joined, { fromOn: '2027-04-01', untilOn: '2028-04-01' })).toBe(false)
  expect(coversAll(joined, { fromOn: '2027-04-01', untilOn: null })).toBe(false)
  expect(coversAll([named('2027-04-01', null, 'a')], { fromOn: '2027-04-01', untilOn: null })).toBe(true)
})

test('periods that share one day overlap', () => {
  expect(overlap(named('2027-04-01', '2027-04-30', 'a'), named('2027-04-30', null, 'b'))).toBe(true)
  expect(overlap(named('2027-04-01', '2027-04-30', 'a'), named('2027-05-01', null, 'b'))).toBe(false)
})
