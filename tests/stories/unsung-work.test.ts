import { desk } from '@ennoshita/desk'
import { desk as deskModule } from '@ennoshita/desk/server'
import { type Actor, type PresetRole, programFor, runCommand, runQuery } from '@ennoshita/kernel/server'
import { openTestOffice, presetGrants, type TestOffice, testCompany } from '@ennoshita/kernel/test'
import { people } from '@ennoshita/people'
import { people as peopleModule } from '@ennoshita/people/server'
import { work } from '@ennoshita/work'
import { work as workModule } from '@ennoshita/work/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice([peopleModule, workModule, deskModule], { at: '2026-11-02T09:00:00+09:00' })
})
afterAll(() => office.close())

test('a month of answers, told by the one who answered: requests, thanks and what was taken over', async () => {
  const companyId = await testCompany(office)
  const program = programFor(companyId)
  const hire = async (
    familyName: string,
    role: PresetRole,
    department: string,
  ): Promise<Actor & { personId: string }> => {
    const { departmentId } = await runCommand(office, people.addDepartment, program, {
      name: department,
      fromOn: '2020-04-01',
    })
    const { personId } = await runCommand(office, people.addPerson, program, {
      familyName,
      joinedOn: '2020-04-01',
      assignment: { departmentId },
    })
    return { companyId, personId, kind: 'human', departmentIds: [departmentId], grants: presetGrants(office, role) }
  }
  const sato = await hire('佐藤', 'clerk', '経理部')
  const suzuki = await hire('鈴木', 'clerk', '財務部')
  const tanaka = await hire('田中', 'employee', '営業部')
  const president = await hire('社長', 'president', '役員室')
  await runCommand(office, desk.addReadyTemplates, program, {})
  const [template] = (await runQuery(office, desk.templates, program, {})).filter((each) => each.slug === 'other')

  // asked and answered: the same day, after two business days (Tue 3 is 文化の日), after one
  const ask = async (title: string, askedAt: string, answeredAt: string) => {
    office.clock.set(askedAt)
    const { requestId } = await runCommand(office, desk.submitRequest, tanaka, {
      templateId: template?.templateId ?? '',
      title,
    })
    if (title === '見積の印') {
      await runCommand(office, desk.takeRequest, suzuki, { requestId })
      await runCommand(office, desk.takeRequest, sato, { requestId, insteadOf: suzuki.personId })
    }
    office.clock.set(answeredAt)
    await runCommand(office, desk.answerRequest, sato, { requestId, text: 'できました。' })
    return requestId
  }
  await ask('切手がほしい', '2026-11-02T10:00:00+09:00', '2026-11-02T15:00:00+09:00')
  await ask('振込先の変更', '2026-11-02T16:00:00+09:00', '2026-11-05T09:00:00+09:00')
  const requestId = await ask('見積の印', '2026-11-12T10:00:00+09:00', '2026-11-13T10:00:00+09:00')
  const about = { type: 'request' as const, id: requestId }
  await expect(
    runCommand(
      office,
      work.attachThanks,
      { ...tanaka, personId: president.personId, grants: tanaka.grants },
      { about, toPersonId: sato.personId, text: '横から' },
    ),
  ).rejects.toMatchObject({ face: { kind: 'not-found', field: 'about.id' } })
  await runCommand(office, work.attachThanks, tanaka, { about, toPersonId: sato.personId, text: '間に合いました' })

  office.clock.set('2026-11-30T17:00:00+09:00')
  const { reportId, sections, version } = await runCommand(office, work.draftReport, sato, { month: '2026-11-01' })
  expect(sections.map((section) => `${section.heading}｜${section.text}`)).toEqual([
    '社内の質問・依頼への回答｜3件に回答しました。受付から回答までは、中央値で1営業日です（n=3）。',
    'ほかの方から引き受けたこと｜・R-3 見積の印',
    'いただいたありがとう｜・間に合いました（田中さん）',
    'ひとこと｜',
  ])
  expect((await runQuery(office, work.receivedReports, president, {})).rows).toEqual([])
  await runCommand(office, work.sendReport, sato, { reportId, version, toPersonId: president.personId })
  expect((await runQuery(office, work.receivedReports, president, {})).rows.map((row) => row.author.name)).toEqual([
    '佐藤',
  ])
})
