import { addDays, type CommandContext, command, newId } from '@ennoshita/kernel/server'
import { dueRule, work } from '../contract.ts'
import { readCalendar } from '../queries/reading/company-calendar.ts'
import { nextDueOn } from '../rules/plan.ts'
import { type LockedTask, lockOpenTask } from './writing/lock-task.ts'
import { insertTasks, type NewTask, taskObjects } from './writing/task-record.ts'

/** How far ahead the next date of a repeating task is looked for, days. */
const longestWait = 800

/** 終える, with one key; minutes only when the person gives them. A task that repeats leads to the next one, once. */
export const finishTask = command(work.finishTask, {
  may: 'work.do',
  emits: ['work.task-finished', 'work.task-added'],
  async run(context, { taskId, touchMinutes }) {
    const { tx, actor, now } = context
    const task = await lockOpenTask(context, taskId)
    await tx.run`update work.task set state = 'done', done_at = ${now}, done_by = ${actor.personId ?? null}, touch_minutes = ${touchMinutes ?? null},
        waiting_person_id = null, waiting_outside = '', waiting_since = null, touched = true, version = version + 1
      where company_id = ${actor.companyId} and id = ${taskId}`
    const next = await makeNext(context, task)
    const finished = {
      activity: 'work.task-finished' as const,
      objects: taskObjects({ ...task, waitingPersonId: null }),
      data: {
        ...(task.dueOn ? { dueOn: task.dueOn } : {}),
        ...(task.legalDueOn ? { legalDueOn: task.legalDueOn } : {}),
        ...(touchMinutes === undefined ? {} : { minutes: touchMinutes }),
      },
    }
    return {
      events: next
        ? [
            finished,
            { activity: 'work.task-added', objects: taskObjects(next), data: { dueOn: next.dueOn, repeated: true } },
          ]
        : [finished],
      answer: { taskId, version: task.version + 1, nextTaskId: next?.id ?? null },
    }
  },
})

async function makeNext({ tx, actor, now, today }: CommandContext, task: LockedTask): Promise<NewTask | undefined> {
  if (task.repeats === null) return undefined
  const { calendar, fiscalYearStart } = await readCalendar(tx, actor.companyId)
  const after = task.dueOn ?? today
  const until = addDays(after > today ? after : today, longestWait)
  const dueOn = nextDueOn(dueRule.parse(task.repeats), after, { until, calendar, fiscalYearStart })
  if (!dueOn) return undefined
  const next: NewTask = {
    id: newId(),
    title: task.title,
    origin: 'repeat',
    kindId: task.kindId,
    occurrence: null,
    departmentId: task.departmentId,
    assigneeId: task.assigneeId,
    deputyIds: task.deputyIds,
    dueOn,
    usualMinutes: task.usualMinutes,
    note: task.note,
    repeats: task.repeats,
    repeatOf: task.id,
    askedBy: task.askedBy,
  }
  const made = await insertTasks(tx, actor, now, [next])
  if (!made.has(next.id)) return undefined
  await tx.run`insert into work.task_step (company_id, task_id, place, text, who) select company_id, ${next.id}, place, text, who
    from work.task_step where company_id = ${actor.companyId} and task_id = ${task.id}`
  return next
}
