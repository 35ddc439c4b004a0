import { flowsOf } from '@ennoshita/flows'
import { programFor, runCommand, runQuery, startWorker, type Worker } from '@ennoshita/kernel/server'
import { openTestOffice, type TestOffice, testCompany } from '@ennoshita/kernel/test'
import { work } from '@ennoshita/work'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '../../apps/server/modules.ts'

const faults: unknown[] = []
let office: TestOffice
let worker: Worker
beforeAll(async () => {
  office = await openTestOffice(modules, {
    flows: flowsOf({ send: async () => undefined }),
    at: '2026-11-02T08:00:00+09:00',
  })
  worker = await startWorker(office, (fault) => faults.push(fault))
})
afterAll(async () => {
  await worker.stop()
  await office.close()
  expect(faults).toEqual([])
})

test('what is due stands there the same minute: after taking up ready kinds, adding one and changing its rule', async () => {
  const program = programFor(await testCompany(office))
  const dueDays = async (title: string) => {
    const { rows } = await runQuery(office, work.taskList, program, { limit: 500 })
    return rows.filter((task) => task.title === title).map((task) => task.dueOn)
  }

  await runCommand(office, work.adoptReadyKinds, program, { keys: ['resident-tax-payment'] })
  await expect
    .poll(() => dueDays('住民税（特別徴収）の納付'), { timeout: 10_000 })
    .toEqual(['2026-11-10', '2026-12-10'])

  const { kindId, version } = await runCommand(office, work.addKind, program, {
    name: '家賃の振込',
    dueRule: { kind: 'monthly', day: 25 },
  })
  await expect.poll(() => dueDays('家賃の振込'), { timeout: 10_000 }).toEqual(['2026-11-25', '2026-12-25'])

  await runCommand(office, work.changeKind, program, {
    kindId,
    version,
    fields: { dueRule: { kind: 'monthly', day: 24 } },
  })
  await expect.poll(() => dueDays('家賃の振込'), { timeout: 10_000 }).toEqual(['2026-11-24', '2026-12-24'])
})

test('a planning that left some over is followed by another, until none is left', async () => {
  const program = programFor(await testCompany(office))
  await runCommand(office, work.addKind, program, { name: '郵便の仕分け', dueRule: { kind: 'daily' } })
  await runCommand(office, work.planTasks, program, { limit: 1 })
  await expect
    .poll(async () => (await runQuery(office, work.taskList, program, {})).total, { timeout: 10_000 })
    .toBeGreaterThan(30)
  expect((await runCommand(office, work.planTasks, program, {})).left).toBe(0)
})
