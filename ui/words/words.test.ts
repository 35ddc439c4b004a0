import { globSync, readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { english } from './english.ts'
import { missingWords } from './missing-words.ts'
import { addWords, says, switchLanguage, t } from './words.ts'

vi.stubGlobal('document', { documentElement: { lang: 'ja' } })
afterEach(() => switchLanguage('ja'))

test('whatever ui says in Japanese, it can say in English', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: `${import.meta.dirname}/..`, exclude: ['gallery/**', '**/*.test.ts'] })
  const sources = files.map((file) => readFileSync(`${import.meta.dirname}/../${file}`, 'utf8'))
  expect(sources.length).toBeGreaterThan(30)
  expect(missingWords(sources, english)).toEqual([])
})

test('a word without its English is reported', () => {
  expect(missingWords(["t('今日')", 't("明日", { count })', "wait('昨日')"], { 今日: 'Today' })).toEqual(['明日'])
})

test('a sentence takes its values, in Japanese as written and in English with its plural', () => {
  addWords({ 'あと{count}件です。': '{count, plural, one {# task left.} other {# tasks left.}}' })
  expect(t('あと{count}件です。', { count: 3 })).toBe('あと3件です。')
  switchLanguage('en')
  expect(t('あと{count}件です。', { count: 1 })).toBe('1 task left.')
  expect(t('あと{count}件です。', { count: 3 })).toBe('3 tasks left.')
})

test('a sentence without English is shown in Japanese rather than not at all', () => {
  switchLanguage('en')
  expect(t('まだ訳していない{name}の文', { name: '山田' })).toBe('まだ訳していない山田の文')
  expect(says({ ja: '締め', en: 'closing' })).toBe('closing')
})
