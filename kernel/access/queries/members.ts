import { query } from '../../command/command.ts'
import { sql } from '../../sql/sql.ts'
import { kernel } from '../contract.ts'
import type { KernelRest } from '../parts.ts'

type Row = {
  personId: string
  name: string | null
  roles: string[]
  fromOn: string
  untilOn: string | null
  signsIn: boolean
  invitation: { invitationId: string; email: string; expiresAt: string; expired: boolean } | null
}

/** Who belongs to the company, with which roles, and whether they can sign in. */
export const members = (rest: KernelRest) =>
  query(kernel.members, {
    may: 'kernel.see-members',
    run: ({ tx, actor, now }, { offset, limit }) => tx.rows<Row>`
      select m.person_id as "personId", ${rest.organisation.nameOf(sql`m.company_id`, sql`m.person_id`)} as name,
        array(select role from kernel.member_role r where r.company_id = m.company_id and r.person_id = m.person_id order by role) as roles,
        m.from_on as "fromOn", m.until_on as "untilOn", m.account_id is not null as "signsIn",
        (select jsonb_build_object('invitationId', i.id, 'email', i.email, 'expiresAt', i.expires_at, 'expired', i.expires_at <= ${now})
         from kernel.invitation i where i.company_id = m.company_id and i.person_id = m.person_id and i.accepted_at is null and i.withdrawn_at is null
         order by i.expires_at desc limit 1) as invitation
      from kernel.member m where m.company_id = ${actor.companyId}
      order by m.until_on is not null, m.from_on, m.person_id offset ${offset} limit ${limit}`,
  })
