import { type BusinessCalendar, openTimeOf } from '../log/business-time.ts'
import { cell } from '../log/column.ts'
import type { EventLog } from '../log/event-log.ts'
import { caseMatcher, type LogFilter } from '../log/filter-log.ts'
import { instantOf, millisecondsPerDay } from '../log/instants.ts'
import { actorNatures } from './actor-nature.ts'
import { type Interval, medianDifference } from './bootstrap.ts'
import { caseSpan, workSecondsOf } from './case-times.ts'
import { type Comparison, inWords } from './compare-words.ts'
import { type MannWhitney, mannWhitney } from './mann-whitney.ts'
import { percentile } from './percentiles.ts'

export interface CompareOptions {
  /** Lead time (the default), or work time where every event of a case records it. */
  measure?: 'lead' | 'work'
  /** Lead time in open hours instead of wall time. */
  calendar?: BusinessCalendar
  /** Seed of the interval; the same seed gives the same interval. */
  seed?: number
  language?: 'ja' | 'en'
}

/** One side. Seconds are absent where nothing may be shown. */
export interface Side {
  name: string
  n: number
  medianSeconds?: number
  p90Seconds?: number
}

export interface Compared {
  first: Side
  second: Side
  /** Why there is no comparison: too few cases (少件数), or a group so small that a person could be read from it. */
  refused?: 'few-cases' | 'few-people'
  /** Median of the second less median of the first, with a 95 % bootstrap interval, and the Mann–Whitney test. */
  difference?: Interval & { seconds: number }
  test?: MannWhitney
  words: string
}

/** Days in Japan, both included, 'YYYY-MM-DD'. */
export interface Period {
  fromOn: string
  untilOn: string
  name?: string
}

const fewestCases = 5
export const fewestPeople = 5

/**
 * Compares two periods (analysis A10) by the cases that ended in each, so that a case which is still open does not read as a
 * short one; name the activities that end a case in `endsWith` where a log holds open cases. Refuses below five cases a side.
 * Throws a RangeError for a period that is no pair of dates in order.
 */
export function comparePeriods(
  log: EventLog,
  first: Period,
  second: Period,
  options: CompareOptions & { endsWith?: readonly string[] } = {},
): Compared {
  const ends = options.endsWith ? { endsWith: options.endsWith } : {}
  const sideOf = ({ fromOn, untilOn, name = `${fromOn}〜${untilOn}` }: Period) => {
    const [endedFromAt, endedUntilAt] = [instantOf(fromOn), instantOf(untilOn) + millisecondsPerDay]
    if (!(endedFromAt < endedUntilAt)) throw new RangeError(`no period: ${fromOn} to ${untilOn}`)
    return { name, values: valuesOf(log, caseMatcher(log, { endedFromAt, endedUntilAt, ...ends }), options) }
  }
  return compared(sideOf(first), sideOf(second), options)
}

/**
 * Compares two groups of cases (analysis A10), each chosen by a filter: teams, roles, ways, endpoints. Cases that both filters
 * keep count in neither. Where a filter chooses by department or role, the group must have five known people or more among
 * its own events, counted in the log or declared in `people`; by a single person it is never shown.
 */
export function compareGroups(
  log: EventLog,
  first: { name: string; filter: LogFilter; people?: number },
  second: { name: string; filter: LogFilter; people?: number },
  options: CompareOptions = {},
): Compared {
  const [isFirst, isSecond] = [caseMatcher(log, first.filter), caseMatcher(log, second.filter)]
  const isReadable = [first, second].some((group) => !isLargeEnough(log, group))
  const one = valuesOf(log, (owner) => isFirst(owner) && !isSecond(owner), options)
  const other = valuesOf(log, (owner) => isSecond(owner) && !isFirst(owner), options)
  return compared({ name: first.name, values: one }, { name: second.name, values: other }, options, isReadable)
}

function isLargeEnough(log: EventLog, { filter, people }: { filter: LogFilter; people?: number }): boolean {
  const { withActors, withDepartments, withRoles } = filter
  if (withActors) return false
  if (!withDepartments && !withRoles) return true
  if (people !== undefined) return people >= fewestPeople
  const natures = actorNatures(log)
  const known = new Set<number>()
  for (let event = 0; event < log.eventCount; event++) {
    const department = log.department.texts[cell(log.department.numbers, event)] ?? ''
    const role = log.role.texts[cell(log.role.numbers, event)] ?? ''
    if (withDepartments?.includes(department) === false || withRoles?.includes(role) === false) continue
    const actor = cell(log.actor.numbers, event)
    if (natures[actor] === 'human') known.add(actor)
  }
  return known.size >= fewestPeople
}

/** The measure of each kept case, seconds, ascending; cases that do not tell it are left out. */
function valuesOf(log: EventLog, isKept: (owner: number) => boolean, options: CompareOptions): Float64Array {
  const openTime = options.calendar ? openTimeOf(options.calendar) : (from: number, until: number) => until - from
  const values: number[] = []
  for (let owner = 0; owner < log.caseCount; owner++) {
    if (!isKept(owner)) continue
    const value = options.measure === 'work' ? workSecondsOf(log, owner) : leadOf(log, owner, openTime)
    if (!Number.isNaN(value)) values.push(value)
  }
  return Float64Array.from(values).sort()
}

function leadOf(log: EventLog, owner: number, openTime: (from: number, until: number) => number): number {
  const { startedAt, endedAt } = caseSpan(log, owner)
  return Number.isNaN(startedAt) ? Number.NaN : openTime(startedAt, endedAt) / 1000
}

interface Sample {
  name: string
  values: Float64Array
}

function compared(first: Sample, second: Sample, options: CompareOptions, isReadable = false): Compared {
  const language = options.language ?? 'ja'
  if (isReadable) {
    const sides = {
      first: { name: first.name, n: first.values.length },
      second: { name: second.name, n: second.values.length },
    }
    return finished({ ...sides, refused: 'few-people' }, language)
  }
  const sides = { first: sideOf(first), second: sideOf(second) }
  if (Math.min(sides.first.n, sides.second.n) < fewestCases)
    return finished({ ...sides, refused: 'few-cases' }, language)
  const seconds = percentile(second.values, 0.5) - percentile(first.values, 0.5)
  const difference = { seconds, ...medianDifference(first.values, second.values, options.seed ?? 1) }
  return finished({ ...sides, difference, test: mannWhitney(first.values, second.values) }, language)
}

function finished(comparison: Comparison, language: 'ja' | 'en'): Compared {
  return { ...comparison, words: inWords(comparison, language) }
}

function sideOf({ name, values }: Sample): Side {
  const n = values.length
  return n < fewestCases
    ? { name, n }
    : { name, n, medianSeconds: percentile(values, 0.5), p90Seconds: percentile(values, 0.9) }
}
