import { command, newId } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { insertKinds, kindObject } from './writing/kind-record.ts'
import { refuseOutOfReach } from './writing/lock-kind.ts'
import { refuseForeignDepartment, refuseStrangers } from './writing/refusals.ts'

/** 業務を登録する. The main person is not a deputy of themselves. */
export const addKind = command(work.addKind, {
  may: 'work.manage-kinds',
  emits: ['work.kind-added'],
  async run(context, input) {
    const { tx, actor, now, today } = context
    await Promise.all([
      refuseStrangers(context, [input.mainId, ...input.deputyIds], 'mainId'),
      refuseForeignDepartment(context, [input.departmentId], today),
    ])
    const kind = {
      ...input,
      id: newId(),
      deputyIds: [...new Set(input.deputyIds)].filter((deputy) => deputy !== input.mainId),
    }
    await insertKinds(tx, actor.companyId, now, [kind])
    await refuseOutOfReach(context, [kind.id])
    return {
      events: [
        {
          activity: 'work.kind-added',
          objects: [kindObject(kind)],
          data: { steps: input.steps.length, hasDueRule: kind.dueRule !== null },
        },
      ],
      answer: { kindId: kind.id, version: 1 },
    }
  },
})
