import { command } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { changeFields } from './writing/change-fields.ts'
import { kindObject } from './writing/kind-record.ts'
import { lockKind, refuseOutOfReach } from './writing/lock-kind.ts'
import { refreshPlanned } from './writing/planned-tasks.ts'
import { refuseForeignDepartment } from './writing/refusals.ts'
import { taskObjects } from './writing/task-record.ts'

/** 業務を書き直す. Tasks that nobody touched yet follow at once; their dates follow with the next planning. */
export const changeKind = command(work.changeKind, {
  may: 'work.manage-kinds',
  emits: ['work.kind-changed'],
  async run(context, { kindId, version, fields }) {
    const { tx, actor, today } = context
    await lockKind(context, kindId, version)
    await refuseForeignDepartment(context, [fields.departmentId], today)
    const changed = await changeFields(tx, actor.companyId, kindId, fields)
    await refuseOutOfReach(context, [kindId])
    const tasks = await refreshPlanned(tx, actor.companyId, [kindId])
    return {
      events: [
        {
          activity: 'work.kind-changed',
          objects: [kindObject(changed), ...tasks.map((task) => taskObjects(task)[0])],
          data: { fields: Object.keys(fields).sort() },
        },
      ],
      answer: { kindId, version: changed.version },
    }
  },
})
