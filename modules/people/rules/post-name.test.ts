import { expect, test } from 'vitest'
import { headsByName, rankByName } from './post-name.ts'

test.each([
  ['代表取締役社長', true, 1],
  ['営業本部長', true, 10],
  ['部長', true, 20],
  ['副部長', false, 20],
  ['担当部長', false, 20],
  ['次長', false, 25],
  ['課長', true, 30],
  ['課長代理', false, 60],
  ['主任', false, 50],
  ['', false, 60],
])('%s', (name, heads, rank) => {
  expect(headsByName(name)).toBe(heads)
  expect(rankByName(name)).toBe(rank)
})
