import { expect, test } from 'vitest'
import { flowChart } from '../chart/flow-chart.ts'
import { renderFlowChartSvg } from '../chart/render-flow-chart-svg.ts'
import { plainOfficeHours } from '../log/business-time.ts'
import { type EventLog, type EventRow, logOf } from '../log/event-log.ts'
import { layoutMap } from '../map/layout-map.ts'
import { bottlenecks } from './bottlenecks.ts'
import { caseTimes } from './case-times.ts'
import { checkRules } from './check-rules.ts'
import { compareGroups, comparePeriods } from './compare.ts'
import { directlyFollows } from './directly-follows.ts'
import { handover } from './handover.ts'
import { inventoryRows } from './inventory-rows.ts'
import { keyPersons } from './key-persons.ts'
import { rework } from './rework.ts'
import { skillMap } from './skill-map.ts'
import { variants } from './variants.ts'
import { whatIf } from './what-if.ts'
import { workload } from './workload.ts'

const odd = ['📎 添付', 'فحص الفاتورة', 'x'.repeat(500), '申請\u0000', ' ', '<script>']

/** Every analysis of a log, by name; a log without times is given a day to look back from. */
function everything(log: EventLog): Record<string, unknown> {
  const [first = '', second = ''] = log.activities
  const period = { fromOn: '2026-11-01', untilOn: '2026-11-30' }
  return {
    directlyFollows: directlyFollows(log, { calendar: plainOfficeHours }),
    variants: variants(log),
    caseTimes: caseTimes(log),
    bottlenecks: bottlenecks(log),
    rework: rework(log),
    handover: handover(log),
    workload: workload(log),
    keyPersons: keyPersons(log, { asOf: '2026-11-20' }),
    skillMap: skillMap(log, { asOf: '2026-11-20' }),
    inventoryRows: inventoryRows(log, { asOf: '2026-11-20' }),
    checkRules: checkRules(log, [
      { rule: 'four-eyes', one: first, other: second },
      { rule: 'within-time', from: first, to: second, seconds: 60, calendar: plainOfficeHours },
      { rule: 'response', activity: first, response: second },
    ]),
    comparePeriods: comparePeriods(log, period, period),
    compareGroups: compareGroups(log, { name: 'a', filter: { startsWith: [first] } }, { name: 'b', filter: {} }),
    whatIf: whatIf(log, { change: {} }).words,
    flowChart: renderFlowChartSvg(flowChart(log)),
  }
}

/** NaN and infinities are nothing a reader can use. */
function strangeNumbers(value: unknown): number[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(strangeNumbers)
}

const rows = (more: (place: number) => Partial<EventRow>): EventRow[] =>
  Array.from({ length: 60 }, (_, place) => ({
    caseId: `${place % 9}`,
    activity: odd[place % odd.length] ?? '',
    ...more(place),
  }))
const at = (place: number) => 1_795_132_800_000 - place * 3_600_000

test.each<[string, EventRow[]]>([
  ['without times', rows((place) => ({ actor: `${place % 3}` }))],
  ['without people', rows((place) => ({ at: at(place) }))],
  ['without times and people', rows(() => ({}))],
  ['with a time here and there', rows((place) => (place % 4 === 0 ? { at: at(place), actor: '佐藤' } : {}))],
  [
    'with names in every script',
    rows((place) => ({ at: at(place), actor: odd[place % 5], role: odd[place % 4], department: odd[place % 3] })),
  ],
  ['with one event', [{ caseId: '1', activity: '申請', at: at(0) }]],
  ['without events', []],
])('a log %s is analysed for what it tells, without a number that is none', (_, all) => {
  for (const [name, found] of Object.entries(everything(logOf(all)))) expect(strangeNumbers(found), name).toEqual([])
})

test('one case of 100,000 events is analysed within a minute', { timeout: 60_000 }, () => {
  const long = Array.from({ length: 100_000 }, (_, place): EventRow => {
    const activity = odd[place % 4] ?? ''
    const lifecycle = place % 2 === 0 ? 'start' : 'complete'
    return {
      caseId: '1',
      activity,
      at: place * 60_000,
      endedAt: place * 60_000 + 30_000,
      actor: `${place % 7}`,
      lifecycle,
    }
  })
  const found = everything(logOf(long))
  expect(found.directlyFollows).toMatchObject({ caseCount: 1 })
  expect(found.handover).toMatchObject({ eventsWithoutPerson: 0 })
})

test('a list whose number was taken for its activity, 40,000 of them, is analysed and drawn within a minute', {
  timeout: 60_000,
}, () => {
  const wrong = Array.from({ length: 80_000 }, (_, place): EventRow => {
    const [activity, department] = [`e${place % 40_000}`, `d${place % 100}`]
    return { caseId: `${place >> 2}`, activity, at: place * 60_000, actor: `${place % 50}`, department }
  })
  const log = logOf(wrong)
  const { inventoryRows: inventory } = everything(log)
  expect(inventory).toHaveLength(40_000)
  expect(layoutMap(directlyFollows(log))).toMatchObject({ totals: { activities: 40_000 } })
})

test('more people than cases are no trouble to simulate', { timeout: 60_000 }, () => {
  const crowd = Array.from({ length: 8_000 }, (_, place): EventRow => {
    const from = 1_795_132_800_000 + (place >> 1) * 600_000
    return { caseId: `${place >> 1}`, activity: `a${place % 2}`, at: from, endedAt: from + 60_000, actor: `${place}` }
  })
  const found = whatIf(logOf(crowd), { change: {}, people: { '': 10_000 } })
  expect(found.cases).toBe(4_000)
})
