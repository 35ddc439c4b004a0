import { cell, entry } from '../log/column.ts'
import type { EventLog } from '../log/event-log.ts'

type Span = [from: number, until: number]

/** Per actor that is one person or program (`isOne`), when they were at work on something with a recorded end, joined where spans overlap, ascending. */
export function busySpans(log: EventLog, isOne: (actor: number) => boolean): Map<number, Span[]> {
  const spans = new Map<number, Span[]>()
  for (let event = 0; event < log.eventCount; event++) {
    const actor = cell(log.actor.numbers, event)
    const [from, until] = [cell(log.at, event), cell(log.endedAt, event)]
    if (!isOne(actor) || !(until > from)) continue
    const own = spans.get(actor)
    if (own) own.push([from, until])
    else spans.set(actor, [[from, until]])
  }
  for (const [actor, own] of spans) spans.set(actor, joined(own))
  return spans
}

function joined(spans: Span[]): Span[] {
  const whole: Span[] = []
  for (const [from, until] of spans.sort((a, b) => a[0] - b[0])) {
    const last = whole.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], until)
    else whole.push([from, until])
  }
  return whole
}

/** The parts of ascending, separate spans that lie between two instants. */
export function overlapWith(spans: readonly Span[], from: number, until: number): Span[] {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (entry(spans, middle)[1] <= from) low = middle + 1
    else high = middle
  }
  const parts: Span[] = []
  for (let place = low; place < spans.length && entry(spans, place)[0] < until; place++) {
    const [start, end] = entry(spans, place)
    parts.push([Math.max(start, from), Math.min(end, until)])
  }
  return parts
}
