import { readdirSync, readFileSync } from 'node:fs'
import { missingWords } from '@ennoshita/ui/test'
import { expect, test } from 'vitest'
import web from './index.tsx'
import { words } from './words.en.ts'

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$|words\.en\.ts$/.test(path))
  .map((path) => readFileSync(`${import.meta.dirname}/${path}`, 'utf8'))

test('every word of the screens of documents has its English', () => {
  expect(sources.length).toBeGreaterThan(12)
  expect(missingWords(sources, words)).toEqual([])
})

test('navigation, titles and palette have theirs', () => {
  const named = [
    ...web.navigation.flatMap((entry) => [entry.label, entry.section ?? entry.label]),
    ...web.routes.map((route) => route.title),
    ...(web.palette ?? []).map((entry) => entry.label),
  ]
  expect(named.filter((word) => words[word] === undefined)).toEqual([])
})
