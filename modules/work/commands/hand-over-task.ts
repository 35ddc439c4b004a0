import { command, refuse } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { lockOpenTask } from './writing/lock-task.ts'
import { refuseStrangers } from './writing/refusals.ts'
import { taskObjects } from './writing/task-record.ts'

/** 引き継ぐ: the task is now another person's, with a note of what they need to know. */
export const handOverTask = command(work.handOverTask, {
  may: 'work.do',
  emits: ['work.task-handed-over'],
  async run(context, { taskId, toPersonId, note }) {
    const { tx, actor } = context
    const task = await lockOpenTask(context, taskId)
    if (task.assigneeId === toPersonId)
      refuse({
        kind: 'conflict',
        code: 'work.already-theirs',
        what: { ja: `「${task.title}」はすでにその人の担当です。`, en: `"${task.title}" is with that person already.` },
        field: 'toPersonId',
        todo: { ja: 'このままで大丈夫です。', en: 'Nothing to do.' },
      })
    await refuseStrangers(context, [toPersonId], 'toPersonId')
    const askedBy = toPersonId === actor.personId ? null : (actor.personId ?? null)
    const next = {
      ...task,
      assigneeId: toPersonId,
      askedBy,
      deputyIds: task.deputyIds.filter((deputy) => deputy !== toPersonId),
    }
    await tx.run`update work.task set assignee_id = ${toPersonId}, asked_by = ${askedBy}, asked_note = ${note}, deputy_ids = ${next.deputyIds}::uuid[],
        touched = true, version = version + 1
      where company_id = ${actor.companyId} and id = ${taskId}`
    const [own, ...others] = taskObjects(next)
    const from = task.assigneeId ? [{ type: 'person', id: task.assigneeId, qualifier: 'from' }] : []
    return {
      events: [{ activity: 'work.task-handed-over', objects: [own, ...others, ...from] }],
      answer: { taskId, version: task.version + 1 },
    }
  },
})
