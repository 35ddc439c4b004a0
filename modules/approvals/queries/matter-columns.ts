import { type Sql, sql } from '@ennoshita/kernel/server'

/** What lists and details show of a matter `m`; `a` is the applicant's name, `d` the department. */
export const matterShown: Sql = sql`m.id as "matterId", m.kind, m.title, m.amount, m.facts, m.document_id as "documentId", m.opens,
  jsonb_build_object('personId', m.applicant_id, 'name', coalesce(a.display_name, '')) as applicant, d.name as "departmentName", m.round`

/** The people who are asked in the open step of matter `m`, as a list. */
export const waitingPeople: Sql = sql`coalesce((select jsonb_agg(jsonb_build_object('personId', s.person_id, 'name', coalesce(n.display_name, ''))
    order by s.opened_at, s.id)
  from approvals.seat s left join people.person_name n on n.company_id = s.company_id and n.person_id = s.person_id
  where s.company_id = m.company_id and s.matter_id = m.id and s.state = 'waiting'), '[]')`
