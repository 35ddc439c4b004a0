import { dayAfterMonths, daysBetween, weekdays } from '../../calendar/days.ts'
import { day, flag, InvalidInputError, oneOf, record, wholeNumber } from '../../core/input.ts'
import { allBecause, type Because, lawOn, type Preview, type Statute } from '../../core/statute.ts'
import { premiumRates } from '../premium-pay/law.ts'
import {
  acrossMidnight,
  breaks,
  exemptManagers,
  flexHours,
  monthlyVariableHours,
  type NightHours,
  nightHours,
  partsOfWeeks,
  specialWeeklyHours,
  workingHours,
} from './law.ts'
import type { ClassifyWorkInput, WorkRule } from './work-rule.ts'

export type Period = { from: string; to: string; calendarDays: number; isOverOneMonth: boolean }

/** The law of a period: the legal hours of the workplace and what each rule adds. */
export type WorkLaw = {
  dailyMinutes: number
  weeklyMinutes: number
  daysOfWeek: number
  monthlyWeekMinutes: number
  over60FromMinutes: number
  night: NightHours
  requiredBreak: (workedMinutes: number) => number
  because: Because[]
}

/** Checks the rule and the period, which may last a month, under flex three. */
export function readPeriod({ rule, period }: ClassifyWorkInput): Period {
  record('rule', rule)
  record('period', period)
  const kind = oneOf('rule.kind', rule.kind, ['fixed', 'monthly-variable', 'flex', 'exempt'])
  const from = day('period.from', period.from)
  const to = day('period.to', period.to)
  const mostMonths = (kind === 'flex' ? flexHours : monthlyVariableHours).versions[0]?.value.mostMonths ?? 1
  if (to < from || to >= dayAfterMonths(from, mostMonths)) {
    throw new InvalidInputError('period.to', to, {
      ja: `${from}から${mostMonths}か月以内の日を指定してください。`,
      en: `Give a day within ${mostMonths} month(s) from ${from}.`,
    })
  }
  checkRule(rule)
  return { from, to, calendarDays: daysBetween(from, to) + 1, isOverOneMonth: to >= dayAfterMonths(from, 1) }
}

function checkRule(rule: WorkRule): void {
  if (rule.kind === 'exempt') return
  flag('rule.isSmallServiceBusiness', rule.isSmallServiceBusiness)
  if (rule.kind === 'flex') {
    if (rule.agreedMinutes !== undefined) wholeNumber('rule.agreedMinutes', rule.agreedMinutes, 0, 100_000)
    if (rule.scheduledDays !== undefined) wholeNumber('rule.scheduledDays', rule.scheduledDays, 0, 92)
    return
  }
  if (rule.weekStartsOn !== undefined) oneOf('rule.weekStartsOn', rule.weekStartsOn, weekdays)
  if (rule.kind === 'fixed' && rule.dailyMinutes !== undefined)
    wholeNumber('rule.dailyMinutes', rule.dailyMinutes, 0, 1440)
}

/** The law on the first day of the period, known through its last; throws UnknownLawError. */
export function workLaw(rule: WorkRule, period: Period, options: Preview): WorkLaw {
  const because: Because[][] = []
  const known = <Value>(statute: Statute<Value>): Value => {
    const { value, because: why } = lawOn(statute, period.from, options)
    because.push(why, lawOn(statute, period.to, options).because)
    return value
  }
  const hours = known(workingHours)
  const isSpecial = rule.kind !== 'exempt' && rule.isSmallServiceBusiness === true
  const weeklyMinutes =
    isSpecial && !period.isOverOneMonth ? known(specialWeeklyHours).weeklyMinutes : hours.weeklyMinutes
  if (rule.kind === 'monthly-variable') {
    known(monthlyVariableHours)
    known(partsOfWeeks)
  }
  if (rule.kind === 'exempt') known(exemptManagers)
  const flex = rule.kind === 'flex' ? known(flexHours) : undefined
  const night = known(nightHours)
  known(acrossMidnight)
  const required = rule.kind === 'exempt' ? [] : known(breaks)
  const { over60FromMinutes } = known(premiumRates)
  return {
    dailyMinutes: hours.dailyMinutes,
    weeklyMinutes,
    daysOfWeek: weekdays.length,
    monthlyWeekMinutes: flex?.monthlyWeekMinutes ?? 0,
    over60FromMinutes,
    night,
    requiredBreak: (worked) => required.find(({ overMinutes }) => worked > overMinutes)?.breakMinutes ?? 0,
    because: allBecause(...because),
  }
}
