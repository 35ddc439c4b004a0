import type { TemplateField } from '../../contract.ts'

type Unfinished = Omit<TemplateField, 'required' | 'choices'> & Partial<Pick<TemplateField, 'required' | 'choices'>>

/** The fields as the editor shows them, where a draft leaves out what is usual. */
export const written = (fields: readonly Unfinished[] | null | undefined): TemplateField[] =>
  (fields ?? []).map((field) => ({ ...field, required: field.required ?? false, choices: field.choices ?? [] }))

/** A key for a new field that no other field has. */
export function freshKey(fields: readonly TemplateField[]): string {
  const taken = new Set(fields.map((field) => field.key))
  for (let number = fields.length + 1; ; number += 1) if (!taken.has(`field-${number}`)) return `field-${number}`
}

/** The fields with one moved up or down by a place; at the edge they stay. */
export function moved(fields: readonly TemplateField[], at: number, by: 1 | -1): TemplateField[] {
  const field = fields[at]
  const other = fields[at + by]
  if (field === undefined || other === undefined) return [...fields]
  return fields.map((each, place) => (place === at ? other : place === at + by ? field : each))
}

/** As the desk takes them: an English name where none was written is the Japanese one; choices only where one chooses. */
export function completed(fields: readonly TemplateField[]): TemplateField[] {
  return fields.map((field) => ({
    ...field,
    labelEn: field.labelEn.trim() === '' ? field.label : field.labelEn,
    choices: field.takes === 'choice' ? field.choices.map((each) => each.trim()).filter((each) => each !== '') : [],
  }))
}

/** The choices as they are written in one line: 100枚、200枚、300枚. */
export const readChoices = (text: string): string[] => text.split(/[、,，\n]/)
