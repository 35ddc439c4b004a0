import { readdirSync, readFileSync } from 'node:fs'
import { missingWords } from '@ennoshita/ui/test'
import { expect, test } from 'vitest'
import web from './screens/index.tsx'

const screens = `${import.meta.dirname}/screens`
const sources = readdirSync(screens, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$|\.en\.ts$/.test(path))
  .map((path) => readFileSync(`${screens}/${path}`, 'utf8'))

test('every word of the screens of payables has its English', () => {
  expect(sources.length).toBeGreaterThan(30)
  expect(missingWords(sources, web.words)).toEqual([])
})

test('navigation, titles and palette have theirs', () => {
  const named = [
    ...web.navigation.flatMap((entry) => [entry.label, entry.section ?? entry.label]),
    ...web.routes.map((route) => route.title),
    ...(web.palette ?? []).map((entry) => entry.label),
  ]
  expect(named.filter((word) => web.words[word] === undefined)).toEqual([])
})
