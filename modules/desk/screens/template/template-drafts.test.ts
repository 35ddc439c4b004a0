import { describe, expect, test } from 'vitest'
import type { TemplateField } from '../../contract.ts'
import { completed, freshKey, moved, readChoices } from './field-drafts.ts'
import { guessOffices } from './guess-offices.ts'

const field = (key: string, more: Partial<TemplateField> = {}): TemplateField => ({
  ...{ key, label: key, labelEn: '', takes: 'line', required: false, choices: [] },
  ...more,
})

describe('the fields of a kind of request while they are edited', () => {
  test('a new field gets a key that no other has, also after one was taken out', () => {
    expect(freshKey([])).toBe('field-1')
    expect(freshKey([field('thing'), field('field-3')])).toBe('field-4')
    expect(freshKey([field('field-2')])).toBe('field-3')
  })

  test('they change places, and stay at the edges', () => {
    const fields = [field('a'), field('b'), field('c')]
    expect(moved(fields, 2, -1).map((each) => each.key)).toEqual(['a', 'c', 'b'])
    expect(moved(fields, 0, -1).map((each) => each.key)).toEqual(['a', 'b', 'c'])
  })

  test('before they are sent, empty English names and empty choices are filled or dropped', () => {
    expect(
      completed([
        field('sheets', { label: '枚数', takes: 'choice', choices: readChoices('100枚、200枚、 ') }),
        field('use', { labelEn: 'Use', choices: ['のこり'] }),
      ]),
    ).toEqual([
      { key: 'sheets', label: '枚数', labelEn: '枚数', takes: 'choice', required: false, choices: ['100枚', '200枚'] },
      { key: 'use', label: 'use', labelEn: 'Use', takes: 'line', required: false, choices: [] },
    ])
  })
})

test('who answers is guessed by the names of the departments, by their last part', () => {
  expect(
    guessOffices([
      { value: 'd1', label: '管理本部' },
      { value: 'd2', label: '管理本部 / 経理部' },
      { value: 'd3', label: '管理本部 / 人事総務部' },
      { value: 'd4', label: '情報システム部 / 営業支援課' },
    ]),
  ).toEqual({ accounting: 'd2', labour: 'd3', 'general-affairs': 'd3' })
})
