import { expect, test } from 'vitest'
import { displayNameOf, katakanaOf, partsOfName } from './names.ts'

test.each([
  ['ﾀｶﾊｼ ﾊﾅｺ', 'タカハシ ハナコ'],
  ['ﾊﾞﾋﾞﾌﾞ', 'バビブ'],
  ['やまだ　たろう', 'ヤマダ タロウ'],
  ['  ヤマザキ  ', 'ヤマザキ'],
  ['Smith', 'Smith'],
])('katakana of %s is %s', (given, expected) => {
  expect(katakanaOf(given)).toBe(expected)
})

test.each([
  ['髙﨑　真一', '髙﨑', '真一'],
  ['山田太郎', '山田太郎', ''],
  ['Maria da Silva', 'Maria', 'da Silva'],
])('parts of %s', (given, family, rest) => {
  expect(partsOfName(given)).toEqual({ family, given: rest })
})

test('a name of one part is shown without a space', () => {
  expect(displayNameOf('髙﨑', '真一')).toBe('髙﨑 真一')
  expect(displayNameOf('Sukarno', '')).toBe('Sukarno')
})
