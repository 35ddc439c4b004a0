import { expect, test } from 'vitest'
import type { TemplateField } from '../../contract.ts'
import { fieldLines } from './field-lines.ts'

const field = (key: string, label: string, takes: TemplateField['takes']): TemplateField => ({
  ...{ key, label, labelEn: key, takes, required: false },
  choices: [],
})

test('a filled-in form reads in its own order; empty fields are left out, gone fields stand last', () => {
  const fields = [
    field('on', '使う日', 'date'),
    field('people', '人数', 'number'),
    field('tea', 'お茶が要る', 'yes-no'),
  ]
  expect(fieldLines(fields, { tea: false, people: 1200, on: '2026-11-20', old: 'むかしの項目' })).toEqual([
    { key: 'on', label: '使う日', value: '26/11/20(金)' },
    { key: 'people', label: '人数', value: '1,200' },
    { key: 'tea', label: 'お茶が要る', value: 'いいえ' },
    { key: 'old', label: 'old', value: 'むかしの項目' },
  ])
  expect(fieldLines(fields, { on: '' })).toEqual([])
})
