import { kernel } from '@ennoshita/kernel/access'
import { type Actor, type PresetRole, programFor, runCommand, runQuery } from '@ennoshita/kernel/server'
import { openTestOffice, presetGrants, type TestOffice, testCompany } from '@ennoshita/kernel/test'
import { people } from '@ennoshita/people'
import { work } from '@ennoshita/work'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allModules } from '../../apps/server/open-program.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice(allModules({ secret: 'a secret of the tests', address: 'http://127.0.0.1:4649' }))
})
afterAll(() => office.close())

test('the history of a person is that of the registration; what someone did is shown to nobody but themselves', async () => {
  const companyId = await testCompany(office)
  const program = programFor(companyId)
  const hire = async (familyName: string, role: PresetRole): Promise<Actor & { personId: string }> => {
    const { personId } = await runCommand(office, people.addPerson, program, { familyName, joinedOn: '2020-04-01' })
    return { companyId, personId, kind: 'human', departmentIds: [], grants: presetGrants(office, role) }
  }
  const sato = await hire('佐藤', 'clerk')
  const tanaka = await hire('田中', 'employee')
  const administrator = await hire('管理', 'administrator')
  const { taskId } = await runCommand(office, work.addTask, sato, { title: '請求書の発送' })
  await runCommand(office, work.handOverTask, sato, { taskId, toPersonId: tanaka.personId })
  await runCommand(office, work.finishTask, tanaka, { taskId })

  const seenBy = async (who: Actor, objectId: string) =>
    (await runQuery(office, kernel.objectHistories, who, { objectId })).events.map((event) => event.activity)
  expect(await seenBy(administrator, tanaka.personId)).toEqual(['people.person-added'])
  expect(await seenBy(tanaka, tanaka.personId)).toContain('work.task-finished')
  await expect(seenBy(tanaka, sato.personId)).rejects.toMatchObject({ face: { kind: 'not-found' } })
})

test('a person is found by the reading of the name, in any kana, also after a change that does not tell it again', async () => {
  const companyId = await testCompany(office)
  const program = programFor(companyId)
  const grants = presetGrants(office, 'employee')
  const { personId } = await runCommand(office, people.addPerson, program, {
    familyName: '峰岸',
    givenName: '恵',
    familyKana: 'ミネギシ',
    givenKana: 'メグミ',
    joinedOn: '2020-04-01',
  })
  await runCommand(office, people.recordLeaving, program, { personId, version: 1, leftOn: '2026-12-31' })
  const employee: Actor = { companyId, personId, kind: 'human', departmentIds: [], grants }
  for (const text of ['みねぎし', 'ﾒｸﾞﾐ', '峰岸']) {
    expect(await runQuery(office, kernel.foundObjects, employee, { text })).toMatchObject([
      { id: personId, label: '峰岸 恵' },
    ])
  }
})
