import { query } from '../../command/command.ts'
import { sql } from '../../sql/sql.ts'
import { kernel } from '../contract.ts'
import type { KernelRest } from '../parts.ts'

type Row = {
  delegationId: string
  personId: string
  personName: string | null
  deputyId: string
  deputyName: string | null
  fromOn: string
  untilOn: string
}

/** Who may act for whom, and when: one's own on both sides, or the company's. */
export const delegations = (rest: KernelRest) =>
  query(kernel.delegations, {
    may: 'kernel.delegate',
    run: ({ tx, actor, today, within }, { past }) => tx.rows<Row>`
      select d.id as "delegationId", d.person_id as "personId",
        ${rest.organisation.nameOf(sql`d.company_id`, sql`d.person_id`)} as "personName",
        d.deputy_id as "deputyId", ${rest.organisation.nameOf(sql`d.company_id`, sql`d.deputy_id`)} as "deputyName",
        d.from_on as "fromOn", d.until_on as "untilOn"
      from kernel.delegation d
      where d.company_id = ${actor.companyId} and (${past} or d.until_on >= ${today})
        and ${within({ own: [sql`d.person_id`, sql`d.deputy_id`] })}
      order by d.from_on desc, d.id desc limit 500`,
  })
