import fc from 'fast-check'
import { expect, test } from 'vitest'
import { directlyFollows } from './analyses/directly-follows.ts'
import { handover } from './analyses/handover.ts'
import { rework } from './analyses/rework.ts'
import { variants } from './analyses/variants.ts'
import { type EventLog, type EventRow, logOf } from './log/event-log.ts'
import { filterLog } from './log/filter-log.ts'
import { endMark, startMark } from './map/choose-flow.ts'
import { type Box, boxesOf, layoutMap } from './map/layout-map.ts'
import { swimlaneBoxes } from './map/place-swimlanes.ts'
import { renderMapSvg } from './map/render-map-svg.ts'
import { renderSwimlaneSvg } from './map/render-swimlane-svg.ts'
import { swimlaneChart } from './map/swimlane-chart.ts'

const activities = [
  ...[
    '申請',
    '承認',
    '差戻し',
    '支払',
    '経費精算の内容を確認して仕訳を登録し、証憑を保管する',
    'Check the amount & <attach>',
  ],
  ...[
    '📎 添付',
    'فحص الفاتورة',
    'x'.repeat(500),
    '照合',
    '締め',
    '通知',
    '検収',
    '発注',
    '見積',
    '契約',
    '登録',
    '保管',
  ],
]

const row: fc.Arbitrary<EventRow> = fc.record(
  {
    caseId: fc.integer({ min: 1, max: 12 }).map(String),
    activity: fc.constantFrom(...activities),
    at: fc.integer({ min: 0, max: 40_000_000 }).map((minutes) => 1_700_000_000_000 + minutes * 60_000),
    actor: fc.constantFrom('佐藤', '鈴木', '高橋', '田中'),
    department: fc.constantFrom('経理', '総務', '営業', '情シス'),
  },
  { requiredKeys: ['caseId', 'activity'] },
)
const randomRows = fc.array(row, { minLength: 1, maxLength: 160 })
const randomLog = randomRows.map(logOf)
const lengthsLessOne = (log: EventLog) => log.eventCount - log.caseCount

/** The rows of each case in stable order, the slow way. */
function casesOf(rows: readonly EventRow[]): EventRow[][] {
  const cases = new Map<string, EventRow[]>()
  for (const one of rows) cases.set(one.caseId, [...(cases.get(one.caseId) ?? []), one])
  return [...cases.values()].map((events) => {
    let before = Number.NEGATIVE_INFINITY
    const keyed = events.map((event) => {
      before = typeof event.at === 'number' ? event.at : before
      return { event, key: before }
    })
    return keyed.sort((a, b) => (a.key === b.key ? 0 : a.key - b.key)).map(({ event }) => event)
  })
}

function overlappingPairs(boxes: readonly Box[]): [Box, Box][] {
  return boxes.flatMap((one, place) =>
    boxes.slice(place + 1).flatMap((other): [Box, Box][] => {
      const aside = one.x >= other.x + other.width || other.x >= one.x + one.width
      const apart = one.y >= other.y + other.height || other.y >= one.y + one.height
      return aside || apart ? [] : [[one, other]]
    }),
  )
}

/** Points along an SVG path of M, C, V and H, close together. */
function pointsOf(path: string): { x: number; y: number }[] {
  let [x, y] = [0, 0]
  return [...path.matchAll(/([MCVH])([^MCVH]+)/g)].flatMap(([, command, numbers = '']) => {
    const given = numbers.trim().split(' ').map(Number)
    const [fromX, fromY] = [x, y]
    if (command === 'H') x = given[0] ?? 0
    else if (command === 'V') y = given[0] ?? 0
    else [x = 0, y = 0] = given.slice(-2)
    if (command === 'M') return [{ x, y }]
    const [x1 = fromX, y1 = fromY, x2 = x, y2 = y] = command === 'C' ? given : []
    return Array.from({ length: 41 }, (_, step) => {
      const [t, u] = [step / 40, 1 - step / 40]
      const mix = (a: number, b: number, c: number, d: number) =>
        u ** 3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t ** 3 * d
      return { x: mix(fromX, x1, x2, x), y: mix(fromY, y1, y2, y) }
    })
  })
}

/** The lines that run over a box that is not their own. */
function coveredBoxes(flows: readonly { path: string; label: Box }[], nodes: readonly Box[]): Box[] {
  return flows.flatMap(({ path, label }) => {
    const points = pointsOf(path)
    const others = [...nodes, ...flows.map((flow) => flow.label).filter((box) => box !== label)]
    return others.filter((box) =>
      points.some(
        ({ x, y }) => x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 1 && y < box.y + box.height - 1,
      ),
    )
  })
}

test('the arrows count every step of every case once, as a slow count does', () => {
  fc.assert(
    fc.property(randomRows, (rows) => {
      const counts = new Map<string, number>()
      for (const events of casesOf(rows))
        events.slice(1).forEach((event, place) => {
          const arrow = `${events[place]?.activity} → ${event.activity}`
          counts.set(arrow, (counts.get(arrow) ?? 0) + 1)
        })
      const { edges } = directlyFollows(logOf(rows))
      expect(new Map(edges.map(({ from, to, count }) => [`${from} → ${to}`, count]))).toEqual(counts)
      expect(edges.reduce((sum, { count }) => sum + count, 0)).toBe(lengthsLessOne(logOf(rows)))
    }),
  )
})

test('every case belongs to one variant, and shares sum to the whole', () => {
  fc.assert(
    fc.property(randomLog, (log) => {
      const ways = variants(log)
      expect(ways.reduce((sum, { cases }) => sum + cases, 0)).toBe(log.caseCount)
      expect(ways.at(-1)?.coverage).toBe(1)
      expect(new Set(ways.map(({ activities }) => activities.join('\n'))).size).toBe(ways.length)
    }),
  )
})

test('rework and handover agree with a slow count', () => {
  fc.assert(
    fc.property(randomRows, (rows) => {
      const cases = casesOf(rows)
      const repeats = cases.filter((events) => new Set(events.map(({ activity }) => activity)).size < events.length)
      const pairs = cases.flatMap((events) => events.slice(1).filter((one, place) => one.actor && events[place]?.actor))
      expect(rework(logOf(rows)).casesWithRepeatedActivity).toBe(repeats.length)
      expect(handover(logOf(rows)).people.reduce((sum, { count }) => sum + count, 0)).toBe(pairs.length)
    }),
  )
})

test('nothing on a map covers anything else, every activity shown has a way in and out, and the same log gives the same map', () => {
  fc.assert(
    fc.property(randomLog, fc.integer({ min: 2, max: 18 }), (log, maxNodes) => {
      const layout = layoutMap(directlyFollows(log), { maxNodes, maxEdges: maxNodes * 2 })
      expect(overlappingPairs(boxesOf(layout))).toEqual([])
      expect(
        coveredBoxes(
          layout.edges,
          [...layout.nodes, ...layout.terminals].map(({ box }) => box),
        ),
      ).toEqual([])
      expect(layout.edges.some(({ from }) => from === startMark)).toBe(true)
      expect(layout.edges.some(({ to }) => to === endMark)).toBe(true)
      expect(layout.nodes.length).toBeLessThanOrEqual(maxNodes)
      expect(layout.edges.length).toBeLessThanOrEqual(maxNodes * 2)
      for (const { activity } of layout.nodes) {
        expect(layout.edges.some(({ from, to }) => to === activity && from !== activity)).toBe(true)
        expect(layout.edges.some(({ from, to }) => from === activity && to !== activity)).toBe(true)
      }
      for (const { x, y, width, height } of boxesOf(layout)) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
        expect(x + width).toBeLessThanOrEqual(layout.width)
        expect(y + height).toBeLessThanOrEqual(layout.height)
      }
      expect(renderMapSvg(layoutMap(directlyFollows(log), { maxNodes, maxEdges: maxNodes * 2 }))).toBe(
        renderMapSvg(layout),
      )
    }),
  )
})

test('sliders and filters leave every node and arrow where it was', () => {
  fc.assert(
    fc.property(
      randomLog,
      fc.constantFrom('経理', '総務'),
      fc.integer({ min: 1, max: 10 }),
      (log, department, maxEdges) => {
        const whole = layoutMap(directlyFollows(log))
        const filtered = directlyFollows(filterLog(log, { withDepartments: [department] }))
        for (const later of [
          layoutMap(filtered, { on: whole }),
          layoutMap(directlyFollows(log), { on: whole, maxEdges }),
        ]) {
          for (const { activity, box } of later.nodes)
            expect(box).toEqual(whole.nodes.find((node) => node.activity === activity)?.box)
          for (const { from, to, path, label } of later.edges)
            expect(whole.edges).toContainEqual(expect.objectContaining({ from, to, path, label }))
        }
      },
    ),
  )
})

test('nothing on a swimlane chart covers anything else, and it stays within its limits', () => {
  fc.assert(
    fc.property(randomLog, (log) => {
      const chart = swimlaneChart(log)
      expect(overlappingPairs(swimlaneBoxes(chart))).toEqual([])
      expect(
        coveredBoxes(
          chart.flows,
          [...chart.steps, ...chart.terminals].map(({ box }) => box),
        ),
      ).toEqual([])
      expect(chart.steps.length).toBeLessThanOrEqual(15)
      expect(chart.flows.filter(({ isMain }) => !isMain).length).toBeLessThanOrEqual(10)
      expect(renderSwimlaneSvg(chart)).toContain('<desc')
    }),
  )
})

test('the text of a chart is well-formed whatever the activities are called', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 12 }), (names) => {
      const log = logOf(names.map((activity, at) => ({ caseId: '1', activity, at })))
      for (const svg of [renderMapSvg(layoutMap(directlyFollows(log))), renderSwimlaneSvg(swimlaneChart(log))]) {
        const texts = svg.replace(/<[^<>]*>/g, '')
        expect(texts).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot);)/)
        expect([...texts].every((letter) => letter >= ' ' || letter === '\t' || letter === '\n')).toBe(true)
      }
    }),
  )
})
