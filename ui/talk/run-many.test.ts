import { expect, test } from 'vitest'
import { RefusedError } from './client.ts'
import { runMany } from './run-many.ts'

const refusal = {
  kind: 'conflict',
  code: 'kernel.signs-in-already',
  what: { ja: 'この人はすでにサインインできます。', en: 'This person can sign in already.' },
  todo: { ja: '招待は要りません。', en: 'No invitation is needed.' },
} as const

test('one who is refused does not keep the others waiting, and is named afterwards with the reason', async () => {
  const told: number[] = []
  const run = await runMany(
    ['佐藤', '鈴木', '高橋'],
    async (name) => {
      if (name === '鈴木') throw new RefusedError(refusal)
    },
    ({ done, refused }) => told.push(done.length * 10 + refused.length),
  )
  expect(run.done).toEqual(['佐藤', '高橋'])
  expect(run.refused.map(({ each, face }) => `${each}：${face.what.ja}`)).toEqual([
    '鈴木：この人はすでにサインインできます。',
  ])
  expect(told).toEqual([10, 11, 21])
})
