import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type EventRow, logOf } from '../log/event-log.ts'
import type { Box } from '../map/layout-map.ts'
import { expenseChart } from './cases/expense-chart.ts'
import {
  addArrow,
  addLane,
  addStep,
  annotateStep,
  moveLane,
  moveStep,
  removeArrow,
  removeLane,
  removeStep,
  renameLane,
  renameStep,
} from './edit-flow-chart.ts'
import { type FlowChart, flowChart } from './flow-chart.ts'
import { placeFlowChart } from './place-flow-chart.ts'
import { renderFlowChartSvg } from './render-flow-chart-svg.ts'

test('a chart is drawn by hand: lanes, steps, a decision, arrows and a note', () => {
  const chart = expenseChart()
  expect(chart.lanes.map(({ name }) => name)).toEqual(['申請者', '上長', '経理'])
  const svg = renderFlowChartSvg(chart)
  for (const text of ['>経費精算<', '>承認するか<', '>差戻し<', '>はい<', '>※1 3万円以上は原本を確認する<', '>※1<'])
    expect(svg).toContain(text)
  expect(svg).toContain('<polygon points=')
  expect(svg).toMatch(/role="img" lang="ja".* aria-labelledby=/)
})

test('it is edited step by step, and each edit leaves the chart before it as it was', () => {
  const before = expenseChart()
  const copy = structuredClone(before)
  let chart = renameStep(before, 'pay', '振込データを作る')
  chart = addLane(chart, { id: 'bank', name: '銀行' })
  chart = moveLane(chart, 'bank', 0)
  chart = renameLane(chart, 'bank', '取引銀行')
  chart = addStep(chart, { id: 'transfer', lane: 'bank', kind: 'task', name: '振込' }, 5)
  chart = removeArrow(chart, 'pay', 'end')
  chart = addArrow(addArrow(chart, { from: 'pay', to: 'transfer', label: '', isMain: true }), {
    ...{ from: 'transfer', to: 'end', label: '', isMain: true },
  })
  expect(chart.lanes.map(({ name }) => name)).toEqual(['取引銀行', '申請者', '上長', '経理'])
  expect(chart.steps.map(({ name }) => name)).toEqual([
    ...['開始', '経費を申請する', '承認するか', '領収書と突き合わせる', '振込データを作る', '振込', '終了'],
  ])
  chart = moveStep(chart, 'transfer', { lane: 'lane3', place: 1 })
  expect(chart.steps.map(({ id, lane }) => `${id} ${lane}`).slice(0, 3)).toEqual([
    'start lane1',
    'transfer lane3',
    'apply lane1',
  ])
  expect(removeLane(chart, 'bank').lanes.length).toBe(3)
  expect(annotateStep(chart, 'check', '').steps.find(({ id }) => id === 'check')?.note).toBeUndefined()
  expect(before).toEqual(copy)
})

test('a step that is taken out leaves the main flow joined, and its other arrows go with it', () => {
  const chart = removeStep(expenseChart(), 'check')
  expect(chart.arrows).toContainEqual({ from: 'approve', to: 'pay', label: 'はい', isMain: true })
  const without = removeStep(expenseChart(), 'apply')
  expect(without.arrows.some(({ from, to }) => from === 'apply' || to === 'apply')).toBe(false)
})

test('what cannot be is refused with its reason', () => {
  const chart = expenseChart()
  expect(() => addStep(chart, { id: 'x', lane: 'nowhere', kind: 'task', name: 'a' })).toThrow('no lane nowhere')
  expect(() => addStep(chart, { id: 'pay', lane: 'lane1', kind: 'task', name: 'a' })).toThrow(
    'step pay is there already',
  )
  expect(() => addArrow(chart, { from: 'pay', to: 'pay', label: '', isMain: true })).toThrow('to itself')
  expect(() => addArrow(chart, { from: 'pay', to: 'end', label: '', isMain: true })).toThrow('already')
  expect(() => removeArrow(chart, 'end', 'pay')).toThrow('no arrow')
  expect(() => removeLane(chart, 'lane3')).toThrow('steps stand in lane 経理')
  expect(() => renameStep(chart, 'pay', 'x'.repeat(501))).toThrow('at most 500 letters')
  expect(() => moveStep(chart, 'nothing', { place: 0 })).toThrow('no step nothing')
  expect(() => moveStep(chart, 'pay', { place: 6 })).toThrow('no place 6 among 5')
  for (const place of [-1, 3, 0.5, Number.NaN])
    expect(() => moveLane(chart, 'lane1', place)).toThrow(`no place ${place} among 2`)
  expect(() => addLane(chart, { id: 'new', name: '監査' }, 4)).toThrow('no place 4 among 3')
})

test('from a log: the main path unbroken, its exceptions beside it, lanes by department, ready to be edited', () => {
  const one = (caseId: string, way: string): EventRow[] =>
    way.split(' ').map((activity, day) => {
      const department = activity === '支払' ? '経理' : '営業'
      return { caseId, activity, department, at: day * 86_400_000 }
    })
  const log = logOf([
    ...['1', '2', '3'].flatMap((id) => one(id, '申請 承認 支払')),
    ...one('4', '申請 差戻し 申請 承認 支払'),
  ])
  const chart = flowChart(log, { title: '経費精算（実績）' })
  expect(chart.lanes.map(({ name }) => name)).toEqual(['営業', '経理'])
  expect(chart.steps.map(({ name, kind, isAside, figure }) => [name, kind, isAside ?? false, figure])).toEqual([
    ['開始', 'start', false, undefined],
    ['申請', 'task', false, '5件'],
    ['差戻し', 'task', true, '1件'],
    ['承認', 'task', false, '4件'],
    ['支払', 'task', false, '4件'],
    ['終了', 'end', false, undefined],
  ])
  expect(chart.arrows.filter(({ isMain }) => isMain).map(({ label }) => label)).toEqual([
    '4件',
    '4件・1日',
    '4件・1日',
    '4件',
  ])
  const edited = renameStep(chart, 'step1', '経費を申請する')
  expect(renderFlowChartSvg(edited)).toContain('>経費を申請する<')
  expect(renderFlowChartSvg(flowChart(logOf([])))).toContain('>開始<')
})

function overlapping(boxes: readonly Box[]): [Box, Box][] {
  return boxes.flatMap((one, place) =>
    boxes.slice(place + 1).flatMap((other): [Box, Box][] => {
      const aside = one.x >= other.x + other.width || other.x >= one.x + one.width
      const apart = one.y >= other.y + other.height || other.y >= one.y + one.height
      return aside || apart ? [] : [[one, other]]
    }),
  )
}

const names = fc.constantFrom(
  '申請',
  '承認するか',
  '経費精算の内容を確認して仕訳を登録し、証憑を保管する',
  '📎 添付',
  'فحص الفاتورة',
  'x'.repeat(500),
)
const randomChart = fc
  .record({
    lanes: fc.integer({ min: 1, max: 5 }),
    steps: fc.array(
      fc.record({
        name: names,
        lane: fc.nat(4),
        kind: fc.constantFrom('task', 'task', 'decision', 'start', 'end'),
        isAside: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    arrows: fc.array(fc.record({ from: fc.nat(11), to: fc.nat(11), isMain: fc.boolean(), label: names }), {
      maxLength: 20,
    }),
  })
  .map(
    ({ lanes, steps, arrows }): FlowChart => ({
      title: '図',
      lanes: Array.from({ length: lanes }, (_, place) => ({ id: `${place}`, name: `部門${place}` })),
      steps: steps.map((step, id) => ({
        ...step,
        id: `s${id}`,
        lane: `${step.lane % lanes}`,
        note: step.isAside ? '注記' : '',
      })),
      arrows: [...new Map(arrows.map((arrow) => [`${arrow.from} ${arrow.to}`, arrow])).values()]
        .filter(({ from, to }) => from !== to && from < steps.length && to < steps.length)
        .map((arrow) => ({ ...arrow, from: `s${arrow.from}`, to: `s${arrow.to}` })),
    }),
  )

test('nothing on a chart covers anything else, whatever is drawn', () => {
  fc.assert(
    fc.property(randomChart, (chart) => {
      const { lanes, steps, arrows, width, height } = placeFlowChart(chart)
      const boxes = [...lanes.map(({ head }) => head), ...steps.map(({ box }) => box)]
      expect(
        overlapping([...boxes, ...arrows.filter(({ label }) => label !== '').map(({ labelBox }) => labelBox)]),
      ).toEqual([])
      expect(arrows.length).toBe(chart.arrows.length)
      for (const box of boxes) {
        expect(box.x).toBeGreaterThanOrEqual(0)
        expect(box.x + box.width).toBeLessThanOrEqual(width)
        expect(box.y + box.height).toBeLessThanOrEqual(height)
      }
      for (const { points } of arrows)
        for (const [place, { x, y }] of points.slice(1).entries())
          expect(x === points[place]?.x || y === points[place]?.y).toBe(true)
    }),
  )
})

test('no line runs over a step that is not its own', () => {
  fc.assert(
    fc.property(randomChart, (chart) => {
      const { steps, arrows } = placeFlowChart(chart)
      for (const { from, to, points } of arrows) {
        const others = steps.filter(({ id }) => id !== from && id !== to)
        for (const [place, end] of points.slice(1).entries()) {
          const begin = points[place] ?? end
          const way = {
            x: Math.min(begin.x, end.x),
            y: Math.min(begin.y, end.y),
            width: Math.abs(begin.x - end.x),
            height: Math.abs(begin.y - end.y),
          }
          expect(
            others.filter(
              ({ box }) => overlapping([box, { ...way, width: way.width + 0.1, height: way.height + 0.1 }]).length > 0,
            ),
          ).toEqual([])
        }
      }
    }),
  )
})
