import { addDays, dateParts, dayAfterMonths, isDate } from '../../calendar/days.ts'
import { day, InvalidInputError, oneOf, record } from '../../core/input.ts'
import { allBecause, type Because, lawOn } from '../../core/statute.ts'
import { attendanceOf, type LeaveAttendance } from './attendance.ts'
import { type ContractOn, contractsOf, type LeaveContract, leaveDays } from './contract.ts'
import { fiveDayDutyLaw, leaveExpiry, leaveTable, presentLeaveTable, uniformGrant } from './law.ts'

/** When the first grant comes under a common grant day: after six months, on the first common day if that is earlier, or at once. */
export type FirstGrant = 'six-months' | 'common-day' | 'on-hire'

export type PaidLeaveGrantsInput = LeaveContract & {
  hiredOn: string
  /** The last day looked at, itself included. */
  until: string
  /** The first day looked at; without it everything since the hiring that falls under the present table (2001-04-01 on). */
  from?: string
  /** Contracts that began later; the contract of the grant day decides the number. */
  contractChanges?: readonly (LeaveContract & { from: string })[]
  /** Attendance of the period before a grant; where none is given, 80 % is taken as met. */
  attendance?: readonly LeaveAttendance[]
  /** 斉一的取扱い: a common grant day (MM-DD) for everyone. */
  uniform?: { on: string; first: FirstGrant }
}

export type PaidLeaveGrant = {
  on: string
  /** Whole days; 0 where attendance was below 80 %. */
  days: number
  /** The last day on which these days can be used. */
  expiresOn: string
  /** Months of service of the table column: 6, 18, 30 … */
  serviceMonths: number
  kind: 'full' | 'proportional'
  attendance: 'met' | 'short' | 'taken-as-met'
  /** The grant day by the article alone; later than `on` only under a common grant day. */
  dueOn: string
  /** 年5日の時季指定義務の対象. */
  fallsUnderFiveDayDuty: boolean
  because: Because[]
}

const longestService = 70 * 12

/**
 * 年次有給休暇の付与日と日数: every grant of a worker up to a day (労働基準法39条1項〜3項).
 * Six months count from the day of hiring and end the day before the corresponding day, on the last day of the month where
 * there is none (民法143条2項): hired on 8/31, granted on 3/1. Below 80 % attendance the grant is 0 and service goes on.
 * Grants after the checked period are a forecast and say `guess` in `because`. Days granted before 2001-04-01 followed
 * another table and are left out; a `from` before that day throws UnknownLawError. Throws InvalidInputError naming the field.
 */
export function paidLeaveGrants(input: PaidLeaveGrantsInput): PaidLeaveGrant[] {
  record('input', input)
  const hiredOn = day('hiredOn', input.hiredOn)
  const until = untilOf(hiredOn, input.until)
  const contracts = contractsOf(input)
  const days = grantDays(hiredOn, until, uniformOf(input.uniform))
  const attendance = attendanceOf(
    input.attendance ?? [],
    days.map(({ on }) => on),
    hiredOn,
  )
  const from = fromOf(hiredOn, input.from)
  return days.flatMap(({ on, dueOn, year }) =>
    on < from
      ? []
      : [
          grantOn({
            on,
            dueOn,
            year,
            contract: contracts(on),
            attendance: attendance(on),
            isUniform: input.uniform !== undefined,
          }),
        ],
  )
}

type GrantDay = { on: string; dueOn: string; year: number }

function grantOn(
  grant: GrantDay & { contract: ContractOn; attendance: PaidLeaveGrant['attendance']; isUniform: boolean },
): PaidLeaveGrant {
  const { on, dueOn, year, contract, attendance } = grant
  const table = lawOn(leaveTable, on, { preview: true })
  const expiry = lawOn(leaveExpiry, on, { preview: true })
  const duty = on < dutySince ? undefined : lawOn(fiveDayDutyLaw, on, { preview: true })
  const { days: lawfulDays, kind } = leaveDays(table.value, contract, year)
  const days = attendance === 'short' ? 0 : lawfulDays
  return {
    on,
    days,
    expiresOn: addDays(dayAfterMonths(on, expiry.value.months), -1),
    serviceMonths: table.value.firstGrantMonths + 12 * year,
    kind,
    attendance,
    dueOn,
    fallsUnderFiveDayDuty: duty !== undefined && days >= duty.value.grantedDays,
    because: allBecause(
      table.because,
      expiry.because,
      duty?.because ?? [],
      grant.isUniform ? lawOn(uniformGrant, on, { preview: true }).because : [],
    ),
  }
}

const dutySince = fiveDayDutyLaw.versions[0]?.from ?? ''

/** The grant days in order; under a common day each later grant moves forward to the last common day before it is due. */
function grantDays(hiredOn: string, until: string, uniform: Uniform | undefined): GrantDay[] {
  const sixMonths = dayAfterMonths(hiredOn, presentLeaveTable.firstGrantMonths)
  const first = firstGrantDay(hiredOn, sixMonths, uniform)
  const found: GrantDay[] = []
  for (let year = 0; ; year += 1) {
    const dueOn = dayAfterMonths(first, 12 * year)
    const on = year === 0 || uniform === undefined ? dueOn : lastCommonDay(dueOn, uniform)
    if (on > until || dueOn > dayAfterMonths(hiredOn, longestService)) return found
    found.push({ on, dueOn: dayAfterMonths(sixMonths, 12 * year), year })
  }
}

type Uniform = { month: number; day: number; first: FirstGrant }

function firstGrantDay(hiredOn: string, sixMonths: string, uniform: Uniform | undefined): string {
  if (uniform?.first === 'on-hire') return hiredOn
  if (uniform?.first !== 'common-day') return sixMonths
  const commonDay = lastCommonDay(sixMonths, uniform)
  return commonDay > hiredOn ? commonDay : sixMonths
}

function lastCommonDay(notAfter: string, { month, day: dayOfMonth }: Uniform): string {
  const { year } = dateParts(notAfter)
  const inYear = (of: number) =>
    `${String(of).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
  return inYear(year) <= notAfter ? inYear(year) : inYear(year - 1)
}

function uniformOf(uniform: PaidLeaveGrantsInput['uniform']): Uniform | undefined {
  if (uniform === undefined) return undefined
  const monthDay: unknown = record('uniform', uniform).on
  const inCommonYear = typeof monthDay === 'string' ? `2001-${monthDay}` : ''
  if (!isDate(inCommonYear)) {
    throw new InvalidInputError('uniform.on', uniform.on, {
      ja: '毎年ある月日を04-01の形で指定してください。',
      en: 'Give a month and day that every year has, written like 04-01.',
    })
  }
  const { month, day: dayOfMonth } = dateParts(inCommonYear)
  return {
    month,
    day: dayOfMonth,
    first: oneOf('uniform.first', uniform.first, ['six-months', 'common-day', 'on-hire']),
  }
}

function untilOf(hiredOn: string, given: string): string {
  const until = day('until', given)
  if (until >= hiredOn) return until
  throw new InvalidInputError('until', given, {
    ja: `入社日（${hiredOn}）以後の日を指定してください。`,
    en: `Give a day on or after the day of hiring (${hiredOn}).`,
  })
}

function fromOf(hiredOn: string, given: string | undefined): string {
  const known = leaveTable.versions[0]?.from ?? hiredOn
  if (given === undefined) return hiredOn > known ? hiredOn : known
  const from = day('from', given)
  if (from >= hiredOn) lawOn(leaveTable, from, { preview: true })
  return from
}
