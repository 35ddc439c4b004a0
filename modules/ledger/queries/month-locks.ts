import { query, sql } from '@ennoshita/kernel/server'
import { ledger } from '../contract.ts'

type Row = { month: string; lockedAt: string; lockedBy: string | null; lockedByName: string | null }

export const monthLocks = query(ledger.monthLocks, {
  may: 'ledger.see-books',
  run({ tx, actor, within }) {
    return tx.rows<Row>`select k.month, k.locked_at as "lockedAt", k.locked_by as "lockedBy", n.display_name as "lockedByName"
      from ledger.month_lock k left join people.person_name n on n.company_id = k.company_id and n.person_id = k.locked_by
      where k.company_id = ${actor.companyId} and ${within({ own: sql`k.locked_by` })} order by k.month desc`
  },
})
