import { dateInTokyo } from '../clock/clock.ts'
import { type Actor, scopeOf, within } from '../permission/actor.ts'
import { sql, statement, txOf } from '../sql/sql.ts'
import type { AnswerOf, InputOf, QueryContract } from './contract.ts'
import type { Office } from './office.ts'
import { parseInput } from './parse-input.ts'
import { Refusal } from './refusal.ts'

/** Runs a query in one read-only transaction under row security. Throws Refusal when the actor may not ask it. */
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
  const input = parseInput(contract.input, given)
  const now = office.clock.now()
  const client = await office.database.app.connect()
  let broken: Error | undefined
  try {
    const opened = [
      client.query('begin transaction isolation level repeatable read, read only'),
      client.query(statement(sql`select set_config('ennoshita.company', ${actor.companyId}, true)`)),
    ]
    const [answer] = await Promise.all([
      query.run(
        { tx: txOf(client), now, today: dateInTokyo(now), actor, within: (reach) => within(actor, query.may, reach) },
        input,
      ),
      ...opened,
    ])
    return contract.answer.parse(answer) as AnswerOf<Q> // as: parsed by this very contract
  } finally {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    client.release(broken)
  }
}
