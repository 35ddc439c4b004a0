import { globSync, readFileSync } from 'node:fs'
import { missingWords } from '@ennoshita/ui/test'
import { expect, test } from 'vitest'
import { words } from './words.en.ts'

test('whatever these screens say in Japanese, they can say in English', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: import.meta.dirname }).filter((file) => !file.endsWith('.test.ts'))
  expect(files.length).toBeGreaterThan(30)
  const sources = files.map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'))
  expect(missingWords(sources, words)).toEqual([])
})
