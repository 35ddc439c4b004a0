import type { EventObject, Tx } from '@ennoshita/kernel/server'
import type { TemplateField } from '../contract.ts'

export type TemplateContent = {
  name: string
  nameEn: string
  guide: string
  fields: readonly TemplateField[]
  usualDays: number
  departmentId: string | null
  kindId: string | null
  position: number
}

/** Adds a template; says 0 when one of that slug stands there already. */
export async function insertTemplate(
  tx: Tx,
  companyId: string,
  template: TemplateContent & { templateId: string; slug: string },
): Promise<number> {
  return tx.run`insert into desk.template (company_id, id, slug, name, name_en, guide, fields, usual_days, department_id, kind_id, position)
    values (${companyId}, ${template.templateId}, ${template.slug}, ${template.name}, ${template.nameEn}, ${template.guide},
      ${JSON.stringify(template.fields)}, ${template.usualDays}, ${template.departmentId}, ${template.kindId}, ${template.position})
    on conflict (company_id, slug) do nothing`
}

export function templateObject(
  templateId: string,
  content: { name: string; departmentId: string | null },
): EventObject {
  return {
    type: 'template',
    id: templateId,
    label: {
      text: content.name,
      opens: `/desk/templates/${templateId}`,
      may: 'desk.keep-templates',
      departmentId: content.departmentId,
    },
  }
}
