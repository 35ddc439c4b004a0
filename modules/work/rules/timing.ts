import type { DueRule } from '@ennoshita/statutes'
import type { Timing } from '../contract/kind-fields.ts'

const timingOfRule: Record<DueRule['kind'], Timing> = {
  daily: 'daily',
  weekly: 'weekly',
  monthly: 'monthly',
  quarterly: 'quarterly',
  yearly: 'yearly',
  'after-occasion': 'as-needed',
  'month-after-occasion': 'as-needed',
  'as-needed': 'as-needed',
}

/** 発生時期 that a due rule amounts to; a yearly rule of four or twelve months is quarterly or monthly work. */
export function timingOf(rule: DueRule): Timing {
  if (rule.kind === 'yearly' && rule.months.length === 12) return 'monthly'
  if (rule.kind === 'yearly' && rule.months.length === 4) return 'quarterly'
  return timingOfRule[rule.kind]
}

/** Whether the calendar alone makes tasks of this rule; occasions are told by whoever sees them. */
export function isByCalendar(rule: DueRule): boolean {
  return !['after-occasion', 'month-after-occasion', 'as-needed'].includes(rule.kind)
}

/** 発生時期 in one word for tables: 日 週 月 四半期 年 随時. */
export const timingWords: Record<Timing, string> = {
  daily: '日',
  weekly: '週',
  monthly: '月',
  quarterly: '四半期',
  yearly: '年',
  'as-needed': '随時',
}
