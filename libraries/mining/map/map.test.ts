import { expect, test } from 'vitest'
import { directlyFollows } from '../analyses/directly-follows.ts'
import { logOf } from '../log/event-log.ts'
import { chartColours, waitClasses, waitClassOf } from './chart-theme.ts'
import { endMark, startMark } from './choose-flow.ts'
import { frequencyOrder } from './frequency-order.ts'
import { layoutMap } from './layout-map.ts'
import { countText, durationText, flowText } from './map-words.ts'
import { renderMapSvg } from './render-map-svg.ts'
import { renderSwimlaneSvg } from './render-swimlane-svg.ts'
import { crossingCount, type Piece } from './row-order.ts'
import { swimlaneChart } from './swimlane-chart.ts'
import { wrapText } from './text-box.ts'

const day = 86_400_000

function expenseLog() {
  const one = (caseId: string, steps: [activity: string, department: string, days: number][]) =>
    steps.map(([activity, department, days]) => ({ caseId, activity, department, at: days * day }))
  const direct = (caseId: string) =>
    one(caseId, [
      ['申請', '営業', 0],
      ['承認', '営業', 2],
      ['支払', '経理', 12],
    ])
  const returned = one('4', [
    ['申請', '営業', 0],
    ['差戻し', '経理', 1],
    ['申請', '営業', 1],
    ['承認', '営業', 5],
    ['支払', '経理', 6],
  ])
  return logOf([...['1', '2', '3'].flatMap(direct), ...returned])
}

test('the order of activities lets the frequent flow run forward and turns the rare one back', () => {
  const arrows = [
    { from: '申請', to: '承認', count: 90 },
    { from: '承認', to: '支払', count: 85 },
    { from: '承認', to: '申請', count: 10 },
  ]
  expect(frequencyOrder(['支払', '承認', '申請'], arrows)).toEqual(['申請', '承認', '支払'])
})

test('two lines that change sides cross once', () => {
  const piece = (place: number, row: number, down: Piece[]): Piece => ({ place, row, up: [], down })
  const [left, right] = [piece(0, 1, []), piece(1, 1, [])]
  expect(
    crossingCount([
      [piece(0, 0, [right]), piece(1, 0, [left])],
      [left, right],
    ]),
  ).toBe(1)
})

test('the map says how often, how long, what comes back, and what is hidden', () => {
  const layout = layoutMap(directlyFollows(expenseLog()))
  expect(layout.nodes.map(({ activity, count }) => [activity, count])).toEqual([
    ['申請', 5],
    ['差戻し', 1],
    ['承認', 4],
    ['支払', 4],
  ])
  const back = layout.edges.find(({ from, to }) => from === '差戻し' && to === '申請')
  expect(back).toMatchObject({ count: 1, isReturn: true, medianSeconds: 0 })
  const svg = renderMapSvg(layout)
  expect(svg).toContain('>4件・10日</text>')
  expect(svg).toContain('案件 4件。作業 4／4種類、流れ 4／4通りを表示（流れの件数の100%）。')
  expect(svg).toContain('次の作業までの時間（中央値）が長い流れ：承認 → 支払 10日、申請 → 承認 2日')
  expect(svg).toMatch(/role="img" lang="ja".* aria-labelledby="(chart-\w+)-title" aria-describedby="\1-desc"/)
  expect(svg).not.toMatch(/@import|url\(|<script|href=/)
})

test('the page theme wins, and each theme has its own fallbacks', () => {
  const layout = layoutMap(directlyFollows(expenseLog()))
  expect(renderMapSvg(layout)).toContain('.fill-sheet{fill:var(--sheet,#FFFFFF)}')
  expect(renderMapSvg(layout, { theme: 'dark', language: 'en' })).toContain('.fill-sheet{fill:var(--sheet,#1A2024)}')
  expect(renderMapSvg(layout, { language: 'en' })).toContain('>4 · 10 d</text>')
})

test('what is hidden in the middle is bridged, and the bridge says so instead of a count', () => {
  const way = (caseId: string) => ['受付', `確認${caseId}`, '完了'].map((activity, at) => ({ caseId, activity, at }))
  const layout = layoutMap(directlyFollows(logOf(['1', '2', '3'].flatMap(way))), { maxNodes: 2 })
  expect(layout.edges).toContainEqual(expect.objectContaining({ from: '受付', to: '完了', isAbridged: true }))
  expect(renderMapSvg(layout)).toContain('>途中を省略</text>')
  expect(renderMapSvg(layout)).toContain('作業 2／5種類、流れ 0／6通りを表示')
})

test('one case that goes everywhere has its beginning and its end on the map, however many arrows are hidden', () => {
  const way = '36620301553151262462442245356402525046332650020256'
  const log = logOf([...way].map((activity) => ({ caseId: '1', activity })))
  const layout = layoutMap(directlyFollows(log))
  expect(layout.edges.length).toBe(30)
  expect(layout.edges.filter(({ from }) => from === startMark).map(({ to }) => to)).toEqual(['3'])
  expect(layout.edges.filter(({ to }) => to === endMark).map(({ from }) => from)).toEqual(['6'])
  expect(renderMapSvg(layout)).toMatch(/width="\d+" height="\d+" viewBox="0 0 \d+ \d+"/)
  const later = layoutMap(directlyFollows(log), { on: layout, maxEdges: 3 })
  expect(later.edges.map(({ from, to }) => [from, to])).toEqual([
    ['0', '2'],
    [startMark, '3'],
    ['6', endMark],
  ])
  const few = layoutMap(directlyFollows(log), { maxEdges: 3 })
  expect(renderMapSvg(few)).toMatch(/width="\d+" height="\d+" viewBox="0 0 \d+ \d+"/)
})

test('without times the map carries counts alone and says why it has no colours', () => {
  const log = logOf(['申請', '承認'].map((activity) => ({ caseId: '1', activity })))
  const svg = renderMapSvg(layoutMap(directlyFollows(log)))
  expect(svg).toContain('時刻の記録がないため、色分けはしていません')
  expect(svg).toContain('>1件</text>')
})

test('an empty log gives an empty map and chart, drawn as large as they are', () => {
  const [map, chart] = [layoutMap(directlyFollows(logOf([]))), swimlaneChart(logOf([]))]
  expect(map.edges).toEqual([])
  expect(renderSwimlaneSvg(chart)).toContain('案件 0件')
  expect([map.width, map.height, chart.width, chart.height].every(Number.isInteger)).toBe(true)
  expect(renderMapSvg(map) + renderSwimlaneSvg(chart)).not.toMatch(/NaN|Infinity/)
})

test('what no slider can ask for is refused', () => {
  for (const most of [-1, Number.NaN]) {
    expect(() => layoutMap(directlyFollows(expenseLog()), { maxNodes: most })).toThrow('maxNodes')
    expect(() => layoutMap(directlyFollows(expenseLog()), { maxEdges: most })).toThrow('maxEdges')
    expect(() => swimlaneChart(expenseLog(), { maxSteps: most })).toThrow('maxSteps')
  }
  expect(layoutMap(directlyFollows(expenseLog()), { maxNodes: 0 }).nodes).toEqual([])
})

test('部門別スイムレーン: lanes by department, the main path, and the return beside it', () => {
  const chart = swimlaneChart(expenseLog())
  expect(chart.lanes.map(({ name }) => name)).toEqual(['営業', '経理'])
  expect(chart.mainPath).toEqual({
    ...{ basis: 'most-frequent-variant', share: 0.75, isCut: false },
    activities: ['申請', '承認', '支払'],
  })
  expect(chart.steps.map(({ activity, lane, isMain }) => [activity, lane, isMain])).toEqual([
    ['申請', '営業', true],
    ['差戻し', '経理', false],
    ['承認', '営業', true],
    ['支払', '経理', true],
  ])
  expect(chart.flows.filter(({ isMain }) => !isMain).map(({ from, to, count }) => [from, to, count])).toEqual([
    ['申請', '差戻し', 1],
    ['差戻し', '申請', 1],
  ])
  const svg = renderSwimlaneSvg(chart)
  expect(svg).toContain('案件 4件。実線は最も多い道筋（全案件の75%）、破線はその例外。')
  expect(svg).toContain('レーン：営業、経理。')
})

test.each([
  [0, '0秒', '0 s'],
  [59.6, '1分', '1 min'],
  [3599, '1時間', '1 h'],
  [11_520, '3.2時間', '3.2 h'],
  [86_399, '24時間', '24 h'],
  [90_000, '1日', '1 d'],
  [1_296_000, '15日', '15 d'],
])('%d seconds read %s or %s', (seconds, japanese, english) => {
  expect([durationText(seconds, 'ja'), durationText(seconds, 'en')]).toEqual([japanese, english])
})

test('figures have their separators, and an unknown time is left out', () => {
  expect(countText(4580, 'ja')).toBe('4,580件')
  expect(flowText({ count: 4580 }, 'ja')).toBe('4,580件')
})

test('waits fall into five fixed classes', () => {
  expect([0, 3600, 86_400, 259_200, 604_800].map(waitClassOf)).toEqual([...waitClasses])
  expect(waitClassOf(undefined)).toBeUndefined()
})

test('long names break without a mark at the head of a line, and end in … where they do not fit', () => {
  expect(wrapText('経費精算の内容を確認、仕訳を登録', 10, 100, 3)).toEqual(['経費精算の内容を確', '認、仕訳を登録'])
  expect(wrapText('Check confirmation of receipt', 10, 100, 3)).toEqual(['Check', 'confirmation of', 'receipt'])
  expect(wrapText('あ'.repeat(50), 10, 100, 2)).toEqual(['あ'.repeat(10), `${'あ'.repeat(9)}…`])
})

/** Relative luminance and contrast, WCAG 2.2. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
      const share = Number.parseInt(colour.slice(place, place + 2), 16) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

test.each(['light', 'dark'] as const)('text and lines of the %s theme stand out from what is behind them', (theme) => {
  const colours = chartColours[theme]
  for (const behind of [colours.ground, colours.sheet]) {
    for (const text of [colours.ink, colours['ink-quiet']]) expect(contrast(text, behind)).toBeGreaterThanOrEqual(4.5)
    for (const name of waitClasses) expect(contrast(colours[name], behind)).toBeGreaterThanOrEqual(3)
  }
  expect(contrast(colours.sheet, colours['ink-quiet'])).toBeGreaterThanOrEqual(4.5)
})
