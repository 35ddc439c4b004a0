import { describe, expect, test } from 'vitest'
import { assignColumn, columnsOfTable, guessMatching, matchingAtRow, namesAreMatched } from './table-matching.ts'

const register = [
  ['社員名簿', '', '', '2026年4月1日現在'],
  ['社員番号', '氏名', '所属', 'カード番号'],
  ['001', '佐藤 花子', '経理部', 'A-12'],
  ['002', '鈴木 一郎', '経理部', 'A-13'],
]

describe('the columns of a register as a company keeps it', () => {
  test('the titles below a heading are found, and what is unknown is left out', () => {
    const matching = guessMatching(register)
    expect(matching).toEqual({
      headerRow: 1,
      firstRecordRow: 2,
      mapping: { employeeNumber: 0, fullName: 1, department: 2 },
    })
    expect(columnsOfTable(register, matching).map(({ title, key, examples }) => [title, key, examples])).toEqual([
      ['社員番号', 'employeeNumber', ['001', '002']],
      ['氏名', 'fullName', ['佐藤 花子', '鈴木 一郎']],
      ['所属', 'department', ['経理部']],
      ['カード番号', null, ['A-12', 'A-13']],
    ])
  })

  test('a column taken for the number gives it up when another is chosen', () => {
    const matching = assignColumn(guessMatching(register), 3, 'employeeNumber')
    expect(matching.mapping).toEqual({ employeeNumber: 3, fullName: 1, department: 2 })
    expect(assignColumn(matching, 1, null).mapping).toEqual({ employeeNumber: 3, department: 2 })
  })

  test('a table without a name cannot be taken', () => {
    expect(namesAreMatched(guessMatching(register))).toBe(true)
    expect(namesAreMatched(matchingAtRow(register, 0))).toBe(false)
    expect(namesAreMatched({ headerRow: 0, firstRecordRow: 1, mapping: { familyName: 2 } })).toBe(true)
  })
})
