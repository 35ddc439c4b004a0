import { inTransaction, type LocalDate, newId, type Office } from '@ennoshita/kernel/server'
import { fillLog } from './commands.ts'

/** How large the company is that the day is measured in. */
export const size = { people: 1_000, departments: 40, kinds: 600, tasks: 60_000, requests: 20_000, events: 1_000_000 }

export type LargeCompany = {
  readonly companyId: string
  readonly people: readonly { readonly personId: string; readonly departmentId: string }[]
}

/** A company of a thousand people after a year: who is who, what is done and open, what was asked, and the log. */
export async function fillLargeCompany(office: Office, today: LocalDate): Promise<LargeCompany> {
  const companyId = newId()
  const personIds = Array.from({ length: size.people }, () => newId())
  const departmentIds = Array.from({ length: size.departments }, () => newId())
  const place = { companyId, personIds, departmentIds, today }
  await inTransaction(office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.command', 'bench', true), set_config('ennoshita.company', ${companyId}, true)`
    await fillPeople(tx, place)
    await fillTasks(tx, place)
    await fillDesk(tx, place)
  })
  await fillLog(office, companyId, size.events, personIds)
  const people = personIds.map((personId, at) => ({
    personId,
    departmentId: departmentIds[at % size.departments] ?? '',
  }))
  return { companyId, people }
}

type Tx = Parameters<Parameters<typeof inTransaction>[1]>[0]
type Place = {
  readonly companyId: string
  readonly personIds: readonly string[]
  readonly departmentIds: readonly string[]
  readonly today: LocalDate
}

/** People in 40 departments below eight of them, one in twelve heading the own department. */
async function fillPeople(tx: Tx, { companyId, personIds, departmentIds }: Place): Promise<void> {
  const headId = newId()
  await tx.run`insert into kernel.company (company_id, name) values (${companyId}, '千人の会社')`
  await tx.run`insert into people.company_profile (company_id) values (${companyId})`
  await tx.run`insert into people.department (company_id, id) select ${companyId}, d from unnest(${departmentIds}::uuid[]) d`
  await tx.run`insert into people.department_period (company_id, department_id, from_on, name, parent_id)
    select ${companyId}, d, '2015-04-01', '部署' || n, case when n > 8 then (${departmentIds}::uuid[])[1 + n % 8] end
    from unnest(${departmentIds}::uuid[]) with ordinality as u (d, n)`
  await tx.run`insert into people.post (company_id, id) values (${companyId}, ${headId})`
  await tx.run`insert into people.post_period (company_id, post_id, from_on, name, heads) values (${companyId}, ${headId}, '2015-04-01', '部長', true)`
  await tx.run`insert into people.person (company_id, id, family_name, given_name, display_name, joined_on)
    select ${companyId}, p, '姓' || n, '名', '姓' || n || ' 名', '2018-04-01' from unnest(${personIds}::uuid[]) with ordinality as u (p, n)`
  await tx.run`insert into people.assignment (company_id, id, person_id, department_id, post_id, main, from_on)
    select ${companyId}, gen_random_uuid(), p, (${departmentIds}::uuid[])[1 + (n - 1) % ${size.departments}], case when n % 12 = 0 then ${headId}::uuid end, true, '2018-04-01'
    from unnest(${personIds}::uuid[]) with ordinality as u (p, n)`
}

/** Of the tasks 12 in 100 are open (some overdue, some waiting, some given by others), 3 dropped, the rest done over a year. */
async function fillTasks(tx: Tx, { companyId, personIds, departmentIds, today }: Place): Promise<void> {
  await tx.run`insert into work.kind (company_id, id, major, middle, name, department_id, main_id, deputy_ids, due_rule, timing, usual_minutes, made_at)
    select ${companyId}, gen_random_uuid(), '大分類' || n % 9, '中分類' || n % 40, '業務' || n, (${departmentIds}::uuid[])[1 + n % ${size.departments}],
      (${personIds}::uuid[])[1 + n % ${size.people}], array[(${personIds}::uuid[])[1 + (n + 1) % ${size.people}]], '{"kind":"daily"}', 'daily', 20, now()
    from generate_series(1, ${size.kinds}::int) n`
  await tx.run`insert into work.task (company_id, id, title, origin, kind_id, department_id, assignee_id, due_on, usual_minutes, state, asked_by,
      waiting_person_id, waiting_since, done_at, done_by, drop_reason, touched, made_at)
    select ${companyId}, gen_random_uuid(), 'やること' || n, 'hand', k.ids[1 + n % ${size.kinds}], (${departmentIds}::uuid[])[1 + n % ${size.departments}], w.who,
      case when s.state in ('open', 'started') then case when n % 13 > 0 then ${today}::date - 5 + n % 40 end else ${today}::date - n % 365 end, 20, s.state,
      case when n % 5 = 0 then (${personIds}::uuid[])[1 + (n * 31) % ${size.people}] end,
      case when s.state = 'started' and n % 3 = 0 then (${personIds}::uuid[])[1 + (n * 17) % ${size.people}] end,
      case when s.state = 'started' and n % 3 = 0 then now() - n % 9 * interval '1 day' end,
      case when s.state = 'done' then now() - (n % 365) * interval '1 day' end, case when s.state = 'done' then w.who end,
      case when s.state = 'dropped' then '不要になった' else '' end, true, now() - interval '400 days'
    from generate_series(1, ${size.tasks}::int) n
    cross join lateral (select case when n % 100 < 8 then 'open' when n % 100 < 12 then 'started' when n % 100 < 15 then 'dropped' else 'done' end as state) s
    cross join lateral (select (${personIds}::uuid[])[1 + (n * 7919) % ${size.people}] as who) w,
    (select array_agg(id) as ids from work.kind where company_id = ${companyId}) k`
  await tx.run`insert into work.task_step (company_id, task_id, place, text, ticked_at)
    select company_id, id, place, '手順' || place, case when state = 'done' then done_at end from work.task, generate_series(1, 3) place where company_id = ${companyId}`
  await tx.run`insert into work.deed (company_id, id, person_id, text, occurred_at)
    select ${companyId}, gen_random_uuid(), (${personIds}::uuid[])[1 + n % ${size.people}], '電話を取り次いだ' || n, now() - (n % 365) * interval '1 day'
    from generate_series(1, 30000) n`
}

/** A year of requests (one in fifty still waiting), messages, ten collections from everybody and 300 notices. */
async function fillDesk(tx: Tx, { companyId, personIds, departmentIds, today }: Place): Promise<void> {
  await tx.run`insert into desk.template (company_id, id, slug, name, name_en)
    select ${companyId}, gen_random_uuid(), 't' || n, '依頼' || n, 'request ' || n from generate_series(1, 30) n`
  await tx.run`insert into desk.request (company_id, id, number, template_id, title, submitter_id, submitted_at, department_id, assignee_id, state, answered_at, closed_at)
    select ${companyId}, gen_random_uuid(), n, t.ids[1 + n % 30], '依頼' || n, (${personIds}::uuid[])[1 + n % ${size.people}], now() - (n % 365) * interval '1 day',
      (${departmentIds}::uuid[])[1 + n % ${size.departments}], case when n % 100 > 0 then (${personIds}::uuid[])[1 + (n * 7) % ${size.people}] end,
      case when n % 100 = 0 then 'received' when n % 100 = 1 then 'in-progress' else 'done' end,
      case when n % 100 > 1 then now() end, case when n % 100 > 1 then now() end
    from generate_series(1, ${size.requests}::int) n, (select array_agg(id) as ids from desk.template where company_id = ${companyId}) t`
  await tx.run`insert into desk.message (company_id, id, to_person_id, caller_name, called_at, wants, outcome, settled_at)
    select ${companyId}, gen_random_uuid(), (${personIds}::uuid[])[1 + n % ${size.people}], '田中様', now() - (n % 365) * interval '1 day', 'call-back',
      case when n % 20 > 0 then 'done' end, case when n % 20 > 0 then now() end from generate_series(1, 20000) n`
  await tx.run`insert into desk.collection (company_id, id, title, answer_kind, due_on, started_at, closed_at)
    select ${companyId}, gen_random_uuid(), '回収' || n, 'done', ${today}::date + n, now(), case when n > 10 then now() end from generate_series(1, 60) n`
  await tx.run`insert into desk.collection_person (company_id, collection_id, person_id, state, answered_at)
    select c.company_id, c.id, p, case when n % 3 = 0 then 'open' else 'answered' end, case when n % 3 > 0 then now() end
    from desk.collection c, unnest(${personIds}::uuid[]) with ordinality as u (p, n) where c.company_id = ${companyId}`
  await tx.run`insert into desk.notice (company_id, id, title, shown_from, shown_until, published_at)
    select ${companyId}, gen_random_uuid(), 'お知らせ' || n, ${today}::date - n, case when n > 20 then ${today}::date - 1 end, now() from generate_series(1, 300) n`
}
