import { command, refuse } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { lockOpenTask, taskReach } from './writing/lock-task.ts'
import { taskObjects } from './writing/task-record.ts'

/** 待つのを終える: whoever has the task, or the person who was waited for, says that it can go on. */
export const stopWaiting = command(work.stopWaiting, {
  may: 'work.do',
  emits: ['work.waiting-ended'],
  async run(context, { taskId }) {
    const { tx, actor } = context
    const task = await lockOpenTask(context, taskId, taskReach)
    if (task.waitingPersonId === null && task.waitingOutside === '')
      refuse({
        kind: 'conflict',
        code: 'work.not-waiting',
        what: { ja: `「${task.title}」は誰も待っていません。`, en: `"${task.title}" waits for nobody.` },
        field: 'taskId',
        todo: { ja: 'そのまま続けてください。', en: 'Just go on.' },
      })
    await tx.run`update work.task set waiting_person_id = null, waiting_outside = '', waiting_since = null, touched = true, version = version + 1
      where company_id = ${actor.companyId} and id = ${taskId}`
    const [own, ...others] = taskObjects({ ...task, waitingPersonId: null })
    const awaited = task.waitingPersonId ? [{ type: 'person', id: task.waitingPersonId, qualifier: 'awaited' }] : []
    return {
      events: [{ activity: 'work.waiting-ended', objects: [own, ...others, ...awaited] }],
      answer: { taskId, version: task.version + 1 },
    }
  },
})
