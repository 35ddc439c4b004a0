import { command, refuse } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { lockTask } from './writing/lock-task.ts'
import { taskObjects } from './writing/task-record.ts'
import { writeReason } from './writing/write-reason.ts'

/** もう一度開く: a finished or dropped task goes on. The next one of a repeating task stays. */
export const reopenTask = command(work.reopenTask, {
  may: 'work.do',
  emits: ['work.task-reopened'],
  async run(context, { taskId, reason }) {
    const { tx, actor, now } = context
    const task = await lockTask(context, taskId)
    if (task.state === 'open' || task.state === 'started')
      refuse({
        kind: 'conflict',
        code: 'work.task-open',
        what: { ja: `「${task.title}」はまだ終わっていません。`, en: `"${task.title}" is still open.` },
        field: 'taskId',
        todo: { ja: 'そのまま続けてください。', en: 'Just go on.' },
      })
    await tx.run`update work.task set state = 'open', done_at = null, done_by = null, touch_minutes = null, drop_reason = '', touched = true, version = version + 1
      where company_id = ${actor.companyId} and id = ${taskId}`
    if (reason !== '') await writeReason(context, taskId, reason, now)
    return {
      events: [{ activity: 'work.task-reopened', objects: taskObjects(task), data: { from: task.state } }],
      answer: { taskId, version: task.version + 1 },
    }
  },
})
