import { command } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { lockOpenTask } from './writing/lock-task.ts'
import { taskObjects } from './writing/task-record.ts'

/** 取りやめる, with the reason. It is not made again for the same time of its kind. */
export const dropTask = command(work.dropTask, {
  may: 'work.do',
  emits: ['work.task-dropped'],
  async run(context, { taskId, reason }) {
    const { tx, actor } = context
    const task = await lockOpenTask(context, taskId)
    await tx.run`update work.task set state = 'dropped', drop_reason = ${reason}, waiting_person_id = null, waiting_outside = '', waiting_since = null,
        touched = true, version = version + 1
      where company_id = ${actor.companyId} and id = ${taskId}`
    return {
      events: [{ activity: 'work.task-dropped', objects: taskObjects(task) }],
      answer: { taskId, version: task.version + 1 },
    }
  },
})
