import { expect, test } from 'vitest'
import { readOnce } from './read-once.ts'

test('each table is read once, when asked for, and never taken for another', () => {
  const read: string[] = []
  const cellsOf = readOnce((table: string) => {
    read.push(table)
    return table.split(',')
  })
  expect(read).toEqual([])
  expect([cellsOf('58000,0'), cellsOf('63000,0'), cellsOf('58000,0')]).toEqual([
    ['58000', '0'],
    ['63000', '0'],
    ['58000', '0'],
  ])
  expect(read).toEqual(['58000,0', '63000,0'])
})
