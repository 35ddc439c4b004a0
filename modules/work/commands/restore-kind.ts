import { command, refuse } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { kindObject } from './writing/kind-record.ts'
import { lockKind } from './writing/lock-kind.ts'

/** やめた業務を戻す. Its tasks come with the next planning. */
export const restoreKind = command(work.restoreKind, {
  may: 'work.manage-kinds',
  emits: ['work.kind-restored'],
  async run(context, { kindId, version }) {
    const { tx, actor } = context
    const kind = await lockKind(context, kindId, version)
    if (kind.state === 'active')
      refuse({
        kind: 'conflict',
        code: 'work.kind-active',
        what: { ja: `「${kind.name}」はいまも続いている業務です。`, en: `"${kind.name}" is active.` },
        field: 'kindId',
        todo: { ja: 'このままお使いください。', en: 'Nothing to do.' },
      })
    await tx.run`update work.kind set state = 'active', version = version + 1 where company_id = ${actor.companyId} and id = ${kindId}`
    return {
      events: [{ activity: 'work.kind-restored', objects: [kindObject(kind)] }],
      answer: { kindId, version: version + 1 },
    }
  },
})
