import { expect, test } from 'vitest'
import { choicesFor } from './choice-list.tsx'

const options = [
  { value: 'a', code: '103', label: '普通預金／みずほ銀行', kana: 'フツウヨキン ミズホ' },
  { value: 'b', code: '1031', label: '普通預金／三井住友銀行', kana: 'フツウヨキン ミツイスミトモ' },
  { value: 'c', code: '601', label: '旅費交通費', kana: 'リョヒコウツウヒ' },
]
const found = (typed: string | null) => choicesFor(options, typed).map(({ value }) => value)

test('a half-written choice offers what it may mean, the one that is meant exactly first', () => {
  expect(found('futsuu mizuho')).toEqual(['a'])
  expect(found('ふつう')).toEqual(['a', 'b'])
  expect(found('1031')).toEqual(['b'])
  expect(found('103')).toEqual(['a', 'b'])
})

test('nothing is offered while nothing is written', () => {
  expect(found(null)).toEqual([])
  expect(found('  ')).toEqual([])
})
