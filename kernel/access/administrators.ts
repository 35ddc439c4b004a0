import { refuse } from '../command/refusal.ts'
import type { LocalDate } from '../dates/local-date.ts'
import type { Actor } from '../permission/actor.ts'
import type { Tx } from '../sql/sql.ts'

/** Locks the company's rights for this transaction, so that two changes at once cannot both remove the last administrator. */
export async function lockRights(tx: Tx, companyId: string): Promise<void> {
  await tx.run`select pg_advisory_xact_lock(hashtextextended(${`rights ${companyId}`}, 0))`
}

/** People who can sign in today and whose roles let them grant roles. */
export async function administratorsOf(tx: Tx, companyId: string, today: LocalDate): Promise<string[]> {
  const rows = await tx.rows<{ personId: string }>`
    select distinct r.person_id as "personId" from kernel.member_role r
    join kernel.role_grant g on g.company_id = r.company_id and g.role = r.role
    join kernel.member m on m.company_id = r.company_id and m.person_id = r.person_id
    where r.company_id = ${companyId} and g.permission = 'kernel.grant-roles'
      and m.from_on <= ${today} and (m.until_on is null or m.until_on >= ${today})`
  return rows.map((row) => row.personId)
}

/** Segregation of duties: rights for oneself come from another administrator, unless there is none. */
export async function refuseForOneself(tx: Tx, actor: Actor, personId: string, today: LocalDate): Promise<void> {
  if (actor.personId !== personId) return
  const others = (await administratorsOf(tx, actor.companyId, today)).filter((each) => each !== personId)
  if (others.length === 0) return
  refuse({
    kind: 'not-allowed',
    code: 'kernel.own-rights',
    what: { ja: 'ご自分の権限は、ご自分では変えられません。', en: 'You cannot change your own rights.' },
    field: 'personId',
    rule: {
      says: {
        ja: '職務分掌：権限は別の管理者が付けます。管理者が一人だけのときを除きます。',
        en: 'Segregation of duties: another administrator grants rights, unless there is only one.',
      },
    },
    todo: { ja: 'ほかの管理者に依頼してください。', en: 'Ask another administrator.' },
  })
}

/** Refuses a change after which nobody could grant roles any more. */
export async function refuseWithoutAdministrator(tx: Tx, companyId: string, today: LocalDate): Promise<void> {
  if ((await administratorsOf(tx, companyId, today)).length > 0) return
  refuse({
    kind: 'conflict',
    code: 'kernel.last-administrator',
    what: {
      ja: 'この変更をすると、権限を付けられる人がいなくなります。',
      en: 'After this change nobody could grant rights any more.',
    },
    todo: { ja: '先に別の人を管理者にしてください。', en: 'Make another person an administrator first.' },
  })
}
