import { writeTableXlsx } from '@ennoshita/formats'
import { offerFile } from '../screen/offer-file.ts'
import { t } from '../words/words.ts'
import type { ImportLine } from './import-lines.tsx'
import { importLinesAtOnce, remarksOf } from './import-lines.tsx'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Saves the lines to correct as an Excel file that can itself be taken in again, with what to do in the last column. */
export async function saveFaultyLines<Line extends ImportLine>(file: {
  readonly name: string
  /** The titles that an import recognises, and the cells of a line below them. */
  readonly header: readonly string[]
  readonly cellsOf: (line: Line) => readonly (string | number | null | undefined)[]
  /** One page of the faulty lines, from that line on. */
  readonly pageFrom: (offset: number) => Promise<readonly Line[]>
}): Promise<void> {
  const lines: Line[] = []
  for (let isMore = true; isMore; ) {
    const page = await file.pageFrom(lines.length)
    lines.push(...page)
    isMore = page.length === importLinesAtOnce
  }
  const rows = lines.map((line) => [
    ...file.cellsOf(line).map((cell) => cell ?? ''),
    line.line,
    remarksOf(line).join('\n'),
  ])
  const header = [...file.header, t('元の行'), t('直し方')]
  const bytes = await writeTableXlsx([{ name: t('直す行'), header, rows }])
  offerFile(`${t('直す行')}_${file.name.replace(/\.[^.]*$/, '')}.xlsx`, bytes, xlsx)
}
