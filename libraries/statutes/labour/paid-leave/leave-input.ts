import { day, flag, InvalidInputError, records, wholeNumber } from '../../core/input.ts'

/** Days granted on a day; `isPart` marks a part of the first grant given ahead of its day (分割付与). */
export type LeaveGranted = { on: string; days: number; isPart?: boolean }

/** A day (1), half a day (0.5) or whole hours (時間単位年休) taken on a day. */
export type LeaveUse = { on: string; days: number } | { on: string; hours: number }

export type LeaveUseRead = { index: number; on: string; units: number; days: number | undefined }

export type LeaveRead = { grants: LeaveGranted[]; uses: LeaveUseRead[]; unitsOfDay: number; isHourly: boolean }

const halvesOfDay = 2
const minutesOfHour = 60
const mostEntries = 10_000

/** Checks grants and uses and counts them in the smallest unit: half days, or minutes where one day's minutes are given. */
export function readLeave(input: {
  grants: readonly LeaveGranted[]
  uses: readonly LeaveUse[]
  dailyMinutes?: number
}): LeaveRead {
  const isHourly = input.dailyMinutes !== undefined
  const unitsOfDay =
    input.dailyMinutes === undefined
      ? halvesOfDay
      : Math.ceil(wholeNumber('dailyMinutes', input.dailyMinutes, 60, 1440) / minutesOfHour) * minutesOfHour
  const grants = readGrants(input.grants)
  const uses = records('uses', input.uses, mostEntries, 0).map((use, index) =>
    readUse(use, index, unitsOfDay, isHourly),
  )
  refuseMoreThanOneDay(uses, unitsOfDay)
  return { grants, uses, unitsOfDay, isHourly }
}

export function readGrants(grants: readonly LeaveGranted[]): LeaveGranted[] {
  return records('grants', grants, mostEntries, 0)
    .map((grant, index) => ({
      on: day(`grants[${index}].on`, grant.on),
      days: halves(`grants[${index}].days`, grant.days, 0, 100),
      ...(grant.isPart === undefined ? {} : { isPart: flag(`grants[${index}].isPart`, grant.isPart) }),
    }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** A number of days in halves; throws InvalidInputError naming the field. */
export function halves(field: string, given: number, least: number, most: number): number {
  if (typeof given === 'number' && Number.isInteger(given * 2) && given >= least && given <= most) return given
  throw new InvalidInputError(field, given, {
    ja: `${least}から${most}までの日数を0.5日きざみで指定してください。`,
    en: `Give a number of days from ${least} to ${most}, in halves.`,
  })
}

function readUse(use: LeaveUse, index: number, unitsOfDay: number, isHourly: boolean): LeaveUseRead {
  const at = `uses[${index}]`
  const on = day(`${at}.on`, use.on)
  if ('days' in use) {
    const days = halves(`${at}.days`, use.days, 0.5, 1)
    return { index, on, days, units: days * unitsOfDay }
  }
  if (!isHourly) {
    throw new InvalidInputError('dailyMinutes', undefined, {
      ja: '時間単位の取得があるときは、1日の所定労働時間（分）を指定してください。',
      en: 'Give the scheduled minutes of one day, because leave was taken by the hour.',
    })
  }
  const hours = wholeNumber(`${at}.hours`, use.hours, 1, unitsOfDay / minutesOfHour)
  return { index, on, days: undefined, units: hours * minutesOfHour }
}

function refuseMoreThanOneDay(uses: readonly LeaveUseRead[], unitsOfDay: number): void {
  const byDay = new Map<string, number>()
  for (const { index, on, units } of uses) {
    const sum = (byDay.get(on) ?? 0) + units
    if (sum > unitsOfDay) {
      throw new InvalidInputError(`uses[${index}].on`, on, {
        ja: '同じ日の取得が合わせて1日を超えています。',
        en: 'The uses of this day add up to more than one day.',
      })
    }
    byDay.set(on, sum)
  }
}
