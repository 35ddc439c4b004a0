import { dateInTokyo } from '../clock/clock.ts'
import { readStored } from '../files/file-store.ts'
import { type Actor, type Reach, scopeOf, within } from '../permission/actor.ts'
import { inTransaction } from '../sql/database.ts'
import { sql } from '../sql/sql.ts'
import type { Command, EventObject, Query } from './command.ts'
import type { AnswerOf, InputOf, QueryContract } from './contract.ts'
import { nothing } from './fields.ts'
import type { Office } from './office.ts'
import { parseInput } from './parse-input.ts'
import { Refusal } from './refusal.ts'
import { runCommand } from './run-command.ts'

/**
 * Runs a query in one read-only transaction under row security. A query that `leaves` an event runs as a command instead:
 * who looked, and at what, is in the log before the answer goes out. Throws Refusal when the actor may not ask it.
 */
export async function runQuery<Q extends QueryContract>(
  office: Office,
  contract: Q,
  actor: Actor,
  given: InputOf<Q>,
): Promise<AnswerOf<Q>> {
  const query = office.queries.get(contract.name)
  if (!query) throw new Error(`No query ${contract.name} in this office.`)
  if (scopeOf(actor, query.may) === undefined) {
    throw new Refusal({
      kind: 'not-allowed',
      code: 'kernel.not-allowed',
      what: { ja: `「${contract.says.ja}」を見る権限がありません。`, en: `You may not see "${contract.says.en}".` },
      rule: {
        says: { ja: '権限は役割ごとに決められています。', en: 'Permissions are granted by role.' },
        source: query.may,
      },
      todo: { ja: '必要なときは管理者にお申し出ください。', en: 'Ask an administrator if you need it.' },
    })
  }
  const answer = query.leaves
    ? await look(office, query, query.leaves, actor, given)
    : await read(office, query, actor, given)
  return contract.answer.parse(answer) as AnswerOf<Q> // as: parsed by this very contract
}

async function read(office: Office, query: Query, actor: Actor, given: unknown): Promise<unknown> {
  const input = parseInput(query.contract.input, given)
  const now = office.clock.now()
  return inTransaction(
    office.database.app,
    async (tx) => {
      const named = tx.run`select set_config('ennoshita.company', ${actor.companyId}, true)`
      const asked = {
        tx,
        now,
        today: dateInTokyo(now),
        actor,
        within: (reach: Reach) => within(actor, query.may, reach),
        readFile: (fileId: string) => readStored(tx, office.filesFolder, actor.companyId, fileId),
      }
      const [answer] = await Promise.all([query.run(asked, input), named])
      return answer
    },
    sql`begin transaction isolation level repeatable read, read only`,
  )
}

/** The answer itself is not kept with the command: it may hold what nobody else should read. */
async function look(office: Office, query: Query, leaves: string, actor: Actor, given: unknown): Promise<unknown> {
  let found: unknown
  const looking: Command = {
    kind: 'command',
    contract: { ...query.contract, kind: 'command', answer: nothing },
    may: query.may,
    emits: [leaves],
    apartFrom: undefined,
    internal: false,
    largestInputBytes: undefined,
    async run(context, input) {
      found = await query.run(context, input)
      return { events: [{ activity: leaves, objects: objectsNamedBy(input, actor) }], answer: {} }
    },
  }
  const commands = new Map([[query.contract.name, looking]])
  await runCommand({ ...office, commands }, looking.contract, actor, given)
  return found
}

/** What was looked at: `personId` in the input is a person; an input without ids looks at the company. */
function objectsNamedBy(input: unknown, actor: Actor): [EventObject, ...EventObject[]] {
  const fields = typeof input === 'object' && input !== null ? Object.entries(input) : []
  const [first, ...rest] = fields.flatMap(([name, id]) =>
    name.endsWith('Id') && typeof id === 'string' ? [{ type: kebab(name.slice(0, -2)), id }] : [],
  )
  return first ? [first, ...rest] : [{ type: 'company', id: actor.companyId }]
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
