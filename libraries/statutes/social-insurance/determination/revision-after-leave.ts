import { addDays } from '../../calendar/days.ts'
import { day, oneOf, record, yesOrNo } from '../../core/input.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import {
  gradeOfStandard,
  gradeTablesOn,
  healthGradeOf,
  type StandardMonthly,
  standardMonthlyOf,
} from '../grades/standard-remuneration.ts'
import { revisionAfterLeaveRule } from './law.ts'
import {
  averagePay,
  type InsuredWorker,
  nextMonth,
  type PaidMonth,
  parseMonths,
  qualifyingMonths,
  type Reason,
  shown,
  validUntil,
} from './paid-months.ts'

/**
 * `months` is the pay of the month of the day after the leave and of the two that follow; `nextLeaveFrom` the first day of another such leave.
 */
export type RevisionAfterLeaveInput = {
  kind: 'childcare' | 'maternity'
  leaveEndedOn: string
  months: readonly PaidMonth[]
  currentStandardMonthly: number
  requested: boolean
  worker?: InsuredWorker
  nextLeaveFrom?: string
}

export type NotRevisedAfterLeaveCode = 'not-requested' | 'another-leave-follows' | 'no-qualifying-month' | 'same-grade'

export type RevisionAfterLeave = { current: StandardMonthly; because: Because[] } & (
  | {
      revised: true
      average: number
      monthsUsed: string[]
      standard: StandardMonthly
      effectiveFrom: string
      deductedFrom: string
      validUntil: string
    }
  | { revised: false; average?: number; reason: Reason<NotRevisedAfterLeaveCode> }
)

/**
 * Revision after childcare or maternity leave (健康保険法43条の2, 43条の3; 厚生年金保険法23条の2, 23条の3): on request, from the fourth month, by the average
 * of the months with enough base days; one grade is enough and fixed pay need not have changed.
 * Throws InvalidInputError naming the field, UnknownLawError.
 */
export function revisionAfterLeave(input: RevisionAfterLeaveInput, options: Preview = {}): RevisionAfterLeave {
  record('input', input)
  oneOf('kind', input.kind, ['childcare', 'maternity'])
  const worker = oneOf('worker', input.worker ?? 'full-time', ['full-time', 'part-time', 'short-time'])
  const backOn = addDays(day('leaveEndedOn', input.leaveEndedOn), 1)
  const nextLeaveFrom = input.nextLeaveFrom === undefined ? undefined : day('nextLeaveFrom', input.nextLeaveFrom)
  const requested = yesOrNo('requested', input.requested)
  const first = backOn.slice(0, 7)
  const months = parseMonths(input.months, [first, nextMonth(first, 1), nextMonth(first, 2)], true)
  const effectiveFrom = nextMonth(first, 3)
  const on = `${effectiveFrom}-01`
  const tables = gradeTablesOn(on, options)
  const rule = lawOn(revisionAfterLeaveRule, on, options)
  const now = gradeOfStandard('currentStandardMonthly', input.currentStandardMonthly, tables)
  const current = standardMonthlyOf(tables, now)
  const counted = qualifyingMonths(months, worker, on, options)
  const because = allBecause(rule.because, counted.because, tables.because)
  const refused = (reason: Reason<NotRevisedAfterLeaveCode>, average?: number): RevisionAfterLeave => ({
    revised: false,
    reason,
    ...(average === undefined ? {} : { average }),
    current,
    because,
  })

  if (!requested) {
    return refused({
      code: 'not-requested',
      ja: '本人の申出がないため、休業終了時の改定は行いません。',
      en: 'Not revised: the person has not requested it.',
    })
  }
  if (nextLeaveFrom === backOn) {
    return refused({
      code: 'another-leave-follows',
      ja: `休業が終わった翌日（${backOn}）から別の産前産後休業または育児休業等を始めているため、改定しません。`,
      en: `Not revised: another maternity or childcare leave begins on the day after (${backOn}).`,
    })
  }
  if (counted.months.length === 0) {
    return refused({
      code: 'no-qualifying-month',
      ja: `支払基礎日数が${counted.leastDays}日以上の月が3か月のうちに一つもないため、改定しません。`,
      en: `Not revised: none of the three months has ${counted.leastDays} base days or more.`,
    })
  }
  const average = averagePay(counted.months)
  const found = healthGradeOf(tables, average)
  if (Math.abs(found.grade - now.grade) < rule.value.grades) {
    return refused(
      {
        code: 'same-grade',
        ja: `平均${shown(average)}円による等級が現在と同じため、改定しません。`,
        en: `Not revised: the average of ${shown(average)} yen gives the same grade.`,
      },
      average,
    )
  }
  const until = validUntil(effectiveFrom, 'revision', options)
  return {
    revised: true,
    average,
    monthsUsed: counted.months.map((each) => each.month),
    current,
    standard: standardMonthlyOf(tables, found),
    effectiveFrom,
    deductedFrom: nextMonth(effectiveFrom, 1),
    validUntil: until.month,
    because: allBecause(because, until.because),
  }
}
