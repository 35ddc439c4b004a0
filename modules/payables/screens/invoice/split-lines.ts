import { addDays } from '@ennoshita/kernel'
import { splitByPeriod, transitionStarts } from '../../rules/invoice/split-by-period.ts'
import type { EntryDraft, LineDraft } from './entry-draft.ts'
import { newLine } from './entry-draft.ts'

type Period = { readonly from: string; readonly until: string }

/** The period of a line: its own, else that of the invoice; nothing where there is only one day. */
function periodOf(line: LineDraft, draft: EntryDraft): Period | undefined {
  const from = line.serviceFrom ?? draft.serviceFrom
  const until = line.serviceUntil ?? (line.serviceFrom === null ? draft.serviceUntil : null)
  return from === null || until === null || from >= until ? undefined : { from, until }
}

const isCutBy = (start: string, { from, until }: Period) => start > from && start <= until

/** The last days before other law, over which some line runs: 9/30 for a service from 9/21 to 10/20. */
export function splitDays(draft: EntryDraft): readonly { readonly day: string; readonly label: string }[] {
  const periods = draft.lines.flatMap((line) => (line.amount === null ? [] : (periodOf(line, draft) ?? [])))
  return transitionStarts
    .filter((start) => periods.some((period) => isCutBy(start, period)))
    .map((start) => {
      const day = addDays(start, -1)
      return { day, label: `${Number(day.slice(5, 7))}/${Number(day.slice(8))}` }
    })
}

/** Each line that runs over such a day in parts, by days, each with its own period; the parts sum to the line. */
export function splitLines(draft: EntryDraft): readonly LineDraft[] {
  const lines: LineDraft[] = []
  for (const line of draft.lines) {
    const period = periodOf(line, draft)
    const isSplit = period !== undefined && transitionStarts.some((start) => isCutBy(start, period))
    if (!isSplit || line.amount === null) {
      lines.push(line)
      continue
    }
    for (const [place, part] of splitByPeriod(line.amount, period, transitionStarts).entries()) {
      const written = { ...line, serviceFrom: part.from, serviceUntil: part.until, amount: part.amount }
      lines.push(place === 0 ? written : newLine([...draft.lines, ...lines], written))
    }
  }
  return lines
}
