/// <reference types="vite/client" />
import { missingWords } from '@ennoshita/ui/test'
import { expect, test } from 'vitest'
import { inventoryWords } from './inventory-words.en.ts'

const sources = import.meta.glob<string>(
  [
    './kind-words.ts',
    './due-rule-field.tsx',
    './{inventory,import,ready-kinds,kind,dependence,map}/*.{ts,tsx}',
    '!./**/*.test.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
)

test('everything these screens say can be said in English', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(30)
  expect(missingWords(Object.values(sources), inventoryWords)).toEqual([])
})
