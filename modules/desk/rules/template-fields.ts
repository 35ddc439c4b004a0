import { isLocalDate } from '@ennoshita/kernel'
import type { TemplateField } from '../contract/templates.ts'

export type FieldValues = Readonly<Record<string, string | number | boolean>>

/** A value that does not fit its field, and why, in words for the person who fills in the form. */
export type FieldFault = { readonly key: string; readonly ja: string; readonly en: string }

/** The faults of a filled-in form, in the order of its fields, unknown keys last; empty when it is complete. */
export function templateFaults(fields: readonly TemplateField[], values: FieldValues): FieldFault[] {
  const known = new Set(fields.map((field) => field.key))
  const unknown = Object.keys(values).filter((key) => !known.has(key))
  return [
    ...fields.flatMap((field) => faultOf(field, values[field.key]) ?? []),
    ...unknown.map((key) => ({
      key,
      ja: `「${key}」はこの種類の項目にありません。画面を開き直してください。`,
      en: `This kind of request has no field "${key}". Reload the form.`,
    })),
  ]
}

function faultOf(field: TemplateField, value: string | number | boolean | undefined): FieldFault | undefined {
  const fault = (ja: string, en: string): FieldFault => ({ key: field.key, ja, en })
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) {
    return field.required
      ? fault(`「${field.label}」を入れてください。`, `Please fill in "${field.labelEn}".`)
      : undefined
  }
  if (field.takes === 'number' && typeof value !== 'number')
    return fault(`「${field.label}」は数字で入れてください。`, `"${field.labelEn}" takes a number.`)
  if (field.takes === 'yes-no' && typeof value !== 'boolean')
    return fault(`「${field.label}」ははい・いいえで答えてください。`, `"${field.labelEn}" takes yes or no.`)
  if (field.takes === 'date' && !(typeof value === 'string' && isLocalDate(value)))
    return fault(`「${field.label}」は実在する日付を入れてください。`, `"${field.labelEn}" takes an existing date.`)
  if (field.takes === 'choice' && !(typeof value === 'string' && field.choices.includes(value)))
    return fault(`「${field.label}」は一覧から選んでください。`, `Choose "${field.labelEn}" from the list.`)
  if ((field.takes === 'line' || field.takes === 'text') && typeof value !== 'string')
    return fault(`「${field.label}」は文字で入れてください。`, `"${field.labelEn}" takes text.`)
  return undefined
}
