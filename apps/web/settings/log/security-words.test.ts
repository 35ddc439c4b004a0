import { expect, test } from 'vitest'
import { detailWord, isRefusal, kindWord } from './security-words.ts'

test('what was refused is told by the words of what was asked', () => {
  expect(kindWord('refused')).toBe('権限がなく断られた')
  expect(detailWord('people.people-exports')).toBe('名簿の書き出し')
  expect(detailWord('two-factor')).toBe('確認コードつき')
  expect(detailWord('something-else')).toBe('something-else')
})

test('only what did not succeed is marked', () => {
  expect(['signed-in', 'sign-in-failed', 'two-factor-failed', 'refused', 'first-run'].filter(isRefusal)).toEqual([
    'sign-in-failed',
    'two-factor-failed',
    'refused',
  ])
})
