/** A column of a printed table: its title and how wide it stands; words to the left, figures to the right. */
export type Column = readonly [title: string, width: number, holds?: 'words']

/** Prints the head of a table. */
export function printHead(title: string, columns: readonly Column[]): void {
  process.stdout.write(`\n${title}\n`)
  printRow(
    columns,
    columns.map(([name]) => name),
  )
}

/** Prints one row below its head. */
export function printRow(columns: readonly Column[], cells: readonly string[]): void {
  const line = columns.map(([, width, holds], at) =>
    holds === 'words' ? padded(cells[at] ?? '', width) : (cells[at] ?? '').padStart(width),
  )
  process.stdout.write(`${line.join('')}\n`)
}

/** Padded by how wide the text looks: Japanese characters take two places. */
function padded(text: string, width: number): string {
  const wide = (text.match(/[\u2e80-\uffef]/g) ?? []).length
  return text.padEnd(width - wide)
}

/** The value below which that share of the sorted latencies lies. */
export function shareOf(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
