import { expect, test } from 'vitest'
import type { TemplateField } from '../../contract.ts'
import { proposedTitle } from './template-words.ts'

const field = (key: string, takes: TemplateField['takes']): TemplateField => ({
  ...{ key, label: key, labelEn: key, takes, required: true },
  choices: [],
})

test('the title is proposed from the first short thing that was written', () => {
  const fields = [field('quantity', 'number'), field('thing', 'line'), field('use', 'line')]
  expect(proposedTitle('備品・消耗品', fields, {})).toBe('')
  expect(proposedTitle('備品・消耗品', fields, { quantity: 5, thing: ' コピー用紙 A4 ', use: '会議' })).toBe(
    '備品・消耗品：コピー用紙 A4',
  )
  expect(proposedTitle('経理への質問', [field('text', 'text')], { text: '長い話' })).toBe('')
})

test('a long title is cut where the desk takes no more', () => {
  expect(proposedTitle('備品', [field('thing', 'line')], { thing: 'あ'.repeat(300) })).toHaveLength(120)
})
