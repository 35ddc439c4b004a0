import { addDays, daysBetween, type QueryContext, query, refuse, refuseNotFound, sql } from '@ennoshita/kernel/server'
import { type DueRule, dueOccurrences } from '@ennoshita/statutes'
import { work } from '../contract.ts'
import { absenceOf, type DueThing } from '../rules/absence.ts'
import { substitutesOf } from '../rules/load.ts'
import { occurrenceName } from '../rules/plan.ts'
import { readCalendar } from './reading/company-calendar.ts'
import { readHistories } from './reading/kind-history.ts'

type Kind = {
  id: string
  name: string
  rule: DueRule | null
  mainId: string | null
  deputyIds: string[]
  usualMinutes: number | null
  legalDeadline: string
}
type Task = {
  id: string
  kindId: string | null
  occurrence: string | null
  title: string
  dueOn: string
  usualMinutes: number | null
  deputyIds: string[]
  isLegal: boolean
  isOpenOfPerson: boolean
}

const mostDays = 93

/** この人が休むと止まること: what is due in those days, and who else is named for it or has done it three times in a year. */
export const absencePreviews = query(work.absencePreviews, {
  may: 'work.see-tasks',
  async run(context, { personId, from, until }) {
    const { tx, actor, today } = context
    if (from > until || daysBetween(from, until) >= mostDays) refusePeriod()
    const [person, kinds, tasks, { calendar, fiscalYearStart }] = await Promise.all([
      personWithin(context, personId),
      tx.rows<Kind>`select k.id, k.name, k.due_rule as rule, k.main_id as "mainId", k.deputy_ids as "deputyIds", k.usual_minutes as "usualMinutes",
          coalesce(k.law ->> 'name', '') || coalesce(k.law ->> 'article', '') as "legalDeadline"
        from work.kind k where k.company_id = ${actor.companyId} and (k.main_id = ${personId} and k.state = 'active'
          or k.id in (select t.kind_id from work.task t where t.company_id = ${actor.companyId} and t.assignee_id = ${personId}
            and t.state in ('open', 'started') and t.due_on between ${from} and ${until}))`,
      tx.rows<Task>`select t.id, t.kind_id as "kindId", t.occurrence, t.title, t.due_on as "dueOn", t.usual_minutes as "usualMinutes",
          t.deputy_ids as "deputyIds", t.legal_due_on is not null as "isLegal",
          t.assignee_id is not distinct from ${personId}::uuid and t.state in ('open', 'started') as "isOpenOfPerson"
        from work.task t where t.company_id = ${actor.companyId} and t.due_on between ${from} and ${until}
          and (t.assignee_id = ${personId} or t.kind_id in (select id from work.kind where company_id = ${actor.companyId} and main_id = ${personId}))
        order by t.due_on, t.id`,
      readCalendar(tx, actor.companyId),
    ])
    if (!person) refuseNotFound({ ja: '人', en: 'person' }, 'personId')
    const kindIds = kinds.map((kind) => kind.id)
    const histories = await readHistories(tx, actor.companyId, kindIds, addDays(today, -365))
    const kindById = new Map(kinds.map((kind) => [kind.id, kind]))
    const others = new Map(
      kinds.map((kind) => [
        kind.id,
        substitutesOf(kind, histories.get(kind.id)?.doerIds ?? []).filter((id) => id !== personId),
      ]),
    )
    const substitutesFor = (task: Task) => [...new Set([...task.deputyIds, ...(others.get(task.kindId ?? '') ?? [])])]
    const names = await namesOf(context, [...tasks.flatMap(substitutesFor), ...[...others.values()].flat()])
    const nameAll = (ids: readonly string[]) => ids.map((id) => names.get(id)).filter((name) => name !== undefined)
    const window = { from: from > today ? from : today, to: until, calendar, fiscalYearStart, preview: true }
    const things = [
      ...tasks
        .filter((task) => task.isOpenOfPerson)
        .map((task) => thingOfTask(task, kindById, nameAll(substitutesFor(task)))),
      ...kinds
        .filter((kind) => kind.mainId === personId && kind.rule)
        .flatMap((kind) => unplanned(kind, tasks, window, nameAll(others.get(kind.id) ?? []))),
    ]
    return { personName: person.name, ...absenceOf(things, person.name) }
  },
})

function personWithin({ tx, actor, today, within }: QueryContext, personId: string) {
  const reach = within({
    own: sql`p.person_id`,
    department: sql`(select l.department_id from people.placement l
    where l.company_id = p.company_id and l.person_id = p.person_id and l.department_id = any(${actor.departmentIds}::uuid[])
      and l.from_on <= ${today} and (l.until_on is null or l.until_on >= ${today}) limit 1)`,
  })
  return tx.row<{ name: string }>`select p.display_name as name from people.person_name p
    where p.company_id = ${actor.companyId} and p.person_id = ${personId} and ${reach}`
}

/** Names of those who are still in the company: who has left stands in for nobody. */
async function namesOf({ tx, actor, today }: QueryContext, personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{
    id: string
    name: string
  }>`select person_id as id, display_name as name from people.person_name
    where company_id = ${actor.companyId} and person_id = any(${[...new Set(personIds)]}::uuid[]) and (left_on is null or left_on >= ${today})`
  return new Map(rows.map((row) => [row.id, row.name]))
}

function thingOfTask(task: Task, kinds: ReadonlyMap<string, Kind>, substituteNames: readonly string[]): DueThing {
  const kind = task.kindId ? kinds.get(task.kindId) : undefined
  const legal = kind?.legalDeadline || (task.isLegal ? task.title : '')
  return {
    kindId: task.kindId,
    taskId: task.id,
    name: task.title,
    dueOn: task.dueOn,
    minutes: task.usualMinutes ?? 0,
    legalDeadline: legal,
    substituteNames,
  }
}

/** Times of a kind in the days away for which no task stands yet, because they lie beyond what is planned. */
function unplanned(
  kind: Kind,
  tasks: readonly Task[],
  window: Parameters<typeof dueOccurrences>[1],
  substituteNames: readonly string[],
): DueThing[] {
  const { rule } = kind
  if (!rule) return []
  const planned = new Set(tasks.filter((task) => task.kindId === kind.id).map((task) => task.occurrence))
  return dueOccurrences(rule, window)
    .filter((found) => !planned.has(occurrenceName(rule, found)))
    .map(({ dueOn }) => ({
      kindId: kind.id,
      taskId: null,
      name: kind.name,
      dueOn,
      minutes: kind.usualMinutes ?? 0,
      legalDeadline: kind.legalDeadline,
      substituteNames,
    }))
}

function refusePeriod(): never {
  refuse({
    kind: 'bad-input',
    code: 'work.period-too-long',
    what: { ja: `期間は1日から${mostDays}日までです。`, en: `The period is 1 to ${mostDays} days.` },
    field: 'until',
    todo: { ja: '期間を選び直してください。', en: 'Choose another period.' },
  })
}
