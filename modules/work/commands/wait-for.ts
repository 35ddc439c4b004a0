import { command, refuse } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { lockOpenTask } from './writing/lock-task.ts'
import { refuseStrangers } from './writing/refusals.ts'
import { taskObjects } from './writing/task-record.ts'

/** 相手を待つ: a person of the company, or someone outside in a few words. */
export const waitFor = command(work.waitFor, {
  may: 'work.do',
  emits: ['work.waiting-begun'],
  async run(context, { taskId, personId, outside }) {
    const { tx, actor, now } = context
    const task = await lockOpenTask(context, taskId)
    if (personId !== null && personId === task.assigneeId)
      refuse({
        kind: 'bad-input',
        code: 'work.waits-for-itself',
        what: { ja: '担当している本人を待つことはできません。', en: 'A task cannot wait for the person who has it.' },
        field: 'personId',
        todo: { ja: '待っている相手を選び直してください。', en: 'Choose whom you wait for.' },
      })
    await refuseStrangers(context, [personId], 'personId')
    await tx.run`update work.task set waiting_person_id = ${personId}, waiting_outside = ${outside}, waiting_since = ${now}, touched = true, version = version + 1
      where company_id = ${actor.companyId} and id = ${taskId}`
    const [own, ...others] = taskObjects({ ...task, waitingPersonId: personId })
    const awaited = personId ? [{ type: 'person', id: personId, qualifier: 'awaited' }] : []
    return {
      events: [
        {
          activity: 'work.waiting-begun',
          objects: [own, ...others, ...awaited],
          data: { inside: personId !== null },
        },
      ],
      answer: { taskId, version: task.version + 1 },
    }
  },
})
