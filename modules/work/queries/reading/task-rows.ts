import { type Sql, sql } from '@ennoshita/kernel/server'

/** The columns of a task as lists show it (taskRow of the contract), from taskTables. */
export const taskColumns: Sql = sql`t.id as "taskId", t.title, t.kind_id as "kindId", t.state, t.assignee_id as "assigneeId",
  coalesce(assignee.display_name, '') as "assigneeName", t.deputy_ids as "deputyIds", t.department_id as "departmentId",
  t.due_on as "dueOn", t.legal_due_on as "legalDueOn", t.usual_minutes as "usualMinutes", t.asked_by as "askedById",
  coalesce(asker.display_name, '') as "askedByName", t.asked_note as "askedNote", t.waiting_person_id as "waitingForId",
  coalesce(awaited.display_name, t.waiting_outside) as "waitingForName", t.waiting_since as "waitingSince", t.done_at as "doneAt",
  t.done_by as "doneById", coalesce(doer.display_name, '') as "doneByName",
  (select count(*)::int from work.task_step s where s.company_id = t.company_id and s.task_id = t.id) as "stepCount",
  (select count(*)::int from work.task_step s where s.company_id = t.company_id and s.task_id = t.id and s.ticked_at is not null) as "tickedCount",
  t.repeats is not null as "isRepeated", t.version`

/** `work.task t` with the names of its people. */
export const taskTables: Sql = sql`work.task t
  left join people.person_name assignee on assignee.company_id = t.company_id and assignee.person_id = t.assignee_id
  left join people.person_name asker on asker.company_id = t.company_id and asker.person_id = t.asked_by
  left join people.person_name awaited on awaited.company_id = t.company_id and awaited.person_id = t.waiting_person_id
  left join people.person_name doer on doer.company_id = t.company_id and doer.person_id = t.done_by`

export const isOpen: Sql = sql`t.state in ('open', 'started')`
