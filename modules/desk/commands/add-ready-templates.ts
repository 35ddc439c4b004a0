import { command, newId, refuse } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { requireDepartment } from '../queries/people-of-company.ts'
import { readyTemplates } from '../rules/ready-templates.ts'
import { insertTemplate, templateObject } from './template-row.ts'

export const addReadyTemplates = command(desk.addReadyTemplates, {
  may: 'desk.keep-templates',
  emits: ['desk.template-added'],
  async run({ tx, actor, today }, { departments }) {
    for (const [office, departmentId] of Object.entries(departments))
      await requireDepartment(tx, actor.companyId, departmentId, today, `departments.${office}`)
    const added = []
    for (const [position, { office, ...template }] of readyTemplates.entries()) {
      const templateId = newId()
      const departmentId = (office && departments[office]) ?? null
      const content = { templateId, ...template, departmentId, kindId: null, position }
      if ((await insertTemplate(tx, actor.companyId, content)) > 0) added.push(templateObject(templateId, content))
    }
    const [first, ...others] = added.map((object) => ({
      activity: 'desk.template-added' as const,
      objects: [object] as const,
    }))
    if (!first)
      refuse({
        kind: 'conflict',
        code: 'desk.templates-there',
        what: { ja: '既製の種類は、すべてそろっています。', en: 'All ready kinds are there already.' },
        todo: { ja: '一覧から直してお使いください。', en: 'Change them in the list as you need.' },
      })
    return { events: [first, ...others], answer: { addedCount: added.length } }
  },
})
