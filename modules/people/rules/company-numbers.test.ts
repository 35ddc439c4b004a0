import { expect, test } from 'vitest'
import { readCompanyNumbers } from './company-numbers.ts'

// 7000012050002 is the 法人番号 of 国税庁, published at https://www.houjin-bangou.nta.go.jp/
test('numbers as they are typed', () => {
  expect(
    readCompanyNumbers({
      corporateNumber: '７０００-0120-50002',
      registrationNumber: 'Ｔ7000012050002',
      postalCode: '〒100‐8978',
    }),
  ).toEqual({
    ok: true,
    numbers: { corporateNumber: '7000012050002', registrationNumber: 'T7000012050002', postalCode: '1008978' },
    warnings: [],
  })
})

test('a wrong check digit is refused with its field', () => {
  expect(readCompanyNumbers({ corporateNumber: '7000012050003' })).toMatchObject({
    ok: false,
    fault: { field: 'corporateNumber', code: 'people.wrong-number' },
  })
})

test('a sole proprietor’s 登録番号 is taken with a warning', () => {
  expect(readCompanyNumbers({ registrationNumber: 'T1234567890123' })).toMatchObject({
    ok: true,
    warnings: [{ field: 'registrationNumber' }],
  })
})

test('what is not given stays, what is emptied goes', () => {
  expect(readCompanyNumbers({ corporateNumber: '', postalCode: null })).toEqual({
    ok: true,
    numbers: { corporateNumber: null, postalCode: null },
    warnings: [],
  })
  expect(readCompanyNumbers({ postalCode: '12345' })).toMatchObject({ ok: false, fault: { field: 'postalCode' } })
})
