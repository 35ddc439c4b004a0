import { addDays, query, type Sql, sql } from '@ennoshita/kernel/server'
import { type TaskRow, work } from '../contract.ts'
import { isOpen, taskColumns, taskTables } from './reading/task-rows.ts'

const mostShown = 100

/** 今日: six short lists about the asking person, each by its own index. */
export const tasksToday = query(work.tasksToday, {
  may: 'work.see-tasks',
  async run({ tx, actor, today }) {
    const me = actor.personId ?? null
    const list = (condition: Sql, order: Sql) => tx.rows<TaskRow>`select ${taskColumns} from ${taskTables}
      where t.company_id = ${actor.companyId} and ${condition} order by ${order} limit ${mostShown}`
    const byDue = sql`t.due_on, t.id`
    const mine = sql`t.assignee_id = ${me} and ${isOpen}`
    const [due, undated, soon, waitingForMe, askedOfMe, waitingForOthers, doneToday] = await Promise.all([
      list(sql`${mine} and t.due_on <= ${today}`, byDue),
      list(sql`${mine} and t.due_on is null`, sql`t.made_at, t.id`),
      list(sql`${mine} and t.due_on > ${today} and t.due_on <= ${addDays(today, 7)}`, byDue),
      list(sql`t.waiting_person_id = ${me} and ${isOpen}`, sql`t.waiting_since, t.id`),
      list(sql`${mine} and t.asked_by is not null`, byDue),
      list(sql`${mine} and t.waiting_since is not null`, sql`t.waiting_since, t.id`),
      list(
        sql`t.done_by = ${me} and t.state = 'done' and t.done_at >= ${`${today}T00:00:00+09:00`}`,
        sql`t.done_at desc, t.id`,
      ),
    ])
    return { on: today, due: [...due, ...undated], soon, waitingForMe, askedOfMe, waitingForOthers, doneToday }
  },
})
