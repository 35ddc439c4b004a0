import { setTimeout as pause } from 'node:timers/promises'
import { newId, verifySeals } from '@ennoshita/kernel/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type KilledProgram, startToBeKilled } from './killed-program.ts'

let program: KilledProgram
beforeAll(async () => {
  program = await startToBeKilled(46_490)
}, 180_000)
afterAll(() => program?.remove())

test('kill -9 of server and database, ten rounds: every acknowledged command is there and the seals hold', async () => {
  const acknowledged = new Map<string, string>()
  for (let round = 0; round < 10; round++) {
    const session = await program.signIn()
    let running = true
    const writers = [0, 1, 2, 3].map(async (writer) => {
      for (let n = 0; running; n++) {
        const requestId = newId()
        const title = `${round}-${writer}-${n}`
        const answer = await program
          .post('/api/work/add-task', { title }, { ...session, 'x-request-id': requestId })
          .catch(() => undefined) // killed meanwhile
        if (answer?.status === 200 && (await answer.text().catch(() => '')) !== '') acknowledged.set(requestId, title)
      }
    })
    await pause(400 + round * 100)
    await program.killAll()
    running = false
    await Promise.all(writers)
    await program.startAgain()
  }

  const { ids, silent, verification } = await program.afterStopping(async (database) => {
    const kept = await database.owner.query<{ id: string }>(
      "select id from kernel.command where name = 'work.add-task'",
    )
    const silent = await database.owner.query(
      'select 1 from kernel.command c where not exists (select 1 from kernel.event e where e.company_id = c.company_id and e.command_id = c.id)',
    )
    return {
      ids: new Set(kept.rows.map((row) => row.id)),
      silent: silent.rowCount,
      verification: await verifySeals(database),
    }
  })
  const lost = [...acknowledged.keys()].filter((id) => !ids.has(id))
  process.stdout.write(`acknowledged ${acknowledged.size}, lost ${lost.length}, events ${verification.events}\n`)
  expect(acknowledged.size).toBeGreaterThan(100)
  expect(lost).toEqual([])
  expect(silent).toBe(0)
  expect(verification.broken).toEqual([])
  expect(verification.unsealed).toBe(0)
})
