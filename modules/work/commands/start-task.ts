import { command, refuse } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { lockOpenTask } from './writing/lock-task.ts'
import { taskObjects } from './writing/task-record.ts'

/** 着手する (optional: a task may be finished without). A task of nobody becomes the actor's. */
export const startTask = command(work.startTask, {
  may: 'work.do',
  emits: ['work.task-started'],
  async run(context, { taskId }) {
    const { tx, actor, now } = context
    const task = await lockOpenTask(context, taskId)
    if (task.state === 'started')
      refuse({
        kind: 'conflict',
        code: 'work.task-started',
        what: { ja: `「${task.title}」はすでに着手されています。`, en: `"${task.title}" is under way already.` },
        field: 'taskId',
        todo: { ja: 'そのまま続けてください。', en: 'Just go on.' },
      })
    const assigneeId = task.assigneeId ?? actor.personId ?? null
    await tx.run`update work.task set state = 'started', started_at = ${now}, assignee_id = ${assigneeId}, touched = true, version = version + 1,
        deputy_ids = array_remove(deputy_ids, ${assigneeId}::uuid)
      where company_id = ${actor.companyId} and id = ${taskId}`
    return {
      events: [{ activity: 'work.task-started', objects: taskObjects({ ...task, assigneeId }) }],
      answer: { taskId, version: task.version + 1 },
    }
  },
})
