import { dateInWords } from '@ennoshita/kernel'
import { command, refuse } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { lockTaskVersion } from './writing/lock-task.ts'
import { refuseStrangers } from './writing/refusals.ts'
import { taskObjects } from './writing/task-record.ts'

/** やることを書き直す; what is left out stays. A date beyond the legal deadline is a matter of postponing, with its reason. */
export const changeTask = command(work.changeTask, {
  may: 'work.do',
  emits: ['work.task-changed'],
  async run(context, input) {
    const { tx, actor } = context
    const task = await lockTaskVersion(context, input.taskId, input.version)
    const { taskId, version, ...changes } = input
    const next = {
      ...task,
      ...changes,
      deputyIds: (changes.deputyIds ?? task.deputyIds).filter((deputy) => deputy !== task.assigneeId),
    }
    if (changes.deputyIds) await refuseStrangers(context, next.deputyIds, 'deputyIds')
    if (changes.dueOn && task.legalDueOn && changes.dueOn > task.legalDueOn)
      refuse({
        kind: 'bad-input',
        code: 'work.beyond-legal-deadline',
        what: {
          ja: `法定期限（${dateInWords(task.legalDueOn)}）を過ぎる期日です。`,
          en: `The date is beyond the legal deadline (${task.legalDueOn}).`,
        },
        field: 'dueOn',
        todo: {
          ja: '「期日を延ばす」から、理由を添えて延ばしてください。',
          en: 'Postpone it instead, with the reason.',
        },
      })
    await tx.run`update work.task set title = ${next.title}, note = ${next.note}, due_on = ${next.dueOn}, deputy_ids = ${next.deputyIds}::uuid[],
        usual_minutes = ${next.usualMinutes}, repeats = ${next.repeats === null ? null : JSON.stringify(next.repeats)}, version = version + 1, touched = true
      where company_id = ${actor.companyId} and id = ${taskId}`
    return {
      events: [
        { activity: 'work.task-changed', objects: taskObjects(next), data: { fields: Object.keys(changes).sort() } },
      ],
      answer: { taskId, version: version + 1 },
    }
  },
})
