import { command, newId } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { requireDepartment } from '../queries/people-of-company.ts'
import { insertTemplate, templateObject } from './template-row.ts'

export const addTemplate = command(desk.addTemplate, {
  may: 'desk.keep-templates',
  emits: ['desk.template-added'],
  async run({ tx, actor, today }, content) {
    if (content.departmentId) await requireDepartment(tx, actor.companyId, content.departmentId, today, 'departmentId')
    const templateId = newId()
    await insertTemplate(tx, actor.companyId, { templateId, slug: templateId, ...content })
    return {
      events: [{ activity: 'desk.template-added', objects: [templateObject(templateId, content)] }],
      answer: { templateId },
    }
  },
})
