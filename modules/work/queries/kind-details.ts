import { addDays, query, refuseNotFound } from '@ennoshita/kernel/server'
import { describeDueRule } from '@ennoshita/statutes'
import { kindReach } from '../commands/writing/lock-kind.ts'
import { kindWords } from '../commands/writing/refusals.ts'
import { type KindRow, work } from '../contract.ts'
import { kindColumns, kindTables } from './reading/kind-rows.ts'

type Minutes = { medianMinutes: number; p90Minutes: number; n: number; people: number }

/** Fewer people than this and a figure about a group could be read as a figure about one of them. */
const fewestPeople = 5

/** 業務の中身: steps, who did it when, what comes next, and how long it usually takes where that tells of no single person. */
export const kindDetails = query(work.kindDetails, {
  may: 'work.see-kinds',
  async run({ tx, actor, today, within }, { kindId }) {
    const { companyId } = actor
    const me = actor.personId ?? null
    const yearAgo = `${addDays(today, -365)}T00:00:00+09:00`
    const minutes = (onlyMine: boolean) => tx.row<Minutes>`
      select coalesce(percentile_cont(0.5) within group (order by touch_minutes), 0) as "medianMinutes",
        coalesce(percentile_cont(0.9) within group (order by touch_minutes), 0) as "p90Minutes",
        count(*)::int as n, count(distinct done_by)::int as people
      from work.task where company_id = ${companyId} and kind_id = ${kindId} and state = 'done' and touch_minutes is not null
        and done_at >= ${yearAgo} and (not ${onlyMine}::boolean or done_by = ${me})`
    const [kind, steps, lastDone, next, everyone, own] = await Promise.all([
      tx.row<
        KindRow & { readyKey: string | null }
      >`select ${kindColumns}, k.ready_key as "readyKey" from ${kindTables(companyId, today)}
        where k.company_id = ${companyId} and k.id = ${kindId} and ${within(kindReach(actor.personId))}`,
      tx.rows<{ place: number; text: string; who: string; usualMinutes: number | null }>`
        select place, text, who, usual_minutes as "usualMinutes" from work.kind_step where company_id = ${companyId} and kind_id = ${kindId} order by place`,
      tx.rows<{ taskId: string; dueOn: string | null; doneAt: string; doneBy: string | null; doneByName: string }>`
        select t.id as "taskId", t.due_on as "dueOn", t.done_at as "doneAt", t.done_by as "doneBy", coalesce(p.display_name, '') as "doneByName"
        from work.task t left join people.person_name p on p.company_id = t.company_id and p.person_id = t.done_by
        where t.company_id = ${companyId} and t.kind_id = ${kindId} and t.state = 'done' order by t.done_at desc, t.id limit 20`,
      tx.rows<{ taskId: string; dueOn: string | null; assigneeName: string }>`
        select t.id as "taskId", t.due_on as "dueOn", coalesce(p.display_name, '') as "assigneeName"
        from work.task t left join people.person_name p on p.company_id = t.company_id and p.person_id = t.assignee_id
        where t.company_id = ${companyId} and t.kind_id = ${kindId} and t.state in ('open', 'started') order by t.due_on, t.id limit 10`,
      minutes(false),
      minutes(true),
    ])
    if (!kind) refuseNotFound(kindWords, 'kindId')
    const mayShow = everyone !== undefined && everyone.people >= fewestPeople
    return {
      kind: { ...kind, dueText: kind.dueRule ? describeDueRule(kind.dueRule) : kind.timingText },
      steps,
      lastDone,
      next,
      usual: mayShow ? everyone : null,
      own: own && own.n > 0 ? own : null,
    }
  },
})
