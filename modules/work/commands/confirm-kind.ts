import { command, refuse } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { kindObject } from './writing/kind-record.ts'
import { lockKind, refuseRetired } from './writing/lock-kind.ts'

/** 手順を承認する: someone other than who wrote them says that they hold. */
export const confirmKind = command(work.confirmKind, {
  may: 'work.confirm-kinds',
  emits: ['work.kind-confirmed'],
  apartFrom: { activities: ['work.kind-added', 'work.kind-changed', 'work.steps-changed'], object: 'kindId' },
  async run(context, { kindId, version }) {
    const { tx, actor, now } = context
    const kind = await lockKind(context, kindId, version)
    refuseRetired(kind)
    if (kind.confirmedStepsVersion === kind.stepsVersion)
      refuse({
        kind: 'conflict',
        code: 'work.kind-confirmed',
        what: {
          ja: `「${kind.name}」の手順はすでに承認されています。`,
          en: `The steps of "${kind.name}" are confirmed already.`,
        },
        field: 'kindId',
        todo: {
          ja: 'このままで大丈夫です。手順が変わったときに、もう一度承認してください。',
          en: 'Nothing to do until the steps change.',
        },
      })
    await tx.run`update work.kind set confirmed_steps_version = steps_version, confirmed_at = ${now}, confirmed_by = ${actor.personId ?? null}, version = version + 1
      where company_id = ${actor.companyId} and id = ${kindId}`
    return {
      events: [{ activity: 'work.kind-confirmed', objects: [kindObject(kind)] }],
      answer: { kindId, version: version + 1 },
    }
  },
})
