import { byText, cell, entry } from '../log/column.ts'
import type { EventLog } from '../log/event-log.ts'
import { millisecondsPerDay, monthsBefore, tokyoDateOf } from '../log/instants.ts'
import { touchSecondsOf } from '../log/touch-time.ts'
import { type ActorNature, actorNatures } from './actor-nature.ts'
import { asOfInstant } from './as-of.ts'
import { type Concentration, concentrationOf } from './concentration.ts'
import { type DeclaredWork, declaredByActivity } from './declared-work.ts'
import { mostFrequent } from './key-persons.ts'
import { percentile } from './percentiles.ts'
import { cycleOf, monthsOf, type WorkCycle } from './work-cycle.ts'

/** One line of the 業務棚卸表. What neither the log nor anyone tells is absent, and named in `toFill`. */
export interface InventoryRow {
  /** 大分類, 中分類, 小分類; the activity itself is the last where nothing is declared. */
  classes: readonly [string, string?, string?]
  activity: string
  department?: string
  /** 主担当 and 副担当: declared, else by what was done in twelve months, most first. */
  mainAssignee?: string
  deputies: string[]
  /** 代替者数: declared deputies, else those other than the main one with three events or more in twelve months. */
  substituteCount: number
  /** 発生時期, and for yearly and quarterly work the months (1–12). */
  cycle: WorkCycle
  months: number[]
  /** 月間件数 over the last twelve months, or over what the log covers of them; one decimal. */
  timesPerMonth?: number
  /** 1件あたり時間, median; and 月間工数 from the mean. Absent where no work time is recorded. */
  minutesEach?: number
  hoursPerMonth?: number
  /** 最終実施日. */
  lastDoneOn?: string
  difficulty?: 'easy' | 'normal' | 'hard'
  forms: readonly string[]
  manualUpdatedOn?: string
  legalDeadline?: string
  notes?: string
  improvement?: 'stop' | 'combine' | 'reorder' | 'simplify'
  canBeAutomated?: boolean
  canBeOutsourced?: boolean
  /** What a person still has to write down. */
  toFill: ('classes' | 'department' | 'assignees' | 'work-time' | 'difficulty' | 'manual')[]
}

const daysPerMonth = 30.4375
const fewestToStandIn = 3

/**
 * The inventory of work (業務棚卸表, analysis A11): the log fills who, how often, how much, how long and when last, people
 * fill the rest by declaring it. Events that only open or schedule work (lifecycle other than complete) are not counted
 * where completions are recorded. Rows by department, then name; declared work that never happened has a row too.
 * Throws a RangeError for an `asOf` that is no day or instant.
 */
export function inventoryRows(
  log: EventLog,
  options: { asOf?: string | number; work?: readonly DeclaredWork[] } = {},
): InventoryRow[] {
  const asOf = asOfInstant(log, options.asOf)
  const declared = declaredByActivity(options.work ?? [])
  const natures = actorNatures(log)
  const yearAgo = monthsBefore(asOf, 12)
  const months = monthsCovered(log, asOf, yearAgo)
  const done = eventsDone(log, asOf)
  const names = [...new Set([...log.activities, ...declared.keys()])]
  return names
    .map((activity, number) =>
      rowOf(log, activity, done[number] ?? [], declared.get(activity), { yearAgo, months, natures }),
    )
    .sort((a, b) => byText(a.department ?? '', b.department ?? '') || byText(a.activity, b.activity))
}

/** Months of the last twelve that the log covers, at least one; nothing without times. */
function monthsCovered(log: EventLog, asOf: number, yearAgo: number): number | undefined {
  if (!log.hasTimes) return undefined
  const first = log.at.reduce((least, at) => (at < least ? at : least), Number.POSITIVE_INFINITY)
  return Math.max(1, (asOf - Math.max(first, yearAgo)) / millisecondsPerDay / daysPerMonth)
}

function eventsDone(log: EventLog, asOf: number): number[][] {
  const complete = log.lifecycle.texts.findIndex((text) => text.toLowerCase() === 'complete')
  const all: number[][] = log.activities.map(() => [])
  for (let event = 0; event < log.eventCount; event++)
    if (!(cell(log.at, event) > asOf)) entry(all, cell(log.activity, event)).push(event)
  return all.map((events) => {
    const completed = events.filter((event) => complete >= 0 && cell(log.lifecycle.numbers, event) === complete)
    const counted = completed.length > 0 ? completed : events
    return counted.sort((a, b) => cell(log.at, a) - cell(log.at, b) || a - b)
  })
}

interface Setting {
  yearAgo: number
  months: number | undefined
  natures: readonly ActorNature[]
}

function rowOf(
  log: EventLog,
  activity: string,
  events: readonly number[],
  declared: DeclaredWork | undefined,
  { yearAgo, months, natures }: Setting,
): InventoryRow {
  const instants = events.map((event) => cell(log.at, event)).filter((at) => !Number.isNaN(at))
  const recent = events.filter((event) => !(cell(log.at, event) <= yearAgo))
  const people = peopleOf(log, recent.length > 0 ? recent : events, natures)
  const [mainAssignee, ...deputies] = declared?.assignees ?? people.map(({ person }) => person)
  const experienced = people.filter(({ person, count }) => person !== mainAssignee && count >= fewestToStandIn)
  const department = mostFrequent(events.map((event) => log.department.texts[cell(log.department.numbers, event)]))
  const cycle = declared?.cycle ?? cycleOf(instants)
  const last = instants.at(-1)
  const row: InventoryRow = {
    classes: declared?.classes ?? [activity],
    activity,
    ...(department === undefined ? {} : { department }),
    ...(mainAssignee === undefined ? {} : { mainAssignee }),
    deputies,
    substituteCount: declared?.assignees ? deputies.length : experienced.length,
    cycle,
    months: cycle === 'yearly' || cycle === 'quarterly' ? monthsOf(instants) : [],
    ...(months === undefined ? {} : { timesPerMonth: Math.round((recent.length / months) * 10) / 10 }),
    ...workTime(log, recent, months),
    ...(last === undefined ? {} : { lastDoneOn: tokyoDateOf(last) }),
    ...declaredParts(declared),
    toFill: [],
  }
  return { ...row, toFill: toFill(row, declared) }
}

function peopleOf(log: EventLog, events: readonly number[], natures: readonly ActorNature[]): Concentration['people'] {
  const actors = events.map((event) => cell(log.actor.numbers, event))
  const human = actors.filter((actor) => natures[actor] === 'human')
  return concentrationOf(human, log.actor.texts).people
}

function workTime(log: EventLog, events: readonly number[], months: number | undefined) {
  const known = Float64Array.from(events, (event) => touchSecondsOf(log, event)).filter(
    (seconds) => !Number.isNaN(seconds),
  )
  if (known.length === 0) return {}
  const mean = known.reduce((sum, seconds) => sum + seconds, 0) / known.length
  return {
    minutesEach: Math.round((percentile(known.sort(), 0.5) / 60) * 10) / 10,
    ...(months === undefined ? {} : { hoursPerMonth: Math.round(((mean * events.length) / 3600 / months) * 10) / 10 }),
  }
}

function declaredParts(declared: DeclaredWork | undefined) {
  const { difficulty, forms, manual, legalDeadline, notes, improvement, canBeAutomated, canBeOutsourced } =
    declared ?? {}
  return {
    forms: forms ?? [],
    ...(difficulty === undefined ? {} : { difficulty }),
    ...(manual === undefined ? {} : { manualUpdatedOn: manual.updatedOn }),
    ...(legalDeadline === undefined ? {} : { legalDeadline }),
    ...(notes === undefined ? {} : { notes }),
    ...(improvement === undefined ? {} : { improvement }),
    ...(canBeAutomated === undefined ? {} : { canBeAutomated }),
    ...(canBeOutsourced === undefined ? {} : { canBeOutsourced }),
  }
}

function toFill(row: InventoryRow, declared: DeclaredWork | undefined): InventoryRow['toFill'] {
  const gaps: [InventoryRow['toFill'][number], boolean][] = [
    ['classes', declared?.classes === undefined],
    ['department', row.department === undefined],
    ['assignees', row.mainAssignee === undefined],
    ['work-time', row.minutesEach === undefined],
    ['difficulty', row.difficulty === undefined],
    ['manual', row.manualUpdatedOn === undefined],
  ]
  return gaps.filter(([, isOpen]) => isOpen).map(([name]) => name)
}
