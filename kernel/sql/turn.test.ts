import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../test.ts'
import { inTransaction } from './database.ts'
import { doorOf, sql } from './sql.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice([], { connections: 2 })
})
afterAll(() => office.close())

test('statements sent together are answered each with its own rows, again and again', async () => {
  for (const round of [1, 2, 3]) {
    const told = await inTransaction(office.database.app, (tx) =>
      Promise.all([
        tx.rows<{ n: number }>`select n from generate_series(1, ${round}::int) as n`,
        tx.row<{ day: string; sum: number }>`select date '2026-11-20' as day, 12::int8 as sum`,
        tx.rows`select 1 where false`,
        tx.run`select set_config('ennoshita.company', '', true)`,
        tx.row<{ names: string[] }>`select ${['髙﨑', 'a "b"', 'c\\d']}::text[] as names`,
      ]),
    )
    expect(told).toEqual([
      Array.from({ length: round }, (_, place) => ({ n: place + 1 })),
      { day: '2026-11-20', sum: 12 },
      [],
      1,
      { names: ['髙﨑', 'a "b"', 'c\\d'] },
    ])
  }
})

test('what follows a failure is not carried out, and the connection goes on, with the same statements', async () => {
  const divided = (by: number) =>
    inTransaction(office.database.app, (tx) =>
      Promise.allSettled([
        tx.row<{ n: number }>`select 10 / ${by}::int as n`,
        tx.row<{ n: number }>`select 20 / ${by}::int as n`,
      ]),
    )
  await expect(divided(0)).rejects.toThrow('division by zero')
  await expect(divided(0)).rejects.toThrow('division by zero')
  expect(await divided(5)).toEqual([
    { status: 'fulfilled', value: { n: 2 } },
    { status: 'fulfilled', value: { n: 4 } },
  ])
})

test('a value that the program cannot hold fails its turn, not the program', async () => {
  await expect(
    inTransaction(office.database.app, (tx) => tx.row`select 9223372036854775807::int8 as much`),
  ).rejects.toThrow('safe integer')
  expect(await inTransaction(office.database.app, (tx) => tx.row`select 1::int8 as little`)).toEqual({ little: 1 })
})

test('taking a transaction back leaves out what had not gone yet', async () => {
  const client = await office.database.app.connect()
  try {
    const { tx, send, takeBack } = doorOf(client)
    await send(sql`begin`)
    const late = tx.run`select 1`
    const taken = takeBack()
    await expect(late).rejects.toThrow('after the end')
    await expect(tx.run`select 2`).rejects.toThrow('after the end')
    expect(await taken).toBeUndefined()
    expect((await client.query('select pg_current_xact_id_if_assigned() as open')).rows).toEqual([{ open: null }])
  } finally {
    client.release()
  }
})

test('a value without a text fails its own statement', async () => {
  await expect(inTransaction(office.database.app, (tx) => tx.run`select ${() => 1}`)).rejects.toThrow(TypeError)
})
