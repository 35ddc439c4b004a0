import { createHash } from 'node:crypto'
import type pg from 'pg'
import { dateInTokyo, instantOf } from '../clock/clock.ts'
import { newId } from '../ids/ids.ts'
import { type Actor, scopeOf, within } from '../permission/actor.ts'
import { findException } from '../permission/duties.ts'
import { closingTxOf, raw, type Sql, sql, statement, txOf } from '../sql/sql.ts'
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
 * Runs a command: the only writer of the event log. One transaction, four waits on the database.
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
  const requestId = order.requestId ?? newId()
  const inputSha256 = createHash('sha256').update(contract.name).update(canonical(given)).digest()
  const now = order.occurredAt ? instantOf(order.occurredAt) : office.clock.now()

  const client = await office.database.app.connect()
  const { tx, close } = closingTxOf(client)
  let broken: Error | undefined
  try {
    const opened = await pipeline(
      client.query(statement(sql`begin`)),
      client.query(
        statement(
          sql`select set_config('ennoshita.company', ${actor.companyId}, true), set_config('ennoshita.command', ${contract.name}, true)`,
        ),
      ),
      client.query(
        statement(sql`insert into kernel.command (company_id, id, name, input_sha256, actor)
        values (${actor.companyId}, ${requestId}, ${contract.name}, ${inputSha256}, ${actor.personId ?? null}) on conflict do nothing`),
      ),
    )
    if (opened[2].rowCount === 0) return await storedAnswer(client, actor, contract, requestId, inputSha256)
    const exception = command.apartFrom ? await findException(tx, command, actor, input, dateInTokyo(now)) : undefined
    const told = await command.run(
      { tx, now, today: dateInTokyo(now), actor, within: (reach) => within(actor, command.may, reach) },
      input,
    )
    close()
    refuseUndeclared(command, told)
    const answer = contract.answer.parse(told.answer)
    const written = await pipeline(
      client.query(statement(record(actor, requestId, now, told.events, JSON.stringify(answer), order, exception))),
      ...takeNumbers(client, actor, told.numbers ?? []),
      client.query(statement(order.dryRun ? sql`rollback` : sql`commit`)),
    )
    if (!order.dryRun && written.at(-1)?.command !== 'COMMIT') throw new RolledBack(contract.name)
    return answer as AnswerOf<C> // as: parsed by this very contract two lines above
  } catch (cause) {
    close()
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw cause
  } finally {
    client.release(broken)
  }
}

/** Waits for all statements; the first failure is thrown only after every one has answered. */
async function pipeline<Sent extends readonly Promise<unknown>[]>(
  ...sent: Sent
): Promise<{ [K in keyof Sent]: Awaited<Sent[K]> }> {
  const settled = await Promise.allSettled(sent)
  for (const each of settled) if (each.status === 'rejected') throw each.reason
  return Promise.all(sent)
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

async function storedAnswer<C extends CommandContract>(
  client: pg.PoolClient,
  actor: Actor,
  contract: C,
  requestId: string,
  inputSha256: Buffer,
): Promise<AnswerOf<C>> {
  const found = await txOf(client).row<{ same: boolean; answer: unknown }>`
    select input_sha256 = ${inputSha256} and actor is not distinct from ${actor.personId ?? null}::uuid as same, answer
    from kernel.command where company_id = ${actor.companyId} and id = ${requestId}`
  await client.query('rollback')
  if (found?.same) return contract.answer.parse(found.answer) as AnswerOf<C> // as: parsed by the contract
  throw new Refusal({
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
  })
}

/** One statement for all that a command leaves: its events, the objects they concern, the labels of these, and its answer. */
function record(
  actor: Actor,
  commandId: string,
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
  return sql`with events as (
      insert into kernel.event (company_id, id, command_id, activity, occurred_at, ended_at, actor, on_behalf_of, actor_kind, post, cause, bulk, exception, data)
      select ${company}, e.id, ${commandId}, e.activity, e.occurred_at, e.ended_at, ${actor.personId ?? null}::uuid, ${actor.onBehalfOf ?? null}::uuid,
        ${actor.kind}, ${actor.post ?? null}::uuid, ${order.cause ?? null}::uuid, ${order.bulk ?? null}::uuid, ${exception ?? null}, e.data
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e (id uuid, activity text, occurred_at timestamptz, ended_at timestamptz, data jsonb)
    ), objects as (
      insert into kernel.event_object (company_id, event_id, object_type, object_id, qualifier)
      select ${company}, o.event_id, o.type, o.id, o.qualifier
      from jsonb_to_recordset(${JSON.stringify([...objects.values()])}::jsonb) as o (event_id uuid, type text, id uuid, qualifier text)
    )${labels.size > 0 ? labelled(company, [...labels.values()]) : raw('')}
    update kernel.command set answer = ${answer} where company_id = ${company} and id = ${commandId}`
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

function takeNumbers(client: pg.PoolClient, actor: Actor, numbers: readonly NumberTaken[]) {
  return [...numbers]
    .sort((one, other) => one.series.localeCompare(other.series))
    .map(({ series, table, column, id }) =>
      client.query(
        statement(sql`with taken as (
          insert into kernel.number_series as s (company_id, series, last) values (${actor.companyId}, ${series}, 1)
          on conflict (company_id, series) do update set last = s.last + 1 returning last)
        update ${raw(table)} set ${raw(column)} = (select last from taken) where company_id = ${actor.companyId} and id = ${id}`),
      ),
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
