import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { expenseChart } from './cases/expense-chart.ts'
import { addStep, emptyFlowChart } from './edit-flow-chart.ts'
import { flowChartToBpmn } from './flow-chart-to-bpmn.ts'
import { flowChartToExcel } from './flow-chart-to-excel.ts'
import { flowChartToPowerPoint } from './flow-chart-to-powerpoint.ts'

const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())
const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length

const odd = () => {
  const chart = emptyFlowChart('<&">', ['📎 部門', 'قسم'])
  const named = addStep(chart, { id: '"<&', lane: 'lane1', kind: 'task', name: `=1+1\u0000 & <b> ${'長'.repeat(400)}` })
  return addStep(named, { id: 'end', lane: 'lane2', kind: 'end', name: 'فحص' })
}

test('PowerPoint: real shapes and connectors glued to the boxes they join, so that lines follow', async () => {
  const slide = partOf(await flowChartToPowerPoint(expenseChart()), 'ppt/slides/slide1.xml')
  expect(count(slide, /prst="flowChartProcess"/g)).toBe(3)
  expect(count(slide, /prst="flowChartDecision"/g)).toBe(1)
  expect(count(slide, /prst="flowChartTerminator"/g)).toBe(2)
  expect(count(slide, /<p:cxnSp>/g)).toBe(6)
  expect(count(slide, /<mc:Fallback><p:sp>/g)).toBe(3)
  const apply = /<p:cNvPr id="(\d+)" name="step apply"/.exec(slide)?.[1]
  const approve = /<p:cNvPr id="(\d+)" name="step approve"/.exec(slide)?.[1]
  expect(slide).toContain(`<a:stCxn id="${apply}" idx="2"/><a:endCxn id="${approve}" idx="0"/>`)
  expect(slide).toContain(`<a:stCxn id="${approve}" idx="1"/><a:endCxn id="${apply}" idx="1"/>`)
  for (const text of ['経費精算', '差戻し', '承認するか', '※1 3万円以上は原本を確認する']) expect(slide).toContain(text)
})

test('PowerPoint: A4 where letters stay readable, upright for a tall chart', async () => {
  const size = /<p:sldSz cx="(\d+)" cy="(\d+)"/.exec(
    partOf(await flowChartToPowerPoint(expenseChart()), 'ppt/presentation.xml'),
  )
  expect([Number(size?.[1]) / 914_400, Number(size?.[2]) / 914_400]).toEqual([8.27, 11.69])
})

test('Excel: the chart in cells with merged boxes and ▼, a table of steps, printed one page wide', async () => {
  const file = await flowChartToExcel(expenseChart())
  const [chart, table] = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'].map((name) => partOf(file, name))
  const texts = partOf(file, 'xl/sharedStrings.xml') + chart + table
  for (const text of [
    '2. 承認するか',
    '▼',
    'はい',
    '→ 1 経費を申請する（差戻し）',
    '3万円以上は原本を確認する',
    '次の手順',
  ])
    expect(texts).toContain(text)
  expect(chart).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/)
  expect(chart).toMatch(
    /<\/mergeCells>.*<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/s,
  )
  expect(count(chart ?? '', /<mergeCell /g)).toBe(1 + 3 + 6 + 5)
})

test('BPMN: lanes with their steps, an exclusive gateway for the decision, every flow drawn, notes as annotations', () => {
  const xml = flowChartToBpmn(expenseChart())
  expect(xml).toContain('<lane id="Lane_2" name="上長"><flowNodeRef>Step_3</flowNodeRef></lane>')
  expect(xml).toContain('<exclusiveGateway id="Step_3" name="承認するか">')
  expect(xml).toContain('<sequenceFlow id="Flow_4" name="差戻し" sourceRef="Step_3" targetRef="Step_2"/>')
  expect(xml).toContain('<text>3万円以上は原本を確認する</text>')
  expect(count(xml, /<sequenceFlow /g)).toBe(6)
  expect(count(xml, /<bpmndi:BPMNEdge /g)).toBe(6 + 1)
  expect(count(xml, /<bpmndi:BPMNShape /g)).toBe(1 + 3 + 6 + 1)
})

test('BPMN: a task with two ways out leads to a gateway, since it would otherwise go both ways at once', () => {
  const chart = expenseChart()
  const steps = chart.steps.map((step) => (step.id === 'approve' ? { ...step, kind: 'task' as const } : step))
  const xml = flowChartToBpmn({ ...chart, steps })
  expect(xml).toContain('<exclusiveGateway id="Gateway_3" name="">')
  expect(xml).toContain('sourceRef="Step_3" targetRef="Gateway_3"')
  expect(xml).toContain('name="差戻し" sourceRef="Gateway_3" targetRef="Step_2"')
})

test('odd names and an empty chart go through every export, and no text becomes a formula or breaks the XML', async () => {
  for (const chart of [odd(), emptyFlowChart('空')]) {
    const slide = partOf(await flowChartToPowerPoint(chart), 'ppt/slides/slide1.xml')
    const file = await flowChartToExcel(chart)
    const sheet = partOf(file, 'xl/worksheets/sheet1.xml') + partOf(file, 'xl/sharedStrings.xml')
    for (const xml of [slide, sheet, flowChartToBpmn(chart)]) {
      expect(xml.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+);)/)
      expect(xml).not.toContain('\u0000')
    }
    expect(sheet).not.toContain('<f>')
  }
})
