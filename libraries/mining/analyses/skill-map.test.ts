import { expect, test } from 'vitest'
import { type EventRow, logOf } from '../log/event-log.ts'
import { skillMap } from './skill-map.ts'

const times = (activity: string, actor: string, count: number, repeats = 0): EventRow[] =>
  Array.from({ length: count }, (_, place): EventRow[] => {
    const one = { caseId: `${actor}${place}`, activity, actor, at: `2026-10-${10 + place}` }
    return place < repeats ? [one, { ...one, actor: undefined, at: `2026-11-0${1 + place}` }] : [one]
  }).flat()

test('スキルマップ: never, under three times, alone, and trainers as declared; by name, not by level', () => {
  const log = logOf([...times('支払', '鈴木', 2), ...times('支払', '佐藤', 3), ...times('照合', '佐藤', 1)])
  expect(skillMap(log, { asOf: '2026-11-20', trainers: [{ person: '高橋', activity: '支払' }] })).toEqual({
    people: ['佐藤', '鈴木', '高橋'],
    activities: [
      { activity: '支払', levels: [2, 1, 3] },
      { activity: '照合', levels: [1, 0, 0] },
    ],
  })
})

test('work that came back is compared only among five people or more', () => {
  const four = ['a', 'b', 'c', 'd'].flatMap((person, place) => times('登録', person, 4, place === 0 ? 2 : 0))
  expect(skillMap(logOf(four)).activities[0]?.levels).toEqual([2, 2, 2, 2])
  expect(skillMap(logOf([...four, ...times('登録', 'e', 4)])).activities[0]?.levels).toEqual([1, 2, 2, 2, 2])
})

test('without times it says that it needs them', () => {
  expect(() => skillMap(logOf([{ caseId: '1', activity: '支払', actor: '佐藤' }]))).toThrow('needs times')
})
