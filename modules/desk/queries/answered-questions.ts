import { query, sql } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'

export const answeredQuestions = query(desk.answeredQuestions, {
  may: 'desk.see-requests',
  async run({ tx, actor, within }, { text, offset, limit }) {
    const found = await tx.rows<{
      requestId: string
      question: string
      answer: string
      isShared: boolean
      answeredAt: string
    }>`
      select * from (
        select s.request_id as "requestId", s.question, s.answer, true as "isShared", s.shared_at as "answeredAt"
        from desk.shared_answer s
        where s.company_id = ${actor.companyId} and s.withdrawn_at is null
          and (${text} = '' or s.request_id in (select desk.find_shared_answers(${actor.companyId}, ${text})))
        union all
        select r.id, r.title, p.text, false, r.answered_at
        from desk.request r
        join lateral (select p.text from desk.request_post p
          where p.company_id = r.company_id and p.request_id = r.id and p.kind = 'answer' order by p.written_at desc, p.id desc limit 1) p on true
        where r.company_id = ${actor.companyId} and r.answered_at is not null
          and not exists (select 1 from desk.shared_answer s where s.company_id = r.company_id and s.request_id = r.id and s.withdrawn_at is null)
          and ${within({ own: [sql`r.submitter_id`, sql`r.assignee_id`], department: sql`r.department_id` })}
          and (${text} = '' or position(kernel.fold(${text}) in kernel.fold(r.title || ' ' || r.body || ' ' || p.text)) > 0)
      ) known order by "answeredAt" desc, "requestId" limit ${limit + 1} offset ${offset}`
    return { rows: found.slice(0, limit), more: found.length > limit }
  },
})
