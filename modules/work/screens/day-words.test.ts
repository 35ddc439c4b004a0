/// <reference types="vite/client" />
import { missingWords } from '@ennoshita/ui/test'
import { expect, test } from 'vitest'
import { dayScreens } from './day-screens.ts'
import { dayWords } from './day-words.en.ts'

const sources = import.meta.glob<string>(
  ['./{task,today,deeds,calendar,register,report}/*.{ts,tsx}', '!./**/*.test.ts'],
  { query: '?raw', import: 'default', eager: true },
)

test('everything the screens of the day say can be said in English', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(30)
  expect(missingWords(Object.values(sources), dayWords)).toEqual([])
})

test('so can the names by which they are found', () => {
  const { navigation, routes, palette, quick } = dayScreens
  const names = [...navigation, ...palette, ...quick].map((entry) => entry.label)
  const titles = routes.map((route) => route.title)
  expect([...names, ...titles].filter((name) => dayWords[name] === undefined)).toEqual([])
})
