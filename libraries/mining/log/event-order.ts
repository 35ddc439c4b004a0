import { cell, startsOf } from './column.ts'

/**
 * Places of the events by (case, at, insertion); an event without a time sorts with the time last seen in its case. No
 * order is made for events that already stand so, as in nearly every XES file.
 */
export function orderOf(
  owners: Int32Array,
  at: Float64Array,
  caseCount: number,
): { order: Int32Array | undefined; caseStarts: Int32Array } {
  const sizes = new Int32Array(caseCount)
  for (let event = 0; event < owners.length; event++) sizes[cell(owners, event)] = cell(sizes, cell(owners, event)) + 1
  const caseStarts = startsOf(sizes)
  return { order: isInOrder(owners, at) ? undefined : sorted(owners, at, caseStarts), caseStarts }
}

function isInOrder(owners: Int32Array, at: Float64Array): boolean {
  let [owner, latest] = [-1, Number.NEGATIVE_INFINITY]
  for (let event = 0; event < owners.length; event++) {
    const own = cell(owners, event)
    if (own < owner) return false
    if (own > owner) latest = Number.NEGATIVE_INFINITY
    owner = own
    const instant = cell(at, event)
    if (instant < latest) return false
    if (!Number.isNaN(instant)) latest = instant
  }
  return true
}

function sorted(owners: Int32Array, at: Float64Array, caseStarts: Int32Array): Int32Array {
  const next = caseStarts.slice()
  const order = new Int32Array(owners.length)
  const lastSeen = new Float64Array(caseStarts.length).fill(Number.NEGATIVE_INFINITY)
  const sortsAt = new Float64Array(owners.length)
  const isUnordered = new Set<number>()
  for (let event = 0; event < owners.length; event++) {
    const owner = cell(owners, event)
    const before = cell(lastSeen, owner)
    const own = cell(at, event)
    sortsAt[event] = Number.isNaN(own) ? before : own
    if (own < before) isUnordered.add(owner)
    if (!Number.isNaN(own)) lastSeen[owner] = own
    const place = cell(next, owner)
    order[place] = event
    next[owner] = place + 1
  }
  for (const owner of isUnordered) {
    const events = order.subarray(cell(caseStarts, owner), cell(caseStarts, owner + 1))
    events.sort((a, b) => cell(sortsAt, a) - cell(sortsAt, b) || a - b)
  }
  return order
}
