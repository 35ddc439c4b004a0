import { textWidth, wrapText } from '../map/text-box.ts'
import { checkTree, type ProcessTree, type TreeOperator } from './process-tree.ts'
import { reduceTree } from './reduce-tree.ts'

export interface BpmnPoint {
  x: number
  y: number
}

/** A flow node with its place; `name` for tasks only. A diverging gateway splits, a converging one joins. */
export interface BpmnNode {
  id: string
  kind: 'start' | 'end' | 'task' | 'exclusive' | 'parallel'
  name?: string
  direction?: 'diverging' | 'converging'
  x: number
  y: number
  width: number
  height: number
}

/** A sequence flow from node to node along its points, the first and last on the edges of the nodes. */
export interface BpmnFlow {
  id: string
  from: string
  to: string
  points: BpmnPoint[]
}

/** A flow chart with places in pixels: what `toBpmn` writes, and what a picture can be drawn from without any XML. */
export interface BpmnModel {
  width: number
  height: number
  nodes: BpmnNode[]
  flows: BpmnFlow[]
}

const eventSize = 36
const gatewaySize = 50
const gap = 40
const rowGap = 30
const margin = 40
const fontPixels = 12
const lineHeight = 16
const taskWidths = [100, 160, 240, 320] as const
const mostTaskLines = 40

/**
 * Lays out a process tree as BPMN blocks from left to right: alternatives and parallel branches below each other, the
 * way back of a loop below its body, from right to left. Shapes never overlap and no flow crosses a shape or another
 * flow; flows that leave or enter the same gateway may share a line. Throws a RangeError where the tree is none.
 */
export function bpmnModel(tree: ProcessTree): BpmnModel {
  checkTree(tree)
  const block = blockOf(reduceTree(tree))
  const drawing = new Drawing()
  const y = margin + Math.max(block.above, eventSize / 2)
  const start = drawing.node({ kind: 'start', x: margin, y, width: eventSize, height: eventSize })
  const left = margin + eventSize + gap
  const last = drawing.block(block, left, y, 1, start)
  const endX = left + block.width + (block.width > 0 ? gap : 0)
  drawing.node({ kind: 'end', x: endX, y, width: eventSize, height: eventSize }, last)
  return {
    width: endX + eventSize + margin,
    height: y + Math.max(block.below, eventSize / 2) + margin,
    nodes: drawing.nodes,
    flows: drawing.flows,
  }
}

/** A part of the tree with the room it takes: above and below the line on which it is entered and left. */
interface Block {
  operator: TreeOperator | 'task' | 'silent'
  name: string
  children: Block[]
  width: number
  above: number
  below: number
}

function blockOf(tree: ProcessTree): Block {
  if ('activity' in tree) return { operator: 'task', name: tree.activity, children: [], ...taskSize(tree.activity) }
  if ('silent' in tree) return { operator: 'silent', name: '', children: [], width: 0, above: 0, below: 0 }
  const { operator } = tree
  const children = tree.children.map(blockOf)
  const widths = children.map(({ width }) => width)
  if (operator === 'sequence')
    return {
      operator,
      name: '',
      children,
      width: widths.reduce((sum, width) => sum + width, 0) + gap * (children.length - 1),
      above: highest(children.map(({ above }) => above)),
      below: highest(children.map(({ below }) => below)),
    }
  const rows = rowsOf(children)
  return {
    operator,
    name: '',
    children,
    width: highest(widths) + 2 * (gatewaySize + gap),
    above: Math.max(children[0]?.above ?? 0, gatewaySize / 2),
    below: Math.max((rows.at(-1) ?? 0) + (children.at(-1)?.below ?? 0), gatewaySize / 2),
  }
}

/** How far each row of a block lies below its first. */
function rowsOf(children: readonly Block[]): number[] {
  let line = 0
  let below = gatewaySize / 2
  return children.map((child, place) => {
    if (place > 0) line += below + rowGap + child.above
    below = place === 0 ? Math.max(child.below, gatewaySize / 2) : child.below
    return line
  })
}

function highest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0)
}

/** The smallest box of the usual widths that holds the name in few lines. */
function taskSize(name: string): { width: number; above: number; below: number } {
  const pixels = textWidth(name.slice(0, 2_000), fontPixels)
  const width = taskWidths.find((each) => pixels <= (each - 20) * 3) ?? 320
  const lines = wrapText(name, fontPixels, width - 20, mostTaskLines).length
  const height = Math.max(80, lines * lineHeight + 20)
  return { width, above: height / 2, below: height / 2 }
}

/** An unfinished flow: the node it leaves and the points up to here. */
interface OpenFlow {
  from: string
  points: BpmnPoint[]
}

class Drawing {
  readonly nodes: BpmnNode[] = []
  readonly flows: BpmnFlow[] = []
  readonly #counts = new Map<string, number>()

  /** Draws a block whose left edge is `left`, entered from `open` on the line `y`; `way` −1 is from right to left. */
  block(block: Block, left: number, y: number, way: 1 | -1, open: OpenFlow): OpenFlow {
    if (block.operator === 'silent') return open
    if (block.operator === 'task')
      return this.node(
        { kind: 'task', name: block.name, x: left, y, width: block.width, height: block.above * 2 },
        open,
        way,
      )
    if (block.operator === 'sequence') return this.#sequence(block, left, y, way, open)
    return this.#branches(block, left, y, way, open)
  }

  /** Adds a node in the middle of the line `y` and ends the open flow in it; answers the flow that leaves it. */
  node(shape: Omit<BpmnNode, 'id'>, open?: OpenFlow, way: 1 | -1 = 1): OpenFlow {
    const id = this.#add(shape)
    const { x, y, width } = shape
    if (open) this.#close(open, id, [{ x: way === 1 ? x : x + width, y }])
    return { from: id, points: [{ x: way === 1 ? x + width : x, y }] }
  }

  #sequence(block: Block, left: number, y: number, way: 1 | -1, open: OpenFlow): OpenFlow {
    let at = 0
    let last = open
    for (const child of block.children) {
      last = this.block(child, way === 1 ? left + at : left + block.width - at - child.width, y, way, last)
      at += child.width + gap
    }
    return last
  }

  #branches(block: Block, left: number, y: number, way: 1 | -1, open: OpenFlow): OpenFlow {
    const kind = block.operator === 'parallel' ? 'parallel' : 'exclusive'
    const isLoop = block.operator === 'loop'
    const [near, far] = way === 1 ? [left, left + block.width - gatewaySize] : [left + block.width - gatewaySize, left]
    const gateway = (x: number, isFirst: boolean): Omit<BpmnNode, 'id'> => ({
      ...{ kind, direction: isFirst === isLoop ? 'converging' : 'diverging' },
      ...{ x, y, width: gatewaySize, height: gatewaySize },
    })
    const first = this.node(gateway(near, true), open, way)
    const [main, ...others] = block.children
    const inner = block.width - 2 * (gatewaySize + gap)
    const childLeft = (child: Block, direction: 1 | -1) =>
      left + gatewaySize + gap + (direction === 1 ? 0 : inner - child.width)
    const mainFlow = main ? this.block(main, childLeft(main, way), y, way, first) : first
    const last = this.node(gateway(far, false), mainFlow, way)
    const rows = rowsOf(block.children)
    others.forEach((child, place) => {
      const row = y + (rows[place + 1] ?? 0)
      const direction = isLoop ? (way === 1 ? -1 : 1) : way
      const [source, target] = isLoop ? [last, first] : [first, last]
      const [from, to] = (isLoop ? [far, near] : [near, far]).map((x) => x + gatewaySize / 2)
      const down = [
        { x: from ?? 0, y: y + gatewaySize / 2 },
        { x: from ?? 0, y: row },
      ]
      const branch = this.block(child, childLeft(child, direction), row, direction, { from: source.from, points: down })
      this.#close(branch, target.from, [
        { x: to ?? 0, y: row },
        { x: to ?? 0, y: y + gatewaySize / 2 },
      ])
    })
    return last
  }

  #add({ y, ...shape }: Omit<BpmnNode, 'id'>): string {
    const prefix = { start: 'StartEvent', end: 'EndEvent', task: 'Activity', exclusive: 'Gateway', parallel: 'Gateway' }
    const id = this.#id(prefix[shape.kind])
    this.nodes.push({ id, ...shape, y: y - shape.height / 2 })
    return id
  }

  #close({ from, points }: OpenFlow, to: string, last: readonly BpmnPoint[]) {
    this.flows.push({ id: this.#id('Flow'), from, to, points: withoutNeedless([...points, ...last]) })
  }

  #id(prefix: string): string {
    const count = (this.#counts.get(prefix) ?? 0) + 1
    this.#counts.set(prefix, count)
    return `${prefix}_${count}`
  }
}

/** Without points that lie on the line between their neighbours. */
function withoutNeedless(points: readonly BpmnPoint[]): BpmnPoint[] {
  return points.filter((point, place) => {
    const [before, after] = [points[place - 1], points[place + 1]]
    if (!before || !after) return true
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y))
  })
}
