import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { corporateNumber, registrationNumber } from './corporate-number.ts'

const cases: { name: string; number: string; valid: boolean }[] = parse(
  readFileSync(new URL('./cases.yaml', import.meta.url), 'utf8'),
)

describe('法人番号', () => {
  test.each(cases)('$name $number → $valid', ({ number, valid }) => {
    expect(corporateNumber.isValid(number)).toBe(valid)
  })

  test('gives the 13 digits however they were typed', () => {
    expect(corporateNumber.read('７-0000-1205-0002')).toEqual({ ok: true, value: '7000012050002' })
  })

  test('a wrong digit is refused with the rule', () => {
    expect(corporateNumber.read('7000012050003')).toMatchObject({
      ok: false,
      message: expect.stringContaining('検査数字'),
    })
  })

  test('the check digit of a base number', () => {
    expect(corporateNumber.checkDigit('000012050002')).toBe(7)
    expect(() => corporateNumber.checkDigit('12050002')).toThrow(RangeError)
  })
})

describe('登録番号', () => {
  test('T and a corporate number', () => {
    expect(registrationNumber.read('Ｔ7000012050002')).toEqual({ ok: true, value: 'T7000012050002' })
  })
  test('a number that is no corporate number is accepted with a warning: persons have such numbers', () => {
    const check = registrationNumber.read('T1234567890123')
    expect(check).toMatchObject({ ok: true, warning: { message: expect.stringContaining('個人事業者') } })
  })
  test('without T it is refused', () => {
    expect(registrationNumber.isValid('7000012050002')).toBe(false)
  })
})
