import { expect, test } from 'vitest'
import { parameter } from './parameter.ts'

test('values go to the database as its text', () => {
  expect([null, undefined, 'あ', 1.5, 12n, true].map(parameter)).toEqual([null, null, 'あ', '1.5', '12', 'true'])
  expect(parameter({ 名: '佐藤' })).toBe('{"名":"佐藤"}')
  expect(parameter(new Uint8Array([1, 2]))).toEqual(Buffer.from([1, 2]))
})

test('lists go as array literals, with quotes and backslashes kept', () => {
  expect(parameter(['a', 'b "c"', 'd\\e', '', null, 'NULL', '{x,y}'])).toBe(
    '{"a","b \\"c\\"","d\\\\e","",NULL,"NULL","{x,y}"}',
  )
  expect(parameter([1, -2, 3n])).toBe('{1,-2,3}')
  expect(parameter([[1], [2]])).toBe('{{1},{2}}')
  expect(parameter([Buffer.from([255])])).toBe('{"\\\\xff"}')
})

test('what has no text in the database is refused', () => {
  expect(() => parameter(() => 1)).toThrow(TypeError)
})
