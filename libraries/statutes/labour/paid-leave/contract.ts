import { day, InvalidInputError, records, wholeNumber } from '../../core/input.ts'
import { type LeaveTable, presentLeaveTable } from './law.ts'

/** What decides between full and proportional leave: weekly days (or, for rosters without a week, yearly days) and weekly hours. */
export type LeaveContract = {
  /** 週所定労働日数 1–7. */
  weeklyDays?: number
  /** 1年間の所定労働日数, where the days of a week are not fixed. */
  yearlyDays?: number
  /** 週所定労働時間 in hours, fractions allowed; not needed from five days a week or 217 days a year on. */
  weeklyHours?: number
}

export type ContractOn = { weeklyDays: number | undefined; yearlyDays: number | undefined; weeklyHours: number }

const mostChanges = 1_000

/** The contract in force on a day: the latest that has begun, else the first. */
export function contractsOf(
  input: LeaveContract & { contractChanges?: readonly (LeaveContract & { from: string })[] },
): (on: string) => ContractOn {
  const first = contractOf('', input)
  const later = records('contractChanges', input.contractChanges ?? [], mostChanges, 0)
    .map((change, index) => ({
      from: day(`contractChanges[${index}].from`, change.from),
      contract: contractOf(`contractChanges[${index}].`, change),
    }))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  return (on) => later.findLast(({ from }) => from <= on)?.contract ?? first
}

function contractOf(at: string, contract: LeaveContract): ContractOn {
  const { weeklyDays, yearlyDays } = contract
  if ((weeklyDays === undefined) === (yearlyDays === undefined)) {
    throw new InvalidInputError(`${at}weeklyDays`, weeklyDays, {
      ja: '週の所定労働日数か、年間の所定労働日数（yearlyDays）のどちらか一方を指定してください。',
      en: 'Give either the days of a week or the days of a year (yearlyDays), not both.',
    })
  }
  if (weeklyDays !== undefined) wholeNumber(`${at}weeklyDays`, weeklyDays, 1, 7)
  if (yearlyDays !== undefined) wholeNumber(`${at}yearlyDays`, yearlyDays, 0, 366)
  return { weeklyDays, yearlyDays, weeklyHours: hoursOf(`${at}weeklyHours`, contract) }
}

function hoursOf(field: string, { weeklyDays, yearlyDays, weeklyHours }: LeaveContract): number {
  const { fullFrom } = presentLeaveTable
  const isFullByDays = (weeklyDays ?? 0) >= fullFrom.weeklyDays || (yearlyDays ?? 0) >= fullFrom.yearlyDays
  if (weeklyHours === undefined && isFullByDays) return 0
  if (typeof weeklyHours === 'number' && weeklyHours >= 0 && weeklyHours <= 168) return weeklyHours
  throw new InvalidInputError(field, weeklyHours, {
    ja: '週の所定労働時間を0以上168以下の時間数で指定してください（30時間以上かどうかで日数が変わります）。',
    en: 'Give the weekly hours, 0 to 168 (30 hours or more changes the number of days).',
  })
}

/** The days of the table for a contract and a number of completed years after the first grant. */
export function leaveDays(
  table: LeaveTable,
  contract: ContractOn,
  year: number,
): { days: number; kind: 'full' | 'proportional' } {
  const { weeklyDays, yearlyDays, weeklyHours } = contract
  const { fullFrom } = table
  const at = (days: readonly number[]) => days[Math.min(year, days.length - 1)] ?? 0
  if (
    weeklyHours >= fullFrom.weeklyHours ||
    (weeklyDays ?? 0) >= fullFrom.weeklyDays ||
    (yearlyDays ?? 0) >= fullFrom.yearlyDays
  ) {
    return { days: at(table.full), kind: 'full' }
  }
  const row = table.proportional.find((each) =>
    weeklyDays === undefined ? (yearlyDays ?? 0) >= each.yearlyDaysFrom : weeklyDays === each.weeklyDays,
  )
  return { days: at(row?.days ?? []), kind: 'proportional' }
}
