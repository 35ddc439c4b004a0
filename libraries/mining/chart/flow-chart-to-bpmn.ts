import { entry } from '../log/column.ts'
import { escaped } from '../map/svg-text.ts'
import { textWidth } from '../map/text-box.ts'
import type { ChartArrow, ChartStep, FlowChart } from './flow-chart.ts'

const sizes = { start: [36, 36], end: [36, 36], task: [120, 80], decision: [50, 50], gateway: [50, 50] } as const
const columnPixels = 190
const lanePixels = 160
const laneHeadPixels = 30
const trackPixels = 24

/** A node of the process: a step, or the gateway that a task with several ways out needs. */
interface Node {
  id: string
  kind: keyof typeof sizes
  name: string
  lane: string
  note?: string
  x: number
  y: number
}

interface Flow extends ChartArrow {
  id: string
}

/**
 * A chart as BPMN 2.0 XML (OMG formal/2013-12-09 = ISO/IEC 19510:2013) with its layout (annex B, BPMN DI): one pool, a lane per
 * department, steps from left to right. A task with several ways out leads to an exclusive gateway, since without one BPMN would
 * take all ways at once; notes become text annotations. Ids are made anew, since XML allows fewer letters in them than a chart.
 */
export function flowChartToBpmn(chart: FlowChart): string {
  const { nodes, flows } = graphOf(chart)
  const lanes = chart.lanes.map((lane, place) => ({ ...lane, xmlId: `Lane_${place + 1}`, place }))
  const above = tracks(flows, nodes, 'above').length * trackPixels + 20
  const top = 60 + above
  for (const node of nodes) {
    const [width, height] = sizes[node.kind]
    const lane = Math.max(
      0,
      chart.lanes.findIndex(({ id }) => id === node.lane),
    )
    node.x = 60 + laneHeadPixels + 40 + nodes.indexOf(node) * columnPixels + (120 - width) / 2
    node.y = top + lane * lanePixels + (lanePixels - height) / 2
  }
  const notes = nodes.filter(({ note }) => note)
  const width = laneHeadPixels + 60 + nodes.length * columnPixels
  const bottom = top + Math.max(1, lanes.length) * lanePixels
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn">',
    `<collaboration id="Collaboration_1"><participant id="Participant_1" ${named(chart.title)} processRef="Process_1"/></collaboration>`,
    '<process id="Process_1" isExecutable="false"><laneSet id="LaneSet_1">',
    ...lanes.map(({ id, name, xmlId }) => {
      const own = nodes.filter((node) => node.lane === id).map((node) => `<flowNodeRef>${node.id}</flowNodeRef>`)
      return `<lane id="${xmlId}" ${named(name)}>${own.join('')}</lane>`
    }),
    '</laneSet>',
    ...nodes.map((node) => nodeXml(node, flows)),
    ...flows.map(
      ({ id, from, to, label }) => `<sequenceFlow id="${id}" ${named(label)} sourceRef="${from}" targetRef="${to}"/>`,
    ),
    ...notes.map(({ id, note }) => noteXml(id, note ?? '')),
    '</process><bpmndi:BPMNDiagram id="Diagram_1"><bpmndi:BPMNPlane id="Plane_1" bpmnElement="Collaboration_1">',
    shapeXml('Participant_1', { x: 60, y: top, width, height: bottom - top }, ' isHorizontal="true"'),
    ...lanes.map(({ xmlId, place }) => {
      const box = {
        x: 60 + laneHeadPixels,
        y: top + place * lanePixels,
        width: width - laneHeadPixels,
        height: lanePixels,
      }
      return shapeXml(xmlId, box, ' isHorizontal="true"')
    }),
    ...nodes.map((node) => nodeShape(node)),
    ...flows.map((flow) => edgeXml(flow, nodes, flows, top, bottom)),
    ...notes.flatMap((node) => noteShapes(node, nodes)),
    '</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>',
  ].join('\n')
}

function named(name: string): string {
  return `name="${escaped(name).replace(/\n/g, '&#10;')}"`
}

function graphOf(chart: FlowChart): { nodes: Node[]; flows: Flow[] } {
  const ids = new Map(chart.steps.map(({ id }, place) => [id, `Step_${place + 1}`]))
  const arrows = chart.arrows.filter(({ from, to }) => ids.has(from) && ids.has(to))
  const nodes: Node[] = []
  const flows: Flow[] = []
  const addFlow = (arrow: ChartArrow) => flows.push({ ...arrow, id: `Flow_${flows.length + 1}` })
  chart.steps.forEach((step: ChartStep, place) => {
    const id = ids.get(step.id) ?? ''
    const { kind, name, lane, note } = step
    nodes.push({ id, kind, name, lane, ...(note ? { note } : {}), x: 0, y: 0 })
    const out = arrows.filter(({ from }) => from === step.id)
    const needsGateway = kind !== 'decision' && out.length > 1
    const from = needsGateway ? `Gateway_${place + 1}` : id
    if (needsGateway) {
      nodes.push({ id: from, kind: 'gateway', name: '', lane, x: 0, y: 0 })
      addFlow({ from: id, to: from, label: '', isMain: true })
    }
    for (const arrow of out) addFlow({ ...arrow, from, to: ids.get(arrow.to) ?? '' })
  })
  return { nodes, flows }
}

const tags = {
  start: 'startEvent',
  end: 'endEvent',
  task: 'task',
  decision: 'exclusiveGateway',
  gateway: 'exclusiveGateway',
}

/** A start that something leads to, and an end that leads on, are no events of those kinds in BPMN: they become tasks. */
function nodeXml({ id, kind, name }: Node, flows: readonly Flow[]): string {
  const into = flows.filter(({ to }) => to === id).map((flow) => `<incoming>${flow.id}</incoming>`)
  const out = flows.filter(({ from }) => from === id).map((flow) => `<outgoing>${flow.id}</outgoing>`)
  const isTurned = (kind === 'start' && into.length > 0) || (kind === 'end' && out.length > 0)
  const tag = isTurned ? 'intermediateThrowEvent' : tags[kind]
  return `<${tag} id="${id}" ${named(name)}>${into.join('')}${out.join('')}</${tag}>`
}

function noteXml(id: string, note: string): string {
  return `<textAnnotation id="Note_${id}"><text>${escaped(note)}</text></textAnnotation><association id="Link_${id}" sourceRef="${id}" targetRef="Note_${id}"/>`
}

interface Rect {
  x: number
  y: number
  width: number
  height: number
}

function boundsXml({ x, y, width, height }: Rect): string {
  return `<dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/>`
}

function shapeXml(element: string, box: Rect, more = '', label = ''): string {
  return `<bpmndi:BPMNShape id="Shape_${element}" bpmnElement="${element}"${more}>${boundsXml(box)}${label}</bpmndi:BPMNShape>`
}

function nodeShape(node: Node): string {
  const [width, height] = sizes[node.kind]
  const isOutside = node.kind !== 'task' && node.name !== ''
  const label = { x: node.x + width / 2 - 60, y: node.y + height + 4, width: 120, height: 28 }
  const isGateway = node.kind === 'decision' || node.kind === 'gateway'
  return shapeXml(
    node.id,
    { x: node.x, y: node.y, width, height },
    isGateway ? ' isMarkerVisible="true"' : '',
    isOutside ? `<bpmndi:BPMNLabel>${boundsXml(label)}</bpmndi:BPMNLabel>` : '',
  )
}

/** Flows that do not go to the next column run on tracks outside the lanes: returns above, the others below. */
function tracks(flows: readonly Flow[], nodes: readonly Node[], side: 'above' | 'below'): Flow[] {
  const place = (id: string) => nodes.findIndex((node) => node.id === id)
  const length = ({ from, to }: Flow) => place(to) - place(from)
  return flows
    .filter((flow) => (side === 'above' ? length(flow) <= 0 : length(flow) > 1))
    .sort((a, b) => Math.abs(length(a)) - Math.abs(length(b)))
}

function edgeXml(flow: Flow, nodes: readonly Node[], flows: readonly Flow[], top: number, bottom: number): string {
  const points = waypoints(flow, nodes, flows, top, bottom)
  const written = points.map(([x, y]) => `<di:waypoint x="${Math.round(x)}" y="${Math.round(y)}"/>`).join('')
  const [a, b] = [entry(points, Math.floor(points.length / 2) - 1), entry(points, Math.floor(points.length / 2))]
  const width = Math.ceil(textWidth(flow.label, 11))
  const label = {
    x: Math.round((a[0] + b[0]) / 2 - width / 2),
    y: Math.round((a[1] + b[1]) / 2 - 18),
    width,
    height: 14,
  }
  const shown = flow.label === '' ? '' : `<bpmndi:BPMNLabel>${boundsXml(label)}</bpmndi:BPMNLabel>`
  return `<bpmndi:BPMNEdge id="Edge_${flow.id}" bpmnElement="${flow.id}">${written}${shown}</bpmndi:BPMNEdge>`
}

type Waypoint = readonly [x: number, y: number]

function waypoints(
  flow: Flow,
  nodes: readonly Node[],
  flows: readonly Flow[],
  top: number,
  bottom: number,
): Waypoint[] {
  const [from, to] = [boxOf(nodes, flow.from), boxOf(nodes, flow.to)]
  const above = tracks(flows, nodes, 'above').indexOf(flow)
  const below = tracks(flows, nodes, 'below').indexOf(flow)
  if (above < 0 && below < 0) {
    const [x1, y1, x2, y2] = [from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2]
    const middle = (x1 + x2) / 2
    return y1 === y2
      ? [
          [x1, y1],
          [x2, y2],
        ]
      : [
          [x1, y1],
          [middle, y1],
          [middle, y2],
          [x2, y2],
        ]
  }
  const track = above >= 0 ? top - 20 - above * trackPixels : bottom + 20 + below * trackPixels
  const [out, into] = above >= 0 ? [from.y, to.y] : [from.y + from.height, to.y + to.height]
  const aside = ({ width }: Rect) => (width > 50 ? 8 : 0)
  const [x1, x2] = [from.x + from.width / 2 + aside(from), to.x + to.width / 2 - aside(to)]
  return [
    [x1, out],
    [x1, track],
    [x2, track],
    [x2, into],
  ]
}

function boxOf(nodes: readonly Node[], id: string): Rect {
  const node = nodes.find((one) => one.id === id) ?? entry(nodes, 0)
  const [width, height] = sizes[node.kind]
  return { x: node.x, y: node.y, width, height }
}

/** Above its step. */
function noteShapes(node: Node, nodes: readonly Node[]): string[] {
  const box = boxOf(nodes, node.id)
  const note = { x: box.x + box.width / 2 + 6, y: box.y - 38, width: 110, height: 30 }
  const link = `<di:waypoint x="${box.x + box.width / 2}" y="${box.y}"/><di:waypoint x="${note.x}" y="${note.y + 15}"/>`
  return [
    shapeXml(`Note_${node.id}`, note),
    `<bpmndi:BPMNEdge id="Edge_Link_${node.id}" bpmnElement="Link_${node.id}">${link}</bpmndi:BPMNEdge>`,
  ]
}
