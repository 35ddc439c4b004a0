import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { type BpmnModel, type BpmnNode, type BpmnPoint, bpmnModel } from './bpmn-model.ts'
import type { ProcessTree } from './process-tree.ts'
import { toBpmn } from './to-bpmn.ts'
import { treeOfText } from './tree-text.ts'

const names = [
  '申請',
  '承認 & <確認>',
  '📎 "添付"',
  'فحص الفاتورة',
  'x'.repeat(500),
  '長い名前'.repeat(125),
  '1行目\n2行目',
]

const anyTree: fc.Arbitrary<ProcessTree> = fc.letrec<{ tree: ProcessTree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...names).map((activity): ProcessTree => ({ activity })),
    fc.constant<ProcessTree>({ silent: true }),
    fc.record({
      operator: fc.constantFrom('sequence', 'choice', 'parallel', 'loop'),
      children: fc.array(tie('tree'), { minLength: 2, maxLength: 4 }),
    }),
  ),
})).tree

const flowNodes = ['startEvent', 'endEvent', 'task', 'exclusiveGateway', 'parallelGateway']
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  isArray: (name) =>
    [...flowNodes, 'sequenceFlow', 'BPMNShape', 'BPMNEdge', 'waypoint', 'incoming', 'outgoing'].includes(name),
})

interface Element {
  id: string
  name?: string
  incoming?: string[]
  outgoing?: string[]
}

/** The parts of the XML that other programs read. */
function parsed(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true)
  const { process, BPMNDiagram } = parser.parse(xml).definitions
  const nodes: Element[] = flowNodes.flatMap((kind): Element[] => process[kind] ?? [])
  const flows: { id: string; sourceRef: string; targetRef: string }[] = process.sequenceFlow
  const plane = BPMNDiagram.BPMNPlane
  const shapes: { bpmnElement: string }[] = plane.BPMNShape
  const edges: { bpmnElement: string; waypoint: unknown[] }[] = plane.BPMNEdge
  return { process, nodes, flows, plane, shapes, edges }
}

test('every flow has its ends, every node and flow its place, and ids are unique', () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      const { nodes, flows, shapes, edges } = parsed(toBpmn(tree, { name: '経費 <精算>' }))
      const ids = [...nodes, ...flows].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(shapes.map(({ bpmnElement }) => bpmnElement).sort()).toEqual(nodes.map(({ id }) => id).sort())
      expect(edges.map(({ bpmnElement }) => bpmnElement)).toEqual(flows.map(({ id }) => id))
      for (const { waypoint } of edges) expect(waypoint.length).toBeGreaterThanOrEqual(2)
      for (const { id, incoming = [], outgoing = [] } of nodes) {
        expect(incoming).toEqual(flows.filter(({ targetRef }) => targetRef === id).map((flow) => flow.id))
        expect(outgoing).toEqual(flows.filter(({ sourceRef }) => sourceRef === id).map((flow) => flow.id))
        expect(incoming.length > 0 || id === 'StartEvent_1').toBe(true)
        expect(outgoing.length > 0 || id === 'EndEvent_1').toBe(true)
        if (id.startsWith('Activity')) expect([incoming.length, outgoing.length]).toEqual([1, 1])
        if (id.startsWith('Gateway')) expect(Math.min(incoming.length, outgoing.length)).toBe(1)
      }
    }),
  )
})

const overlaps = (a: BpmnNode, b: BpmnNode) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

interface Segment {
  flow: BpmnModel['flows'][number]
  left: number
  right: number
  top: number
  bottom: number
}

function segmentsOf({ flows }: BpmnModel): Segment[] {
  return flows.flatMap((flow) =>
    flow.points.slice(1).map((to, place) => {
      const from: BpmnPoint = flow.points[place] ?? to
      expect(from.x === to.x || from.y === to.y).toBe(true)
      return {
        flow,
        left: Math.min(from.x, to.x),
        right: Math.max(from.x, to.x),
        top: Math.min(from.y, to.y),
        bottom: Math.max(from.y, to.y),
      }
    }),
  )
}

test('shapes never overlap, flows run through no shape and cross no other flow', () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      const model = bpmnModel(tree)
      const { nodes, width, height } = model
      nodes.forEach((node, place) => {
        expect(nodes.slice(place + 1).filter((other) => overlaps(node, other))).toEqual([])
        expect(Math.min(node.x, node.y)).toBeGreaterThanOrEqual(0)
        expect(node.x + node.width).toBeLessThanOrEqual(width)
        expect(node.y + node.height).toBeLessThanOrEqual(height)
      })
      const segments = segmentsOf(model)
      for (const { left, right, top, bottom } of segments) {
        const through = nodes.filter(
          ({ x, y, width, height }) => left < x + width && right > x && top < y + height && bottom > y,
        )
        expect(through).toEqual([])
        expect(bottom).toBeLessThanOrEqual(height)
      }
      segments.forEach((one, place) => {
        const crossing = segments.slice(place + 1).filter((other) => {
          const meets =
            one.left <= other.right && other.left <= one.right && one.top <= other.bottom && other.top <= one.bottom
          const sharesEnd = one.flow.from === other.flow.from || one.flow.to === other.flow.to
          return meets && one.flow !== other.flow && !sharesEnd
        })
        expect(crossing).toEqual([])
      })
    }),
  )
})

test('the flow of a small office is written as it would be drawn', () => {
  const model = bpmnModel(treeOfText('→(申請, ↺(審査, 差戻し), ×(支払, τ))'))
  const from = (id: string) => model.flows.filter((flow) => flow.from === id).map(({ to }) => to)
  const kinds = model.nodes.map(({ id, kind, name, direction }) => [id, name ?? kind, direction])
  expect(kinds).toEqual([
    ['StartEvent_1', 'start', undefined],
    ['Activity_1', '申請', undefined],
    ['Gateway_1', 'exclusive', 'converging'],
    ['Activity_2', '審査', undefined],
    ['Gateway_2', 'exclusive', 'diverging'],
    ['Activity_3', '差戻し', undefined],
    ['Gateway_3', 'exclusive', 'diverging'],
    ['Activity_4', '支払', undefined],
    ['Gateway_4', 'exclusive', 'converging'],
    ['EndEvent_1', 'end', undefined],
  ])
  expect(from('StartEvent_1')).toEqual(['Activity_1'])
  expect(from('Gateway_2')).toEqual(['Activity_3', 'Gateway_3'])
  expect(from('Activity_3')).toEqual(['Gateway_1'])
  expect(from('Gateway_3')).toEqual(['Activity_4', 'Gateway_4'])
  expect(from('Gateway_4')).toEqual(['EndEvent_1'])
  const line = (id: string) => model.nodes.filter((node) => node.id === id).map(({ y, height }) => y + height / 2)
  expect(line('Activity_2')).toEqual(line('Activity_1'))
  expect(line('Activity_3')[0]).toBeGreaterThan(line('Activity_1')[0] ?? 0)
})

test('names come through whole: Japanese, emoji, right to left, 500 letters, line breaks; what XML cannot hold is left out', () => {
  const tree: ProcessTree = {
    operator: 'sequence',
    children: [...names, '制\u0000御\u0001文\ud800字'].map((activity) => ({ activity })),
  }
  const xml = toBpmn(tree, { name: '経費 <精算>' })
  const read = parsed(xml)
  expect(read.process.name).toBe('経費 <精算>')
  const breaks = (name: string | undefined) => name?.replace('&#10;', '\n')
  expect(read.nodes.flatMap(({ id, name }) => (id.startsWith('Activity') ? [breaks(name)] : []))).toEqual([
    ...names,
    '制御文字',
  ])
  expect(xml).toContain('name="1行目&#10;2行目"')
  expect(toBpmn(bpmnModel(tree), { name: '経費 <精算>' })).toBe(xml)
})

test('nothing at all is a start that leads to an end', () => {
  const { nodes, flows } = bpmnModel({ silent: true })
  expect(nodes.map(({ kind }) => kind)).toEqual(['start', 'end'])
  expect(flows.map(({ from, to }) => [from, to])).toEqual([['StartEvent_1', 'EndEvent_1']])
})
