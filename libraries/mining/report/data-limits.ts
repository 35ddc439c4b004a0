import type { DirectlyFollows } from '../analyses/directly-follows.ts'
import type { KeyPersons } from '../analyses/key-persons.ts'
import type { EventLog } from '../log/event-log.ts'
import { countText, type Language, shareText } from '../map/map-words.ts'
import { periodOf, shortName } from './key-figures.ts'
import type { Section } from './report-page.ts'
import { reportWords } from './report-words.ts'

/** How much of the work stands in the log: the period, what is filled in, how cases end. */
export function coverageSection(log: EventLog, flow: DirectlyFollows, shownShare: number, language: Language): Section {
  const words = reportWords[language]
  const share = (filled: number) => shareText(log.eventCount === 0 ? 0 : filled / log.eventCount)
  const known = (column: Float64Array) => column.reduce((sum, each) => (Number.isNaN(each) ? sum : sum + 1), 0)
  const people = log.actor.numbers.reduce((sum, each) => (each < 0 ? sum : sum + 1), 0)
  const period = periodOf(log)
  const [end] = flow.ends
  const sentences = [
    ...(period ? [words.period(period.from, period.until)] : []),
    words.filled(share(known(log.at)), share(people), share(known(log.endedAt))),
    words.mapShare(shareText(shownShare)),
    ...(end ? [words.ends(shortName(end.activity), shareText(end.count / log.caseCount))] : []),
  ]
  return { heading: words.covers, body: `<p>${sentences.join(words.space)}</p>` }
}

/** Below so many cases a share or a median says little. */
const fewCases = 30

/** What a reader must not take from this log. */
export function limitsSection(log: EventLog, people: KeyPersons | undefined, language: Language): Section {
  const { limit, limits, faults } = reportWords[language]
  const nobody = log.actor.numbers.reduce((sum, each) => (each < 0 ? sum + 1 : sum), 0)
  const masked = people?.maskedActors.length ?? 0
  const items = [
    ...(log.hasTimes ? [] : [limit.times]),
    ...(log.hasEndTimes ? [] : [limit.ends]),
    ...(log.caseCount < fewCases ? [limit.few(countText(log.caseCount, language))] : []),
    ...(masked > 0 ? [limit.masked(countText(masked, language))] : []),
    ...(nobody > 0 ? [limit.noPerson(shareText(nobody / log.eventCount))] : []),
    ...log.faults.map(({ fault, count }) => limit.fault(faults[fault], countText(count, language))),
    limit.unrecorded,
  ]
  return { heading: limits, body: `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` }
}
