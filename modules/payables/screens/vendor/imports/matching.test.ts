import { guessMatching } from '@ennoshita/formats'
import { expect, test } from 'vitest'
import { vendorColumns } from '../../../contract.ts'

const rows = [
  ['取引先一覧', '', '', ''],
  ['仕入先コード', '仕入先名', 'T番号', 'ひとこと'],
  ['101', '川辺野スチール株式会社', 'T7000012050002', '毎月20日締'],
  ['102', '白妙塗装', '', ''],
]

test('the titles of a list of vendors are found below its heading', () => {
  expect(guessMatching(rows, vendorColumns)).toEqual({
    headerRow: 1,
    firstRecordRow: 2,
    mapping: { code: 0, name: 1, registrationNumber: 2 },
  })
})
