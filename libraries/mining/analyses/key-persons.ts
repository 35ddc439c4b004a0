import { byText, cell, entry } from '../log/column.ts'
import type { EventLog } from '../log/event-log.ts'
import { instantOf, monthsBefore, tokyoDateOf, tokyoDayNumber } from '../log/instants.ts'
import { touchSecondsOf } from '../log/touch-time.ts'
import { type ActorNature, actorNatures, actorsOf } from './actor-nature.ts'
import { asOfInstant } from './as-of.ts'
import { type Concentration, concentrationOf } from './concentration.ts'
import { type Absence, absencesOf, type BusFactor, busFactorsOf } from './coverage.ts'
import { type DeclaredWork, declaredByActivity } from './declared-work.ts'
import { type DependenceFacts, type DependenceLevel, levelLabels, reasonsFor } from './dependence-words.ts'
import { cycleOf, occurrencesOf } from './work-cycle.ts'

export interface KeyPersonOptions {
  /** The instant, or the day from whose first moment, to look back; the last event of the log when absent. */
  asOf?: string | number
  work?: readonly DeclaredWork[]
  language?: 'ja' | 'en'
}

/** How much one piece of work hangs on one person, and why. */
export interface ActivityDependence {
  activity: string
  department?: string
  level: DependenceLevel
  label: string
  reasons: string[]
  judgedOn: 'twelve-months' | 'last-three-occurrences' | 'declared-assignees'
  /** Events by known people that were judged. */
  n: number
  doers: readonly string[]
  backup?: string
  topShare: number
  hhi: number
  effectivePeople: number
  /** One doer by the 5 % line, but shared by so many that no one person holds it (effective people ≥ 2): no dependence. */
  isThinlySpread: boolean
  hours: number
  legalDeadline?: string
}

export interface KeyPersons {
  fromOn: string
  asOfOn: string
  /** Those that need care first: 高, 中, 低, 少件数; then by name. */
  activities: ActivityDependence[]
  /** What stops if a person is away; by name, never a ranking. */
  absences: Absence[]
  departments: BusFactor[]
  /** Names behind which nobody or several people stand, and programs; their events were not judged. */
  maskedActors: string[]
  systemActors: string[]
}

const fewestEvents = 10

/**
 * Where work hangs on one person (属人化), over twelve months up to `asOf`, by human and unmasked actors only. A doer did
 * at least max(3, 5 %) of the activity's events in the last six months; a backup is a second person with three or more in
 * the twelve. Yearly and quarterly work is judged on its last three occurrences (a doer did 5 % of them), or on the declared
 * 担当 where there are fewer, or none at all. 高: one doer and no manual, one older than twelve months, or a legal deadline; 中: one doer
 * with a manual, or CR1 ≥ 0.8; 少件数: fewer than ten events; 低 otherwise. Work that many people do a little of can have one
 * doer by the 5 % line and yet hang on nobody: one doer counts only while the effective people (1 ÷ HHI) of the time in
 * which doers are counted are fewer than two, as two people sharing evenly are exactly two.
 * Throws a RangeError for a log without times and without `asOf`, and for a date that cannot be read.
 */
export function keyPersons(log: EventLog, options: KeyPersonOptions = {}): KeyPersons {
  const asOf = asOfInstant(log, options.asOf)
  if (!Number.isFinite(asOf)) throw new RangeError('keyPersons needs times, or asOf')
  const natures = actorNatures(log)
  const declared = declaredByActivity(options.work ?? [])
  const eventsByActivity = humanEvents(log, natures, asOf)
  const hidden = hiddenCounts(log, natures, asOf)
  const unseen = [...declared.values()].filter(
    (one) => isAssignedAndRare(one) && !log.activities.includes(one.activity),
  )
  const activities = [...log.activities, ...unseen.map(({ activity }) => activity)].map((activity, number) => {
    const judged = judgedEvents(log, eventsByActivity[number] ?? [], declared.get(activity), asOf)
    const facts = factsOf(judged, declared.get(activity), asOf, hidden[number] ?? { masked: 0, system: 0 })
    return dependenceOf(log, activity, judged, facts, options.language ?? 'ja')
  })
  activities.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || byText(a.activity, b.activity))
  return {
    fromOn: tokyoDateOf(monthsBefore(asOf, 12)),
    asOfOn: tokyoDateOf(asOf),
    activities,
    absences: absencesOf(activities),
    departments: busFactorsOf(activities),
    maskedActors: actorsOf(log, natures, 'masked'),
    systemActors: actorsOf(log, natures, 'system'),
  }
}

/** Work whose time has not come while the log was kept is judged on who is meant to do it. */
function isAssignedAndRare({ cycle, assignees = [] }: DeclaredWork): boolean {
  return assignees.length > 0 && (cycle === 'yearly' || cycle === 'quarterly')
}

const levels: readonly DependenceLevel[] = ['high', 'middle', 'low', 'few']

/** Per activity, the events of known people up to an instant, in order of time. */
function humanEvents(log: EventLog, natures: readonly ActorNature[], asOf: number): number[][] {
  const events: number[][] = log.activities.map(() => [])
  for (let event = 0; event < log.eventCount; event++) {
    const actor = cell(log.actor.numbers, event)
    if (actor < 0 || entry(natures, actor) !== 'human' || !(cell(log.at, event) <= asOf)) continue
    entry(events, cell(log.activity, event)).push(event)
  }
  for (const list of events) list.sort((a, b) => cell(log.at, a) - cell(log.at, b) || a - b)
  return events
}

/** Per activity, how many events of the last twelve months were by programs and by names that hide who it was. */
function hiddenCounts(log: EventLog, natures: readonly ActorNature[], asOf: number): DependenceFacts['hidden'][] {
  const counts = log.activities.map(() => ({ masked: 0, system: 0 }))
  const yearAgo = monthsBefore(asOf, 12)
  for (let event = 0; event < log.eventCount; event++) {
    const at = cell(log.at, event)
    if (!(at > yearAgo && at <= asOf)) continue
    const nature = natures[cell(log.actor.numbers, event)] ?? 'masked'
    if (nature === 'masked' || nature === 'system') entry(counts, cell(log.activity, event))[nature] += 1
  }
  return counts
}

interface Judged {
  judgedOn: ActivityDependence['judgedOn']
  events: number[]
  spread: Concentration
  doers: string[]
  /** Effective people of the events that doers were counted in. */
  effectiveDoers: number
}

function judgedEvents(log: EventLog, all: number[], declared: DeclaredWork | undefined, asOf: number): Judged {
  const instants = all.map((event) => cell(log.at, event))
  const cycle = declared?.cycle ?? cycleOf(instants)
  if (cycle === 'yearly' || cycle === 'quarterly') {
    const runs = occurrencesOf(instants, cycle)
    const events = all.slice(all.length - runs.slice(-3).reduce((sum, run) => sum + run.length, 0))
    const spread = spreadOver(log, events)
    if (runs.length >= 3)
      return judged('last-three-occurrences', events, spread, withAtLeast(spread, spread.n * 0.05), spread)
    if (declared?.assignees?.length)
      return judged('declared-assignees', events, spread, [...declared.assignees], undefined)
  }
  const [yearAgo, halfYearAgo] = [monthsBefore(asOf, 12), monthsBefore(asOf, 6)]
  const events = all.filter((event) => cell(log.at, event) > yearAgo)
  const recent = spreadOver(
    log,
    events.filter((event) => cell(log.at, event) > halfYearAgo),
  )
  const doers = withAtLeast(recent, Math.max(3, recent.n * 0.05))
  return judged('twelve-months', events, spreadOver(log, events), doers, recent)
}

function judged(
  judgedOn: Judged['judgedOn'],
  events: number[],
  spread: Concentration,
  doers: string[],
  countedIn: Concentration | undefined,
): Judged {
  return { judgedOn, events, spread, doers, effectiveDoers: countedIn?.effectivePeople ?? doers.length }
}

function spreadOver(log: EventLog, events: readonly number[]): Concentration {
  return concentrationOf(
    events.map((event) => cell(log.actor.numbers, event)),
    log.actor.texts,
  )
}

function withAtLeast({ people }: Concentration, fewest: number): string[] {
  return people.filter(({ count }) => count >= fewest).map(({ person }) => person)
}

const fewestToShare = 2

function factsOf(
  { judgedOn, spread, doers, effectiveDoers }: Judged,
  declared: DeclaredWork | undefined,
  asOf: number,
  hidden: DependenceFacts['hidden'],
): DependenceFacts {
  const backup = backupOf(spread, doers, judgedOn)
  return {
    judgedOn,
    n: spread.n,
    people: judgedOn === 'declared-assignees' ? doers.length : spread.people.length,
    doers,
    topShare: judgedOn === 'declared-assignees' ? 1 / doers.length : spread.topShare,
    manual: manualState(declared, asOf),
    isFew: judgedOn === 'twelve-months' && spread.n < fewestEvents,
    isThinlySpread: doers.length === 1 && effectiveDoers >= fewestToShare,
    hidden,
    ...(backup === undefined ? {} : { backup }),
    ...(declared?.legalDeadline === undefined ? {} : { legalDeadline: declared.legalDeadline }),
  }
}

function dependenceOf(
  log: EventLog,
  activity: string,
  { events, spread }: Judged,
  facts: DependenceFacts,
  language: 'ja' | 'en',
): ActivityDependence {
  const department = mostFrequent(events.map((event) => log.department.texts[cell(log.department.numbers, event)]))
  const level = levelOf(facts)
  const { judgedOn, n, doers, topShare, backup, legalDeadline } = facts
  return {
    activity,
    ...(department === undefined ? {} : { department }),
    level,
    label: levelLabels[language][level],
    reasons: reasonsFor(level, facts, language),
    judgedOn,
    n,
    doers,
    ...(backup === undefined ? {} : { backup }),
    topShare,
    hhi: spread.hhi,
    effectivePeople: spread.effectivePeople,
    isThinlySpread: facts.isThinlySpread,
    hours: events.reduce((sum, event) => sum + (touchSecondsOf(log, event) || 0), 0) / 3600,
    ...(legalDeadline === undefined ? {} : { legalDeadline }),
  }
}

function levelOf({ isFew, isThinlySpread, doers, manual, legalDeadline, topShare }: DependenceFacts): DependenceLevel {
  if (isFew) return 'few'
  if (isThinlySpread) return topShare >= 0.8 ? 'middle' : 'low'
  if (doers.length === 1 && (manual !== 'current' || legalDeadline !== undefined)) return 'high'
  return doers.length === 1 || topShare >= 0.8 ? 'middle' : 'low'
}

function backupOf(spread: Concentration, doers: readonly string[], judgedOn: Judged['judgedOn']): string | undefined {
  const main = doers[0] ?? spread.people[0]?.person
  if (judgedOn === 'declared-assignees') return doers[1]
  const fewest = judgedOn === 'twelve-months' ? 3 : 1
  return spread.people.find(({ person, count }) => person !== main && count >= fewest)?.person
}

function manualState(declared: DeclaredWork | undefined, asOf: number): 'none' | 'old' | 'current' {
  if (!declared?.manual) return 'none'
  const { updatedOn } = declared.manual
  const updatedDay = tokyoDayNumber(instantOf(updatedOn))
  if (Number.isNaN(updatedDay))
    throw new RangeError(`改訂日 ${updatedOn} を読めません。/ updatedOn is no date: ${updatedOn}`)
  return updatedDay < tokyoDayNumber(monthsBefore(asOf, 12)) ? 'old' : 'current'
}

/** The text that occurs most, the first by name among equals. */
export function mostFrequent(texts: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>()
  for (const text of texts) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))[0]?.[0]
}
