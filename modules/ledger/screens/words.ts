import { formatYen } from '@ennoshita/formats'
import type { AnswerOf } from '@ennoshita/kernel'
import { dateInTable, t } from '@ennoshita/ui'
import { ledger } from '../contract.ts'

export type JournalRow = AnswerOf<typeof ledger.journalList>['journals'][number]
export type JournalDetails = AnswerOf<typeof ledger.journalDetails>

/** What shows the books and changes when a journal is posted or taken back. */
export const bookQueries = [ledger.journalList, ledger.journalDetails, ledger.accountLedgers, ledger.trialBalances]

/** Whole yen in a table. */
export const yen = (amount: number): string => formatYen(amount, { unit: '' })

/** Empty instead of zero: a column of figures is read faster with less in it. */
export const yenOrEmpty = (amount: number): string => (amount === 0 ? '' : yen(amount))

/** `2026年11月`, by the language in use. */
export function monthWord(month: string): string {
  const [year = '', number = ''] = month.split('-')
  return t('{year}年{month}月', { year, month: Number(number) })
}

/** `2026年4月〜11月`. */
export function monthsWord(from: string, until: string): string {
  return from === until ? monthWord(from) : `${monthWord(from)}〜${monthWord(until)}`
}

export function daysWord(from: string, until: string): string {
  return `${from === '' ? '' : dateInTable(from)}〜${until === '' ? '' : dateInTable(until)}`
}

/** 摘要 as books show it: what it was for, with the other side. */
export function descriptionWord(row: {
  description: string
  partner: string
  more?: readonly (string | null)[]
}): string {
  return [row.description, row.partner, ...(row.more ?? [])]
    .filter((part, at, all) => part !== null && part !== '' && all.indexOf(part) === at)
    .join('　')
}
