import { dateInTable, language, t } from '@ennoshita/ui'
import type { TemplateField } from '../../contract.ts'
import type { FieldValues } from '../../rules/template-fields.ts'

/** What was filled in, in the order of the form; values whose field is gone stand last under their key. */
export function fieldLines(
  fields: readonly TemplateField[],
  values: FieldValues,
): { key: string; label: string; value: string }[] {
  const isEnglish = language() === 'en'
  const known = fields.flatMap((field) => {
    const value = values[field.key]
    if (value === undefined || value === '') return []
    return [{ key: field.key, label: isEnglish ? field.labelEn : field.label, value: valueWord(value, field.takes) }]
  })
  const keys = new Set(fields.map((field) => field.key))
  const others = Object.entries(values)
    .filter(([key]) => !keys.has(key))
    .map(([key, value]) => ({ key, label: key, value: valueWord(value, undefined) }))
  return [...known, ...others]
}

function valueWord(value: string | number | boolean, takes: TemplateField['takes'] | undefined): string {
  if (typeof value === 'boolean') return value ? t('はい') : t('いいえ')
  if (takes === 'date' && typeof value === 'string') return dateInTable(value)
  return typeof value === 'number' ? value.toLocaleString('ja-JP') : value
}
