import type { Journal, JournalLine } from './journal.ts'

/** A row of a file: at most one debit and one credit, with one description. */
export type PairedRow = { debit?: JournalLine; credit?: JournalLine; source: number | undefined }

/** Whether two lines may stand in one row: the same description; the same amount and partner where both sides share a column. */
export type MayShare = (debit: JournalLine, credit: JournalLine) => boolean

const asGiven = ({ lines }: Journal, mayShare: MayShare): PairedRow[] | undefined => {
  const rows: PairedRow[] = []
  const bySource = new Map<number, PairedRow>()
  for (const line of lines) {
    if (line.row === undefined) return undefined
    const row: PairedRow = bySource.get(line.row) ?? { source: line.row }
    if (row[line.side] !== undefined) return undefined
    if (row.debit === undefined && row.credit === undefined) {
      rows.push(row)
      bySource.set(line.row, row)
    }
    row[line.side] = line
  }
  const fits = rows.every(({ debit, credit }) => debit === undefined || credit === undefined || mayShare(debit, credit))
  return fits ? rows.sort((one, other) => (one.source ?? 0) - (other.source ?? 0)) : undefined
}

/** The rows of a journal as they were read; otherwise the first debit beside the first credit, and so on. */
export function arrangeRows(journal: Journal, mayShare: MayShare): PairedRow[] {
  const given = asGiven(journal, mayShare)
  if (given !== undefined) return given
  const debits = journal.lines.filter(({ side }) => side === 'debit')
  const credits = journal.lines.filter(({ side }) => side === 'credit')
  const rows: PairedRow[] = []
  for (let index = 0; index < Math.max(debits.length, credits.length); index += 1) {
    const [debit, credit] = [debits[index], credits[index]]
    if (debit !== undefined && credit !== undefined && mayShare(debit, credit)) {
      rows.push({ debit, credit, source: rows.length })
      continue
    }
    if (debit !== undefined) rows.push({ debit, source: rows.length })
    if (credit !== undefined) rows.push({ credit, source: rows.length })
  }
  return rows
}
