import { command } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { kindObject, replaceSteps } from './writing/kind-record.ts'
import { lockKind } from './writing/lock-kind.ts'

/** 手順を書き直す. A confirmation of earlier steps no longer holds; checklists of tasks already made stay as they are. */
export const changeSteps = command(work.changeSteps, {
  may: 'work.manage-kinds',
  emits: ['work.steps-changed'],
  async run(context, { kindId, version, steps }) {
    const { tx, actor } = context
    const kind = await lockKind(context, kindId, version)
    await replaceSteps(tx, actor.companyId, kindId, steps)
    await tx.run`update work.kind set version = version + 1, steps_version = steps_version + 1
      where company_id = ${actor.companyId} and id = ${kindId}`
    return {
      events: [{ activity: 'work.steps-changed', objects: [kindObject(kind)], data: { steps: steps.length } }],
      answer: { kindId, version: version + 1 },
    }
  },
})
