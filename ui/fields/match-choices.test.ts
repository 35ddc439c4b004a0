import { describe, expect, test } from 'vitest'
import { matchOptions } from './match-choices.ts'
import { romajiOf } from './romaji.ts'

const accounts = [
  { value: 'travel', code: '7141', label: '旅費交通費', kana: 'リョヒコウツウヒ' },
  { value: 'post', code: '7151', label: '通信費', kana: 'ツウシンヒ' },
  { value: 'light', code: '7161', label: '水道光熱費', kana: 'スイドウコウネツヒ' },
  { value: 'meeting', code: '7171', label: '会議費', kana: 'カイギヒ' },
]
const found = (text: string) => matchOptions(accounts, text).map((account) => account.value)

describe('an account is found', () => {
  test('by its code, in narrow or wide digits', () => {
    expect(found('7151')).toEqual(['post'])
    expect(found('７１５１')).toEqual(['post'])
  })
  test('by part of its name', () => expect(found('光熱')).toEqual(['light']))
  test('by its kana, written in hiragana or katakana', () => {
    expect(found('りょひ')).toEqual(['travel'])
    expect(found('カイギ')).toEqual(['meeting'])
  })
  test('by romaji in either spelling', () => {
    expect(found('ryohi')).toEqual(['travel'])
    expect(found('tsuushin')).toEqual(['post'])
    expect(found('tuusin')).toEqual(['post'])
  })
  test('those that begin with the text come first', () => expect(found('つう')).toEqual(['post', 'travel']))
  test('by several words, wherever each of them stands', () => {
    expect(found('7151 つうしん')).toEqual(['post'])
    expect(found('7151 りょひ')).toEqual([])
  })
  test('by none of these, not at all', () => expect(found('給与')).toEqual([]))
})

describe('romaji of kana', () => {
  test('as it is typed, in both spellings where they differ', () => {
    expect(romajiOf('リョヒ')).toBe('ryohi')
    expect(romajiOf('シブヤ')).toBe('sibuya shibuya')
    expect(romajiOf('ジッシ')).toBe('zissi jisshi')
    expect(romajiOf('シャショウ')).toBe('syasyou shashou')
    expect(romajiOf('けんしゅう')).toBe('kensyuu kenshuu')
  })
})
