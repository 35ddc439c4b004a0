import type { Bottleneck, Bottlenecks, WaitCauses } from '../analyses/bottlenecks.ts'
import type { Rework } from '../analyses/rework.ts'
import type { Variant } from '../analyses/variants.ts'
import { countText, durationText, type Language, shareText } from '../map/map-words.ts'
import { shortName } from './key-figures.ts'
import type { Section } from './report-page.ts'
import { reportWords } from './report-words.ts'

const causeNames = ['timer', 'outsideHours', 'batch', 'contention', 'other'] as const satisfies (keyof WaitCauses)[]
const waitsShown = 3

/** The three arrows on which most time passes, each with what the log knows of its cause, and whose hours were taken. */
export function waitSection({ edges, missing }: Bottlenecks, isPlainHours: boolean, language: Language): Section {
  const words = reportWords[language]
  if (missing.includes('times')) return { heading: words.waits, body: `<p>${words.noTimes}</p>` }
  const items = edges.filter(({ waitSeconds }) => waitSeconds > 0).slice(0, waitsShown)
  const body = items.map((edge) => `<li>${waitText(edge, language)}</li>`).join('')
  const hours = `<p class="quiet">${isPlainHours ? words.hours : words.ownHours}</p>`
  return { heading: words.waits, body: items.length === 0 ? `<p>${words.none}</p>` : `<ol>${body}</ol>${hours}` }
}

function waitText(
  { from, to, share, count, spread, causes, waitSeconds, suspectedTimer }: Bottleneck,
  language: Language,
) {
  const words = reportWords[language]
  const time = (seconds: number) => durationText(seconds, language)
  const parts = causeNames
    .filter((cause) => causes[cause] >= waitSeconds * 0.01)
    .sort((a, b) => causes[b] - causes[a])
    .map((cause) => `${words.causes[cause]} ${shareText(causes[cause] / waitSeconds)}`)
  const timer = suspectedTimer && words.timer(time(suspectedTimer.seconds), shareText(suspectedTimer.share))
  return [
    `<strong>${shortName(from)} → ${shortName(to)}</strong><br>`,
    words.wait(shareText(share), time(spread.medianSeconds), time(spread.p90Seconds), countText(count, language)),
    ` <span class="quiet">${words.because}${parts.join(words.list)}${language === 'ja' ? '。' : '.'}</span>`,
    timer === undefined ? '' : `<br>${timer}`,
  ].join('')
}

const waysShown = 6
const stepsShown = 9
const covered = 0.8

/** The ways that together make up 80 % of the cases, as few as it takes; long ways and long lists are cut, and say so. */
export function variantSection(ways: readonly Variant[], language: Language): Section {
  const words = reportWords[language]
  const needed = ways.findIndex(({ coverage }) => coverage >= covered - 1e-12) + 1
  const rows = ways.slice(0, Math.min(needed, waysShown)).map(({ activities, cases, share }) => {
    const figures = `<td class="count">${countText(cases, language)}</td><td class="count">${shareText(share)}</td>`
    return `<tr>${figures}<td>${wayText(activities, language)}</td></tr>`
  })
  const rest = needed > waysShown ? `<p class="quiet">${words.further(String(needed - waysShown))}</p>` : ''
  const count = `<p>${words.waysCount(String(needed), String(ways.length))}</p>`
  return { heading: words.ways, body: `${count}<table>${rows.join('')}</table>${rest}` }
}

function wayText(activities: readonly string[], language: Language): string {
  const names = (some: readonly string[]) => some.map(shortName).join(' → ')
  if (activities.length <= stepsShown) return names(activities)
  const hidden = reportWords[language].steps(activities.length - stepsShown + 1)
  return `${names(activities.slice(0, stepsShown - 3))} ${hidden} ${names(activities.slice(-2))}`
}

const repeatsShown = 5

/** How much work is done again, and what it costs; per activity, never per person. */
export function reworkSection(found: Rework, caseCount: number, language: Language): Section {
  const words = reportWords[language]
  const count = (cases: number) => countText(cases, language)
  const { extraLeadSeconds: lead, extraTouchSeconds: touch } = found.cost
  const repeats = found.casesRepeating
    .slice(0, repeatsShown)
    .map(({ activity, cases }) => `${shortName(activity)} ${count(cases)}`)
  const sentences =
    found.casesWithRepeatedActivity === 0
      ? [words.none]
      : [
          words.repeated(
            count(found.casesWithRepeatedActivity),
            shareText(found.casesWithRepeatedActivity / caseCount),
          ),
          words.loops(count(found.casesWithSelfLoop), count(found.casesWithReturnLoop)),
          ...(lead === undefined || lead === 0 ? [] : [leadText(lead, language)]),
          ...(touch === undefined || touch === 0 ? [] : [words.extraTouch(durationText(Math.abs(touch), language))]),
        ]
  const list = repeats.length === 0 ? '' : `<p class="quiet">${repeats.join(words.list)}</p>`
  return { heading: words.rework, body: `<p>${sentences.join(words.space)}</p>${list}` }
}

function leadText(seconds: number, language: Language): string {
  const length = durationText(Math.abs(seconds), language)
  return seconds < 0 ? reportWords[language].shorterLead(length) : reportWords[language].extraLead(length)
}
