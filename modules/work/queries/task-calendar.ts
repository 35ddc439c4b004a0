import { addDays, daysBetween, query, refuse, sql } from '@ennoshita/kernel/server'
import { isBusinessDay } from '@ennoshita/statutes'
import { taskReach } from '../commands/writing/lock-task.ts'
import { type TaskRow, work } from '../contract.ts'
import { readCalendar } from './reading/company-calendar.ts'
import { isOpen, taskColumns, taskTables } from './reading/task-rows.ts'

const mostDays = 93
const mostTasks = 2_000

/** 予定表: the open tasks of some days and the load ahead; one's own unless a person or department is named. */
export const taskCalendar = query(work.taskCalendar, {
  may: 'work.see-tasks',
  async run({ tx, actor, within }, { from, to, personId, departmentId }) {
    const length = daysBetween(from, to) + 1
    if (length < 1 || length > mostDays) refusePeriod()
    const whose = departmentId
      ? sql`t.department_id = ${departmentId}`
      : sql`t.assignee_id = ${personId ?? actor.personId ?? null}`
    const condition = sql`t.company_id = ${actor.companyId} and ${whose} and ${isOpen} and t.due_on between ${from} and ${to}
      and ${within(taskReach(actor.personId))}`
    const [tasks, loads, { calendar }] = await Promise.all([
      tx.rows<TaskRow>`select ${taskColumns} from ${taskTables} where ${condition} order by t.due_on, t.id limit ${mostTasks}`,
      tx.rows<{ on: string; loadMinutes: number; withoutMinutes: number; taskCount: number }>`
        select t.due_on as "on", coalesce(sum(t.usual_minutes), 0)::int as "loadMinutes",
          count(*) filter (where t.usual_minutes is null)::int as "withoutMinutes", count(*)::int as "taskCount"
        from work.task t where ${condition} group by t.due_on`,
      readCalendar(tx, actor.companyId),
    ])
    const loadByDay = new Map(loads.map((load) => [load.on, load]))
    const days = Array.from({ length }, (_, index) => {
      const on = addDays(from, index)
      const empty = { on, loadMinutes: 0, withoutMinutes: 0, taskCount: 0 }
      return { ...(loadByDay.get(on) ?? empty), isOff: !isBusinessDay(on, calendar) }
    })
    return { days, tasks }
  },
})

function refusePeriod(): never {
  refuse({
    kind: 'bad-input',
    code: 'work.period-too-long',
    what: { ja: `期間は1日から${mostDays}日までです。`, en: `The period is 1 to ${mostDays} days.` },
    field: 'to',
    todo: { ja: '期間を選び直してください。', en: 'Choose another period.' },
  })
}
