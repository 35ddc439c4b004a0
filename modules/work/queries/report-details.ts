import type { AnswerOf } from '@ennoshita/kernel'
import { query, refuseNotFound, sql } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { namedPerson } from './reading/deed-rows.ts'

type Details = AnswerOf<typeof work.reportDetails>

/** The page for its author and, once sent, for those who received it; no scope of any role opens it for others. */
export const reportDetails = query(work.reportDetails, {
  may: 'work.report',
  async run({ tx, actor }, { reportId }) {
    const me = actor.personId ?? null
    const [report, corrections] = await Promise.all([
      tx.row<Omit<Details, 'corrections'>>`
        select r.id as "reportId", ${namedPerson(sql`r.author_id`, sql`p.display_name`)} as author, r.month_on as month, r.title, r.state,
          r.sections, r.version, r.author_id = ${me} as "isMine", coalesce((
            select jsonb_agg(${namedPerson(sql`t.person_id`, sql`n.display_name`)} || jsonb_build_object('sentAt', t.sent_at) order by t.sent_at)
            from work.report_recipient t left join people.person_name n on n.company_id = t.company_id and n.person_id = t.person_id
            where t.company_id = r.company_id and t.report_id = r.id), '[]') as "sentTo"
        from work.report r left join people.person_name p on p.company_id = r.company_id and p.person_id = r.author_id
        where r.company_id = ${actor.companyId} and r.id = ${reportId} and (r.author_id = ${me} or exists (
          select 1 from work.report_recipient t where t.company_id = r.company_id and t.report_id = r.id and t.person_id = ${me}))`,
      tx.rows<Details['corrections'][number]>`
        select id as "correctionId", text, written_at as "writtenAt" from work.report_correction
        where company_id = ${actor.companyId} and report_id = ${reportId} order by written_at, id`,
    ])
    if (!report) refuseNotFound({ ja: '今月の縁の下', en: 'page' }, 'reportId')
    const sections = report.isMine ? report.sections : report.sections.filter((section) => !section.isLeftOut)
    return { ...report, sections, corrections }
  },
})
