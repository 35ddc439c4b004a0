import {
  type CommandContext,
  type Reach,
  refuse,
  refuseNotFound,
  type Sql,
  sql,
  type Tx,
} from '@ennoshita/kernel/server'
import { refuseStale, taskWords } from './refusals.ts'
import type { TaskInEvent } from './task-record.ts'

export type LockedTask = TaskInEvent & {
  origin: 'rule' | 'occasion' | 'hand' | 'repeat'
  askedBy: string | null
  waitingPersonId: string | null
  waitingOutside: string
  subjectType: string | null
  subjectId: string | null
  state: 'open' | 'started' | 'done' | 'dropped'
  dueOn: string | null
  legalDueOn: string | null
  usualMinutes: number | null
  note: string
  repeats: unknown
  doneBy: string | null
  doneAt: string | null
  dropReason: string
  version: number
}

/** Who may do a task (as `t`): who has it, who stands in, who gave it, who made it, and its department. */
export function doingReach(personId: string | undefined): Reach & { own: readonly Sql[] } {
  return {
    own: [
      sql`t.assignee_id`,
      sql`t.asked_by`,
      sql`t.made_by`,
      sql`(select d from unnest(t.deputy_ids) d where d = ${personId ?? null})`,
    ],
    department: sql`t.department_id`,
  }
}

/** Who may see a task: who may do it, and the person who is waited for. */
export function taskReach(personId: string | undefined): Reach {
  const doing = doingReach(personId)
  return { ...doing, own: [...doing.own, sql`t.waiting_person_id`] }
}

/** Locks a task within the actor's reach; refuses when it is not there. */
export async function lockTask(
  { tx, actor, within }: CommandContext,
  taskId: string,
  reach: (personId: string | undefined) => Reach = doingReach,
): Promise<LockedTask> {
  const task =
    await tx.row<LockedTask>`select t.id, t.title, t.origin, t.kind_id as "kindId", t.department_id as "departmentId",
      t.assignee_id as "assigneeId", t.deputy_ids as "deputyIds", t.asked_by as "askedBy", t.waiting_person_id as "waitingPersonId",
      t.waiting_outside as "waitingOutside", t.subject_type as "subjectType", t.subject_id as "subjectId", t.state, t.due_on as "dueOn",
      t.legal_due_on as "legalDueOn", t.usual_minutes as "usualMinutes", t.note, t.repeats, t.done_by as "doneBy", t.done_at as "doneAt",
      t.drop_reason as "dropReason", t.version
    from work.task t where t.company_id = ${actor.companyId} and t.id = ${taskId} and ${within(reach(actor.personId))} for update`
  return task ?? refuseNotFound(taskWords, 'taskId')
}

/** As lockTask, for what can be done to a task that is not finished or dropped. */
export async function lockOpenTask(
  context: CommandContext,
  taskId: string,
  reach: (personId: string | undefined) => Reach = doingReach,
): Promise<LockedTask> {
  const task = await lockTask(context, taskId, reach)
  if (task.state === 'done') await refuseFinished(context, task)
  if (task.state === 'dropped')
    refuse({
      kind: 'conflict',
      code: 'work.task-dropped',
      what: {
        ja: `「${task.title}」は取りやめになっています（${task.dropReason}）。`,
        en: `"${task.title}" was dropped (${task.dropReason}).`,
      },
      field: 'taskId',
      todo: { ja: '続けるときは、先にもう一度開いてください。', en: 'Reopen it first if it is to go on.' },
    })
  return task
}

/** As lockOpenTask, for an edit of the task as it was read. */
export async function lockTaskVersion(context: CommandContext, taskId: string, version: number): Promise<LockedTask> {
  const task = await lockOpenTask(context, taskId)
  if (task.version !== version) await refuseStale(context, taskWords, taskId)
  return task
}

/** Says who finished the task and when. */
async function refuseFinished(
  { tx, actor }: { tx: Tx; actor: CommandContext['actor'] },
  task: LockedTask,
): Promise<never> {
  const done = await tx.row<{ name: string | null; at: string }>`
    select (select display_name from people.person_name where company_id = ${actor.companyId} and person_id = ${task.doneBy}) as name,
      to_char(${task.doneAt}::timestamptz at time zone 'Asia/Tokyo', 'FMMM/FMDD HH24:MI') as at`
  const isMine = task.doneBy !== null && task.doneBy === actor.personId
  const who = isMine ? 'ご自身' : done?.name ? `${done.name}さん` : '別の人'
  refuse({
    kind: 'conflict',
    code: 'work.task-finished',
    what: {
      ja: `「${task.title}」は${who}が${done?.at ?? ''}に終えています。`,
      en: `"${task.title}" was finished by ${isMine ? 'you' : (done?.name ?? 'someone else')} at ${done?.at ?? ''}.`,
    },
    field: 'taskId',
    rule: { says: { ja: '一つのやることを終えるのは一度だけです。', en: 'A task is finished once.' } },
    todo: {
      ja: 'まだ残っていることがあるときは、もう一度開いてください。',
      en: 'Reopen it if something is left to do.',
    },
  })
}

/** Raises the version of a task that a person worked on, and says the new one. */
export async function touch(tx: Tx, companyId: string, taskId: string): Promise<number> {
  const row = await tx.row<{ version: number }>`update work.task set version = version + 1, touched = true
    where company_id = ${companyId} and id = ${taskId} returning version`
  if (!row) throw new Error(`The locked task ${taskId} is gone.`)
  return row.version
}
