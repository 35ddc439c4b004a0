import { query, sql } from '@ennoshita/kernel/server'
import { taskReach } from '../commands/writing/lock-task.ts'
import { type TaskRow, work } from '../contract.ts'
import { isOpen, taskColumns, taskTables } from './reading/task-rows.ts'

/** やることの一覧, within what the asking person may see. */
export const taskList = query(work.taskList, {
  may: 'work.see-tasks',
  async run({ tx, actor, within }, asked) {
    const state = asked.state === 'open' ? isOpen : sql`t.state = ${asked.state}`
    const order = asked.state === 'done' ? sql`t.done_at desc, t.id` : sql`t.due_on, t.id`
    const condition = sql`t.company_id = ${actor.companyId} and ${state} and ${within(taskReach(actor.personId))}
      ${asked.kindId ? sql`and t.kind_id = ${asked.kindId}` : sql``}
      ${asked.personId ? sql`and t.assignee_id = ${asked.personId}` : sql``}
      ${asked.unassigned ? sql`and t.assignee_id is null` : sql``}
      ${asked.departmentId ? sql`and t.department_id = ${asked.departmentId}` : sql``}
      ${asked.subjectId ? sql`and t.subject_id = ${asked.subjectId}` : sql``}
      ${asked.text ? sql`and position(kernel.fold(${asked.text}) in kernel.fold(t.title)) > 0` : sql``}`
    const [rows, counted] = await Promise.all([
      tx.rows<TaskRow>`select ${taskColumns} from ${taskTables} where ${condition} order by ${order} limit ${asked.limit} offset ${asked.offset}`,
      tx.row<{ total: number }>`select count(*)::int as total from work.task t where ${condition}`,
    ])
    return { total: counted?.total ?? 0, rows }
  },
})
