import { addDays, dayAfterMonths } from '../../calendar/days.ts'
import { day, oneOf, record } from '../../core/input.ts'
import { allBecause, type Because, lawOn } from '../../core/statute.ts'
import { type FiveDayDuty, fiveDayDuty, type OverlapRule } from './five-day-duty.ts'
import { hourlyLeave, leaveExpiry } from './law.ts'
import { type LeaveGranted, type LeaveUse, type LeaveUseRead, readLeave } from './leave-input.ts'

export type PaidLeaveBalanceInput = {
  /** What was granted (the answer of paidLeaveGrants fits); days in halves. */
  grants: readonly LeaveGranted[]
  /** What was taken, in any order; no more than one day on a day. */
  uses: readonly LeaveUse[]
  /** The day after whose uses the balance is asked for. */
  on: string
  /** Which days go first is for the work rules; without a word the oldest. */
  order?: 'oldest-first' | 'newest-first'
  /** 時間単位年休: the scheduled minutes of one day, counted up to whole hours; needed where a use is in hours. */
  dailyMinutes?: number
  overlap?: OverlapRule
}

/** An amount of leave: days in halves, or whole days and minutes where leave by the hour is kept. */
export type LeaveAmount = { days: number; minutes: number }

export type LeaveEntry = {
  on: string
  kind: 'grant' | 'use' | 'expiry'
  amount: LeaveAmount
  /** Which grants it concerns, and how much of each. */
  of: { grantedOn: string; amount: LeaveAmount }[]
  balance: LeaveAmount
}

export type LeaveNotCovered = { index: number; on: string; amount: LeaveAmount; reason: 'no-balance' | 'hourly-limit' }

export type PaidLeaveBalance = {
  balance: LeaveAmount
  granted: LeaveAmount
  used: LeaveAmount
  expired: LeaveAmount
  byGrant: { grantedOn: string; granted: LeaveAmount; remaining: LeaveAmount; expiresOn: string }[]
  /** Every change in order of time, with the balance after it. */
  entries: LeaveEntry[]
  /** Uses for which there was no leave, or beyond five days a year by the hour: they are not paid leave and change nothing. */
  notCovered: LeaveNotCovered[]
  fiveDayDuty: FiveDayDuty[]
  because: Because[]
}

type Lot = { grantedOn: string; goneOn: string; granted: number; remaining: number }

/**
 * 年次有給休暇の残日数: grants less uses less what has expired after two years (労働基準法115条), explained change by change.
 * Counted in whole units (half days, or minutes where leave by the hour is kept), never below zero. On one day expiry comes
 * first, then a grant, then a use. Throws InvalidInputError naming the field.
 */
export function paidLeaveBalance(input: PaidLeaveBalanceInput): PaidLeaveBalance {
  record('input', input)
  const on = day('on', input.on)
  const order = oneOf('order', input.order ?? 'oldest-first', ['oldest-first', 'newest-first'])
  const { grants, uses, unitsOfDay, isHourly } = readLeave(input)
  const account = new LeaveAccount(unitsOfDay, isHourly, order === 'newest-first')
  for (const change of changesUntil(on, grants, uses)) {
    account.expireUntil(change.on)
    if ('units' in change.of) account.use(change.of)
    else account.grant(change.of.on, change.of.days * unitsOfDay)
  }
  account.expireUntil(on)
  const covered = uses.filter((use) => use.on <= on && !account.notCovered.some(({ index }) => index === use.index))
  const duty = fiveDayDuty({
    grants: grants.filter((grant) => grant.on <= on),
    uses: covered.flatMap((use) => (use.days === undefined ? [] : [{ on: use.on, days: use.days }])),
    on,
    ...(input.overlap === undefined ? {} : { overlap: input.overlap }),
  })
  return { ...account.statement(), fiveDayDuty: duty, because: becauseOf(on, isHourly, duty) }
}

function becauseOf(on: string, isHourly: boolean, duty: readonly FiveDayDuty[]): Because[] {
  return allBecause(
    lawOn(leaveExpiry, on, { preview: true }).because,
    isHourly ? lawOn(hourlyLeave, on, { preview: true }).because : [],
    ...duty.map((each) => each.because),
  )
}

function changesUntil(on: string, grants: readonly LeaveGranted[], uses: readonly LeaveUseRead[]) {
  return [...grants.map((of) => ({ on: of.on, rank: 0, of })), ...uses.map((of) => ({ on: of.on, rank: 1, of }))]
    .filter((change) => change.on <= on)
    .sort((a, b) => (a.on === b.on ? a.rank - b.rank : a.on < b.on ? -1 : 1))
}

class LeaveAccount {
  readonly entries: LeaveEntry[] = []
  readonly notCovered: LeaveNotCovered[] = []
  private readonly lots: Lot[] = []
  private readonly byTheHour = new Map<string, number>()
  private used = 0
  private expired = 0
  private readonly unitsOfDay: number
  private readonly isHourly: boolean
  private readonly newestFirst: boolean

  constructor(unitsOfDay: number, isHourly: boolean, newestFirst: boolean) {
    this.unitsOfDay = unitsOfDay
    this.isHourly = isHourly
    this.newestFirst = newestFirst
  }

  grant(on: string, units: number): void {
    const { months } = lawOn(leaveExpiry, on, { preview: true }).value
    this.lots.push({ grantedOn: on, goneOn: dayAfterMonths(on, months), granted: units, remaining: units })
    this.note('grant', on, [{ grantedOn: on, units }])
  }

  expireUntil(on: string): void {
    for (const lot of this.lots.filter(({ goneOn, remaining }) => goneOn <= on && remaining > 0)) {
      const units = lot.remaining
      this.expired += units
      lot.remaining = 0
      this.note('expiry', lot.goneOn, [{ grantedOn: lot.grantedOn, units }])
    }
  }

  use({ index, on, units, days }: LeaveUseRead): void {
    const year = days === undefined ? this.yearOf(on) : undefined
    const ofYear = year === undefined ? 0 : (this.byTheHour.get(year) ?? 0) + units
    const reason = this.total() < units ? 'no-balance' : this.isOverHourlyLimit(on, ofYear) ? 'hourly-limit' : undefined
    if (reason !== undefined) {
      this.notCovered.push({ index, on, amount: this.amount(units), reason })
      return
    }
    if (year !== undefined) this.byTheHour.set(year, ofYear)
    this.used += units
    this.note('use', on, this.taken(units))
  }

  statement(): Omit<PaidLeaveBalance, 'fiveDayDuty' | 'because'> {
    const granted = this.lots.reduce((sum, lot) => sum + lot.granted, 0)
    return {
      balance: this.amount(this.total()),
      granted: this.amount(granted),
      used: this.amount(this.used),
      expired: this.amount(this.expired),
      byGrant: this.lots.map((lot) => ({
        grantedOn: lot.grantedOn,
        granted: this.amount(lot.granted),
        remaining: this.amount(lot.remaining),
        expiresOn: addDays(lot.goneOn, -1),
      })),
      entries: this.entries,
      notCovered: this.notCovered,
    }
  }

  private taken(units: number): { grantedOn: string; units: number }[] {
    let wanted = units
    const inOrder = this.newestFirst ? this.lots.toReversed() : this.lots
    return inOrder.flatMap((lot) => {
      const part = Math.min(lot.remaining, wanted)
      lot.remaining -= part
      wanted -= part
      return part > 0 ? [{ grantedOn: lot.grantedOn, units: part }] : []
    })
  }

  private isOverHourlyLimit(on: string, unitsOfYear: number): boolean {
    return unitsOfYear > lawOn(hourlyLeave, on, { preview: true }).value.daysOfYear * this.unitsOfDay
  }

  /** The beginning of the leave year (from grant to grant, at most twelve months) in which a day lies. */
  private yearOf(on: string): string {
    const granted = this.lots.at(-1)?.grantedOn ?? on
    let begins = granted
    for (let years = 1; dayAfterMonths(granted, years * 12) <= on; years += 1)
      begins = dayAfterMonths(granted, years * 12)
    return begins
  }

  private total(): number {
    return this.lots.reduce((sum, lot) => sum + lot.remaining, 0)
  }

  private amount(units: number): LeaveAmount {
    if (!this.isHourly) return { days: units / this.unitsOfDay, minutes: 0 }
    const minutes = units % this.unitsOfDay
    return { days: (units - minutes) / this.unitsOfDay, minutes }
  }

  private note(kind: LeaveEntry['kind'], on: string, parts: readonly { grantedOn: string; units: number }[]): void {
    this.entries.push({
      on,
      kind,
      amount: this.amount(parts.reduce((sum, { units }) => sum + units, 0)),
      of: parts.map(({ grantedOn, units }) => ({ grantedOn, amount: this.amount(units) })),
      balance: this.amount(this.total()),
    })
  }
}
