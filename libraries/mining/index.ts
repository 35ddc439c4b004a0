export { type ActorNature, actorNatures } from './analyses/actor-nature.ts'
export { type Bottleneck, type BottleneckOptions, type Bottlenecks, bottlenecks } from './analyses/bottlenecks.ts'
export { type CaseTimes, caseTimes } from './analyses/case-times.ts'
export { checkRules, type Rule, type RuleOutcome } from './analyses/check-rules.ts'
export { type Compared, type CompareOptions, compareGroups, comparePeriods, type Period } from './analyses/compare.ts'
export { type Concentration, concentrationOf } from './analyses/concentration.ts'
export type { Absence, BusFactor } from './analyses/coverage.ts'
export type { DeclaredWork } from './analyses/declared-work.ts'
export type { DependenceLevel } from './analyses/dependence-words.ts'
export {
  type ActivityCount,
  type DirectlyFollows,
  directlyFollows,
  type FlowEdge,
} from './analyses/directly-follows.ts'
export { type Handover, type HandoverEdge, handover } from './analyses/handover.ts'
export { type InventoryRow, inventoryRows } from './analyses/inventory-rows.ts'
export { type ActivityDependence, type KeyPersonOptions, type KeyPersons, keyPersons } from './analyses/key-persons.ts'
export { type MannWhitney, mannWhitney } from './analyses/mann-whitney.ts'
export { type ObjectCentric, type ObjectEdge, type ObjectTypeFlow, objectCentric } from './analyses/object-centric.ts'
export { percentile, type Spread } from './analyses/percentiles.ts'
export { type Rework, rework } from './analyses/rework.ts'
export type { RoleLoad } from './analyses/role-loads.ts'
export { type SkillLevel, type SkillMap, type SkillMapOptions, skillMap } from './analyses/skill-map.ts'
export { type Variant, variants } from './analyses/variants.ts'
export { type Change, type SimulatedMedian, type WhatIf, type WhatIfOptions, whatIf } from './analyses/what-if.ts'
export { cycleOf, type WorkCycle } from './analyses/work-cycle.ts'
export { type DayLoad, type Workload, type WorkloadOptions, workload } from './analyses/workload.ts'
export {
  addArrow,
  addLane,
  addStep,
  annotateStep,
  emptyFlowChart,
  moveLane,
  moveStep,
  removeArrow,
  removeLane,
  removeStep,
  renameLane,
  renameStep,
} from './chart/edit-flow-chart.ts'
export {
  type ChartArrow,
  type ChartLane,
  type ChartStep,
  type FlowChart,
  flowChart,
  type StepKind,
} from './chart/flow-chart.ts'
export { flowChartToBpmn } from './chart/flow-chart-to-bpmn.ts'
export { flowChartToExcel } from './chart/flow-chart-to-excel.ts'
export { flowChartToPowerPoint } from './chart/flow-chart-to-powerpoint.ts'
export { renderFlowChartSvg } from './chart/render-flow-chart-svg.ts'
export { type BpmnFlow, type BpmnModel, type BpmnNode, type BpmnPoint, bpmnModel } from './discovery/bpmn-model.ts'
export { inductiveMiner } from './discovery/inductive-miner.ts'
export { precision } from './discovery/precision.ts'
export { checkTree, type ProcessTree, type TreeOperator } from './discovery/process-tree.ts'
export { reduceTree } from './discovery/reduce-tree.ts'
export { type Departure, type Replay, type ReplayedVariant, replay } from './discovery/replay.ts'
export { toBpmn } from './discovery/to-bpmn.ts'
export { treeOfText, treeText } from './discovery/tree-text.ts'
export { type BusinessCalendar, plainOfficeHours } from './log/business-time.ts'
export type { CsvField } from './log/csv-headings.ts'
export {
  type ActorKind,
  type Cause,
  type EventLog,
  type EventRow,
  type LogFault,
  type LogFormat,
  type LogSource,
  logOf,
} from './log/event-log.ts'
export { filterLog, type LogFilter } from './log/filter-log.ts'
export { flattenLog } from './log/flatten-log.ts'
export type { AttributeValue, LogObject, ObjectEvent, ObjectLog } from './log/object-log.ts'
export { type ReadOptions, readLog } from './log/read-log.ts'
export { type ReadObjectOptions, readObjectLog } from './log/read-object-log.ts'
export { type WriteOptions, writeLog } from './log/write-log.ts'
export { boxesOf, type LayoutOptions, layoutMap, type MapEdge, type MapLayout, type MapNode } from './map/layout-map.ts'
export { type RenderOptions, renderMapSvg } from './map/render-map-svg.ts'
export { renderSwimlaneSvg } from './map/render-swimlane-svg.ts'
export { type SwimlaneChart, type SwimlaneOptions, type SwimlaneStep, swimlaneChart } from './map/swimlane-chart.ts'
export { miningReport, type ReportOptions } from './report/mining-report.ts'
