import { foldForSearch } from '../text/fold-for-search.ts'
import { type ColumnDefinition, type FoundHeader, findHeader } from './find-header.ts'
import { readTable } from './read-table.ts'
import type { TableFault } from './table.ts'

/** A row about one person: its line in the file and its cells. */
export type PersonRow = { line: number; cells: readonly string[] }

export type PeopleRows<Key extends string> = {
  header: FoundHeader<Key> | undefined
  /** Titles by column, two rows of titles joined by a space. */
  titles: string[]
  rows: PersonRow[]
  faults: TableFault[]
}

const totalWords = /^(総?合計|小計|総計|計|平均|人数)([(:].*)?$/

/** 合計, 小計 … where a person's number or name would stand. */
const isTotal = (cells: readonly string[], places: readonly (number | undefined)[]): boolean =>
  places.some(
    (index) => index !== undefined && totalWords.test((cells[index] ?? '').normalize('NFKC').replace(/\s/g, '')),
  )

/** Two columns of one title are two items: 手当, 手当 (2). */
const distinctTitles = (titles: readonly string[]): string[] => {
  const used = new Set<string>()
  return titles.map((title) => {
    let distinct = title
    for (let copy = 2; used.has(distinct); copy += 1) distinct = `${title} (${copy})`
    if (title !== '') used.add(distinct)
    return distinct
  })
}

const titlesOf = <Key extends string>(rows: readonly (readonly string[])[], header: FoundHeader<Key>): string[] => {
  const { headerRow, headerRowCount } = header
  const upper = rows[headerRow] ?? []
  if (headerRowCount === 1) return upper.map((title) => title.trim())
  const lower = rows[headerRow + 1] ?? []
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [above, below] = [(upper[index] ?? '').trim(), (lower[index] ?? '').trim()]
    return above === below || above === '' ? below : below === '' ? above : `${above} ${below}`
  })
}

const folded = (title: string): string => foldForSearch(title.normalize('NFKC').replace(/\([^)]*\)/g, ''))

/** Only titles that are a synonym in full: 遅刻回数 is not 遅刻. */
const exactly = <Key extends string>(
  header: FoundHeader<Key>,
  titles: readonly string[],
  columns: readonly ColumnDefinition<Key>[],
): FoundHeader<Key> => {
  const mapping: Partial<Record<Key, number>> = {}
  for (const { key, titles: synonyms } of columns) {
    const index = header.mapping[key]
    if (index === undefined) continue
    const title = titles[index] ?? ''
    const forms = new Set([folded(title), folded(title.split(' ').at(-1) ?? ''), foldForSearch(title)])
    if (synonyms.some((synonym) => forms.has(foldForSearch(synonym)))) mapping[key] = index
  }
  return { ...header, mapping }
}

/**
 * The rows of people of a CSV or XLSX table: the first sheet whose header has a column of each `needed` group, without empty rows, totals and
 * repeated headers. Undefined `header` with a fault where no sheet has them.
 */
export function readPeopleRows<Key extends string>(
  bytes: Uint8Array,
  columns: readonly ColumnDefinition<Key>[],
  needed: readonly (readonly Key[])[],
  identity: readonly Key[],
): PeopleRows<Key> {
  const { sheets, faults } = readTable(bytes)
  for (const { rows, lines } of sheets) {
    const found = findHeader(rows, columns)
    if (found === undefined) continue
    const titles = distinctTitles(titlesOf(rows, found))
    const header = exactly(found, titles, columns)
    if (needed.some((group) => group.every((key) => header.mapping[key] === undefined))) continue
    const places = identity.map((key) => header.mapping[key])
    const first = rows[header.headerRow]?.join('\n')
    const people = rows.flatMap((cells, index) => {
      if (index < header.firstRecordRow || cells.every((cell) => cell.trim() === '')) return []
      const isRepeated = cells.join('\n') === first
      return isRepeated || isTotal(cells, places) ? [] : [{ line: lines[index] ?? index + 1, cells }]
    })
    return { header, titles, rows: people, faults }
  }
  if (sheets.length === 0) return { header: undefined, titles: [], rows: [], faults }
  const titles = needed.map(([key]) => columns.find((column) => column.key === key)?.titles[0] ?? '')
  const shown = (sheets[0]?.rows.find((row) => row.some((cell) => cell !== '')) ?? []).slice(0, 20).join('、')
  const fault: TableFault = {
    message: `「${titles.join('」「')}」の列が見つかりません。見出しのある行を残して保存し直すか、列の対応を指定してください。先頭の行：${shown.slice(0, 200)}`,
    messageEn: `The columns ${titles.join(', ')} are not found. Keep the line of titles, or give a mapping.`,
  }
  return { header: undefined, titles: [], rows: [], faults: [...faults, fault] }
}
