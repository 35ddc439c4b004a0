import { guessMatching } from '@ennoshita/formats'
import { expect, test } from 'vitest'
import { importColumns } from '../../contract.ts'

test('the titles of a register are found below its heading, and what is unknown is left out', () => {
  const register = [
    ['社員名簿', '', '', '2026年4月1日現在'],
    ['社員番号', '氏名', '所属', 'カード番号'],
    ['001', '佐藤 花子', '経理部', 'A-12'],
  ]
  expect(guessMatching(register, importColumns)).toEqual({
    headerRow: 1,
    firstRecordRow: 2,
    mapping: { employeeNumber: 0, fullName: 1, department: 2 },
  })
})
