import { type BusinessCalendar, openTimeOf, plainOfficeHours } from '../log/business-time.ts'
import { cell, entry } from '../log/column.ts'
import type { EventLog } from '../log/event-log.ts'
import { instantOf, millisecondsPerDay, tokyoDateOf, tokyoDayNumber, tokyoOffsetMinutes } from '../log/instants.ts'
import { lastInstant } from './as-of.ts'
import { caseSpan } from './case-times.ts'
import { type RoleLoad, roleLoads } from './role-loads.ts'

export interface WorkloadOptions {
  /** Days in Japan, both included; the whole log, at most the ten years before its end, when absent. */
  fromOn?: string
  untilOn?: string
  calendar?: BusinessCalendar
  /** Activities that complete a case; a case that ends otherwise is still in work. Every last event completes when absent. */
  endsWith?: readonly string[]
  /** People per role; counted from the log where absent. */
  people?: Readonly<Record<string, number>>
  /** Share of time away (有給・病欠・研修) and share of the rest that can be planned: 0.12 and 0.85 when absent. */
  absenceShare?: number
  utilisation?: number
}

/** One day in Japan; `wip` is how many cases are in work at its end. */
export interface DayLoad {
  on: string
  isWorkday: boolean
  arrivals: number
  completions: number
  events: number
  wip: number
}

export interface Workload {
  days: DayLoad[]
  /** Mean over workdays of all arrivals, completions and events. */
  perWorkday?: { arrivals: number; completions: number; events: number }
  /** Means over the window, time-weighted: L = λ × W, cases per day and days. `isClosed`: no case is in work at either end. */
  littlesLaw?: { meanWip: number; arrivalsPerDay: number; meanDays: number; isClosed: boolean }
  /** 月末: events a workday on the last five workdays of each month against the other workdays. */
  monthEnd?: { eventsPerWorkday: number; otherEventsPerWorkday: number; ratio: number }
  roles: RoleLoad[]
  casesWithoutTimes: number
  missing: ('times' | 'roles' | 'work-times')[]
}

const mostDays = 3660
const monthEndWorkdays = 5

/**
 * Workload (analysis A7): work in progress, arrivals and completions a day, month-end peak, and load per role. Little's law is
 * taken over the window itself (Little, "Little's Law as Viewed on Its 50th Anniversary", Operations Research 59(3), 2011,
 * theorem 2): W is the time cases spend inside it, so L = λW holds exactly, and means lead time where the window is closed.
 * Throws a RangeError for a window that is no pair of dates in order or is longer than ten years, and for shares outside 0 to 1.
 */
export function workload(log: EventLog, options: WorkloadOptions = {}): Workload {
  for (const share of [options.absenceShare ?? 0, options.utilisation ?? 0])
    if (!(share >= 0 && share <= 1)) throw new RangeError(`a share lies between 0 and 1: ${share}`)
  const spans = spansOf(log, options.endsWith)
  const casesWithoutTimes = log.caseCount - spans.length
  const missing: Workload['missing'] = [
    ...(spans.length === 0 ? (['times'] as const) : []),
    ...(log.role.texts.length === 0 ? (['roles'] as const) : []),
  ]
  if (spans.length === 0) return { days: [], roles: [], casesWithoutTimes, missing }
  const window = windowOf(log, spans, options)
  const calendar = options.calendar ?? plainOfficeHours
  const days = daysOf(log, spans, window, calendar)
  const roles = roleLoads(
    log,
    days.map(({ on }) => on),
    window.firstDay,
    calendar,
    options,
  )
  const perWorkday = meansOf(days)
  const monthEnd = monthEndOf(days)
  return {
    days,
    ...(perWorkday ? { perWorkday } : {}),
    littlesLaw: littlesLaw(spans, window),
    ...(monthEnd ? { monthEnd } : {}),
    roles,
    casesWithoutTimes,
    missing: roles.some(({ knownShare }) => knownShare > 0) ? missing : [...missing, 'work-times'],
  }
}

/** When a case is in work; an open one has no end. */
interface CaseInWork {
  startedAt: number
  endedAt: number
}

function spansOf(log: EventLog, endsWith: readonly string[] | undefined): CaseInWork[] {
  const spans: CaseInWork[] = []
  for (let owner = 0; owner < log.caseCount; owner++) {
    const { startedAt, endedAt } = caseSpan(log, owner)
    if (Number.isNaN(startedAt)) continue
    const last = entry(log.activities, cell(log.activity, cell(log.caseStarts, owner + 1) - 1))
    spans.push({ startedAt, endedAt: endsWith && !endsWith.includes(last) ? Number.POSITIVE_INFINITY : endedAt })
  }
  return spans
}

interface Window {
  firstDay: number
  lastDay: number
  from: number
  until: number
}

function windowOf(log: EventLog, spans: readonly CaseInWork[], { fromOn, untilOn }: WorkloadOptions): Window {
  const last = lastInstant(log)
  const lastDay = tokyoDayNumber(untilOn === undefined ? last : instantOf(untilOn))
  const first = spans.reduce((least, { startedAt }) => Math.min(least, startedAt), Number.POSITIVE_INFINITY)
  const firstDay = tokyoDayNumber(
    fromOn === undefined ? Math.max(first, last - mostDays * millisecondsPerDay) : instantOf(fromOn),
  )
  if (!(firstDay <= lastDay)) throw new RangeError(`no period: ${fromOn} to ${untilOn}`)
  if (lastDay - firstDay > mostDays) throw new RangeError(`at most ${mostDays} days: name a nearer fromOn`)
  const startOf = (day: number) => day * millisecondsPerDay - tokyoOffsetMinutes * 60_000
  return { firstDay, lastDay, from: startOf(firstDay), until: startOf(lastDay + 1) }
}

function daysOf(log: EventLog, spans: readonly CaseInWork[], window: Window, calendar: BusinessCalendar): DayLoad[] {
  const { firstDay, lastDay, from } = window
  const length = lastDay - firstDay + 1
  const [arrivals, completions, events] = [new Int32Array(length), new Int32Array(length), new Int32Array(length)]
  const add = (column: Int32Array, instant: number) => {
    const place = Number.isFinite(instant) ? tokyoDayNumber(instant) - firstDay : -1
    if (place >= 0 && place < length) column[place] = cell(column, place) + 1
  }
  for (const { startedAt, endedAt } of spans) {
    add(arrivals, startedAt)
    add(completions, endedAt)
  }
  for (let event = 0; event < log.eventCount; event++) add(events, cell(log.at, event))
  let wip = spans.filter(({ startedAt, endedAt }) => startedAt < from && endedAt >= from).length
  const openTime = openTimeOf(calendar)
  return Array.from({ length }, (_, place) => {
    const start = from + place * millisecondsPerDay
    wip += cell(arrivals, place) - cell(completions, place)
    return {
      on: tokyoDateOf(start),
      isWorkday: openTime(start, start + millisecondsPerDay) > 0,
      arrivals: cell(arrivals, place),
      completions: cell(completions, place),
      events: cell(events, place),
      wip,
    }
  })
}

/** The mean of N(t) by its steps, against arrivals and the time of each case inside the window. */
function littlesLaw(spans: readonly CaseInWork[], { from, until }: Window): Workload['littlesLaw'] {
  const inside = spans.filter(({ startedAt, endedAt }) => startedAt < until && endedAt >= from)
  const steps = inside
    .flatMap(({ startedAt, endedAt }) => [
      { at: Math.max(from, startedAt), change: 1 },
      { at: Math.min(until, endedAt), change: -1 },
    ])
    .sort((a, b) => a.at - b.at)
  let [area, inWork, before] = [0, 0, from]
  for (const { at, change } of steps) {
    area += inWork * (at - before)
    inWork += change
    before = at
  }
  const spent = inside.reduce((sum, one) => sum + Math.min(until, one.endedAt) - Math.max(from, one.startedAt), 0)
  return {
    meanWip: area / (until - from),
    arrivalsPerDay: (inside.length / (until - from)) * millisecondsPerDay,
    meanDays: inside.length === 0 ? 0 : spent / inside.length / millisecondsPerDay,
    isClosed: inside.every(({ startedAt, endedAt }) => startedAt >= from && endedAt < until),
  }
}

function meansOf(days: readonly DayLoad[]): Workload['perWorkday'] {
  const workdays = days.filter(({ isWorkday }) => isWorkday).length
  if (workdays === 0) return undefined
  const mean = (name: 'arrivals' | 'completions' | 'events') => days.reduce((sum, day) => sum + day[name], 0) / workdays
  return { arrivals: mean('arrivals'), completions: mean('completions'), events: mean('events') }
}

/** Whole months alone; a month that the window cuts has no end to speak of. */
function monthEndOf(days: readonly DayLoad[]): Workload['monthEnd'] {
  const months = Map.groupBy(days, ({ on }) => on.slice(0, 7))
  const whole = [...months.values()].filter((month) => month[0]?.on.endsWith('-01') && isLastOfMonth(month.at(-1)?.on))
  const [atEnd, others]: [number[], number[]] = [[], []]
  for (const month of whole) {
    const workdays = month.filter(({ isWorkday }) => isWorkday).map(({ events }) => events)
    atEnd.push(...workdays.slice(-monthEndWorkdays))
    others.push(...workdays.slice(0, -monthEndWorkdays))
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  if (atEnd.length === 0 || mean(others) === 0 || others.length === 0) return undefined
  const [eventsPerWorkday, otherEventsPerWorkday] = [mean(atEnd), mean(others)]
  return { eventsPerWorkday, otherEventsPerWorkday, ratio: eventsPerWorkday / otherEventsPerWorkday }
}

function isLastOfMonth(on = ''): boolean {
  return tokyoDateOf(instantOf(on) + millisecondsPerDay).endsWith('-01')
}
