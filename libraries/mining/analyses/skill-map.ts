import { byText, cell, entry } from '../log/column.ts'
import type { EventLog } from '../log/event-log.ts'
import { monthsBefore } from '../log/instants.ts'
import { actorNatures } from './actor-nature.ts'
import { asOfInstant } from './as-of.ts'
import { percentile } from './percentiles.ts'

/** 0 = never, 1 = under three times, 2 = does it alone, 3 = trains others (set by hand). */
export type SkillLevel = 0 | 1 | 2 | 3

export interface SkillMap {
  /** By name, never by level. */
  people: string[]
  activities: { activity: string; levels: SkillLevel[] }[]
}

export interface SkillMapOptions {
  /** The instant, or the day from whose first moment, to look back twelve months; the last event of the log when absent. */
  asOf?: string | number
  /** 指導できる人, as the company declares them. */
  trainers?: readonly { person: string; activity: string }[]
}

const fewestTimes = 3
const fewestToCompare = 5

/**
 * スキルマップ (analysis A8): people × activities over twelve months, human and unmasked actors only. Level 2 = three events
 * or more and a share of them repeated later in the case no higher than the median of those with three or more. That share
 * is compared only where five people or more can be, so that the level of nobody tells how often their work came back.
 * Throws a RangeError for a log without times and without `asOf`, and for an `asOf` that is no day or instant.
 */
export function skillMap(log: EventLog, options: SkillMapOptions = {}): SkillMap {
  const asOf = asOfInstant(log, options.asOf)
  if (!Number.isFinite(asOf)) throw new RangeError('skillMap needs times, or asOf')
  const counts = countsOf(log, monthsBefore(asOf, 12), asOf)
  const trainers = new Map((options.trainers ?? []).map(({ person, activity }) => [`${activity}\0${person}`, true]))
  const declared = (options.trainers ?? []).map(({ person }) => person)
  const people = [...new Set([...counts.flatMap((one) => [...one.keys()]), ...declared])].sort(byText)
  const activities = log.activities
    .map((activity, number) => {
      const own = entry(counts, number)
      const most = medianShare(own)
      const levels = people.map((person): SkillLevel => {
        if (trainers.has(`${activity}\0${person}`)) return 3
        const { done, repeated } = own.get(person) ?? { done: 0, repeated: 0 }
        if (done === 0) return 0
        return done >= fewestTimes && repeated / done <= most ? 2 : 1
      })
      return { activity, levels }
    })
    .sort((a, b) => byText(a.activity, b.activity))
  return { people, activities }
}

interface Counts {
  done: number
  repeated: number
}

/** Per activity and person, how often it was done and how often it came again later in the same case. */
function countsOf(log: EventLog, after: number, until: number): Map<string, Counts>[] {
  const natures = actorNatures(log)
  const all = log.activities.map(() => new Map<string, Counts>())
  for (let owner = 0; owner < log.caseCount; owner++) {
    const later = new Set<number>()
    for (let event = cell(log.caseStarts, owner + 1) - 1; event >= cell(log.caseStarts, owner); event--) {
      const activity = cell(log.activity, event)
      const isRepeated = later.has(activity)
      later.add(activity)
      const actor = cell(log.actor.numbers, event)
      const at = cell(log.at, event)
      if (actor < 0 || natures[actor] !== 'human' || !(at > after && at <= until)) continue
      const person = entry(log.actor.texts, actor)
      const counts = entry(all, activity).get(person) ?? { done: 0, repeated: 0 }
      counts.done += 1
      if (isRepeated) counts.repeated += 1
      entry(all, activity).set(person, counts)
    }
  }
  return all
}

function medianShare(counts: ReadonlyMap<string, Counts>): number {
  const shares = [...counts.values()].filter(({ done }) => done >= fewestTimes).map((one) => one.repeated / one.done)
  return shares.length < fewestToCompare ? 1 : percentile(Float64Array.from(shares).sort(), 0.5)
}
