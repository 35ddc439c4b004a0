import { writeTableXlsx } from '@ennoshita/formats'
import { ask, keep, kept, offerFile, t } from '@ennoshita/ui'
import { work } from '../../contract.ts'
import type { ImportLine } from './report-columns.tsx'
import { remarkTexts } from './report-columns.tsx'

const pageSize = 500
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const keptAs = (importId: string) => `work.import-titles.${importId}`

/** Remembers the headings of a staged file, so that the lines to correct can be handed back under them. */
export function keepTitles(importId: string, titles: readonly string[]): void {
  keep(keptAs(importId), JSON.stringify(titles))
}

function keptTitles(importId: string): readonly string[] {
  const titles: unknown = JSON.parse(kept(keptAs(importId)) ?? '[]')
  return Array.isArray(titles) ? titles.map(String) : []
}

/** Saves all lines with remarks as an Excel file: the cells as they came, and what to do in a last column. */
export async function saveFaultyLines(importId: string, fileName: string): Promise<void> {
  const lines: ImportLine[] = []
  for (let total = 1; lines.length < total; ) {
    const answer = await ask(work.importReports, {
      importId,
      onlyRemarked: true,
      limit: pageSize,
      offset: lines.length,
    })
    lines.push(...answer.lines)
    total = answer.lines.length === 0 ? 0 : answer.total
  }
  const titles = keptTitles(importId)
  const width = Math.max(titles.length, ...lines.map((line) => line.cells.length))
  const header = Array.from({ length: width }, (_, at) => titles[at] ?? '')
  const rows = lines.map((line) => [...header.map((_, at) => line.cells[at] ?? ''), remarkTexts(line).join('\n')])
  const bytes = await writeTableXlsx([{ name: t('直す行'), header: [...header, t('指摘と直し方')], rows }])
  offerFile(`${t('直す行')}_${fileName.replace(/\.[^.]*$/, '')}.xlsx`, bytes, xlsx)
}
