import type { z } from 'zod'
import type { LocalDate } from '../dates/local-date.ts'
import type { ReadFile } from '../files/file-store.ts'
import type { Actor, Reach } from '../permission/actor.ts'
import type { Sql, Tx } from '../sql/sql.ts'
import type { CommandContract, QueryContract, Words } from './contract.ts'

/** One thing that an event concerns; `label` names it for inbox, search and history. */
export type EventObject = {
  readonly type: string
  readonly id: string
  readonly qualifier?: string
  /** `reading` (カナ) is told once; it stays while the text stays. */
  readonly label?: {
    text: string
    reading?: string
    opens: string
    may: string
    own?: readonly string[]
    departmentId?: string | null
  }
}

/** What happened, as a command tells it; the runner adds who, when and why. */
export type NewEvent<Activity extends string = string> = {
  readonly activity: Activity
  readonly objects: readonly [EventObject, ...EventObject[]]
  /** When it happened in the business, if not now; ISO 8601. */
  readonly occurredAt?: string | undefined
  readonly endedAt?: string | undefined
  /** No personal secrets and no amounts of pay: refer to the row. */
  readonly data?: Readonly<Record<string, unknown>>
}

/** A number to be taken last, without gaps, from a series of the company, and the row that receives it. */
export type NumberTaken = {
  readonly series: string
  readonly table: string
  readonly column: string
  readonly id: string
}

export type CommandContext = {
  readonly tx: Tx
  /** The instant of the act, ISO 8601 UTC. */
  readonly now: string
  /** Its date in Asia/Tokyo. */
  readonly today: LocalDate
  readonly actor: Actor
  /** The SQL predicate of the command's own permission for this actor. */
  within(reach: Reach): Sql
  /** An uploaded file of the company with its bytes; undefined when there is none. */
  readFile(fileId: string): Promise<ReadFile | undefined>
}

export type CommandAnswer<Activity extends string, Answer> = {
  readonly events: readonly [NewEvent<Activity>, ...NewEvent<Activity>[]]
  readonly answer: Answer
  readonly numbers?: readonly NumberTaken[]
}

/** The only way to write: one object in one file. */
export type Command = {
  readonly kind: 'command'
  readonly contract: CommandContract
  readonly may: string
  readonly emits: readonly string[]
  /** Activities that the actor must not have done on the same object (職務分掌: who made it does not approve it). */
  readonly apartFrom: { readonly activities: readonly string[]; readonly object: string } | undefined
  /** Kept from machines and people outside: only the program calls it. */
  readonly internal: boolean
  /** The largest input over HTTP, if not 1 MB: imports that stage a whole sheet. */
  readonly largestInputBytes: number | undefined
  run(context: CommandContext, input: unknown): Promise<CommandAnswer<string, unknown>>
}

/** Declares a command. `emits` lists every activity it may record; a misspelt one does not compile. */
export function command<
  Name extends string,
  In extends z.ZodType,
  Out extends z.ZodType,
  const Activity extends string,
>(
  contract: CommandContract<Name, In, Out>,
  body: {
    may: string
    emits: readonly Activity[]
    /** Segregation of duties: `object` is the input field that holds the object's id. */
    apartFrom?: { activities: readonly string[]; object: Extract<keyof z.output<In>, string> }
    internal?: boolean
    largestInputBytes?: number
    run(context: CommandContext, input: z.output<In>): Promise<CommandAnswer<NoInfer<Activity>, z.input<Out>>>
  },
): Command {
  return {
    kind: 'command',
    contract,
    may: body.may,
    emits: body.emits,
    apartFrom: body.apartFrom,
    internal: body.internal ?? false,
    largestInputBytes: body.largestInputBytes,
    // as: the runner parses the input by this very contract before it calls
    run: (context, input) => body.run(context, input as z.output<In>), // as: see above
  }
}

export type QueryContext = {
  readonly tx: Tx
  readonly now: string
  readonly today: LocalDate
  readonly actor: Actor
  within(reach: Reach): Sql
  readFile(fileId: string): Promise<ReadFile | undefined>
}

/** A read, in SQL. `leaves` names the event that records who looked (personal data, pay, exports). */
export type Query = {
  readonly kind: 'query'
  readonly contract: QueryContract
  readonly may: string
  readonly leaves: string | undefined
  run(context: QueryContext, input: unknown): Promise<unknown>
}

/** Declares a query. */
export function query<Name extends string, In extends z.ZodType, Out extends z.ZodType>(
  contract: QueryContract<Name, In, Out>,
  body: {
    may: string
    leaves?: string
    run(context: QueryContext, input: z.output<In>): Promise<z.input<Out>>
  },
): Query {
  return {
    kind: 'query',
    contract,
    may: body.may,
    leaves: body.leaves,
    run: (context, input) => body.run(context, input as z.output<In>), // as: the runner parses the input by this very contract
  }
}

/** A permission as a sentence, and the roles that have it from the start. */
export type Permission = {
  readonly says: Words
  readonly roles: Readonly<Partial<Record<PresetRole, 'own' | 'department' | 'company'>>>
}

/** The roles every new company begins with: 社長, 管理者, 担当, 部門長, 社員, 社外. */
export type PresetRole = 'president' | 'administrator' | 'clerk' | 'head' | 'employee' | 'outsider'

/** A thing done once a day in every company, at or soon after that time of day in Asia/Tokyo; caught up after a pause. */
export type TimedJob = {
  readonly name: string
  readonly at: `${number}:${number}`
  readonly command: CommandContract
  input(today: LocalDate): unknown
}

/** A module's table of contents. */
export type Module = {
  readonly name: string
  readonly tier: 'kernel' | 'foundation' | 'business'
  readonly says: Words
  readonly tables?: URL
  readonly permissions: Readonly<Record<string, Permission>>
  readonly commands: readonly Command[]
  readonly queries: readonly Query[]
  /** Every activity the module records, with its words for history, maps and inbox. */
  readonly events: Readonly<Record<string, Words>>
  readonly jobs?: readonly TimedJob[]
}
