import { cell } from '../../log/column.ts'

/** Groups of nodes that belong together; `join` merges two, `groups` lists them by their smallest node. */
export class Components {
  readonly #parent: Int32Array
  readonly #nodes: readonly number[]
  #count: number

  /** `nodes` ascend. */
  constructor(nodes: readonly number[]) {
    this.#nodes = nodes
    this.#count = nodes.length
    this.#parent = new Int32Array((nodes.at(-1) ?? -1) + 1)
    for (const node of nodes) this.#parent[node] = node
  }

  /** How many groups there are. */
  get count(): number {
    return this.#count
  }

  join(one: number, other: number) {
    const [a, b] = [this.#rootOf(one), this.#rootOf(other)]
    if (a === b) return
    this.#parent[Math.max(a, b)] = Math.min(a, b)
    this.#count -= 1
  }

  groups(): number[][] {
    const groups = new Map<number, number[]>()
    for (const node of this.#nodes) {
      const root = this.#rootOf(node)
      const group = groups.get(root)
      if (group) group.push(node)
      else groups.set(root, [node])
    }
    return [...groups.values()]
  }

  #rootOf(node: number): number {
    let root = node
    while (cell(this.#parent, root) !== root) root = cell(this.#parent, root)
    for (let place = node; place !== root; ) {
      const up = cell(this.#parent, place)
      this.#parent[place] = root
      place = up
    }
    return root
  }
}
