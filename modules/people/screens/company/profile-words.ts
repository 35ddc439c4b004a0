import { t } from '@ennoshita/ui'

/** 〒100-0001 */
export function postalWord(digits: string | null): string {
  return digits === null ? '' : `〒${digits.slice(0, 3)}-${digits.slice(3)}`
}

/** The business year by its first and last day: 4月1日から翌年3月31日まで. */
export function fiscalYearWord(month: number, day: number): string {
  if (month === 1 && day === 1) return t('1月1日から12月31日まで')
  const lastMonth = day === 1 ? ((month + 10) % 12) + 1 : month
  if (day > 1)
    return t('{month}月{day}日から翌年{lastMonth}月{lastDay}日まで', { month, day, lastMonth, lastDay: day - 1 })
  return t('{month}月1日から翌年{lastMonth}月末日まで', { month, lastMonth })
}
