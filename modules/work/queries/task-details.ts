import { query, refuseNotFound } from '@ennoshita/kernel/server'
import { taskReach } from '../commands/writing/lock-task.ts'
import { taskWords } from '../commands/writing/refusals.ts'
import { type TaskRow, work } from '../contract.ts'
import { taskColumns, taskTables } from './reading/task-rows.ts'

type Row = TaskRow & {
  note: string
  kindName: string
  repeats: null
  dropReason: string
  ownMinutes: number | null
  subjectType: string | null
  subjectId: string | null
}

/** やることの中身: checklist and remarks. Minutes are shown only to the person who gave them. */
export const taskDetails = query(work.taskDetails, {
  may: 'work.see-tasks',
  async run({ tx, actor, within }, { taskId }) {
    const [row, steps, comments] = await Promise.all([
      tx.row<Row>`select ${taskColumns}, t.note, coalesce(k.name, '') as "kindName", t.repeats, t.drop_reason as "dropReason",
          case when t.done_by = ${actor.personId ?? null} then t.touch_minutes end as "ownMinutes", t.subject_type as "subjectType", t.subject_id as "subjectId"
        from ${taskTables} left join work.kind k on k.company_id = t.company_id and k.id = t.kind_id
        where t.company_id = ${actor.companyId} and t.id = ${taskId} and ${within(taskReach(actor.personId))}`,
      tx.rows<{ place: number; text: string; who: string; tickedAt: string | null; tickedByName: string }>`
        select s.place, s.text, s.who, s.ticked_at as "tickedAt", coalesce(p.display_name, '') as "tickedByName"
        from work.task_step s left join people.person_name p on p.company_id = s.company_id and p.person_id = s.ticked_by
        where s.company_id = ${actor.companyId} and s.task_id = ${taskId} order by s.place`,
      tx.rows<{
        commentId: string
        text: string
        writtenAt: string
        writtenById: string | null
        writtenByName: string
      }>`
        select c.id as "commentId", c.text, c.written_at as "writtenAt", c.written_by as "writtenById", coalesce(p.display_name, '') as "writtenByName"
        from work.task_comment c left join people.person_name p on p.company_id = c.company_id and p.person_id = c.written_by
        where c.company_id = ${actor.companyId} and c.task_id = ${taskId} order by c.written_at, c.id`,
    ])
    if (!row) refuseNotFound(taskWords, 'taskId')
    const { subjectType, subjectId, ...task } = row
    return {
      task: { ...task, subject: subjectType && subjectId ? { type: subjectType, id: subjectId } : null },
      steps,
      comments,
    }
  },
})
