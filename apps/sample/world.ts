import {
  type AnswerOf,
  type CommandContract,
  dateInTokyo,
  type InputOf,
  instantInTokyo,
  type LocalDate,
} from '@ennoshita/kernel'
import { type Actor, type Office, runCommand, type Scope } from '@ennoshita/kernel/server'
import type { BookAccount } from './books.ts'
import type { Diary } from './diary.ts'
import { diceFor } from './dice.ts'
import type { SampleData, SampleKind, SamplePerson } from './read-data.ts'
import type { Vendor } from './vendors.ts'
import type { WorkingDays } from './working-days.ts'

export type Member = {
  readonly key: string
  readonly personId: string
  readonly name: string
  readonly departmentKey: string
  readonly actor: Actor
  joinedOn: LocalDate
  leftOn: LocalDate | undefined
}

export type KindOfWork = SampleKind & {
  kindId: string
  name: string
  timing: string
  usualMinutes: number
  version: number
}

/** What the stories left behind for the truths to be measured by. */
export type Tally = {
  readonly actsOfDay: Map<LocalDate, number>
  readonly waits: { isReview: boolean; days: number }[]
  readonly deeds: Map<string, number>
  handOversOfPingPong: number
  /** The invoice that came twice. */
  secondCopy: { invoiceId: string; vendorId: string; vendorName: string } | undefined
}

/** The company that is being lived: who is in it, what it does, and its diary. */
export type World = {
  readonly office: Office
  readonly data: SampleData
  readonly seed: number
  readonly startOn: LocalDate
  readonly endOn: LocalDate
  readonly days: WorkingDays
  readonly diary: Diary
  readonly program: Actor
  readonly departments: Map<string, string>
  readonly posts: Map<string, string>
  readonly members: Map<string, Member>
  readonly kinds: Map<string, KindOfWork>
  /** By the codes of the standard chart. */
  readonly accounts: Map<string, BookAccount>
  readonly vendors: Vendor[]
  /** Where the papers of invoices are kept; without it there are none. */
  readonly filesFolder: string | undefined
  readonly absence: { readonly key: string; readonly fromOn: LocalDate; readonly untilOn: LocalDate }
  readonly tally: Tally
  /** Tasks whose story is written already. */
  readonly begunTasks: Set<string>
}

/** The value that must be there: a name in the data that nobody has is a mistake of ours. */
export function known<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`The sample knows no ${key}.`)
  return value
}

export const idOf = (world: World, key: string): string => known(world.members, key).personId
export const idsOf = (world: World, keys: readonly string[]): string[] => keys.map((key) => idOf(world, key))

/** Carries out a command as a person (the program itself without one), at an instant of the past. */
export async function act<C extends CommandContract>(
  world: World,
  who: string | undefined,
  contract: C,
  input: InputOf<C>,
  occurredAt: string,
): Promise<AnswerOf<C>> {
  const actor = who === undefined ? world.program : known(world.members, who).actor
  // the peaks of the office are those of its tasks and requests; invoices come by their own closing days
  if (who !== undefined && !/^(payables|documents|ledger)\./.test(contract.name)) {
    const on = dateInTokyo(occurredAt)
    world.tally.actsOfDay.set(on, (world.tally.actsOfDay.get(on) ?? 0) + 1)
  }
  try {
    return await runCommand(world.office, contract, actor, input, { occurredAt })
  } catch (cause) {
    throw new Error(`The sample failed at ${contract.name} by ${who ?? 'the program'} at ${occurredAt}.`, { cause })
  }
}

/** The instant of a date and so many minutes after midnight, in Asia/Tokyo. */
export function instantAt(on: LocalDate, minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
  return instantInTokyo(on, `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
}

/** `09:40` as minutes after midnight. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Whether the person works on that day: a working day, in the company, neither in the week of absence nor on a day of leave. */
export function isIn(world: World, key: string, on: LocalDate): boolean {
  const member = known(world.members, key)
  if (!world.days.isOpen(on) || on < member.joinedOn || (member.leftOn !== undefined && on > member.leftOn))
    return false
  if (key === world.absence.key && on >= world.absence.fromOn && on <= world.absence.untilOn) return false
  return !diceFor(world.seed, 'leave', key, on).chance(3)
}

/** The next day on or after which the person works. */
export function nextDayIn(world: World, key: string, on: LocalDate): LocalDate {
  let day = world.days.onOrAfter(on)
  for (let tries = 0; tries < 20 && !isIn(world, key, day); tries += 1) day = world.days.after(day, 1)
  return day
}

/** What the preset roles are granted, taken together: the widest of each. */
export function grantsOf(
  office: Office,
  roles: readonly (SamplePerson['roles'][number] | 'employee')[],
): Map<string, Scope> {
  const scopes: readonly Scope[] = ['own', 'department', 'company']
  const grants = new Map<string, Scope>()
  for (const [name, permission] of office.permissions) {
    const held = roles.map((role) => permission.roles[role])
    const scope = scopes.findLast((each) => held.includes(each))
    if (scope) grants.set(name, scope)
  }
  return grants
}

/** Fills {client} and its like from the lists of the company's data. */
export function filled(world: World, text: string, ...story: readonly (string | number)[]): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const list = world.data.company.fill[name]
    if (!list) throw new Error(`Nothing fills {${name}}.`)
    return diceFor(world.seed, 'fill', name, ...story).pick(list)
  })
}
