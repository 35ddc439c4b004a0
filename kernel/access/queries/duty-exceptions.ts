import { query } from '../../command/command.ts'
import { sql } from '../../sql/sql.ts'
import { kernel } from '../contract.ts'
import type { KernelRest } from '../parts.ts'

type Row = {
  exceptionId: string
  command: string
  personId: string
  personName: string | null
  reason: string
  untilOn: string | null
  withdrawnAt: string | null
}

/** The exceptions from segregation of duties that are in force, or all of them. */
export const dutyExceptions = (rest: KernelRest) =>
  query(kernel.dutyExceptions, {
    may: 'kernel.see-members',
    async run({ tx, actor, today }, { withdrawn }) {
      const rows = await tx.rows<Row>`
        select d.id as "exceptionId", d.command, d.person_id as "personId",
          ${rest.organisation.nameOf(sql`d.company_id`, sql`d.person_id`)} as "personName", d.reason, d.until_on as "untilOn", d.withdrawn_at as "withdrawnAt"
        from kernel.duty_exception d
        where d.company_id = ${actor.companyId} and (${withdrawn} or (d.withdrawn_at is null and (d.until_on is null or d.until_on >= ${today})))
        order by d.id desc limit 500`
      return rows.map((row) => ({
        ...row,
        says: rest.commandWords.get(row.command) ?? { ja: row.command, en: row.command },
      }))
    },
  })
