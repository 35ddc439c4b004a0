import { bottlenecks } from '../analyses/bottlenecks.ts'
import { caseTimes } from '../analyses/case-times.ts'
import { directlyFollows } from '../analyses/directly-follows.ts'
import { handover } from '../analyses/handover.ts'
import { keyPersons } from '../analyses/key-persons.ts'
import { rework } from '../analyses/rework.ts'
import { variants } from '../analyses/variants.ts'
import type { BusinessCalendar } from '../log/business-time.ts'
import type { EventLog } from '../log/event-log.ts'
import { layoutMap } from '../map/layout-map.ts'
import type { Language } from '../map/map-words.ts'
import { renderMapSvg } from '../map/render-map-svg.ts'
import { coverageSection, limitsSection } from './data-limits.ts'
import { keyFigures } from './key-figures.ts'
import { dependenceSection, handoverSection } from './people-sections.ts'
import { pageOf } from './report-page.ts'
import { reportWords } from './report-words.ts'
import { reworkSection, variantSection, waitSection } from './work-sections.ts'

export interface ReportOptions {
  language?: Language
  title?: string
  /** The company's own hours; Monday to Friday, 9 to 18 o'clock, when absent. */
  calendar?: BusinessCalendar
}

/** Fewer than on a screen of its own: the map shares its page. */
const nodesShown = 12
const edgesShown = 22

/**
 * A report of one page about the work in a log, as HTML that needs nothing else: the map, the three largest waits with their
 * causes, the ways that cover 80 %, rework and its cost, handovers between roles, where work hangs on one person, and what
 * the data cannot tell. It names no person, and figures of a role only where five or more people hold it. Prints on A4, in
 * light and dark.
 */
export function miningReport(log: EventLog, options: ReportOptions = {}): string {
  const { language = 'ja', calendar } = options
  const words = reportWords[language]
  const title = options.title ?? words.title
  const flow = directlyFollows(log)
  const layout = layoutMap(flow, { maxNodes: nodesShown, maxEdges: edgesShown })
  const ways = variants(log)
  const waits = bottlenecks(log, calendar ? { calendar } : {})
  const people = log.hasTimes ? keyPersons(log, { language }) : undefined
  const map = log.eventCount === 0 ? '' : renderMapSvg(layout, { language, title: words.map })
  return pageOf({
    language,
    title,
    figures: keyFigures(log, caseTimes(log), ways.length, language),
    map,
    sections: [
      waitSection(waits, calendar === undefined, language),
      variantSection(ways, language),
      reworkSection(rework(log), log.caseCount, language),
      handoverSection(log, handover(log), language),
      dependenceSection(people, language),
      coverageSection(log, flow, layout.totals.shownShare, language),
      limitsSection(log, people, language),
    ],
    footer: words.footer,
  })
}
