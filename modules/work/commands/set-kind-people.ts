import { command } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { kindObject } from './writing/kind-record.ts'
import { lockKind, refuseOutOfReach } from './writing/lock-kind.ts'
import { refreshPlanned } from './writing/planned-tasks.ts'
import { refuseStrangers } from './writing/refusals.ts'
import { taskObjects } from './writing/task-record.ts'

/** 主担当・副担当を決める. Tasks that nobody touched yet go to the new people; names left from an import are settled by it. */
export const setKindPeople = command(work.setKindPeople, {
  may: 'work.manage-kinds',
  emits: ['work.kind-people-set'],
  async run(context, { kindId, version, mainId, deputyIds }) {
    const { tx, actor } = context
    const kind = await lockKind(context, kindId, version)
    const deputies = [...new Set(deputyIds)].filter((deputy) => deputy !== mainId)
    await refuseStrangers(context, [mainId, ...deputies], 'mainId')
    await tx.run`update work.kind set main_id = ${mainId}, deputy_ids = ${deputies}::uuid[], main_text = '', deputies_text = '', version = version + 1
      where company_id = ${actor.companyId} and id = ${kindId}`
    await refuseOutOfReach(context, [kindId])
    const tasks = await refreshPlanned(tx, actor.companyId, [kindId])
    const people = [
      ...(mainId ? [{ type: 'person', id: mainId, qualifier: 'main' }] : []),
      ...deputies.map((id) => ({ type: 'person', id, qualifier: 'deputy' })),
    ]
    return {
      events: [
        {
          activity: 'work.kind-people-set',
          objects: [
            kindObject({ ...kind, mainId, deputyIds: deputies }),
            ...people,
            ...tasks.map((task) => taskObjects(task)[0]),
          ],
          data: { deputies: deputies.length, tasks: tasks.length },
        },
      ],
      answer: { kindId, version: version + 1 },
    }
  },
})
