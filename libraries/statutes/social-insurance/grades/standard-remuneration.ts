import { day, InvalidInputError, record, yen } from '../../core/input.ts'
import { type Because, lawOn, type Preview } from '../../core/statute.ts'
import { type Grade, healthGradesOf, healthGradeTable, type PensionGrades, pensionGradeTable } from './grade-table.ts'

/** `on` is any day of the month for which the standard is to hold; `remuneration` is 報酬月額 in yen. */
export type StandardRemunerationInput = { on: string; remuneration: number }

/** Grades and standard monthly remunerations (標準報酬月額) in yen. */
export type StandardMonthly = {
  healthGrade: number
  pensionGrade: number
  healthStandardMonthly: number
  pensionStandardMonthly: number
}

export type StandardRemuneration = StandardMonthly & { because: Because[] }

/** The two tables in force on a day. `below` and `above` are how many grades the pension is shorter at either end. */
export type GradeTables = {
  grades: readonly Grade[]
  pension: PensionGrades
  /** Health grades below the first pension grade. */
  below: number
  /** The number of pension grades. */
  pensionGrades: number
  because: Because[]
}

export function gradeTablesOn(on: string, options: Preview = {}): GradeTables {
  const health = lawOn(healthGradeTable, on, options)
  const pension = lawOn(pensionGradeTable, on, options)
  const grades = healthGradesOf(health.value)
  const below = grades.findIndex(({ standard }) => standard === pension.value.lowest)
  return {
    grades,
    pension: pension.value,
    below,
    pensionGrades: grades.findIndex(({ standard }) => standard === pension.value.highest) - below + 1,
    because: [...health.because, ...pension.because],
  }
}

/** The health grade of a remuneration (報酬月額), found by halving. */
export function healthGradeOf({ grades }: GradeTables, remuneration: number): Grade {
  let low = 0
  let high = grades.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((grades[middle]?.from ?? 0) <= remuneration) low = middle
    else high = middle - 1
  }
  return grades[low] ?? { grade: 1, standard: 0, from: 0 }
}

/** The grade of a health standard as entered; throws InvalidInputError naming the field for an amount that is no standard. */
export function gradeOfStandard(field: string, given: unknown, tables: GradeTables): Grade {
  const standard = yen(field, given)
  const found = healthGradeOf(tables, standard)
  if (found.standard === standard) return found
  const nearest = found.standard.toLocaleString('en')
  throw new InvalidInputError(field, given, {
    ja: `標準報酬月額の等級表にある額を指定してください（報酬月額が${standard.toLocaleString('ja')}円なら標準報酬月額は${nearest}円です）。`,
    en: `Give an amount of the grade table (a remuneration of ${standard.toLocaleString('en')} yen has the standard ${nearest}).`,
  })
}

/** Pension standard of a health standard: never below the first nor above the last pension grade (厚生年金保険法20条). */
export function pensionStandardOf({ pension }: GradeTables, healthStandard: number): number {
  return Math.min(Math.max(healthStandard, pension.lowest), pension.highest)
}

export function standardMonthlyOf(tables: GradeTables, { grade, standard }: Grade): StandardMonthly {
  return {
    healthGrade: grade,
    pensionGrade: Math.min(Math.max(grade - tables.below, 1), tables.pensionGrades),
    healthStandardMonthly: standard,
    pensionStandardMonthly: pensionStandardOf(tables, standard),
  }
}

/**
 * Grades and standard monthly remunerations of a remuneration (標準報酬月額, 健康保険法40条, 厚生年金保険法20条).
 * Yen; a grade begins at its lower bound. Throws UnknownLawError before 2020-09-01 and after what has been enacted.
 */
export function standardRemuneration(input: StandardRemunerationInput, options: Preview = {}): StandardRemuneration {
  record('input', input)
  const on = day('on', input.on)
  const remuneration = yen('remuneration', input.remuneration)
  const tables = gradeTablesOn(on, options)
  return { ...standardMonthlyOf(tables, healthGradeOf(tables, remuneration)), because: tables.because }
}
