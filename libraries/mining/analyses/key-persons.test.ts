import { expect, test } from 'vitest'
import { type EventRow, logOf } from '../log/event-log.ts'
import { inventoryRows } from './inventory-rows.ts'
import { type KeyPersonOptions, keyPersons } from './key-persons.ts'
import { cycleOf } from './work-cycle.ts'

/** `times` events of an activity, one a day at nine from a day on. */
function daily(activity: string, actor: string, from: string, times: number, more: Partial<EventRow> = {}): EventRow[] {
  const first = Date.parse(`${from}T09:00:00+09:00`)
  return Array.from({ length: times }, (_, day) => {
    const caseId = `${activity} ${from} ${day}`
    return { caseId, activity, actor, at: first + day * 86_400_000, actorKind: 'human', department: '経理', ...more }
  })
}

const dependenceOf = (rows: EventRow[], activity: string, options: KeyPersonOptions = { asOf: '2026-11-20' }) =>
  keyPersons(logOf(rows), options).activities.find((one) => one.activity === activity)

test('one doer without a manual is 高, and the reasons say so', () => {
  const found = dependenceOf(daily('支払', '佐藤', '2026-09-01', 12), '支払')
  expect(found).toMatchObject({ level: 'high', label: '高', doers: ['佐藤'], topShare: 1, hhi: 1, effectivePeople: 1 })
  expect(found?.reasons).toEqual([
    '直近12か月の12件で判定しました。',
    '行っているのは佐藤さん1人です。',
    '手順書が登録されていません。',
    '代わりに行った人がいません。',
  ])
})

test('one doer with a fresh manual is 中, with an old one or a legal deadline 高', () => {
  const rows = daily('支払', '佐藤', '2026-09-01', 12)
  const withWork = (work: KeyPersonOptions['work']) =>
    dependenceOf(rows, '支払', { asOf: '2026-11-20', work: work ?? [] })
  const manual = { updatedOn: '2026-04-01' }
  expect(withWork([{ activity: '支払', manual }])?.level).toBe('middle')
  expect(withWork([{ activity: '支払', manual: { updatedOn: '2025-11-19' } }])?.level).toBe('high')
  expect(withWork([{ activity: '支払', manual, legalDeadline: '翌月10日' }])?.level).toBe('high')
})

test('a manual is old from the day after its twelve months, whatever the hour; a date that is none is refused', () => {
  const rows = daily('支払', '佐藤', '2026-09-01', 12)
  const on = (updatedOn: string, asOf: string) =>
    dependenceOf(rows, '支払', { asOf, work: [{ activity: '支払', manual: { updatedOn } }] })?.level
  expect(on('2025-11-20', '2026-11-20T23:59')).toBe('middle')
  expect(on('2025-11-19', '2026-11-20T00:00')).toBe('high')
  expect(on('2027-02-28', '2028-02-29')).toBe('few')
  expect(() => on('2026年頃', '2026-11-20')).toThrow('2026年頃')
  expect(() => on('2025-11-20', '先月')).toThrow('先月')
})

test('two doers are 低, but 中 where one has 80 % of the work; the 5 % line counts the last six months', () => {
  const even = [...daily('照合', '佐藤', '2026-09-01', 10), ...daily('照合', '鈴木', '2026-09-01', 10)]
  expect(dependenceOf(even, '照合')).toMatchObject({ level: 'low', hhi: 0.5, effectivePeople: 2, backup: '鈴木' })
  const uneven = [...daily('照合', '佐藤', '2026-09-01', 16), ...daily('照合', '鈴木', '2026-09-01', 4)]
  expect(dependenceOf(uneven, '照合')).toMatchObject({ level: 'middle', topShare: 0.8 })
  const lapsed = [...daily('照合', '佐藤', '2026-09-01', 16), ...daily('照合', '鈴木', '2026-02-01', 4)]
  expect(dependenceOf(lapsed, '照合')).toMatchObject({ level: 'high', doers: ['佐藤'], backup: '鈴木' })
})

test('work that 58 people share is no dependence, though only one of them passes the 5 % line', () => {
  const rows = Array.from({ length: 58 }, (_, person) =>
    daily('登録', `社員番号${person}`, '2026-09-01', person === 0 ? 9 : 2),
  ).flat()
  const options = { asOf: '2026-11-20', work: [{ activity: '登録', legalDeadline: '翌月10日' }] }
  expect(dependenceOf(rows, '登録', options)).toMatchObject({
    ...{ level: 'low', n: 123, doers: ['社員番号0'], isThinlySpread: true },
    reasons: ['直近12か月の123件で判定しました。', '58人が少しずつ行っており、1人に頼ってはいません。'],
  })
  expect(keyPersons(logOf(rows), options).absences).toMatchObject([{ person: '社員番号0', activityShare: 0 }])
})

test('others who stopped over six months ago do not make one doer thinly spread', () => {
  const once = ['鈴木', '高橋', '田中'].flatMap((person) => daily('照合', person, '2026-01-10', 10))
  expect(dependenceOf([...once, ...daily('照合', '佐藤', '2026-09-01', 10)], '照合')).toMatchObject({ level: 'high' })
})

test('fewer than ten events are 少件数, and events of over twelve months ago are not counted', () => {
  const rows = [...daily('照会', '佐藤', '2026-09-01', 9), ...daily('照会', '佐藤', '2025-01-10', 30)]
  expect(dependenceOf(rows, '照会')).toMatchObject({ level: 'few', label: '少件数', n: 9 })
})

test('yearly work is judged on its last three occurrences, however few events they have', () => {
  const years = ['2022', '2023', '2024', '2025'].map((year) => `${year}-12-10`)
  const rows = years.flatMap((from, place) => daily('年末調整', place === 0 ? '高橋' : '田中', from, 2))
  expect(dependenceOf(rows, '年末調整')).toMatchObject({
    level: 'high',
    judgedOn: 'last-three-occurrences',
    n: 6,
    doers: ['田中'],
  })
  const shared = years.flatMap((from, place) => daily('年末調整', place % 2 === 0 ? '高橋' : '田中', from, 2))
  expect(dependenceOf(shared, '年末調整')).toMatchObject({ level: 'low', doers: ['田中', '高橋'] })
})

test('yearly work that came round fewer than three times is judged on the declared 担当', () => {
  const work = [{ activity: '算定基礎届', cycle: 'yearly', assignees: ['田中'], legalDeadline: '7月10日' }] as const
  const rows = daily('算定基礎届', '高橋', '2026-07-01', 1)
  expect(dependenceOf(rows, '算定基礎届', { asOf: '2026-11-20', work })).toMatchObject({
    level: 'high',
    judgedOn: 'declared-assignees',
    doers: ['田中'],
  })
})

test('yearly work that has never come round in the log is judged on the declared 担当, other work is not', () => {
  const rows = daily('支払', '佐藤', '2026-09-01', 12)
  const work = [
    { activity: '決算', cycle: 'yearly', assignees: ['佐藤'], legalDeadline: '2か月以内' } as const,
    { activity: '算定', cycle: 'yearly', assignees: [] } as const,
    { activity: '発送', cycle: 'monthly', assignees: ['鈴木'] } as const,
  ]
  const found = keyPersons(logOf(rows), { asOf: '2026-11-20', work })
  expect(found.activities.map(({ activity, level, judgedOn }) => [activity, level, judgedOn])).toEqual([
    ['支払', 'high', 'twelve-months'],
    ['決算', 'high', 'declared-assignees'],
  ])
  expect(found.absences).toMatchObject([{ person: '佐藤', activities: ['支払', '決算'], deadlineShare: 1 }])
})

test('programs and masked names are found and not judged', () => {
  const rows = [
    ...daily('登録', 'STAFF MEMBER', '2026-09-01', 20, { actorKind: undefined }),
    ...daily('登録', '経理ロボ', '2026-09-01', 20, { actorKind: 'system' }),
    ...daily('登録', '自動処理', '2026-09-01', 20, { actorKind: undefined }),
    ...Array.from({ length: 1200 }, (_, hour): EventRow => {
      return { caseId: `r${hour}`, activity: '受付', actor: '112', at: 1_788_000_000_000 + hour * 3_600_000 }
    }),
  ]
  const found = keyPersons(logOf(rows), { asOf: '2026-11-20' })
  expect([found.maskedActors, found.systemActors]).toEqual([
    ['STAFF MEMBER', '112'],
    ['経理ロボ', '自動処理'],
  ])
  expect(found.activities.map(({ level, doers }) => [level, doers])).toEqual([
    ['few', []],
    ['few', []],
  ])
  expect(found.activities.map(({ reasons }) => reasons[1])).toEqual([
    '担当者の名前が記録されていないか伏せられているため、判定できません。',
    '主にシステムが行っているため、人については判定しません。',
  ])
})

test('names of programs are told from names of people that hold the same letters', () => {
  const programs = [
    'SYSTEM',
    'system_01',
    '会計システム',
    'システム',
    'システム管理者',
    '自動処理 3',
    '自動承認',
    'RPA-2',
    'chatbot',
  ]
  const people = [
    'システム部 佐藤',
    '自動車課',
    '自動車営業 田中',
    'John Talbot',
    'Abbot',
    'バッチリ商店',
    'Timerlin',
    'Robotham',
  ]
  const log = logOf([...programs, ...people].map((actor) => ({ caseId: '1', activity: 'a', at: 0, actor })))
  expect(keyPersons(log).systemActors).toEqual(programs)
})

test('the absence test and the bus factor count what has no other doer', () => {
  const rows = [
    ...daily('支払', '佐藤', '2026-09-01', 10, { touchSeconds: 3600 }),
    ...daily('照合', '佐藤', '2026-09-01', 10, { touchSeconds: 1800 }),
    ...daily('照合', '鈴木', '2026-09-01', 10, { touchSeconds: 1800 }),
  ]
  const work = [{ activity: '支払', legalDeadline: '翌月10日' }]
  const { absences, departments } = keyPersons(logOf(rows), { asOf: '2026-11-20', work })
  expect(absences).toEqual([
    { person: '佐藤', activities: ['支払'], activityShare: 0.5, hourShare: 0.5, deadlineShare: 1 },
    { person: '鈴木', activities: [], activityShare: 0, hourShare: 0, deadlineShare: 0 },
  ])
  expect(departments).toEqual([{ department: '経理', count: 2, people: ['佐藤', '鈴木'], measuredIn: 'hours' }])
})

test('the cycle of work is read from its days', () => {
  const on = (...days: string[]) => days.map((day) => Date.parse(`${day}T10:00:00+09:00`))
  expect(cycleOf(on('2026-01-30', '2026-02-27', '2026-03-31', '2026-04-30'))).toBe('monthly')
  expect(cycleOf(on('2026-01-10', '2026-04-10', '2026-07-10', '2026-10-09'))).toBe('quarterly')
  expect(cycleOf(on('2023-12-20', '2024-01-10', '2024-12-18', '2025-12-19'))).toBe('yearly')
  expect(cycleOf(on('2026-11-02', '2026-11-09', '2026-11-16', '2026-11-24', '2026-11-30'))).toBe('weekly')
  expect(cycleOf(on('2026-11-02', '2026-11-03', '2026-11-20'))).toBe('irregular')
})

test('the weekdays of days before 1970 are weekdays: Saturdays and Sundays alone are never daily', () => {
  const weekend = Array.from({ length: 60 }, (_, day) => Date.parse('1965-01-01T00:00:00Z') + day * 86_400_000).filter(
    (at) => [0, 6].includes(new Date(at).getUTCDay()),
  )
  expect(cycleOf(weekend)).toBe('weekly')
})

test('業務棚卸表: a day that cannot be read is refused', () => {
  expect(() => inventoryRows(logOf(daily('支払', '佐藤', '2026-09-01', 3)), { asOf: '年末' })).toThrow('年末')
})

test('業務棚卸表: the log fills who, how often and how long, people fill the rest', () => {
  const rows = [
    ...daily('支払', '佐藤', '2026-10-01', 40, { touchSeconds: 900 }),
    ...daily('支払', '鈴木', '2026-10-01', 10, { touchSeconds: 900 }),
  ]
  const work = [
    { activity: '支払', classes: ['経理', '支払', '買掛金'], manual: { updatedOn: '2026-04-01' } },
    { activity: '決算', cycle: 'yearly', assignees: ['田中', '佐藤'] },
  ] as const
  expect(inventoryRows(logOf(rows), { work })).toEqual([
    {
      ...{ classes: ['決算'], activity: '決算', mainAssignee: '田中', deputies: ['佐藤'], cycle: 'yearly', months: [] },
      ...{ substituteCount: 1 },
      ...{ timesPerMonth: 0, forms: [], toFill: ['classes', 'department', 'work-time', 'difficulty', 'manual'] },
    },
    {
      ...{
        classes: ['経理', '支払', '買掛金'],
        activity: '支払',
        department: '経理',
        mainAssignee: '佐藤',
        deputies: ['鈴木'],
        substituteCount: 1,
      },
      ...{
        cycle: 'daily',
        months: [],
        timesPerMonth: 39,
        minutesEach: 15,
        hoursPerMonth: 9.8,
        lastDoneOn: '2026-11-09',
      },
      ...{ forms: [], manualUpdatedOn: '2026-04-01', toFill: ['difficulty'] },
    },
  ])
})
