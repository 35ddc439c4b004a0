import { createHash } from 'node:crypto'
import { dateInTokyo, instantOf } from '../clock/clock.ts'
import { readStored } from '../files/file-store.ts'
import { newId } from '../ids/ids.ts'
import { type Actor, type Reach, scopeOf, within } from '../permission/actor.ts'
import { findException } from '../permission/duties.ts'
import { inTransaction } from '../sql/database.ts'
import { doorOf, raw, type Sql, sql } from '../sql/sql.ts'
import type { Command, CommandAnswer, NewEvent, NumberTaken } from './command.ts'
import type { AnswerOf, CommandContract, InputOf } from './contract.ts'
import type { Office } from './office.ts'
import { parseInput } from './parse-input.ts'
import { Refusal } from './refusal.ts'

/** What goes with a command besides its input. */
export type Order = {
  /** The same request is carried out once; its answer is kept. */
  readonly requestId?: string
  /** Does everything and keeps nothing. */
  readonly dryRun?: boolean
  /** When it happened in the business, if not now: imports and the sample company. */
  readonly occurredAt?: string
  /** The event that led to this command. */
  readonly cause?: string
  /** The act on many things that this command is part of. */
  readonly bulk?: string
}

/** The transaction was taken back at commit: an error inside it had been swallowed, or a lock in the database refused it. */
export class RolledBack extends Error {
  constructor(name: string) {
    super(`The command ${name} swallowed an error; nothing of it was kept.`)
    this.name = 'RolledBack'
  }
}

/**
 * Runs a command: the only writer of the event log. One transaction; what opens it travels with the command's first
 * statements, and what it leaves travels with the commit. A request that was carried out before is answered as then.
 * Throws Refusal for what the person can mend; anything else is a fault and nothing is kept.
 */
export async function runCommand<C extends CommandContract>(
  office: Office,
  contract: C,
  actor: Actor,
  given: InputOf<C>,
  order: Order = {},
): Promise<AnswerOf<C>> {
  const command = office.commands.get(contract.name)
  if (!command) throw new Error(`No command ${contract.name} in this office.`)
  refuseUnless(command, actor)
  const input = parseInput(contract.input, given)
  const request = {
    id: order.requestId ?? newId(),
    sha256: createHash('sha256').update(contract.name).update(canonical(given)).digest(),
  }
  try {
    const answer = await carryOut(office, command, actor, input, request, order)
    return answer as AnswerOf<C> // as: parsed by this very contract
  } catch (cause) {
    if (order.requestId === undefined) throw cause
    const kept = await keptAnswer(office, actor, request).catch(() => undefined) // what went wrong first is what is told
    if (!kept) throw cause
    if (!kept.same) throw new Refusal(requestReused)
    return contract.answer.parse(kept.answer) as AnswerOf<C> // as: parsed by the contract
  }
}

/** The request id carries out one content once; its row is written with the events and refuses a second. */
type Request = { readonly id: string; readonly sha256: Buffer }

async function carryOut(
  office: Office,
  command: Command,
  actor: Actor,
  input: unknown,
  request: Request,
  order: Order,
): Promise<unknown> {
  const now = order.occurredAt ? instantOf(order.occurredAt) : office.clock.now()
  const today = dateInTokyo(now)
  const { name } = command.contract
  const client = await office.database.app.connect()
  const { tx, send, close, takeBack } = doorOf(client)
  let broken: Error | undefined
  try {
    const opened = [
      send(sql`begin`),
      send(
        sql`select set_config('ennoshita.company', ${actor.companyId}, true), set_config('ennoshita.command', ${name}, true)`,
      ),
    ]
    const exception = command.apartFrom ? await findException(tx, command, actor, input, today) : undefined
    const reaching = (reach: Reach) => within(actor, command.may, reach)
    const readFile = (fileId: string) => readStored(tx, office.filesFolder, actor.companyId, fileId)
    const told = await command.run({ tx, now, today, actor, within: reaching, readFile }, input)
    await Promise.all(opened)
    close()
    refuseUndeclared(command, told)
    const answer = command.contract.answer.parse(told.answer)
    const left = record(actor, request, name, now, told.events, JSON.stringify(answer), order, exception)
    const written = [left, ...numbersTaken(actor, told.numbers ?? []), order.dryRun ? sql`rollback` : sql`commit`]
    const ended = (await Promise.all(written.map(send))).at(-1)
    if (!order.dryRun && ended?.tag !== 'COMMIT') throw new RolledBack(name)
    return answer
  } catch (cause) {
    broken = await takeBack()
    throw cause
  } finally {
    client.release(broken)
  }
}

function refuseUnless(command: Command, actor: Actor): void {
  if (scopeOf(actor, command.may) !== undefined && !(command.internal && actor.kind !== 'system')) return
  throw new Refusal({
    kind: 'not-allowed',
    code: 'kernel.not-allowed',
    what: {
      ja: `「${command.contract.says.ja}」を行う権限がありません。`,
      en: `You may not "${command.contract.says.en}".`,
    },
    rule: {
      says: { ja: '権限は役割ごとに決められています。', en: 'Permissions are granted by role.' },
      source: command.may,
    },
    todo: { ja: '必要なときは管理者にお申し出ください。', en: 'Ask an administrator if you need it.' },
  })
}

function refuseUndeclared(command: Command, told: CommandAnswer<string, unknown>): void {
  if (told.events.length === 0) throw new Error(`${command.contract.name} returned no event.`)
  for (const event of told.events) {
    if (!command.emits.includes(event.activity))
      throw new Error(`${command.contract.name} recorded the undeclared ${event.activity}.`)
  }
}

/** What was answered when the request was carried out, if it was, and whether it was this very content by this person. */
async function keptAnswer(
  office: Office,
  actor: Actor,
  request: Request,
): Promise<{ same: boolean; answer: unknown } | undefined> {
  return inTransaction(office.database.app, async (tx) => {
    const [, kept] = await Promise.all([
      tx.run`select set_config('ennoshita.company', ${actor.companyId}, true)`,
      tx.row<{ same: boolean; answer: unknown }>`
        select input_sha256 = ${request.sha256} and actor is not distinct from ${actor.personId ?? null}::uuid as same, answer
        from kernel.command where company_id = ${actor.companyId} and id = ${request.id}`,
    ])
    return kept
  })
}

const requestReused = {
  kind: 'conflict',
  code: 'kernel.request-reused',
  what: {
    ja: '同じ受付番号で、内容の違う依頼が届きました。何も変更していません。',
    en: 'This request id was already used for other content. Nothing was changed.',
  },
  field: 'x-request-id',
  rule: {
    says: {
      ja: '受付番号一つにつき、一つの内容だけを一度だけ実行します。',
      en: 'One request id carries one content, once.',
    },
  },
  todo: {
    ja: '画面を開き直して、もう一度お試しください。',
    en: 'Reload and try again; a new request needs a new id.',
  },
} as const

/** One statement for all that a command leaves: its row with the answer, its events, the objects they concern and their labels. */
function record(
  actor: Actor,
  request: Request,
  name: string,
  now: string,
  told: readonly NewEvent[],
  answer: string,
  order: Order,
  exception: string | undefined,
): Sql {
  const company = actor.companyId
  const events = told.map((event) => ({
    id: newId(),
    activity: event.activity,
    occurred_at: event.occurredAt ?? now,
    ended_at: event.endedAt ?? null,
    data: event.data ?? {},
  }))
  const objects = new Map<string, { event_id: string | undefined; type: string; id: string; qualifier: string }>()
  const labels = new Map<string, object>()
  for (const [place, event] of told.entries()) {
    for (const { type, id, qualifier = '', label } of event.objects) {
      objects.set(`${place} ${type} ${id} ${qualifier}`, { event_id: events[place]?.id, type, id, qualifier })
      if (label) labels.set(id, { type, id, ...label, own: label.own ?? [] })
    }
  }
  return sql`with command as (
      insert into kernel.command (company_id, id, name, input_sha256, actor, answer)
      values (${company}, ${request.id}, ${name}, ${request.sha256}, ${actor.personId ?? null}, ${answer})
    ), events as (
      insert into kernel.event (company_id, id, command_id, activity, occurred_at, ended_at, actor, on_behalf_of, actor_kind, post, cause, bulk, exception, data)
      select ${company}, e.id, ${request.id}, e.activity, e.occurred_at, e.ended_at, ${actor.personId ?? null}::uuid, ${actor.onBehalfOf ?? null}::uuid,
        ${actor.kind}, ${actor.post ?? null}::uuid, ${order.cause ?? null}::uuid, ${order.bulk ?? null}::uuid, ${exception ?? null}, e.data
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e (id uuid, activity text, occurred_at timestamptz, ended_at timestamptz, data jsonb)
    )${labels.size > 0 ? labelled(company, [...labels.values()]) : raw('')}
    insert into kernel.event_object (company_id, event_id, object_type, object_id, qualifier)
    select ${company}, o.event_id, o.type, o.id, o.qualifier
    from jsonb_to_recordset(${JSON.stringify([...objects.values()])}::jsonb) as o (event_id uuid, type text, id uuid, qualifier text)`
}

function labelled(company: string, labels: readonly object[]): Sql {
  return sql`, labels as (
      insert into kernel.object_label as known (company_id, object_type, object_id, label, reading, folded, opens, may, own, department_id)
      select ${company}, l.type, l.id, l.text, l.reading, kernel.fold(l.text || coalesce(l.reading, '')), l.opens, l.may, array(select jsonb_array_elements_text(l.own)::uuid), l."departmentId"
      from jsonb_to_recordset(${JSON.stringify(labels)}::jsonb) as l (type text, id uuid, text text, reading text, opens text, may text, own jsonb, "departmentId" uuid)
      on conflict (company_id, object_type, object_id) do update
      set label = excluded.label,
        reading = coalesce(excluded.reading, case when known.label = excluded.label then known.reading end),
        folded = kernel.fold(excluded.label || coalesce(excluded.reading, case when known.label = excluded.label then known.reading end, '')), opens = excluded.opens, may = excluded.may, own = excluded.own, department_id = excluded.department_id
    )`
}

function numbersTaken(actor: Actor, numbers: readonly NumberTaken[]): Sql[] {
  return [...numbers]
    .sort((one, other) => one.series.localeCompare(other.series))
    .map(
      ({ series, table, column, id }) => sql`with taken as (
        insert into kernel.number_series as s (company_id, series, last) values (${actor.companyId}, ${series}, 1)
        on conflict (company_id, series) do update set last = s.last + 1 returning last)
      update ${raw(table)} set ${raw(column)} = (select last from taken) where company_id = ${actor.companyId} and id = ${id}`,
    )
}

/** The input as text that is the same whatever the order of its fields. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
        : part,
    ) ?? ''
  )
}
