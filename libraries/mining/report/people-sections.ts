import { actorNatures } from '../analyses/actor-nature.ts'
import type { Handover } from '../analyses/handover.ts'
import type { ActivityDependence, KeyPersons } from '../analyses/key-persons.ts'
import { cell } from '../log/column.ts'
import type { EventLog } from '../log/event-log.ts'
import { countText, type Language, shareText } from '../map/map-words.ts'
import { escaped } from '../map/svg-text.ts'
import { shortName } from './key-figures.ts'
import type { Section } from './report-page.ts'
import { reportWords } from './report-words.ts'

/** A group smaller than this is one in which single people could be read from a figure. */
const smallestGroup = 5
const handoversShown = 6

/** Who hands to whom, by role; roles of fewer than five people stand together, and people are never named. */
export function handoverSection(log: EventLog, found: Handover, language: Language): Section {
  const words = reportWords[language]
  const heading = words.handover
  if (found.people.length === 0) return { heading, body: `<p>${words.noPeople}</p>` }
  const natures = actorNatures(log)
  const humans = natures.filter((nature) => nature === 'human').length
  if (humans < smallestGroup) return { heading, body: `<p>${words.fewPeople}</p>` }
  const total = found.people.reduce((sum, { count }) => sum + count, 0)
  const moved = found.people.reduce((sum, { from, to, count }) => (from === to ? sum : sum + count), 0)
  const all = `<p>${words.handovers(countText(total, language), shareText(moved / total))}</p>`
  if (found.roles.length === 0) return { heading, body: `${all}<p class="quiet">${words.noRoles}</p>` }
  const large = largeRoles(log, natures)
  const shown = new Map<string, { from: string; to: string; count: number }>()
  for (const { from, to, count } of found.roles) {
    const [a, b] = [from, to].map((role) => (large.has(role) ? role : words.smallRoles))
    if (a === undefined || b === undefined || (a === words.smallRoles && b === a)) continue
    const known = shown.get(JSON.stringify([a, b])) ?? { from: a, to: b, count: 0 }
    known.count += count
    shown.set(JSON.stringify([a, b]), known)
  }
  const rows = [...shown.values()].sort((one, other) => other.count - one.count).slice(0, handoversShown)
  if (rows.length === 0) return { heading, body: `${all}<p class="quiet">${words.fewPeople}</p>` }
  const head = `<tr><th>${words.from}</th><th>${words.to}</th><th class="count">${words.times}</th></tr>`
  const cells = rows.map(
    ({ from, to, count }) =>
      `<tr><td>${shortName(from)}</td><td>${shortName(to)}</td><td class="count">${countText(count, language)}</td></tr>`,
  )
  const pingPong = `<p class="quiet">${words.pingPong(countText(found.rolePingPongCount, language))}</p>`
  return { heading, body: `${all}<table>${head}${cells.join('')}</table>${pingPong}` }
}

/** Roles in which five or more people, masked names and programs not counted, did something. */
function largeRoles(log: EventLog, natures: readonly string[]): Set<string> {
  const people = log.role.texts.map(() => new Set<number>())
  for (let event = 0; event < log.eventCount; event++) {
    const actor = cell(log.actor.numbers, event)
    if (actor >= 0 && natures[actor] === 'human') people[cell(log.role.numbers, event)]?.add(actor)
  }
  return new Set(log.role.texts.filter((_, role) => (people[role]?.size ?? 0) >= smallestGroup))
}

const dependencesShown = 6

/** Where work hangs on one person, without saying on whom: the report is read by others. */
export function dependenceSection(found: KeyPersons | undefined, language: Language): Section {
  const words = reportWords[language]
  const heading = words.dependence
  if (!found) return { heading, body: `<p>${words.noTimes}</p>` }
  const judged = found.activities.filter(({ level }) => level === 'high' || level === 'middle')
  const few = found.activities.filter(({ level }) => level === 'few')
  const rows = judged
    .slice(0, dependencesShown)
    .map(
      (one) =>
        `<tr><td class="level">${escaped(one.label)}</td><td>${shortName(one.activity)}</td><td>${reasonText(one, language)}</td></tr>`,
    )
  const head = `<tr><th class="level">${words.level}</th><th>${words.activity}</th><th>${words.reason}</th></tr>`
  const rest =
    judged.length > dependencesShown
      ? `<p class="quiet">${words.further(String(judged.length - dependencesShown))}</p>`
      : ''
  const table = rows.length === 0 ? `<p>${words.dependenceNone}</p>` : `<table>${head}${rows.join('')}</table>${rest}`
  const names = few.slice(0, dependencesShown).map(({ activity }) => shortName(activity))
  const more = few.length > dependencesShown ? [`+${few.length - dependencesShown}`] : []
  const unjudged =
    few.length === 0 ? '' : `<p class="quiet">${words.dependenceFew([...names, ...more].join(words.list))}</p>`
  return { heading, body: table + unjudged }
}

function reasonText({ doers, n, topShare, backup }: ActivityDependence, language: Language): string {
  const words = reportWords[language]
  if (doers.length !== 1) return words.concentrated(countText(n, language), shareText(topShare))
  return words.oneDoer(countText(n, language), backup === undefined ? 1 : 2)
}
