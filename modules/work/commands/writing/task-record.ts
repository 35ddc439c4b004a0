import { type EventObject, type Sql, sql, type Tx } from '@ennoshita/kernel/server'

/** A new task; the rest of the row begins empty. */
export type NewTask = {
  id: string
  title: string
  origin: 'rule' | 'occasion' | 'hand' | 'repeat'
  kindId: string | null
  occurrence: string | null
  departmentId: string | null
  assigneeId: string | null
  deputyIds: readonly string[]
  dueOn: string | null
  legalDueOn?: string | null
  usualMinutes: number | null
  note?: string
  repeats?: unknown
  repeatOf?: string | null
  subjectType?: string | null
  subjectId?: string | null
  askedBy?: string | null
}

/** Writes tasks that are not there yet (a kind's occurrence and a repetition are made once) and says which were written. */
export async function insertTasks(
  tx: Tx,
  from: { companyId: string; personId: string | undefined },
  now: string,
  tasks: readonly NewTask[],
): Promise<Set<string>> {
  const made = await tx.rows<{ id: string }>`
    insert into work.task (company_id, id, title, origin, kind_id, occurrence, department_id, assignee_id, deputy_ids, due_on, legal_due_on,
      usual_minutes, note, repeats, repeat_of, subject_type, subject_id, asked_by, touched, made_at, made_by)
    select ${from.companyId}, t.id, t.title, t.origin, t."kindId", t.occurrence, t."departmentId", t."assigneeId",
      array(select jsonb_array_elements_text(t."deputyIds")::uuid), t."dueOn", t."legalDueOn", t."usualMinutes", coalesce(t.note, ''),
      t.repeats, t."repeatOf", t."subjectType", t."subjectId", t."askedBy", t.origin in ('hand', 'repeat'), ${now}, ${from.personId ?? null}
    from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as t (id uuid, title text, origin text, "kindId" uuid, occurrence text,
      "departmentId" uuid, "assigneeId" uuid, "deputyIds" jsonb, "dueOn" date, "legalDueOn" date, "usualMinutes" integer, note text,
      repeats jsonb, "repeatOf" uuid, "subjectType" text, "subjectId" uuid, "askedBy" uuid)
    on conflict do nothing returning id`
  return new Set(made.map((task) => task.id))
}

/** Gives new tasks of a kind the kind's steps as their checklist. */
export async function copySteps(tx: Tx, companyId: string, taskIds: readonly string[]): Promise<void> {
  await tx.run`insert into work.task_step (company_id, task_id, place, text, who)
    select t.company_id, t.id, s.place, s.text, s.who
    from work.task t join work.kind_step s on s.company_id = t.company_id and s.kind_id = t.kind_id
    where t.company_id = ${companyId} and t.id = any(${taskIds}::uuid[])`
}

/** Writes a checklist given by hand. */
export async function insertTaskSteps(tx: Tx, companyId: string, taskId: string, steps: readonly string[]) {
  if (steps.length === 0) return
  await tx.run`insert into work.task_step (company_id, task_id, place, text)
    select ${companyId}, ${taskId}, s.place, s.text from unnest(${steps}::text[]) with ordinality as s (text, place)`
}

/** What an event needs to know of a task. */
export type TaskInEvent = {
  id: string
  title: string
  kindId: string | null
  departmentId: string | null
  assigneeId: string | null
  deputyIds: readonly string[]
  askedBy?: string | null
  waitingPersonId?: string | null
  subjectType?: string | null
  subjectId?: string | null
}

/** The objects of an event of a task: the task, its kind, who has it, what it is about. */
export function taskObjects(task: TaskInEvent): [EventObject, ...EventObject[]] {
  const own = [task.assigneeId, ...task.deputyIds, task.askedBy, task.waitingPersonId]
  return [
    {
      type: 'task',
      id: task.id,
      label: {
        text: task.title,
        opens: `/work/tasks/${task.id}`,
        may: 'work.see-tasks',
        own: own.filter((person) => typeof person === 'string'),
        departmentId: task.departmentId,
      },
    },
    ...(task.kindId ? [{ type: 'kind', id: task.kindId }] : []),
    ...(task.assigneeId ? [{ type: 'person', id: task.assigneeId, qualifier: 'assignee' }] : []),
    ...(task.subjectType && task.subjectId
      ? [{ type: task.subjectType, id: task.subjectId, qualifier: 'subject' }]
      : []),
  ]
}

/** The columns of TaskInEvent, of `work.task t`. */
export const taskInEventColumns: Sql = sql`t.id, t.title, t.kind_id as "kindId", t.department_id as "departmentId",
  t.assignee_id as "assigneeId", t.deputy_ids as "deputyIds"`
