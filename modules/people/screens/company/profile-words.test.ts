import { expect, test } from 'vitest'
import { fiscalYearWord, postalWord } from './profile-words.ts'

test('a business year is told by its first and last day', () => {
  expect(fiscalYearWord(4, 1)).toBe('4月1日から翌年3月末日まで')
  expect(fiscalYearWord(1, 1)).toBe('1月1日から12月31日まで')
  expect(fiscalYearWord(3, 21)).toBe('3月21日から翌年3月20日まで')
  expect(fiscalYearWord(2, 1)).toBe('2月1日から翌年1月末日まで')
})

test('a postal code is parted as on an envelope', () => {
  expect(postalWord('1000001')).toBe('〒100-0001')
  expect(postalWord(null)).toBe('')
})
