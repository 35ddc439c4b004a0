import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOfBytes } from './byte-instants.ts'
import { instantOf } from './instants.ts'

const read = (stamp: string) => {
  const bytes = new TextEncoder().encode(` ${stamp} `)
  return instantOfBytes(bytes, 1, bytes.length - 1)
}

test('a stamp read from its bytes is the instant that the slow reader finds', () => {
  const part = (most: number) => fc.integer({ min: 0, max: most }).map((each) => String(each).padStart(2, '0'))
  const stamp = fc
    .tuple(
      ...[
        fc.integer({ min: 0, max: 2199 }).map((year) => String(year).padStart(4, '0')),
        part(13),
        part(32),
        fc.constantFrom('T', ' '),
        part(25),
        part(60),
      ],
      ...[
        fc.constantFrom('', ':07', ':59.5', ':61', ':00.123456', ':00.1234567', ':00.'),
        fc.constantFrom('', 'Z', '+09:00', '-05:30', '+0900', 'x'),
      ],
    )
    .map(
      ([year, month, day, mark, hour, minute, second, zone]) =>
        `${year}-${month}-${day}${mark}${hour}:${minute}${second}${zone}`,
    )
  fc.assert(
    fc.property(stamp, (each) => {
      const quick = read(each)
      if (!Number.isNaN(quick)) expect(quick, each).toBe(instantOf(each))
    }),
    { numRuns: 3000 },
  )
})

test.each([
  ['2026-11-20T09:00:00.000+09:00', 1_795_132_800_000],
  ['2024-02-29', 1_709_132_400_000],
  ['2026/11/20 09:00', 1_795_132_800_000],
])('%s is read from its bytes', (stamp, instant) => {
  expect(read(stamp)).toBe(instant)
})

test.each(['2026-02-29', '2026-11-20T24:00', '20.11.2026', '2026-11-2', '2026-11-20T09:00:0', ''])(
  '%j is left to the slow reader',
  (stamp) => {
    expect(read(stamp)).toBeNaN()
  },
)
