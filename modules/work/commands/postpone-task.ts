import { dateInWords } from '@ennoshita/kernel'
import { command, refuse } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { lockOpenTask } from './writing/lock-task.ts'
import { taskObjects } from './writing/task-record.ts'
import { writeReason } from './writing/write-reason.ts'

/** 期日を延ばす. Beyond a legal deadline only with a reason, which is kept with the task. */
export const postponeTask = command(work.postponeTask, {
  may: 'work.do',
  emits: ['work.task-postponed'],
  async run(context, { taskId, dueOn, reason }) {
    const { tx, actor, now } = context
    const task = await lockOpenTask(context, taskId)
    const isBeyondLegal = task.legalDueOn !== null && dueOn > task.legalDueOn
    if (task.legalDueOn !== null && isBeyondLegal && reason === '')
      refuse({
        kind: 'bad-input',
        code: 'work.reason-needed',
        what: {
          ja: `法定期限（${dateInWords(task.legalDueOn)}）を過ぎる期日です。`,
          en: `The date is beyond the legal deadline (${task.legalDueOn}).`,
        },
        field: 'reason',
        rule: {
          says: {
            ja: '法定期限を越えて延ばすときは、理由を残します。',
            en: 'A reason is kept when a legal deadline is passed.',
          },
        },
        todo: { ja: '理由を書いて、もう一度お送りください。', en: 'Write the reason and send it again.' },
      })
    await tx.run`update work.task set due_on = ${dueOn}, touched = true, version = version + 1
      where company_id = ${actor.companyId} and id = ${taskId}`
    if (reason !== '') await writeReason(context, taskId, reason, now)
    return {
      events: [
        {
          activity: 'work.task-postponed',
          objects: taskObjects(task),
          data: { from: task.dueOn, to: dueOn, beyondLegalDeadline: isBeyondLegal },
        },
      ],
      answer: { taskId, version: task.version + 1 },
    }
  },
})
