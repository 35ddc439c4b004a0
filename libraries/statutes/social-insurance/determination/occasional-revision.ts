import { InvalidInputError, month, oneOf, record, yen } from '../../core/input.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import type { Grade } from '../grades/grade-table.ts'
import {
  type GradeTables,
  gradeOfStandard,
  gradeTablesOn,
  healthGradeOf,
  type StandardMonthly,
  standardMonthlyOf,
} from '../grades/standard-remuneration.ts'
import { baseDays, occasionalRevisionRule } from './law.ts'
import {
  averagePay,
  type InsuredWorker,
  leastDaysOf,
  nextMonth,
  type PaidMonth,
  parseMonths,
  type Reason,
  shown,
  validUntil,
} from './paid-months.ts'

/**
 * `changeMonth` is the first month in which the changed fixed pay (固定的賃金) was paid, for a retroactive raise the month in which the
 * difference was; `fixedPay` says how it changed. `currentRemuneration` is the 報酬月額 behind the current standard, needed only at
 * the first and the last health grade.
 */
export type OccasionalRevisionInput = {
  changeMonth: string
  fixedPay: 'raised' | 'lowered' | 'unchanged'
  months: readonly PaidMonth[]
  currentStandardMonthly: number
  currentRemuneration?: number
  worker?: InsuredWorker
}

export type NotRevisedCode =
  | 'fixed-pay-unchanged'
  | 'partial-pay'
  | 'too-few-base-days'
  | 'less-than-two-grades'
  | 'direction-differs'

/** `differs` counts grades, one beyond either end of the table included. `deductedFrom` is the month of pay under 翌月控除. */
export type OccasionalRevision = {
  average: number
  current: StandardMonthly
  differs: { health: number; pension: number }
  because: Because[]
} & (
  | { revised: true; standard: StandardMonthly; effectiveFrom: string; deductedFrom: string; validUntil: string }
  | { revised: false; reason: Reason<NotRevisedCode> }
)

/** One beyond the ends of both tables, so that the exceptions of one grade are differences of two. */
type Ladder = { health: number; pension: number }

const onLadder = (
  { grades, below, pensionGrades }: GradeTables,
  grade: number,
  remuneration: number,
  rule: { belowFirst: number; beyondLast: number },
): Ladder => ({
  health: remuneration < rule.belowFirst ? 0 : remuneration >= rule.beyondLast ? grades.length + 1 : grade,
  pension: Math.min(Math.max(grade - below, 0), pensionGrades + 1),
})

/** The remuneration behind the current grade, which decides only between an end of the health table and the grade beside it. */
function currentRemunerationOf(input: OccasionalRevisionInput, now: Grade, found: Grade, tables: GradeTables): number {
  const { grade, standard } = now
  if (input.currentRemuneration === undefined) {
    const isAtEnd = grade === 1 || grade === tables.grades.length
    if (!isAtEnd || Math.abs(found.grade - grade) !== 1) return standard
    throw new InvalidInputError('currentRemuneration', undefined, {
      ja: '最低または最高の等級では、1等級の差でも改定する場合があるため、現在の標準報酬月額の基礎となった報酬月額を指定してください。',
      en: 'At the first or last grade one grade may be enough: give the remuneration behind the current standard.',
    })
  }
  const remuneration = yen('currentRemuneration', input.currentRemuneration)
  if (healthGradeOf(tables, remuneration).grade === grade) return remuneration
  throw new InvalidInputError('currentRemuneration', remuneration, {
    ja: `現在の標準報酬月額（${shown(standard)}円）の基礎となった報酬月額を指定してください。`,
    en: `Give the remuneration behind the current standard of ${shown(standard)} yen.`,
  })
}

function whyNot(
  input: OccasionalRevisionInput,
  months: readonly PaidMonth[],
  leastDays: number,
  found: { average: number; health: number; leastGrades: number },
): Reason<NotRevisedCode> | undefined {
  if (input.fixedPay === 'unchanged') {
    return {
      code: 'fixed-pay-unchanged',
      ja: '固定的賃金（基本給、手当の単価や支給率など）に変動がないため、残業代などだけの増減では随時改定になりません。',
      en: 'Fixed pay has not changed; a change of overtime or other variable pay alone does not revise the standard.',
    }
  }
  const partial = months.find(({ isPartial }) => isPartial)
  if (partial) {
    return {
      code: 'partial-pay',
      ja: `${partial.month}は休職などで通常の報酬を受けていないため、随時改定の対象になりません。`,
      en: `${partial.month} has no ordinary pay (leave of absence or the like): not revised.`,
    }
  }
  const short = months.find((each) => each.baseDays < leastDays)
  if (short) {
    return {
      code: 'too-few-base-days',
      ja: `${short.month}の支払基礎日数が${short.baseDays}日です。3か月とも${leastDays}日以上なければ随時改定になりません。`,
      en: `${short.month} has ${short.baseDays} base days; each of the three months needs ${leastDays} or more.`,
    }
  }
  if (Math.abs(found.health) < found.leastGrades) {
    return {
      code: 'less-than-two-grades',
      ja: `3か月の平均${shown(found.average)}円による等級と現在の等級の差は${Math.abs(found.health)}等級です。${found.leastGrades}等級以上の差がなければ随時改定になりません。`,
      en: `The average of ${shown(found.average)} yen differs by ${Math.abs(found.health)} grade(s); ${found.leastGrades} or more are needed.`,
    }
  }
  if (found.health > 0 === (input.fixedPay === 'raised')) return undefined
  const isUp = found.health > 0
  return {
    code: 'direction-differs',
    ja: `固定的賃金は${isUp ? '下がり' : '上がり'}ましたが、平均による等級は${isUp ? '上がって' : '下がって'}います。向きが逆のときは随時改定になりません。`,
    en: `Fixed pay went ${isUp ? 'down' : 'up'} but the grade by the average ${isUp ? 'up' : 'down'}; opposite directions do not revise.`,
  }
}

/**
 * Occasional revision (随時改定、月額変更届; 健康保険法43条, 厚生年金保険法23条): fixed pay changed, each of three months has enough base days, and their
 * average differs by two grades in the same direction, one grade beyond the ends of the tables counting. Holds from the fourth month.
 * Throws InvalidInputError naming the field, UnknownLawError.
 */
export function occasionalRevision(input: OccasionalRevisionInput, options: Preview = {}): OccasionalRevision {
  record('input', input)
  const changeMonth = month('changeMonth', input.changeMonth)
  oneOf('fixedPay', input.fixedPay, ['raised', 'lowered', 'unchanged'])
  const worker = oneOf('worker', input.worker ?? 'full-time', ['full-time', 'part-time', 'short-time'])
  const expected = [changeMonth, nextMonth(changeMonth, 1), nextMonth(changeMonth, 2)]
  const months = parseMonths(input.months, expected, true)
  const effectiveFrom = nextMonth(changeMonth, 3)
  const on = `${effectiveFrom}-01`
  const tables = gradeTablesOn(on, options)
  const rule = lawOn(occasionalRevisionRule, on, options)
  const days = lawOn(baseDays, on, options)

  const now = gradeOfStandard('currentStandardMonthly', input.currentStandardMonthly, tables)
  const average = averagePay(months)
  const found = healthGradeOf(tables, average)
  const current = standardMonthlyOf(tables, now)
  const before = onLadder(tables, now.grade, currentRemunerationOf(input, now, found, tables), rule.value)
  const after = onLadder(tables, found.grade, average, rule.value)
  const differs = { health: after.health - before.health, pension: after.pension - before.pension }
  const reason = whyNot(input, months, leastDaysOf(worker, days.value), {
    average,
    health: differs.health,
    leastGrades: rule.value.grades,
  })
  const laws = allBecause(rule.because, days.because, tables.because)
  if (reason) return { revised: false, reason, average, current, differs, because: laws }
  const until = validUntil(effectiveFrom, 'revision', options)
  return {
    revised: true,
    standard: standardMonthlyOf(tables, found),
    average,
    current,
    differs,
    effectiveFrom,
    deductedFrom: nextMonth(effectiveFrom, 1),
    validUntil: until.month,
    because: allBecause(laws, until.because),
  }
}
