import type { AnswerOf } from '@ennoshita/kernel'
import { language } from '@ennoshita/ui'
import type { desk, TemplateField } from '../../contract.ts'
import type { FieldValues } from '../../rules/template-fields.ts'

export type Template = AnswerOf<typeof desk.templates>[number]

export const templateNameOf = (template: Pick<Template, 'name' | 'nameEn'>): string =>
  language() === 'en' ? template.nameEn : template.name

export const fieldLabelOf = (field: Pick<TemplateField, 'label' | 'labelEn'>): string =>
  language() === 'en' ? field.labelEn : field.label

const longest = 120

/** A title from the kind and the first thing written in its fields; empty where nothing short was written yet. */
export function proposedTitle(name: string, fields: readonly TemplateField[], values: FieldValues): string {
  for (const { key, takes } of fields) {
    const value = values[key]
    if ((takes === 'line' || takes === 'choice') && typeof value === 'string' && value.trim() !== '')
      return `${name}：${value.trim()}`.slice(0, longest)
  }
  return ''
}
