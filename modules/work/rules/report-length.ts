import type { ReportSection } from '../contract/report.ts'

/** What fits on A4 as the page is printed: 11 px type, margins of 12 and 16 mm, less its head. */
const charactersPerLine = 60
const linesPerSheet = 52
/** A heading and the space around its part. */
const linesPerHeading = 2

/** How many sheets of A4 the page of a month fills when printed, by its lines; an estimate, at least 1. */
export function sheetsOf(sections: readonly ReportSection[]): number {
  const sent = sections.filter((section) => !section.isLeftOut && section.text.trim() !== '')
  const lines = sent
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => Math.ceil(line.length / charactersPerLine) || 1)
  const all = lines.reduce((sum, count) => sum + count, sent.length * linesPerHeading)
  return Math.max(1, Math.ceil(all / linesPerSheet))
}
