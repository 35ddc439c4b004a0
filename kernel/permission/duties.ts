import type { Command } from '../command/command.ts'
import { Refusal } from '../command/refusal.ts'
import type { LocalDate } from '../dates/local-date.ts'
import type { Tx } from '../sql/sql.ts'
import type { Actor } from './actor.ts'

/**
 * Segregation of duties (職務分掌): refuses a person who did one of the command's `apartFrom` activities on the same object,
 * unless the company's settings name an exception; then its reason is returned and stands in the event.
 */
export async function findException(
  tx: Tx,
  command: Command,
  actor: Actor,
  input: unknown,
  today: LocalDate,
): Promise<string | undefined> {
  if (!command.apartFrom || !actor.personId) return undefined
  const objectId = fieldOf(input, command.apartFrom.object)
  const people = [actor.personId, actor.onBehalfOf].filter((person) => person !== undefined)
  const [own, exception] = await Promise.all([
    tx.row<{
      id: string
    }>`select e.id from kernel.event_object o join kernel.event e on e.company_id = o.company_id and e.id = o.event_id
      where o.company_id = ${actor.companyId} and o.object_id = ${objectId} and e.activity = any(${command.apartFrom.activities})
        and (e.actor = any(${people}::uuid[]) or e.on_behalf_of = any(${people}::uuid[])) limit 1`,
    tx.row<{ reason: string }>`select reason from kernel.duty_exception
      where company_id = ${actor.companyId} and command = ${command.contract.name} and person_id = ${actor.personId}
        and withdrawn_at is null and (until_on is null or until_on >= ${today}) limit 1`,
  ])
  if (!own) return undefined
  if (exception) return exception.reason
  throw new Refusal({
    kind: 'not-allowed',
    code: 'kernel.same-person',
    what: {
      ja: `ご自分で作成したものについて「${command.contract.says.ja}」はできません。`,
      en: `You cannot "${command.contract.says.en}" what you made yourself.`,
    },
    rule: {
      says: {
        ja: '職務分掌：作成と承認は別の人が行います。',
        en: 'Segregation of duties: maker and approver are two people.',
      },
      source: command.contract.name,
    },
    todo: {
      ja: '承認する人（一人事務所では社長のスマートフォン）に回してください。例外が必要なら、設定の「職務分掌の例外」に理由を書いて登録します。',
      en: "Pass it to the approver (in a one-person office, the president's phone). If an exception is needed, name it with its reason in settings.",
    },
  })
}

function fieldOf(input: unknown, name: string): unknown {
  return typeof input === 'object' && input !== null && name in input
    ? Object.entries(input).find(([key]) => key === name)?.[1]
    : undefined
}
