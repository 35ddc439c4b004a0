import { entry } from '../log/column.ts'
import { checkTree, type ProcessTree, type TreeOperator } from './process-tree.ts'

/**
 * Where a node may stand: for a parallel one, the states of its two halves; else a child and the state of that child.
 * Both in one number, the first times `width`, so that standings compare fast.
 */
type Standing = number
const width = 2 ** 26
const firstOf = (standing: Standing) => Math.floor(standing / width)
const secondOf = (standing: Standing) => standing % width

interface Node {
  operator: TreeOperator | 'activity' | 'silent'
  /** The activity of a leaf, −1 for none. */
  activity: number
  children: number[]
  canBeEmpty: boolean
  /** Whether all its redo parts, or some of them, may be empty: for loops only. */
  canRepeatAtOnce: boolean
  /** For sequences: how many of the children before each place cannot be empty, up to the place behind the last. */
  mustBefore: number[]
  /** Per activity in it, the children that hold it. */
  holders: Map<number, number[]>
  /** Per state, every standing that the events so far allow, ascending. State 0 is before the first event. */
  states: Standing[][]
  /** Per state, whether the work of the node may end there. */
  ends: boolean[]
  /** The state of each set of standings; a set of one by itself, a larger one by its text. */
  numbers: Map<Standing | string, number>
  steps: Map<number, number>
}

const mostStandings = 1_000_000
const mostInOneState = 2_000
const mostCounted = 3_000_000

/**
 * Decides exactly whether a process tree accepts a trace: every node is an automaton over the states of its children, made
 * deterministic (by sets of standings: Rabin and Scott 1959) only as far as traces reach. Where no activity stands on two
 * leaves, only a loop ever has two standings, so that work grows with the length of a trace and never exponentially.
 */
export class TreeAutomaton {
  readonly activities: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #nodes: Node[] = []
  readonly #root: number
  readonly #enabledCounts = new Map<number, number>()
  /** Per activity, the round of collecting in which it was last found. */
  readonly #foundIn: number[] = []
  #round = 0
  #counted = 0
  #standings = 0

  /** Throws a RangeError where the tree is none, or beyond the bounds of `checkTree`. */
  constructor(tree: ProcessTree) {
    checkTree(tree)
    this.#root = this.#add(tree)
  }

  /** The number of an activity of the tree, or −1. */
  numberOf(activity: string): number {
    return this.#numbers.get(activity) ?? -1
  }

  /** The state after one more activity; −1 where the tree does not allow it. State 0 is the beginning. */
  after(state: number, activity: number): number {
    return activity < 0 ? -1 : this.#step(this.#root, state, activity)
  }

  /** Whether the work may end in this state. */
  mayEnd(state: number): boolean {
    return this.#isDone(this.#root, state)
  }

  /** The activities that may come next, ascending. A state of a process tree can always be brought to its end. */
  enabled(state: number): number[] {
    return this.#unorderedEnabled(state).sort((a, b) => a - b)
  }

  /** How many activities may come next. Throws a RangeError where so many may in so many states that counting is no use. */
  enabledCount(state: number): number {
    const known = this.#enabledCounts.get(state)
    if (known !== undefined) return known
    const count = this.#unorderedEnabled(state).length
    this.#enabledCounts.set(state, count)
    this.#counted += count
    if (this.#counted > mostCounted)
      throw new RangeError(
        'このツリーはほとんどの作業をいつでも許すため、適合の精度を数えられません。（This tree allows nearly everything nearly everywhere; its precision is beyond counting.）',
      )
    return count
  }

  #unorderedEnabled(state: number): number[] {
    const found: number[] = []
    this.#round += 1
    this.#collect(this.#root, state, found, new Set())
    return found
  }

  #add(tree: ProcessTree): number {
    if ('activity' in tree) return this.#leaf(this.#activity(tree.activity))
    if ('silent' in tree) return this.#leaf(-1)
    const children = tree.children.map((child) => this.#add(child))
    return tree.operator === 'parallel' ? this.#halves(children) : this.#inner(tree.operator, children)
  }

  #activity(name: string): number {
    const number = this.#numbers.get(name) ?? this.activities.push(name) - 1
    this.#numbers.set(name, number)
    this.#foundIn[number] = 0
    return number
  }

  #leaf(activity: number): number {
    const holders = new Map<number, number[]>(activity < 0 ? [] : [[activity, []]])
    return this.#push(activity < 0 ? 'silent' : 'activity', activity, [], holders)
  }

  /** Many branches as a balanced tree of two each, so that one event changes few states. */
  #halves(children: number[]): number {
    const [only = 0] = children
    if (children.length === 1) return only
    const middle = children.length >> 1
    return this.#inner('parallel', [this.#halves(children.slice(0, middle)), this.#halves(children.slice(middle))])
  }

  #inner(operator: TreeOperator, children: number[]): number {
    const holders = new Map<number, number[]>()
    children.forEach((child, place) => {
      for (const activity of entry(this.#nodes, child).holders.keys()) {
        const places = holders.get(activity)
        if (places) places.push(place)
        else holders.set(activity, [place])
      }
    })
    return this.#push(operator, -1, children, holders)
  }

  #push(operator: Node['operator'], activity: number, children: number[], holders: Node['holders']): number {
    const empty = children.map((child) => entry(this.#nodes, child).canBeEmpty)
    let must = 0
    const mustBefore = [...empty.map((canBeEmpty) => (canBeEmpty ? must : must++)), must]
    const canBeEmpty = {
      activity: false,
      silent: true,
      sequence: must === 0,
      parallel: must === 0,
      choice: empty.some(Boolean),
      loop: empty[0] === true,
    }[operator]
    // A choice begins at no child: at the place behind its last.
    const start: Standing = operator === 'choice' ? children.length * width : 0
    return (
      this.#nodes.push({
        operator,
        activity,
        children,
        canBeEmpty,
        canRepeatAtOnce: operator === 'loop' && empty.slice(1).some(Boolean),
        mustBefore,
        holders,
        states: [[start]],
        ends: operator === 'activity' ? [false, true] : [canBeEmpty],
        numbers: new Map([[start, 0]]),
        steps: new Map(),
      }) - 1
    )
  }

  #step(place: number, state: number, activity: number): number {
    const node = entry(this.#nodes, place)
    if (node.operator === 'activity') return state === 0 && node.activity === activity ? 1 : -1
    const holders = node.holders.get(activity)
    if (!holders) return -1
    const key = state * this.activities.length + activity
    const known = node.steps.get(key)
    if (known !== undefined) return known
    const reached = new Set<Standing>()
    for (const standing of entry(node.states, state))
      for (const holder of holders) this.#move(node, standing, holder, activity, reached)
    const number = this.#stateOf(node, [...reached])
    node.steps.set(key, number)
    return number
  }

  #stateOf(node: Node, reached: Standing[]): number {
    const [only] = reached
    if (only === undefined) return -1
    const key = reached.length === 1 ? only : reached.sort((a, b) => a - b).join(' ')
    const known = node.numbers.get(key)
    if (known !== undefined) return known
    this.#standings += reached.length
    if (reached.length > mostInOneState || this.#standings > mostStandings)
      throw new RangeError(
        'このツリーは同じ作業が多くの場所にあり、正確な照合が上限を超えます。同じ名前の作業を減らしてください。（The same activities stand in so many places of this tree that an exact replay is beyond its bounds; use fewer leaves of the same name.）',
      )
    const number = node.states.push(reached) - 1
    node.ends.push(reached.some((standing) => this.#mayEndAt(node, standing)))
    node.numbers.set(key, number)
    return number
  }

  /** Adds the standings that one standing turns into when the child at `holder` takes the activity; none where it cannot. */
  #move(node: Node, standing: Standing, holder: number, activity: number, reached: Set<Standing>) {
    const [at, inner] = [firstOf(standing), secondOf(standing)]
    const child = entry(node.children, holder)
    if (node.operator === 'parallel') {
      const next = this.#step(child, holder === 0 ? at : inner, activity)
      if (next >= 0) reached.add(holder === 0 ? next * width + inner : at * width + next)
      return
    }
    const open = at === holder ? this.#step(child, inner, activity) : -1
    if (open >= 0) reached.add(holder * width + open)
    const fresh = this.#mayBegin(node, standing, holder) ? this.#step(child, 0, activity) : -1
    if (fresh >= 0) reached.add(holder * width + fresh)
  }

  /** Whether the work of the child that is open may end, and the child at `holder` begin, without an event between. */
  #mayBegin(node: Node, standing: Standing, holder: number): boolean {
    const [at, inner] = [firstOf(standing), secondOf(standing)]
    if (node.operator === 'choice') return at === node.children.length
    if (node.operator === 'sequence' && holder <= at) return false
    const child = entry(node.children, at)
    if (!this.#isDone(child, inner)) return false
    if (node.operator === 'sequence') return this.#nothingBetween(node, at, holder)
    if (at === 0) return holder > 0 || node.canRepeatAtOnce
    return holder === 0 || node.canBeEmpty
  }

  /** Whether all children of a sequence between two places may be empty. */
  #nothingBetween(node: Node, at: number, next: number): boolean {
    const must = entry(node.mustBefore, next) - entry(node.mustBefore, at)
    return must === (entry(this.#nodes, entry(node.children, at)).canBeEmpty ? 0 : 1)
  }

  #isDone(place: number, state: number): boolean {
    return entry(entry(this.#nodes, place).ends, state)
  }

  #mayEndAt(node: Node, standing: Standing): boolean {
    const [at, inner] = [firstOf(standing), secondOf(standing)]
    if (node.operator === 'parallel')
      return this.#isDone(entry(node.children, 0), at) && this.#isDone(entry(node.children, 1), inner)
    if (!this.#isDone(entry(node.children, at), inner)) return false
    if (node.operator === 'loop') return at === 0 || node.canBeEmpty
    return node.operator === 'choice' || this.#nothingBetween(node, at, node.children.length)
  }

  #collect(place: number, state: number, found: number[], seen: Set<number>) {
    const node = entry(this.#nodes, place)
    if (node.children.length === 0) {
      if (node.activity < 0 || state > 0 || this.#foundIn[node.activity] === this.#round) return
      this.#foundIn[node.activity] = this.#round
      found.push(node.activity)
      return
    }
    const standings = entry(node.states, state)
    if (node.operator !== 'parallel' || standings.length > 1) {
      if (seen.has(place * width + state)) return
      seen.add(place * width + state)
    }
    const collectFrom = (at: number, inner: number) => this.#collect(entry(node.children, at), inner, found, seen)
    for (const standing of standings) {
      const [at, inner] = [firstOf(standing), secondOf(standing)]
      if (node.operator === 'parallel') {
        collectFrom(0, at)
        collectFrom(1, inner)
        continue
      }
      if (at < node.children.length) collectFrom(at, inner)
      if (node.operator === 'choice' && at < node.children.length) continue
      const isSequence = node.operator === 'sequence'
      for (let next = isSequence ? at + 1 : 0; next < node.children.length; next++) {
        if (this.#mayBegin(node, standing, next)) collectFrom(next, 0)
        else if (isSequence) break
      }
    }
  }
}
