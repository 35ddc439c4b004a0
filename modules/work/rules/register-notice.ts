import { addDays, addMonths } from '@ennoshita/statutes'

/** How long before the end a notice must have arrived (通知期限), as the paper says it. */
export type NoticePeriod = { readonly amount: number; readonly unit: 'days' | 'weeks' | 'months' | 'years' }

const units: Readonly<Record<string, NoticePeriod['unit']>> = {
  日: 'days',
  週: 'weeks',
  週間: 'weeks',
  か月: 'months',
  ヶ月: 'months',
  ケ月: 'months',
  カ月: 'months',
  ヵ月: 'months',
  箇月: 'months',
  ヶ年: 'years',
  か年: 'years',
  年: 'years',
}

/** Reads 3か月前, ９０日前, 2週間前, 1年前まで in full or half width; undefined for anything else. */
export function readNoticePeriod(text: string): NoticePeriod | undefined {
  const found = /^(\d{1,3})(\D+?)(?:以上)?前?(?:まで)?(?:に)?$/.exec(text.normalize('NFKC').replaceAll(/\s/g, ''))
  const amount = Number(found?.[1])
  const unit = units[found?.[2] ?? '']
  return unit && amount > 0 ? { amount, unit } : undefined
}

/**
 * The last day on which a notice is in time. Months are counted back to the same day of the month, or to its last day
 * where that day is missing, so that the date errs to the early side (28 February less 3 months is 28 November).
 */
export function noticeDate(endsOn: string, period: NoticePeriod): string {
  if (period.unit === 'days') return addDays(endsOn, -period.amount)
  if (period.unit === 'weeks') return addDays(endsOn, -7 * period.amount)
  return addMonths(endsOn, period.unit === 'years' ? -12 * period.amount : -period.amount)
}

/** The next term of what renews by itself: it begins the day after, and a term that ended with a month ends with one. */
export function nextTerm(endsOn: string, months: number): { startsOn: string; endsOn: string } {
  const startsOn = addDays(endsOn, 1)
  return { startsOn, endsOn: addDays(addMonths(startsOn, months), -1) }
}
