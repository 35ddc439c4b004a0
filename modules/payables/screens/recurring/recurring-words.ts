import type { AnswerOf, LocalDate } from '@ennoshita/kernel'
import { language, t } from '@ennoshita/ui'
import { payables } from '../../contract.ts'

export type Recurring = AnswerOf<typeof payables.recurringList>[number]
export type Missing = AnswerOf<typeof payables.missingInvoices>[number]
export type Accruals = AnswerOf<typeof payables.accruals>
export type AccrualRow = Accruals['rows'][number]
export type PrepaidLine = AnswerOf<typeof payables.prepaidSchedules>['lines'][number]

/** The lists that change with recurring invoices, accruals and transfers. */
export const recurringQueries = [
  payables.recurringList,
  payables.missingInvoices,
  payables.accruals,
  payables.prepaidSchedules,
]

/** 2026年11月分, in tables and choices. */
export function monthWord(month: LocalDate): string {
  if (language() === 'en') return month.slice(0, 7).replace('-', '/')
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`
}

export const everyMonthsChoices = () =>
  ([1, 2, 3, 6, 12] as const).map((months) => ({ value: String(months), label: everyWord(months) }))

export function everyWord(months: number): string {
  const words: Readonly<Record<number, string>> = {
    1: t('毎月'),
    2: t('2か月ごと'),
    3: t('3か月ごと'),
    6: t('半年ごと'),
    12: t('毎年'),
  }
  return words[months] ?? ''
}

/** 翌月10日ごろ. */
export function arrivesWord({ arrivesMonthsLater, arrivesDay }: Recurring): string {
  const month =
    [t('当月'), t('翌月'), t('翌々月')][arrivesMonthsLater] ?? t('{months}か月後', { months: arrivesMonthsLater })
  return t('{month}{day}ごろ', {
    month,
    day: arrivesDay === 31 ? t('末日') : t('{day}日', { day: arrivesDay }),
  })
}
