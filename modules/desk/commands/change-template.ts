import { command, refuse, refuseNotFound } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { requireDepartment } from '../queries/people-of-company.ts'
import { templateObject } from './template-row.ts'

export const changeTemplate = command(desk.changeTemplate, {
  may: 'desk.keep-templates',
  emits: ['desk.template-changed'],
  async run({ tx, actor, today }, { templateId, version, ...content }) {
    const template = await tx.row<{ version: number }>`select version from desk.template
      where company_id = ${actor.companyId} and id = ${templateId} for update`
    if (!template) refuseNotFound({ ja: '依頼の種類', en: 'kind of request' }, 'templateId')
    if (template.version !== version)
      refuse({
        kind: 'conflict',
        code: 'desk.template-changed-meanwhile',
        what: {
          ja: 'この依頼の種類は、開いているあいだに書き直されました。',
          en: 'This kind of request was changed while you had it open.',
        },
        field: 'version',
        todo: { ja: '開き直して、もう一度お直しください。', en: 'Open it again and make your change once more.' },
      })
    if (content.departmentId) await requireDepartment(tx, actor.companyId, content.departmentId, today, 'departmentId')
    await tx.run`update desk.template set name = ${content.name}, name_en = ${content.nameEn}, guide = ${content.guide},
        fields = ${JSON.stringify(content.fields)}, usual_days = ${content.usualDays}, department_id = ${content.departmentId},
        kind_id = ${content.kindId}, position = ${content.position}, version = version + 1
      where company_id = ${actor.companyId} and id = ${templateId}`
    return {
      events: [{ activity: 'desk.template-changed', objects: [templateObject(templateId, content)] }],
      answer: { version: version + 1 },
    }
  },
})
