import { cell, entry } from '../log/column.ts'
import { MinHeap } from '../log/min-heap.ts'

/** What is replayed: steps of all cases one after another, `starts` one longer than there are cases, times in milliseconds. */
export interface Replay {
  arrivals: Float64Array
  starts: Int32Array
  /** Pool of each step, −1 for work that waits for nobody. */
  pool: Int32Array
  work: Float64Array
  /** Waiting before each step that no pool causes. */
  delay: Float64Array
}

/**
 * The end of each case when its steps run one after another and each waits for a free person of its pool, first come, first
 * served; equal times in order of the cases.
 */
export function simulate({ arrivals, starts, pool, work, delay }: Replay, people: readonly number[]): Float64Array {
  /** Per pool its people, by when they are free; no more are ever at work than there are cases. */
  const free = people.map((count) => allFree(Math.min(count, arrivals.length)))
  const ends = new Float64Array(arrivals.length)
  const next = starts.slice()
  const queue = new MinHeap(arrivals.length)
  const ready = (one: number, from: number) => {
    const step = cell(next, one)
    if (step < cell(starts, one + 1)) queue.push(from + cell(delay, step), one)
    else ends[one] = from
  }
  for (let one = 0; one < arrivals.length; one++) ready(one, cell(arrivals, one))
  while (queue.size > 0) {
    const { key: at, number: one } = queue.pop()
    const step = cell(next, one)
    next[one] = step + 1
    const own = cell(pool, step)
    let startedAt = at
    if (own >= 0 && cell(work, step) > 0) {
      const colleagues = entry(free, own)
      const { key: freeAt, number: person } = colleagues.pop()
      startedAt = Math.max(at, freeAt)
      colleagues.push(startedAt + cell(work, step), person)
    }
    ready(one, startedAt + cell(work, step))
  }
  return ends
}

function allFree(people: number): MinHeap {
  const free = new MinHeap(people)
  for (let person = 0; person < people; person++) free.push(0, person)
  return free
}
