import { byText, cell, entry } from '../log/column.ts'
import type { EventLog, TextColumn } from '../log/event-log.ts'

export interface HandoverEdge {
  from: string
  to: string
  count: number
}

export interface Handover {
  /** Most frequent first; the same person twice in a row is included. */
  people: HandoverEdge[]
  /** The same by role, empty where the log names no roles. */
  roles: HandoverEdge[]
  /** Work that went A → B → A between people, however many events each had it for. */
  pingPongCount: number
  /** The same between roles. */
  rolePingPongCount: number
  /** Events that name nobody: the pairs they stand in are not counted. */
  eventsWithoutPerson: number
}

/**
 * Handover of work: adjacent events of a case with both people known (van der Aalst, Reijers & Song, "Discovering Social
 * Networks from Event Logs", CSCW 14(6), 2005; depth 1, multiple transfers counted).
 */
export function handover(log: EventLog): Handover {
  return {
    people: transfers(log, log.actor),
    roles: transfers(log, log.role),
    pingPongCount: pingPongs(log, log.actor),
    rolePingPongCount: pingPongs(log, log.role),
    eventsWithoutPerson: log.actor.numbers.reduce((count, number) => (number < 0 ? count + 1 : count), 0),
  }
}

/** Runs of one name count as one; an event that names nobody breaks the chain. */
function pingPongs(log: EventLog, { numbers }: TextColumn): number {
  let count = 0
  for (let owner = 0; owner < log.caseCount; owner++) {
    const end = cell(log.caseStarts, owner + 1)
    let [before, now] = [-1, -1]
    for (let event = cell(log.caseStarts, owner); event < end; event++) {
      const next = cell(numbers, event)
      if (next === now) continue
      if (next >= 0 && next === before) count += 1
      before = next < 0 ? -1 : now
      now = next
    }
  }
  return count
}

const widestTable = 1_000_000

function transfers(log: EventLog, { texts, numbers }: TextColumn): HandoverEdge[] {
  const width = texts.length
  if (width === 0) return []
  const table = width * width <= widestTable ? new Int32Array(width * width) : undefined
  const sparse = new Map<number, number>()
  for (let owner = 0; owner < log.caseCount; owner++) {
    const last = cell(log.caseStarts, owner + 1) - 1
    for (let event = cell(log.caseStarts, owner); event < last; event++) {
      const from = cell(numbers, event)
      const to = cell(numbers, event + 1)
      if (from < 0 || to < 0) continue
      const key = from * width + to
      if (table) table[key] = cell(table, key) + 1
      else sparse.set(key, (sparse.get(key) ?? 0) + 1)
    }
  }
  const edges: HandoverEdge[] = []
  for (const [key, count] of table ? table.entries() : sparse)
    if (count > 0) edges.push({ from: entry(texts, Math.floor(key / width)), to: entry(texts, key % width), count })
  return edges.sort((a, b) => b.count - a.count || byText(a.from, b.from) || byText(a.to, b.to))
}
