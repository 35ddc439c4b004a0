import { query } from '../../command/command.ts'
import { sql } from '../../sql/sql.ts'
import { kernel } from '../contract.ts'
import type { KernelRest } from '../parts.ts'

type Row = {
  id: number
  at: string
  kind: string
  personId: string | null
  personName: string | null
  detail: string
  address: string
}

/** Sign-ins, failures, refusals and revocations that concern the company or its members' accounts, newest first. */
export const securityEntries = (rest: KernelRest) =>
  query(kernel.securityEntries, {
    may: 'kernel.see-security',
    run: ({ tx, actor }, { offset, limit }) => tx.rows<Row>`
      select s.id, s.at, s.kind, s.person_id as "personId",
        ${rest.organisation.nameOf(sql`${actor.companyId}::uuid`, sql`s.person_id`)} as "personName", s.detail, s.address
      from kernel.security_entries(${actor.companyId}, ${offset}, ${limit}) s order by s.id desc`,
  })
