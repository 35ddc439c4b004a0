import { command } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { kindObject } from './writing/kind-record.ts'
import { lockKind, refuseRetired } from './writing/lock-kind.ts'
import { withdrawPlanned } from './writing/planned-tasks.ts'

/** 業務をやめる. Planned tasks that nobody touched are withdrawn; its history and what is under way stay. */
export const retireKind = command(work.retireKind, {
  may: 'work.manage-kinds',
  emits: ['work.kind-retired', 'work.task-withdrawn'],
  async run(context, { kindId, version, reason }) {
    const { tx, actor } = context
    const kind = await lockKind(context, kindId, version)
    refuseRetired(kind)
    await tx.run`update work.kind set state = 'retired', version = version + 1,
        notes = case when ${reason} = '' then notes else ltrim(notes || e'\n' || ${reason}, e'\n') end
      where company_id = ${actor.companyId} and id = ${kindId}`
    const withdrawn = await withdrawPlanned(tx, actor.companyId, { kindIds: [kindId] })
    return {
      events: [
        { activity: 'work.kind-retired', objects: [kindObject(kind)], data: { tasks: withdrawn.length } },
        ...withdrawn,
      ],
      answer: { kindId, version: version + 1, withdrawnTasks: withdrawn.length },
    }
  },
})
