import { dateInTokyo, instantInTokyo, type Tx } from '@ennoshita/kernel/server'
import { addMonths, businessDaysBetween } from '@ennoshita/statutes'
import type { MonthFacts } from '../../rules/report-sections.ts'
import { readCalendar } from './company-calendar.ts'

type Whose = { companyId: string; personId: string; from: string; until: string }
type DoneTask = { title: string; kindName: string; doneAt: string; dueOn: string | null; legalDueOn: string | null }

/** Reads a person's own month, from what they themselves did; `monthOn` is its first day. */
export async function readMonthFacts(
  tx: Tx,
  companyId: string,
  personId: string,
  monthOn: string,
): Promise<MonthFacts> {
  const whose = { companyId, personId, from: instantInTokyo(monthOn), until: instantInTokyo(addMonths(monthOn, 1)) }
  const [tasks, answeredDays, deeds, thanks, takenOver] = await Promise.all([
    readDoneTasks(tx, whose),
    readAnsweredDays(tx, whose),
    tx.rows<{ occurredAt: string; text: string; kindName: string }>`
      select d.occurred_at as "occurredAt", d.text, coalesce(k.name, '') as "kindName"
      from work.deed d left join work.kind k on k.company_id = d.company_id and k.id = d.kind_id
      where d.company_id = ${companyId} and d.person_id = ${personId} and d.removed_at is null
        and d.occurred_at >= ${whose.from} and d.occurred_at < ${whose.until} order by d.occurred_at, d.id`,
    tx.rows<{ fromName: string; text: string }>`
      select coalesce(p.display_name, '') as "fromName", t.text
      from work.thanks t left join people.person_name p on p.company_id = t.company_id and p.person_id = t.from_person_id
      where t.company_id = ${companyId} and t.to_person_id = ${personId} and t.removed_at is null
        and t.written_at >= ${whose.from} and t.written_at < ${whose.until} order by t.written_at, t.id`,
    readTakenOver(tx, whose),
  ])
  const dated = tasks.filter((task) => task.dueOn !== null)
  const legal = tasks.filter((task) => task.legalDueOn !== null)
  const legalKept = legal.filter((task) => isKept(task.doneAt, task.legalDueOn))
  return {
    done: [...Map.groupBy(tasks, (task) => task.kindName)]
      .map(([kindName, ofKind]) => ({ kindName, count: ofKind.length }))
      .sort((one, other) => Number(one.kindName === '') - Number(other.kindName === '') || other.count - one.count),
    dated: { count: dated.length, keptCount: dated.filter((task) => isKept(task.doneAt, task.dueOn)).length },
    legal: { count: legal.length, keptCount: legalKept.length, names: legalKept.map((task) => task.title) },
    answeredDays,
    deeds: deeds.map(({ occurredAt, ...deed }) => ({ on: dateInTokyo(occurredAt), ...deed })),
    thanks,
    takenOver,
  }
}

function isKept(doneAt: string, dueOn: string | null): boolean {
  return dueOn !== null && dateInTokyo(doneAt) <= dueOn
}

function readDoneTasks(tx: Tx, { companyId, personId, from, until }: Whose): Promise<DoneTask[]> {
  return tx.rows<DoneTask>`
    select t.title, coalesce(k.name, '') as "kindName", t.done_at as "doneAt", t.due_on as "dueOn", t.legal_due_on as "legalDueOn"
    from work.task t left join work.kind k on k.company_id = t.company_id and k.id = t.kind_id
    where t.company_id = ${companyId} and t.done_by = ${personId} and t.state = 'done' and t.done_at >= ${from} and t.done_at < ${until}
    order by t.done_at, t.id`
}

/** Business days from the asking (or asking again) to the person's own first answer of it. */
async function readAnsweredDays(tx: Tx, { companyId, personId, from, until }: Whose): Promise<number[]> {
  const [{ calendar }, answered] = await Promise.all([
    readCalendar(tx, companyId),
    tx.rows<{ askedAt: string; answeredAt: string }>`
      with answers as materialized (
        select e.company_id, e.id, e.occurred_at from kernel.event e
        where e.company_id = ${companyId} and e.actor = ${personId} and e.activity = 'desk.request-answered'
          and e.occurred_at >= ${from} and e.occurred_at < ${until})
      select a.asked_at as "askedAt", min(a.answered_at) as "answeredAt"
      from (select o.object_id, e.occurred_at as answered_at, (select max(s.occurred_at) from kernel.event_object so
            join kernel.event s on s.company_id = so.company_id and s.id = so.event_id
            where so.company_id = o.company_id and so.object_id = o.object_id and so.object_type = 'request'
              and s.activity in ('desk.request-submitted', 'desk.request-reopened') and s.occurred_at <= e.occurred_at) as asked_at
          from answers e join kernel.event_object o on o.company_id = e.company_id and o.event_id = e.id and o.object_type = 'request') a
      where a.asked_at is not null group by a.object_id, a.asked_at`,
  ])
  return answered.map(({ askedAt, answeredAt }) =>
    businessDaysBetween(dateInTokyo(askedAt), dateInTokyo(answeredAt), calendar),
  )
}

/** What came into the person's hands from somebody else's: tasks handed over to them, requests they took over. */
async function readTakenOver(tx: Tx, { companyId, personId, from, until }: Whose): Promise<string[]> {
  const rows = await tx.rows<{ label: string }>`
    with handed as materialized (
      select e.company_id, e.id, e.occurred_at from kernel.event e
      where e.company_id = ${companyId} and e.activity in ('work.task-handed-over', 'desk.request-taken')
        and e.occurred_at >= ${from} and e.occurred_at < ${until})
    select l.label
    from handed e
    join kernel.event_object giver on giver.company_id = e.company_id and giver.event_id = e.id and giver.object_type = 'person'
      and giver.qualifier = 'from' and giver.object_id <> ${personId}
    join kernel.event_object taker on taker.company_id = e.company_id and taker.event_id = e.id and taker.object_type = 'person'
      and taker.qualifier = 'assignee' and taker.object_id = ${personId}
    join kernel.event_object thing on thing.company_id = e.company_id and thing.event_id = e.id and thing.object_type in ('task', 'request')
    join kernel.object_label l on l.company_id = thing.company_id and l.object_type = thing.object_type and l.object_id = thing.object_id
    group by l.object_id, l.label order by min(e.occurred_at), l.label`
  return rows.map((row) => row.label)
}
