import { readdirSync, readFileSync } from 'node:fs'
import { missingWords } from '@ennoshita/ui/test'
import { expect, test } from 'vitest'
import { inventoryWords } from './inventory-words.en.ts'

const folders = ['inventory', 'import', 'ready-kinds', 'kind', 'dependence', 'map']
const files = ['kind-words.ts', 'due-rule-field.tsx']

test('everything these screens say can be said in English', () => {
  const here = `${import.meta.dirname}/`
  const inFolders = folders.flatMap((folder) => readdirSync(here + folder).map((file) => `${folder}/${file}`))
  const sources = [...files, ...inFolders].filter((file) => !file.includes('.test.'))
  expect(sources.length).toBeGreaterThan(30)
  expect(
    missingWords(
      sources.map((file) => readFileSync(here + file, 'utf8')),
      inventoryWords,
    ),
  ).toEqual([])
})
