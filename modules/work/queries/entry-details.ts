import type { AnswerOf } from '@ennoshita/kernel'
import { query, refuseNotFound, sql } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { entryColumns, entryTables } from './reading/entry-rows.ts'

type Details = AnswerOf<typeof work.entryDetails>

export const entryDetails = query(work.entryDetails, {
  may: 'work.see-register',
  async run({ tx, actor, today, within }, { entryId }) {
    const [entry, terms, tasks] = await Promise.all([
      tx.row<Omit<Details, 'terms' | 'taskIds'>>`
        select ${entryColumns(today)}, e.notice_period as "noticePeriod", e.notice_typed_on as "noticeTypedOn", e.renewal_months as "renewalMonths",
          e.lead_days as "leadDays", e.kind_id as "kindId", e.place, e.notes, e.ended_on as "endedOn", e.end_reason as "endReason"
        from ${entryTables(today)}
        where e.company_id = ${actor.companyId} and e.id = ${entryId}
          and ${within({ own: [sql`e.responsible_id`, sql`e.deputy_id`], department: sql`e.department_id` })}`,
      tx.rows<Details['terms'][number]>`
        select starts_on as "startsOn", ends_on as "endsOn", notice_on as "noticeOn", renewed_at as "renewedAt", note from work.register_term
        where company_id = ${actor.companyId} and entry_id = ${entryId} order by ends_on desc nulls last, id desc`,
      tx.rows<{ taskId: string }>`
        select task_id as "taskId" from work.register_task where company_id = ${actor.companyId} and entry_id = ${entryId} order by on_date desc`,
    ])
    if (!entry) refuseNotFound({ ja: '期限台帳の項目', en: 'entry of the register' }, 'entryId')
    return { ...entry, terms, taskIds: tasks.map((task) => task.taskId) }
  },
})
