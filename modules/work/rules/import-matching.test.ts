import { describe, expect, test } from 'vitest'
import {
  canBeStaged,
  letterOfColumn,
  matchedColumns,
  matchingOf,
  stagingOf,
  withColumn,
  withHeading,
} from './import-matching.ts'

const sheet = [
  ['総務部 業務一覧（2026年度）', '', '', '', ''],
  ['', '', '', '', ''],
  ['大分類', '業務名', '担当者', '所要時間（分）', '社内略称'],
  ['庶務', '郵便の仕分け', '佐藤', '20', 'ゆう'],
  ['', '来客の案内', '鈴木', '10', 'らい'],
  ['', '来客の案内', '', '', ''],
]
const lines = [1, 2, 4, 5, 6, 9]

describe('an inventory that came in as a file', () => {
  const matching = matchingOf(sheet)

  test('its heading and columns are recognised, what is left over is shown with samples', () => {
    expect(matching).toMatchObject({ headerRow: 2, headerRowCount: 1 })
    expect(matchedColumns(sheet, matching)).toEqual([
      { index: 0, title: '大分類', samples: ['庶務'], key: 'major' },
      { index: 1, title: '業務名', samples: ['郵便の仕分け', '来客の案内'], key: 'name' },
      { index: 2, title: '担当者', samples: ['佐藤', '鈴木'], key: 'main' },
      { index: 3, title: '所要時間（分）', samples: ['20', '10'], key: 'minutes' },
      { index: 4, title: '社内略称', samples: ['ゆう', 'らい'], key: null },
    ])
    expect(canBeStaged(matching)).toBe(true)
  })

  test('a column is taken for something else, and what it was before becomes free', () => {
    const corrected = withColumn(withColumn(matching, 4, 'systems'), 3, 'monthlyCount')
    expect(corrected.mapping).toEqual({ major: 0, name: 1, main: 2, systems: 4, monthlyCount: 3 })
    expect(withColumn(corrected, 2, 'name').mapping).toEqual({ major: 0, name: 2, systems: 4, monthlyCount: 3 })
    expect(canBeStaged(withColumn(matching, 1, null))).toBe(false)
  })

  test('the records go out under their own heading, with the line numbers of the file', () => {
    const staged = stagingOf(sheet, lines, matching)
    expect(staged.rows[0]).toEqual(['大分類', '業務名', '担当者', '所要時間（分）', '社内略称'])
    expect(staged.rows).toHaveLength(4)
    expect(staged.lines).toEqual([4, 5, 6, 9])
    expect(staged.mapping).toEqual({ major: 0, name: 1, main: 2, minutes: 3 })
  })

  test('a heading that nobody would recognise is put in plain words', () => {
    const strange = [
      ['ア', 'イ'],
      ['業務名', '担当者'],
      ['窓口', '山田'],
    ]
    const matching = withColumn(withColumn(withHeading(strange, 0, 1), 0, 'name'), 1, 'main')
    expect(stagingOf(strange, [1, 2, 3], matching)).toEqual({
      rows: [
        ['業務名', '主担当'],
        ['業務名', '担当者'],
        ['窓口', '山田'],
      ],
      lines: [1, 2, 3],
      mapping: { name: 0, main: 1 },
    })
  })

  test('a heading of two rows is read as one', () => {
    const double = [
      ['業務', '業務', '担当', '担当'],
      ['大分類', '業務名', '主', '副'],
      ['経理', '支払', '佐藤', '鈴木'],
    ]
    expect(withHeading(double, 0, 2).mapping).toMatchObject({ main: 2, deputies: 3 })
  })

  test('columns are called as a spreadsheet calls them', () => {
    expect([0, 25, 26, 52].map(letterOfColumn)).toEqual(['A', 'Z', 'AA', 'BA'])
  })
})
