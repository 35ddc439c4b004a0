import { type BusinessCalendar, openTimeOf } from '../log/business-time.ts'
import { byText, cell, entry } from '../log/column.ts'
import type { EventLog } from '../log/event-log.ts'
import { instantOf, millisecondsPerDay, tokyoDayNumber } from '../log/instants.ts'
import { touchSecondsOf } from '../log/touch-time.ts'
import { actorNatures } from './actor-nature.ts'
import { fewestPeople } from './compare.ts'

/** Work of a role against what its people can do; figures only where five people or more stand behind them. */
export interface RoleLoad {
  role: string
  /** Share of the role's events that tell how long they took; the rest is missing from `hours`. */
  knownShare: number
  /** Too few people: no figure is shown, since it would be the figure of a person. */
  isHidden: boolean
  people?: number
  hours?: number
  /** People × open hours × (1 − absence) × utilisation. */
  capacityHours?: number
  /** `hours` ÷ `capacityHours`; above 1 more came than can be done. */
  load?: number
  /** The fullest workday: a month that fits can hold a day that does not. */
  peakDay?: { on: string; hours: number; load: number }
}

interface Capacity {
  people?: Readonly<Record<string, number>>
  absenceShare?: number
  utilisation?: number
}

interface RoleWork {
  hours: Float64Array
  events: number
  known: number
  people: Set<number>
}

/** The load of each role over days (FTE = hours ÷ (available hours × utilisation)), by name of the role. */
export function roleLoads(
  log: EventLog,
  days: readonly string[],
  firstDay: number,
  calendar: BusinessCalendar,
  { people = {}, absenceShare = 0.12, utilisation = 0.85 }: Capacity,
): RoleLoad[] {
  const openTime = openTimeOf(calendar)
  const share = (1 - absenceShare) * utilisation
  const perPerson = days.map((on) => {
    const start = instantOf(on)
    return (openTime(start, start + millisecondsPerDay) / 3_600_000) * share
  })
  const total = perPerson.reduce((sum, hours) => sum + hours, 0)
  return [...workByRole(log, days.length, firstDay)]
    .map(([role, { hours, events, known, people: found }]): RoleLoad => {
      const count = people[role] ?? found.size
      const load = { role, knownShare: events === 0 ? 0 : known / events }
      if (count < fewestPeople) return { ...load, isHidden: true }
      const sum = hours.reduce((all, one) => all + one, 0)
      const capacityHours = total * count
      const peak = peakOf(hours, perPerson, count, days)
      return {
        ...{ ...load, isHidden: false, people: count, hours: sum, capacityHours },
        ...(capacityHours > 0 ? { load: sum / capacityHours } : {}),
        ...(peak ? { peakDay: peak } : {}),
      }
    })
    .sort((a, b) => byText(a.role, b.role))
}

function workByRole(log: EventLog, dayCount: number, firstDay: number): Map<string, RoleWork> {
  const natures = actorNatures(log)
  const work = new Map<string, RoleWork>()
  for (let event = 0; event < log.eventCount; event++) {
    const number = cell(log.role.numbers, event)
    const at = cell(log.at, event)
    const day = Number.isNaN(at) ? -1 : tokyoDayNumber(at) - firstDay
    if (number < 0 || day < 0 || day >= dayCount) continue
    const role = entry(log.role.texts, number)
    const own = work.get(role) ?? { hours: new Float64Array(dayCount), events: 0, known: 0, people: new Set() }
    work.set(role, own)
    own.events += 1
    const actor = cell(log.actor.numbers, event)
    if (natures[actor] === 'human') own.people.add(actor)
    const seconds = touchSecondsOf(log, event)
    if (Number.isNaN(seconds)) continue
    own.known += 1
    own.hours[day] = cell(own.hours, day) + seconds / 3600
  }
  return work
}

function peakOf(hours: Float64Array, perPerson: readonly number[], people: number, days: readonly string[]) {
  let peak: RoleLoad['peakDay']
  hours.forEach((own, day) => {
    const capacity = entry(perPerson, day) * people
    const load = own / capacity
    if (own > 0 && capacity > 0 && load > (peak?.load ?? 0)) peak = { on: entry(days, day), hours: own, load }
  })
  return peak
}
