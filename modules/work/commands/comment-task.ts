import { command } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { lockTask, taskReach } from './writing/lock-task.ts'
import { taskObjects } from './writing/task-record.ts'
import { writeReason } from './writing/write-reason.ts'

/** ひとこと残す, also on a finished task. */
export const commentTask = command(work.commentTask, {
  may: 'work.do',
  emits: ['work.task-commented'],
  async run(context, { taskId, text }) {
    const task = await lockTask(context, taskId, taskReach)
    const commentId = await writeReason(context, taskId, text, context.now)
    return { events: [{ activity: 'work.task-commented', objects: taskObjects(task) }], answer: { commentId } }
  },
})
