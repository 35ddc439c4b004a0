import { describe, expect, test } from 'vitest'
import { type TemplateField, templateField } from '../contract/templates.ts'
import { readyTemplates } from './ready-templates.ts'
import { templateFaults } from './template-fields.ts'

const fields: TemplateField[] = [
  { key: 'thing', label: '品名', labelEn: 'Item', takes: 'line', required: true, choices: [] },
  { key: 'count', label: '数量', labelEn: 'Quantity', takes: 'number', required: false, choices: [] },
  { key: 'on', label: '日付', labelEn: 'Date', takes: 'date', required: false, choices: [] },
  { key: 'size', label: '大きさ', labelEn: 'Size', takes: 'choice', required: false, choices: ['大', '小'] },
  { key: 'gift', label: '包装', labelEn: 'Gift', takes: 'yes-no', required: false, choices: [] },
]

describe('a filled-in form', () => {
  test('is complete', () => {
    expect(templateFaults(fields, { thing: 'ペン', count: 3, on: '2026-11-30', size: '大', gift: false })).toEqual([])
  })

  test('names each field that does not fit, in words', () => {
    const faults = templateFaults(fields, {
      thing: '　',
      count: '三',
      on: '2026-02-31',
      size: '中',
      gift: 'はい',
      more: 'x',
    })
    expect(faults.map((fault) => `${fault.key}: ${fault.ja}`)).toEqual([
      'thing: 「品名」を入れてください。',
      'count: 「数量」は数字で入れてください。',
      'on: 「日付」は実在する日付を入れてください。',
      'size: 「大きさ」は一覧から選んでください。',
      'gift: 「包装」ははい・いいえで答えてください。',
      'more: 「more」はこの種類の項目にありません。画面を開き直してください。',
    ])
  })
})

test('the ready kinds are well formed, each once', () => {
  for (const template of readyTemplates) {
    for (const field of template.fields) expect(() => templateField.parse(field)).not.toThrow()
    for (const field of template.fields) expect(field.takes === 'choice').toBe(field.choices.length > 0)
  }
  expect(new Set(readyTemplates.map((template) => template.slug)).size).toBe(15)
})
