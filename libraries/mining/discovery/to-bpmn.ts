import { escaped } from '../map/svg-text.ts'
import { type BpmnFlow, type BpmnModel, type BpmnNode, bpmnModel } from './bpmn-model.ts'
import type { ProcessTree } from './process-tree.ts'

const elements: Record<BpmnNode['kind'], string> = {
  start: 'startEvent',
  end: 'endEvent',
  task: 'task',
  exclusive: 'exclusiveGateway',
  parallel: 'parallelGateway',
}

/**
 * BPMN 2.0 XML (OMG formal/2011-01-03, with diagram interchange) of a process tree, laid out, or of a model already laid
 * out: one process with start and end, tasks, exclusive and parallel gateways. The same input gives the same text. Letters
 * that XML does not allow are left out of names. Throws a RangeError where the tree is none.
 */
export function toBpmn(source: ProcessTree | BpmnModel, { name }: { name?: string } = {}): string {
  const { nodes, flows } = 'flows' in source ? source : bpmnModel(source)
  const incoming = grouped(flows, ({ to }) => to)
  const outgoing = grouped(flows, ({ from }) => from)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="Definitions_1" targetNamespace="urn:ennoshita:bpmn">',
    `  <bpmn:process id="Process_1"${name === undefined ? '' : ` name="${attribute(name)}"`} isExecutable="false">`,
    ...nodes.flatMap((node) => nodeLines(node, incoming.get(node.id) ?? [], outgoing.get(node.id) ?? [])),
    ...flows.map(({ id, from, to }) => `    <bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`),
    '  </bpmn:process>',
    '  <bpmndi:BPMNDiagram id="BPMNDiagram_1">',
    '    <bpmndi:BPMNPlane id="BPMNPlane_1" bpmnElement="Process_1">',
    ...nodes.flatMap(shapeLines),
    ...flows.flatMap(edgeLines),
    '    </bpmndi:BPMNPlane>',
    '  </bpmndi:BPMNDiagram>',
    '</bpmn:definitions>',
    '',
  ].join('\n')
}

function nodeLines(node: BpmnNode, incoming: readonly BpmnFlow[], outgoing: readonly BpmnFlow[]): string[] {
  const element = `bpmn:${elements[node.kind]}`
  const name = node.name === undefined ? '' : ` name="${attribute(node.name)}"`
  const direction = { diverging: ' gatewayDirection="Diverging"', converging: ' gatewayDirection="Converging"' }
  return [
    `    <${element} id="${node.id}"${name}${node.direction ? direction[node.direction] : ''}>`,
    ...incoming.map(({ id }) => `      <bpmn:incoming>${id}</bpmn:incoming>`),
    ...outgoing.map(({ id }) => `      <bpmn:outgoing>${id}</bpmn:outgoing>`),
    `    </${element}>`,
  ]
}

function shapeLines({ id, kind, x, y, width, height }: BpmnNode): string[] {
  const marker = kind === 'exclusive' ? ' isMarkerVisible="true"' : ''
  return [
    `      <bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"${marker}>`,
    `        <dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" />`,
    '      </bpmndi:BPMNShape>',
  ]
}

function edgeLines({ id, points }: BpmnFlow): string[] {
  return [
    `      <bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">`,
    ...points.map(({ x, y }) => `        <di:waypoint x="${x}" y="${y}" />`),
    '      </bpmndi:BPMNEdge>',
  ]
}

function grouped(flows: readonly BpmnFlow[], key: (flow: BpmnFlow) => string): Map<string, BpmnFlow[]> {
  const groups = new Map<string, BpmnFlow[]>()
  for (const flow of flows) {
    const group = groups.get(key(flow))
    if (group) group.push(flow)
    else groups.set(key(flow), [flow])
  }
  return groups
}

/** A text as the value of an attribute; line breaks survive as character references (XML 1.0 §3.3.3). */
function attribute(text: string): string {
  return escaped(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}
