import { command, refuse, refuseNotFound } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'

export const retireTemplate = command(desk.retireTemplate, {
  may: 'desk.keep-templates',
  emits: ['desk.template-retired'],
  async run({ tx, actor, now }, { templateId }) {
    const template = await tx.row<{ retiredAt: string | null }>`select retired_at as "retiredAt" from desk.template
      where company_id = ${actor.companyId} and id = ${templateId} for update`
    if (!template) refuseNotFound({ ja: '依頼の種類', en: 'kind of request' }, 'templateId')
    if (template.retiredAt)
      refuse({
        kind: 'conflict',
        code: 'desk.template-retired',
        what: { ja: 'この種類の受付は、すでに終わっています。', en: 'This kind of request is retired already.' },
        field: 'templateId',
        todo: { ja: '一覧を開き直してください。', en: 'Reload the list.' },
      })
    await tx.run`update desk.template set retired_at = ${now}, version = version + 1
      where company_id = ${actor.companyId} and id = ${templateId}`
    return {
      events: [{ activity: 'desk.template-retired', objects: [{ type: 'template', id: templateId }] }],
      answer: {},
    }
  },
})
