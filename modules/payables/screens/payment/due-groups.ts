import { dateInTable, t } from '@ennoshita/ui'
import { yenInTable } from '../amounts.ts'
import type { DueRow } from './payment-words.tsx'

export const isHeld = (row: DueRow): boolean => row.findings.some((finding) => finding.level === 'hold')

export const sumOf = (rows: readonly { readonly payable: number }[]): number =>
  rows.reduce((sum, row) => sum + row.payable, 0)

/** In the order of the days on which money moves; within a day by vendor, so that what is merged stands together. */
export function byPayDay(rows: readonly DueRow[]): readonly DueRow[] {
  return rows.toSorted(
    (a, b) =>
      a.payOn.localeCompare(b.payOn) ||
      a.vendorName.localeCompare(b.vendorName, 'ja') ||
      a.dueOn.localeCompare(b.dueOn),
  )
}

/** The heading of each pay day: the day, how many invoices and how much. */
export function groupWords(rows: readonly DueRow[], today: string): ReadonlyMap<string, string> {
  const days = new Map<string, DueRow[]>()
  for (const row of rows) days.set(row.payOn, [...(days.get(row.payOn) ?? []), row])
  return new Map(
    [...days].map(([payOn, all]) => [
      payOn,
      [
        t('{date} に支払', { date: dateInTable(payOn) }),
        ...(payOn < today ? [t('過ぎています')] : []),
        t('{count}件', { count: all.length }),
        t('{amount}円', { amount: yenInTable(sumOf(all)) }),
      ].join('　'),
    ]),
  )
}
