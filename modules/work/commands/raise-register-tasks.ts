import { type CommandContext, command, newId } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { readCalendar } from '../queries/reading/company-calendar.ts'
import { type DatedEntry, type DatedTask, registerTasks, selfRenewedTerms, type Term } from '../rules/register-tasks.ts'
import { type EntryRow, entryObjects } from './writing/register-record.ts'
import { copySteps, insertTasks, taskObjects } from './writing/task-record.ts'

type Entry = EntryRow & DatedEntry & { renewalMonths: number | null }

/** Every morning: terms that renewed by themselves move on, and each notice or end date ahead gets its one task. */
export const raiseRegisterTasks = command(work.raiseRegisterTasks, {
  may: 'work.keep-register',
  emits: ['work.register-checked', 'work.entry-renewed', 'work.task-planned'],
  internal: true,
  async run(context) {
    const { tx, actor, today } = context
    const [{ calendar }, found] = await Promise.all([
      readCalendar(tx, actor.companyId),
      tx.rows<Entry>`
        select id as "entryId", name, counterpart, starts_on as "startsOn", ends_on as "endsOn", notice_period as "noticePeriod",
          notice_on as "noticeOn", renews, renewal_months as "renewalMonths", lead_days as "leadDays", responsible_id as "responsibleId",
          deputy_id as "deputyId", department_id as "departmentId", kind_id as "kindId", version
        from work.register_entry
        where company_id = ${actor.companyId} and state = 'active'
          and (ends_on - lead_days <= ${today}::date or notice_on - lead_days <= ${today}::date)
        order by id for update`,
    ])
    const events = []
    let renewedCount = 0
    let raisedCount = 0
    for (const entry of found) {
      const [running, renewals] = await renewBySelf(context, entry)
      const raised = await raise(context, running, registerTasks(running, today, calendar))
      events.push(...renewals, ...raised)
      renewedCount += renewals.length
      raisedCount += raised.length
    }
    return {
      events: [
        {
          activity: 'work.register-checked',
          objects: [{ type: 'company', id: actor.companyId }],
          data: { raisedCount, renewedCount },
        },
        ...events,
      ],
      answer: { raisedCount, renewedCount },
    }
  },
})

async function renewBySelf({ tx, actor, now, today }: CommandContext, entry: Entry) {
  if (entry.renews !== 'auto' || entry.renewalMonths === null || entry.endsOn === null) return [entry, []] as const
  const terms = selfRenewedTerms(entry.endsOn, entry.renewalMonths, entry.noticePeriod, today)
  const last = terms.at(-1)
  if (!last) return [entry, []] as const
  const before: Term[] = [
    { startsOn: entry.startsOn, endsOn: entry.endsOn, noticeOn: entry.noticeOn },
    ...terms.slice(0, -1),
  ]
  for (const term of before)
    await tx.run`insert into work.register_term (company_id, id, entry_id, starts_on, ends_on, notice_on, renewed_at, note)
      values (${actor.companyId}, ${newId()}, ${entry.entryId}, ${term.startsOn}, ${term.endsOn}, ${term.noticeOn}, ${now}, '自動更新')`
  await tx.run`update work.register_entry set starts_on = ${last.startsOn}, ends_on = ${last.endsOn}, notice_on = ${last.noticeOn},
      notice_typed_on = null, version = version + 1
    where company_id = ${actor.companyId} and id = ${entry.entryId}`
  const renewed = {
    activity: 'work.entry-renewed' as const,
    objects: entryObjects(entry),
    data: { from: entry.endsOn, to: last.endsOn, bySelf: true },
  }
  return [{ ...entry, ...last }, [renewed]] as const
}

async function raise({ tx, actor, now }: CommandContext, entry: Entry, wanted: readonly DatedTask[]) {
  const events = []
  for (const { about, on, dueOn, title } of wanted) {
    const there = await tx.row`select 1 from work.register_task
      where company_id = ${actor.companyId} and entry_id = ${entry.entryId} and about = ${about} and on_date = ${on}`
    if (there) continue
    const task = {
      id: newId(),
      title,
      origin: 'hand' as const, // planning leaves it alone: its title and people are the entry's
      kindId: entry.kindId,
      occurrence: null,
      departmentId: entry.departmentId,
      assigneeId: entry.responsibleId,
      deputyIds: entry.deputyId ? [entry.deputyId] : [],
      dueOn,
      usualMinutes: null,
      subjectType: 'register-entry',
      subjectId: entry.entryId,
    }
    await insertTasks(tx, actor, now, [task])
    await copySteps(tx, actor.companyId, [task.id])
    await tx.run`insert into work.register_task (company_id, entry_id, about, on_date, task_id)
      values (${actor.companyId}, ${entry.entryId}, ${about}, ${on}, ${task.id})`
    events.push({ activity: 'work.task-planned' as const, objects: taskObjects(task), data: { dueOn, about } })
  }
  return events
}
