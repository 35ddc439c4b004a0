import { foldForSearch } from '../text/fold-for-search.ts'

/** A column that the caller wants, with every title that people give it. */
export type ColumnDefinition<Key extends string = string> = { key: Key; titles: readonly string[] }

/** Where the header of a table stands, and which of its columns are those wanted. */
export type FoundHeader<Key extends string = string> = {
  /** Index in `rows` of the (first) header row, and how many rows it spans; the records begin at `firstRecordRow`. */
  headerRow: number
  headerRowCount: 1 | 2
  firstRecordRow: number
  /** Column key → index in a row. */
  mapping: Partial<Record<Key, number>>
  /** Titles of the file that no column claims. */
  unmatched: { index: number; title: string }[]
  /** Columns wanted that the file has not. */
  missing: Key[]
  /** 0–1: the share of the header's titles recognised, weighted by how exactly they match. */
  certainty: number
}

type Rows = readonly (readonly string[])[]
type Title = { index: number; shown: string; forms: string[] }
type Candidate<Key extends string> = { key: Key; index: number; weight: number }

const searchedRows = 30
const enoughBetter = 0.25

/** Folded, without marks such as ※ * ★ and what stands in brackets (必須) (円). */
const titleForms = (title: string): string[] => {
  const folded = foldForSearch(title).replace(/[※*★☆●■◆:_]/g, '')
  const bare = folded.replace(/[([【〔<][^)\]】〕>]*[)\]】〕>]/g, '')
  return bare !== '' && bare !== folded ? [folded, bare] : [folded]
}

const singleTitles = (row: readonly string[]): Title[] =>
  row.flatMap((title, index) => (title.trim() === '' ? [] : [{ index, shown: title.trim(), forms: titleForms(title) }]))

/** A title that columns are looked for by, folded once. */
const foldedTitles = new Map<string, string>()

function foldedTitle(title: string): string {
  const known = foldedTitles.get(title) ?? foldForSearch(title)
  foldedTitles.set(title, known)
  return known
}

/** Titles of two rows: below, above and below joined (担当 over 主 = 主担当), and above alone where below is empty. */
const doubleTitles = (above: readonly string[], below: readonly string[]): Title[] => {
  const titles: Title[] = []
  for (let index = 0; index < Math.max(above.length, below.length); index += 1) {
    const [upper, lower] = [(above[index] ?? '').trim(), (below[index] ?? '').trim()]
    if (upper === '' && lower === '') continue
    if (upper === '' || lower === '' || upper === lower) {
      titles.push({ index, shown: upper || lower, forms: titleForms(upper || lower) })
    } else {
      const forms = [...titleForms(upper + lower), ...titleForms(lower + upper), ...titleForms(lower)]
      titles.push({ index, shown: `${upper} ${lower}`, forms })
    }
  }
  return titles
}

const weightOf = (form: string, wanted: string): number => {
  if (form === wanted) return 1
  const [shorter, longer] = form.length < wanted.length ? [form, wanted] : [wanted, form]
  if (shorter.length < 2 || !longer.includes(shorter)) return 0
  return 0.4 + (0.4 * shorter.length) / longer.length
}

/** Best pairs first; each column and each title is used once. */
const assign = <Key extends string>(titles: readonly Title[], wanted: readonly { key: Key; forms: string[] }[]) => {
  const candidates: Candidate<Key>[] = []
  for (const title of titles) {
    for (const { key, forms } of wanted) {
      let weight = 0
      for (const [place, form] of title.forms.entries()) {
        for (const wantedForm of forms) weight = Math.max(weight, weightOf(form, wantedForm) - place * 0.03)
      }
      if (weight > 0.5) candidates.push({ key, index: title.index, weight })
    }
  }
  candidates.sort((one, other) => other.weight - one.weight || one.index - other.index)
  const chosen = new Map<Key, Candidate<Key>>()
  const usedIndexes = new Set<number>()
  for (const candidate of candidates) {
    if (chosen.has(candidate.key) || usedIndexes.has(candidate.index)) continue
    chosen.set(candidate.key, candidate)
    usedIndexes.add(candidate.index)
  }
  return { chosen, usedIndexes, sum: [...chosen.values()].reduce((sum, one) => sum + one.weight, 0) }
}

/** A cell merged over both rows of a header says the same twice; a record hardly ever repeats its title. */
const repeatsTitle = (above: readonly string[], below: readonly string[]): boolean =>
  above.some((title, index) => title.trim() !== '' && title === below[index])

/**
 * Finds the header among the first 30 rows, also one of two rows with merged cells, and matches its titles to the wanted
 * columns by their synonyms (folded by foldForSearch; parts of a title count less). Undefined when fewer than two columns
 * (one, if only one is wanted) are found.
 */
export function findHeader<Key extends string>(
  rows: Rows,
  columns: readonly ColumnDefinition<Key>[],
): FoundHeader<Key> | undefined {
  const wanted = columns.map(({ key, titles }) => ({ key, forms: titles.map(foldedTitle) }))
  let best:
    | { row: number; count: 1 | 2; titles: Title[]; match: ReturnType<typeof assign<Key>>; score: number }
    | undefined
  const consider = (row: number, count: 1 | 2, titles: Title[]): void => {
    const match = assign(titles, wanted)
    const repeats = count === 2 && repeatsTitle(rows[row] ?? [], rows[row + 1] ?? [])
    const score = match.sum - (count === 1 ? 0 : repeats ? -0.01 : enoughBetter)
    if (match.sum > 0 && (best === undefined || score > best.score)) best = { row, count, titles, match, score }
  }
  for (let row = 0; row < Math.min(rows.length, searchedRows); row += 1) {
    consider(row, 1, singleTitles(rows[row] ?? []))
    if (row + 1 < rows.length) consider(row, 2, doubleTitles(rows[row] ?? [], rows[row + 1] ?? []))
  }
  if (best === undefined || best.match.chosen.size < Math.min(2, columns.length)) return undefined
  const { row, count, titles, match } = best
  const mapping: Partial<Record<Key, number>> = {}
  for (const [key, { index }] of match.chosen) mapping[key] = index
  return {
    headerRow: row,
    headerRowCount: count,
    firstRecordRow: row + count,
    mapping,
    unmatched: titles
      .filter((title) => !match.usedIndexes.has(title.index))
      .map(({ index, shown }) => ({ index, title: shown })),
    missing: columns.filter(({ key }) => !match.chosen.has(key)).map(({ key }) => key),
    certainty: titles.length === 0 ? 0 : match.sum / titles.length,
  }
}
