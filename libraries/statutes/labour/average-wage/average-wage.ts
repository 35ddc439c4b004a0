import { closingPeriod } from '../../calendar/closing-days.ts'
import { addDays, addMonths, dateOf, dateParts, daysBetween } from '../../calendar/days.ts'
import { day, InvalidInputError, oneOf, record, records, wholeNumber, yen } from '../../core/input.ts'
import { divided } from '../../core/rounding.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import { averageWageFraction, averageWageLaw } from './law.ts'

/** Wages of a stretch of days: what is set by the month or week, and what is earned by days, hours or piecework. */
type Wages = {
  from: string
  to: string
  /** 月給など一定の期間によって定められた賃金. */
  periodWages?: number
  /** 日給・時給・出来高払の賃金. */
  workWages?: number
  /** Days worked for `workWages`. */
  daysWorked?: number
}

export type AverageWageInput = {
  /** 算定すべき事由の発生した日; itself not counted. */
  occurredOn: string
  /** 賃金締切日: a day of the month, 31 for its end; absent where wages are not closed by the month. */
  closingDay?: number
  hiredOn?: string
  /** The wages of the three months, stretch by stretch, without bonuses and extraordinary pay. */
  wages: readonly Wages[]
  /** Days that are left out together with their wages (12条3項). */
  excluded?: readonly (Wages & { reason: (typeof exclusions)[number] })[]
}

const exclusions = ['work-injury', 'maternity', 'employer-closure', 'childcare-or-care', 'probation'] as const

export type AverageWage = {
  /** Sen (1/100 yen) a day; less than a sen is dropped. */
  averageWageSen: number
  rule: 'principle' | 'least'
  principleSen: number
  /** 最低保障, where wages are earned by days, hours or piecework. */
  leastSen?: number
  from: string
  to: string
  /** Calendar days that count. */
  days: number
  because: Because[]
}

/**
 * 平均賃金: the wages of three months over their calendar days (労働基準法12条).
 * With a closing day the three months end with the last closing before the event (not with one on that day); for a person hired
 * later they begin with the hiring, and end the day before the event where not one whole wage period has passed. For wages by
 * days, hours or piecework at least 60 % of the wages of a day worked, beside the daily part of what is set by the month.
 * The wages given must cover exactly these days. Throws InvalidInputError naming the field.
 */
export function averageWage(input: AverageWageInput, options: Preview = {}): AverageWage {
  record('input', input)
  const occurredOn = day('occurredOn', input.occurredOn)
  const { value: law, because } = lawOn(averageWageLaw, occurredOn, options)
  const fraction = lawOn(averageWageFraction, occurredOn, options)
  const counted = sumOf('wages', input.wages)
  const span = spanOf(input, occurredOn, law.months)
  refuseUncovered(input.wages, span)
  const left = sumOf('excluded', input.excluded ?? [])
  const days = counted.days - left.days
  checkExcluded(input.excluded ?? [], span)
  if (days <= 0) throw allExcluded(input.excluded?.length ?? 0)
  const periodWages = counted.periodWages - left.periodWages
  const workWages = counted.workWages - left.workWages
  const daysWorked = counted.daysWorked - left.daysWorked
  if (periodWages < 0 || workWages < 0 || daysWorked < 0) throw moreThanPaid()
  const { senOfYen } = fraction.value
  const principleSen = divided(BigInt(periodWages + workWages) * BigInt(senOfYen), days, 'floor')
  const answer = { from: span.from, to: span.to, days, because: allBecause(because, fraction.because) }
  if (workWages <= 0) return { averageWageSen: principleSen, rule: 'principle', principleSen, ...answer }
  if (daysWorked <= 0) throw noDaysWorked(input.wages.findIndex((each) => (each.workWages ?? 0) > 0))
  const leastSen = divided(
    BigInt(senOfYen) *
      (BigInt(workWages) * BigInt(law.leastPercent) * BigInt(days) + BigInt(periodWages) * 100n * BigInt(daysWorked)),
    100 * daysWorked * days,
    'floor',
  )
  const isLeast = leastSen > principleSen
  return {
    averageWageSen: isLeast ? leastSen : principleSen,
    rule: isLeast ? 'least' : 'principle',
    principleSen,
    leastSen,
    ...answer,
  }
}

const mostStretches = 1_000

type Span = { from: string; to: string }

function spanOf(input: AverageWageInput, occurredOn: string, months: number): Span {
  const before = addDays(occurredOn, -1)
  const hiredOn = input.hiredOn === undefined ? undefined : day('hiredOn', input.hiredOn)
  if (hiredOn !== undefined && hiredOn > before) throw hiredTooLate(hiredOn, occurredOn)
  if (input.closingDay === undefined)
    return sinceHiring({ from: addDays(addMonths(before, -months), 1), to: before }, hiredOn)
  const closingDay = wholeNumber('closingDay', input.closingDay, 1, 31)
  const to = addDays(closingPeriod(occurredOn, { day: closingDay }).from, -1)
  const wholePeriodFrom = addDays(closingBefore(to, closingDay, 1), 1)
  if (hiredOn !== undefined && hiredOn > wholePeriodFrom) return { from: hiredOn, to: before }
  return sinceHiring({ from: addDays(closingBefore(to, closingDay, months), 1), to }, hiredOn)
}

const sinceHiring = ({ from, to }: Span, hiredOn: string | undefined): Span => ({
  from: hiredOn !== undefined && hiredOn > from ? hiredOn : from,
  to,
})

function closingBefore(closing: string, closingDay: number, months: number): string {
  const { year, month } = dateParts(closing)
  return dateOf(year, month - months, closingDay)
}

function sumOf(field: string, list: readonly Wages[]) {
  const sum = { days: 0, periodWages: 0, workWages: 0, daysWorked: 0 }
  records(field, list, mostStretches, 0).forEach((each, index) => {
    const at = `${field}[${index}]`
    const from = day(`${at}.from`, each.from)
    const to = day(`${at}.to`, each.to)
    if (to < from) throw backwards(`${at}.to`, to, from)
    const days = daysBetween(from, to) + 1
    sum.days += days
    sum.periodWages += yen(`${at}.periodWages`, each.periodWages ?? 0)
    sum.workWages += yen(`${at}.workWages`, each.workWages ?? 0)
    sum.daysWorked += wholeNumber(`${at}.daysWorked`, each.daysWorked ?? 0, 0, days)
  })
  return sum
}

function refuseUncovered(wages: readonly Wages[], { from, to }: Span): void {
  let next = from
  wages.forEach((each, index) => {
    if (each.from !== next) throw notCovering(`wages[${index}].from`, each.from, from, to)
    next = addDays(each.to, 1)
  })
  if (next !== addDays(to, 1))
    throw notCovering(`wages[${Math.max(0, wages.length - 1)}].to`, wages.at(-1)?.to, from, to)
}

function checkExcluded(excluded: NonNullable<AverageWageInput['excluded']>, { from, to }: Span): void {
  let next = from
  excluded.forEach((each, index) => {
    oneOf(`excluded[${index}].reason`, each.reason, exclusions)
    if (each.from < next || each.to > to) throw notInside(`excluded[${index}].from`, each.from, next, to)
    next = addDays(each.to, 1)
  })
}

const notCovering = (field: string, given: string | undefined, from: string, to: string) =>
  new InvalidInputError(field, given, {
    ja: `算定期間は${from}から${to}までです。この期間を抜けも重なりもなく指定してください。`,
    en: `The period is ${from} to ${to}. Give exactly these days, without gap or overlap.`,
  })

const notInside = (field: string, given: string, from: string, to: string) =>
  new InvalidInputError(field, given, {
    ja: `除く期間は、早い順に、重ならないように、${from}から${to}までの中で指定してください。`,
    en: `Give the days left out in order, without overlap, within ${from} to ${to}.`,
  })

const moreThanPaid = () =>
  new InvalidInputError('excluded', '賃金', {
    ja: '除く期間の賃金と日数は、算定期間の賃金と日数を超えません。',
    en: 'The wages and days left out cannot exceed those of the whole period.',
  })

const backwards = (field: string, to: string, from: string) =>
  new InvalidInputError(field, to, {
    ja: `${from}以後の日を指定してください。`,
    en: `Give a day on or after ${from}.`,
  })

const hiredTooLate = (hiredOn: string, occurredOn: string) =>
  new InvalidInputError('hiredOn', hiredOn, {
    ja: `事由の発生した日（${occurredOn}）より前の日を指定してください。`,
    en: `Give a day before the event (${occurredOn}).`,
  })

const allExcluded = (count: number) =>
  new InvalidInputError('excluded', `${count}件`, {
    ja: '除く期間が算定期間のすべてです。この場合の平均賃金は都道府県労働局長が定めます（施行規則4条）。',
    en: 'All days are left out. The labour bureau then sets the average wage (Rule 4).',
  })

const noDaysWorked = (index: number) =>
  new InvalidInputError(`wages[${index}].daysWorked`, 0, {
    ja: '日給・時給・出来高払の賃金があるときは、労働した日数を指定してください。',
    en: 'Give the days worked for wages by days, hours or piecework.',
  })
