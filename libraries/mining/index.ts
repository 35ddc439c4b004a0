export { type ActorNature, actorNatures } from './analyses/actor-nature.ts'
export { type Bottleneck, type BottleneckOptions, type Bottlenecks, bottlenecks } from './analyses/bottlenecks.ts'
export { type CaseTimes, caseTimes } from './analyses/case-times.ts'
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
export { percentile, type Spread } from './analyses/percentiles.ts'
export { type Rework, rework } from './analyses/rework.ts'
export { type Variant, variants } from './analyses/variants.ts'
export { cycleOf, type WorkCycle } from './analyses/work-cycle.ts'
export { type BusinessCalendar, plainOfficeHours } from './log/business-time.ts'
export { type ActorKind, type Cause, type EventLog, type EventRow, type LogFault, logOf } from './log/event-log.ts'
export { filterLog, type LogFilter } from './log/filter-log.ts'
export { readLog } from './log/read-log.ts'
export { boxesOf, type LayoutOptions, layoutMap, type MapEdge, type MapLayout, type MapNode } from './map/layout-map.ts'
export { type RenderOptions, renderMapSvg } from './map/render-map-svg.ts'
export { renderSwimlaneSvg } from './map/render-swimlane-svg.ts'
export { type SwimlaneChart, type SwimlaneOptions, type SwimlaneStep, swimlaneChart } from './map/swimlane-chart.ts'
