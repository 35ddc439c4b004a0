import { addArrow, addStep, annotateStep, emptyFlowChart } from '../edit-flow-chart.ts'
import type { FlowChart } from '../flow-chart.ts'

/** 経費精算: 申請者が申請し、上長が承認または差戻し、経理が支払う. */
export function expenseChart(): FlowChart {
  let chart = emptyFlowChart('経費精算', ['申請者', '上長', '経理'])
  const step = (id: string, lane: string, kind: 'start' | 'end' | 'task' | 'decision', name: string) => {
    chart = addStep(chart, { id, lane, kind, name })
  }
  step('start', 'lane1', 'start', '開始')
  step('apply', 'lane1', 'task', '経費を申請する')
  step('approve', 'lane2', 'decision', '承認するか')
  step('check', 'lane3', 'task', '領収書と突き合わせる')
  step('pay', 'lane3', 'task', '振り込む')
  step('end', 'lane3', 'end', '終了')
  for (const [from = '', to = '', label = ''] of [
    ['start', 'apply'],
    ['apply', 'approve'],
    ['approve', 'check', 'はい'],
    ['check', 'pay'],
    ['pay', 'end'],
  ])
    chart = addArrow(chart, { from, to, label, isMain: true })
  chart = addArrow(chart, { from: 'approve', to: 'apply', label: '差戻し', isMain: false })
  return annotateStep(chart, 'check', '3万円以上は原本を確認する')
}

