import { globSync, readFileSync } from 'node:fs'
import { missingWords } from '@ennoshita/ui/test'
import { expect, test } from 'vitest'
import { english } from './english.ts'

test('whatever the shell and the sign-in say in Japanese, they can say in English', () => {
  const files = globSync('{shell,sign-in}/*.tsx', { cwd: `${import.meta.dirname}/..` })
  expect(files.length).toBeGreaterThan(10)
  const sources = files.map((file) => readFileSync(`${import.meta.dirname}/../${file}`, 'utf8'))
  expect(missingWords(sources, english)).toEqual([])
})
