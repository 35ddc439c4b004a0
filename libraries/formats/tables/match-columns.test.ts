import { describe, expect, test } from 'vitest'
import { assignColumn, guessMatching, matchedColumns, matchingAtRow } from './match-columns.ts'

const columns = [
  { key: 'number', titles: ['社員番号'] },
  { key: 'name', titles: ['氏名'] },
  { key: 'department', titles: ['部署', '所属'] },
] as const

const register = [
  ['社員名簿', '', '', '2026年4月1日現在'],
  ['社員番号', '氏名', '所属', 'カード番号'],
  ['001', '佐藤 花子', '経理部', 'A-12'],
  ['002', '鈴木 一郎', '経理部', 'A-13'],
]

describe('the columns of a table as a company keeps it', () => {
  test('the titles below a heading are found, and what is unknown is left out', () => {
    const matching = guessMatching(register, columns)
    expect(matching).toEqual({ headerRow: 1, firstRecordRow: 2, mapping: { number: 0, name: 1, department: 2 } })
    expect(
      matchedColumns(register, columns, matching).map(({ title, key, examples }) => [title, key, examples]),
    ).toEqual([
      ['社員番号', 'number', ['001', '002']],
      ['氏名', 'name', ['佐藤 花子', '鈴木 一郎']],
      ['所属', 'department', ['経理部']],
      ['カード番号', null, ['A-12', 'A-13']],
    ])
  })

  test('a column taken for the number gives it up when another is chosen', () => {
    const matching = assignColumn(guessMatching(register, columns), columns, 3, 'number')
    expect(matching.mapping).toEqual({ number: 3, name: 1, department: 2 })
    expect(assignColumn(matching, columns, 1, null).mapping).toEqual({ number: 3, department: 2 })
  })

  test('another row may hold the titles; without a known one nothing is matched', () => {
    expect(matchingAtRow(register, columns, 0)).toEqual({ headerRow: 0, firstRecordRow: 1, mapping: {} })
    expect(guessMatching([['a', 'b']], columns)).toEqual({ headerRow: 0, firstRecordRow: 1, mapping: {} })
  })
})
