import { day, month, oneOf, record, wholeNumber, yen } from '../../core/input.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import {
  gradeOfStandard,
  gradeTablesOn,
  healthGradeOf,
  type StandardMonthly,
  standardMonthlyOf,
} from '../grades/standard-remuneration.ts'
import { regularDeterminationRule } from './law.ts'
import {
  averagePay,
  type InsuredWorker,
  nextMonth,
  type PaidMonth,
  parseMonths,
  qualifyingMonths,
  type Reason,
} from './paid-months.ts'

/** `months` is the pay of April to June, fewer when employed later; `currentStandardMonthly` stays when no month counts. */
export type RegularDeterminationInput = {
  year: number
  months: readonly PaidMonth[]
  worker?: InsuredWorker
  currentStandardMonthly?: number
  acquiredOn?: string
  lostOn?: string
  /** The month from which the standard is, or should be, revised otherwise this year (月変, after leave). */
  revisedFrom?: string
}

export type NotSubjectCode = 'acquired-in-june' | 'revised-in-summer' | 'not-employed-on-1-july'

/** `determined` by the average; `previous-stays` when no month counts; `not-subject` this year. `standard` is what holds from September. */
export type RegularDetermination = { because: Because[] } & (
  | {
      outcome: 'determined'
      average: number
      monthsUsed: string[]
      standard: StandardMonthly
      validFrom: string
      validUntil: string
    }
  | {
      outcome: 'previous-stays'
      reason: Reason<'no-qualifying-month'>
      standard?: StandardMonthly
      validFrom: string
      validUntil: string
    }
  | { outcome: 'not-subject'; reason: Reason<NotSubjectCode> }
)

const notSubject: Record<NotSubjectCode, { ja: string; en: string }> = {
  'acquired-in-june': {
    ja: '6月1日から7月1日までに資格を取得した人は、この年の定時決定の対象になりません（取得時の標準報酬月額が翌年8月まで続きます）。',
    en: 'Acquired between 1 June and 1 July: not determined this year; the standard on acquisition holds to next August.',
  },
  'revised-in-summer': {
    ja: '7月から9月までのいずれかの月から改定される人は、この年の定時決定の対象になりません（改定が優先します）。',
    en: 'Revised from July, August or September: not determined this year; the revision prevails.',
  },
  'not-employed-on-1-july': {
    ja: '7月1日現在に使用されていないため、定時決定の対象になりません。',
    en: 'Not employed on 1 July: not determined.',
  },
}

/**
 * Regular determination (定時決定、算定基礎届; 健康保険法41条, 厚生年金保険法21条): the average of the pay of April to June over the months with enough
 * base days, fraction of a yen dropped, for September to next August.
 * Throws InvalidInputError naming the field, UnknownLawError.
 */
export function regularDetermination(input: RegularDeterminationInput, options: Preview = {}): RegularDetermination {
  record('input', input)
  const year = wholeNumber('year', input.year, 2000, 2100)
  const worker = oneOf('worker', input.worker ?? 'full-time', ['full-time', 'part-time', 'short-time'])
  const acquiredOn = input.acquiredOn === undefined ? '0001-01-01' : day('acquiredOn', input.acquiredOn)
  const lostOn = input.lostOn === undefined ? '9999-12-31' : day('lostOn', input.lostOn)
  const revisedFrom = input.revisedFrom === undefined ? '' : month('revisedFrom', input.revisedFrom)
  const current =
    input.currentStandardMonthly === undefined ? undefined : yen('currentStandardMonthly', input.currentStandardMonthly)
  const months = parseMonths(input.months, [`${year}-04`, `${year}-05`, `${year}-06`], false)
  const basis = `${year}-07-01`
  const { value: rule, because } = lawOn(regularDeterminationRule, basis, options)

  const excluded = ((): NotSubjectCode | undefined => {
    if (acquiredOn >= `${year}-${rule.acquiredFrom}` && acquiredOn <= `${year}-${rule.acquiredTo}`)
      return 'acquired-in-june'
    if (acquiredOn > `${year}-${rule.employedOn}` || lostOn <= `${year}-${rule.employedOn}`)
      return 'not-employed-on-1-july'
    const isSummer = revisedFrom >= `${year}-${rule.revisedFrom}` && revisedFrom <= `${year}-${rule.revisedTo}`
    return isSummer ? 'revised-in-summer' : undefined
  })()
  if (excluded) return { outcome: 'not-subject', reason: { code: excluded, ...notSubject[excluded] }, because }

  const validFrom = `${year}-${rule.validFrom}`
  const valid = { validFrom, validUntil: nextMonth(validFrom, 11) }
  const tables = gradeTablesOn(`${validFrom}-01`, options)
  const counted = qualifyingMonths(months, worker, basis, options)
  const laws = allBecause(because, counted.because, tables.because)
  if (counted.months.length === 0) {
    return {
      outcome: 'previous-stays',
      reason: {
        code: 'no-qualifying-month',
        ja: `支払基礎日数が${counted.leastDays}日以上の月がないため、従前の標準報酬月額を引き継ぎます（保険者算定）。`,
        en: `No month has ${counted.leastDays} base days or more: the previous standard stays (insurer’s determination).`,
      },
      ...(current === undefined
        ? {}
        : { standard: standardMonthlyOf(tables, gradeOfStandard('currentStandardMonthly', current, tables)) }),
      ...valid,
      because: laws,
    }
  }
  const average = averagePay(counted.months)
  return {
    outcome: 'determined',
    average,
    monthsUsed: counted.months.map((each) => each.month),
    standard: standardMonthlyOf(tables, healthGradeOf(tables, average)),
    ...valid,
    because: laws,
  }
}
