import { expect, test } from 'vitest'
import { sheetsOf } from './report-length.ts'

const part = (lines: number, isLeftOut = false) => ({
  key: 'done',
  heading: '今月終えた仕事',
  text: Array.from({ length: lines }, () => '・郵便の発送').join('\n'),
  isLeftOut,
})

test('a part of fifty lines and its heading fill one sheet, one line more begins the second', () => {
  expect([sheetsOf([part(50)]), sheetsOf([part(51)])]).toEqual([1, 2])
})

test('what is left out or empty takes no room', () => {
  expect(sheetsOf([part(50), part(50, true), { ...part(1), text: ' ' }])).toBe(1)
  expect(sheetsOf([])).toBe(1)
})

test('a long line counts as often as it turns', () => {
  expect(sheetsOf([{ ...part(1), text: 'あ'.repeat(60 * 51) }])).toBe(2)
})
