import { query, sql } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { type EntryShown, entryColumns, entryTables } from './reading/entry-rows.ts'

export const registerEntries = query(work.registerEntries, {
  may: 'work.see-register',
  async run({ tx, actor, today, within }, { state, sort = null, withinDays = null, text, offset, limit }) {
    const found = await tx.rows<EntryShown>`
      select ${entryColumns(today)} from ${entryTables(today)}
      where e.company_id = ${actor.companyId} and e.state = ${state} and (${sort}::text is null or e.sort = ${sort})
        and (${withinDays}::int is null or n.next_on <= ${today}::date + ${withinDays}::int)
        and (${text} = '' or position(kernel.fold(${text}) in e.folded) > 0)
        and ${within({ own: [sql`e.responsible_id`, sql`e.deputy_id`], department: sql`e.department_id` })}
      order by n.next_on nulls last, e.name, e.id limit ${limit + 1} offset ${offset}`
    return { rows: found.slice(0, limit), more: found.length > limit }
  },
})
