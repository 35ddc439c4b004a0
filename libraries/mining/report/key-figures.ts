import type { CaseTimes } from '../analyses/case-times.ts'
import type { EventLog } from '../log/event-log.ts'
import { tokyoDateOf } from '../log/instants.ts'
import { countText, durationText, type Language } from '../map/map-words.ts'
import { escaped } from '../map/svg-text.ts'
import { reportWords } from './report-words.ts'

/** The figures at the top: how much, how long, when. */
export function keyFigures(log: EventLog, times: CaseTimes, ways: number, language: Language): string {
  const words = reportWords[language].figures
  const { duration } = times
  const period = periodOf(log)
  const figures: [string, string][] = [
    [words.cases, countText(log.caseCount, language)],
    [words.events, countText(log.eventCount, language)],
    [words.activities, String(log.activities.length)],
    [words.ways, String(ways)],
    ...(duration
      ? ([
          [words.median, durationText(duration.medianSeconds, language)],
          [words.p90, durationText(duration.p90Seconds, language)],
        ] satisfies [string, string][])
      : []),
    ...(period ? ([[words.period, `${period.from} – ${period.until}`]] satisfies [string, string][]) : []),
  ]
  const cells = figures.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`)
  return `<dl class="figures">${cells.join('')}</dl>`
}

/** The first and last day in Japan of a log with times. */
export function periodOf(log: EventLog): { from: string; until: string } | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const instant of log.at) {
    if (instant < first) first = instant
    if (instant > last) last = instant
  }
  return first <= last ? { from: tokyoDateOf(first), until: tokyoDateOf(last) } : undefined
}

const longestName = 40

/** The name of an activity as it fits into a line. */
export function shortName(activity: string): string {
  const letters = [...activity]
  return escaped(letters.length > longestName ? `${letters.slice(0, longestName - 1).join('')}…` : activity)
}
