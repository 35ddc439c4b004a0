import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../command/run-command.ts'
import { runQuery } from '../command/run-query.ts'
import { newId } from '../ids/ids.ts'
import { notebook, writeNoteContract } from '../notebook/module.ts'
import { type Actor, programFor } from '../permission/actor.ts'
import { admitMember } from '../permission/members.ts'
import { inTransaction } from '../sql/database.ts'
import { openTestOffice, presetGrants, storyOf, type TestOffice } from '../test.ts'
import { kernel } from './contract.ts'
import { offerNewPermissions } from './grant-presets.ts'
import { kernelModule } from './module.ts'
import { noOrganisation } from './organisation.ts'

type Person = Actor & { personId: string }

let office: TestOffice
beforeAll(async () => {
  const own = kernelModule({
    organisation: noOrganisation,
    modules: [notebook],
    secret: 'a secret of this test, long enough',
    address: 'https://office.example.jp',
  })
  office = await openTestOffice([own, notebook])
})
afterAll(() => office.close())

async function found(): Promise<{ companyId: string; hanako: Person }> {
  const companyId = newId()
  const person = {
    familyName: '山田',
    givenName: '花子',
    familyKana: 'ヤマダ',
    givenKana: 'ハナコ',
    email: 'h@example.jp',
  }
  const { personId } = await runCommand(office, kernel.foundCompany, programFor(companyId), {
    name: '株式会社えんの下',
    person,
  })
  const roles = ['clerk', 'president', 'administrator'] as const
  const grants = new Map(roles.flatMap((role) => [...presetGrants(office, role)]))
  return { companyId, hanako: { companyId, personId, kind: 'human', departmentIds: [], grants } }
}

async function join(companyId: string, role: 'employee' | 'clerk' | 'administrator'): Promise<Person> {
  const personId = newId()
  await inTransaction(office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.command', 'test', true)`
    await admitMember(tx, companyId, personId, '2026-04-01', [role])
  })
  return { companyId, personId, kind: 'human', departmentIds: [], grants: presetGrants(office, role) }
}

const namesOf = (people: Record<string, Person>) =>
  new Map(Object.entries(people).map(([name, { personId }]) => [personId, name]))

describe('roles', () => {
  test('of a new company are the presets, with what each module grants them', async () => {
    const { hanako } = await found()
    const { roles } = await runQuery(office, kernel.roles, hanako, {})
    expect(roles.map((each) => [each.role, each.name, each.members])).toEqual([
      ['administrator', '管理者', 1],
      ['clerk', '担当', 1],
      ['employee', '社員', 0],
      ['head', '部門長', 0],
      ['outsider', '社外の協力者', 0],
      ['president', '社長', 1],
    ])
    expect(roles.find((each) => each.role === 'employee')?.grants).toContainEqual({
      permission: 'notebook.read',
      scope: 'own',
      says: {
        ja: '社員は自分のメモ、部門長は部門のメモを読める',
        en: 'Employees read their own notes, heads those of their department',
      },
    })
  })

  test('are granted by another than oneself, unless one is the only administrator', async () => {
    const { companyId, hanako } = await found()
    const taro = await join(companyId, 'employee')
    await runCommand(office, kernel.grantRole, hanako, { personId: hanako.personId, role: 'head' })
    await runCommand(office, kernel.grantRole, hanako, { personId: taro.personId, role: 'administrator' })
    await expect(
      runCommand(office, kernel.grantRole, hanako, { personId: hanako.personId, role: 'employee' }),
    ).rejects.toMatchObject({ face: { code: 'kernel.own-rights' } })
    await expect(
      runCommand(office, kernel.grantRole, hanako, { personId: taro.personId, role: 'administrator' }),
    ).rejects.toMatchObject({ face: { kind: 'conflict', code: 'kernel.role-held' } })
    await runCommand(office, kernel.revokeRole, hanako, { personId: hanako.personId, role: 'administrator' })
    expect(await storyOf(office, companyId, namesOf({ 花子: hanako, 太郎: taro }))).toEqual([
      '11/20 09:00 システム 会社を開設した',
      '11/20 09:00 花子 役割を付けた',
      '11/20 09:00 花子 役割を付けた',
      '11/20 09:00 花子 役割を外した',
    ])
  })

  test('always leave one administrator, also when two are taken away at once', async () => {
    const { companyId, hanako } = await found()
    await expect(
      runCommand(office, kernel.revokeRole, hanako, { personId: hanako.personId, role: 'administrator' }),
    ).rejects.toMatchObject({ face: { code: 'kernel.last-administrator' } })
    const taro = await join(companyId, 'administrator')
    const outcomes = await Promise.allSettled([
      runCommand(office, kernel.revokeRole, hanako, { personId: taro.personId, role: 'administrator' }),
      runCommand(office, kernel.revokeRole, taro, { personId: hanako.personId, role: 'administrator' }),
    ])
    expect(outcomes.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('are defined with known permissions only; one’s own role is not widened alone', async () => {
    const { companyId, hanako } = await found()
    await join(companyId, 'administrator')
    const define = (role: string, grants: Record<string, 'own' | 'company'>) =>
      runCommand(office, kernel.defineRole, hanako, { role, name: '監査役', nameEn: 'Auditor', grants })
    await define('auditor', { 'notebook.read': 'company' })
    await expect(define('auditor', { 'notebook.burn': 'company' })).rejects.toMatchObject({
      face: { kind: 'not-found', field: 'grants.notebook.burn' },
    })
    await expect(
      define('clerk', { 'notebook.read': 'company', 'kernel.grant-roles': 'company' }),
    ).rejects.toMatchObject({ face: { code: 'kernel.own-rights' } })
  })
})

describe('a new version of the program', () => {
  test('offers its new permissions to the preset roles once, and gives nothing back that was taken away', async () => {
    const { companyId } = await found()
    const grantsOfClerks = async () => {
      const rows = await office.database.owner.query(
        "select permission from kernel.role_grant where company_id = $1 and role = 'clerk' and permission like 'notebook.%' order by 1",
        [companyId],
      )
      return rows.rows.map((row) => row.permission)
    }
    expect(await grantsOfClerks()).toEqual(['notebook.approve', 'notebook.read', 'notebook.write'])
    await inTransaction(office.database.owner, async (tx) => {
      await tx.run`select set_config('ennoshita.command', 'test', true)`
      await tx.run`delete from kernel.role_grant where company_id = ${companyId} and permission in ('notebook.read', 'notebook.write')`
      await tx.run`delete from kernel.known_permission where company_id = ${companyId} and permission = 'notebook.write'`
    })
    expect(await offerNewPermissions(office)).toBe(1)
    expect(await offerNewPermissions(office)).toBe(0)
    expect(await grantsOfClerks()).toEqual(['notebook.approve', 'notebook.write'])
  })
})

describe('what one may see', () => {
  test('a history is read by those who may see the thing, and search finds no more', async () => {
    const { companyId, hanako } = await found()
    const [taro, jiro] = [await join(companyId, 'employee'), await join(companyId, 'employee')]
    const { noteId } = await runCommand(
      office,
      writeNoteContract,
      { ...taro, grants: hanako.grants },
      { text: '給湯室の電球' },
    )
    const history = await runQuery(office, kernel.objectHistories, taro, { objectId: noteId })
    expect(history.events.map((each) => [each.says.ja, each.personId, each.occurredAt])).toEqual([
      ['メモを書いた', taro.personId, '2026-11-20T00:00:00.000Z'],
    ])
    await expect(runQuery(office, kernel.objectHistories, jiro, { objectId: noteId })).rejects.toMatchObject({
      face: { kind: 'not-found' },
    })
    expect((await runQuery(office, kernel.foundObjects, taro, { text: 'でんきゅう' })).length).toBe(0)
    expect(await runQuery(office, kernel.foundObjects, taro, { text: '電球' })).toMatchObject([{ id: noteId }])
    expect(await runQuery(office, kernel.foundObjects, jiro, { text: '電球' })).toEqual([])
    const { hanako: stranger } = await found()
    await expect(runQuery(office, kernel.objectHistories, stranger, { objectId: noteId })).rejects.toMatchObject({
      face: { kind: 'not-found' },
    })
  })

  test('a query that leaves an event is in the log, its answer is not', async () => {
    const { companyId, hanako } = await found()
    const taro = await join(companyId, 'employee')
    const { invitationId } = await runCommand(office, kernel.invitePerson, hanako, {
      personId: taro.personId,
      email: 'taro@example.jp',
    })
    const shown = await runQuery(office, kernel.invitationLinks, hanako, { invitationId })
    expect(shown.link).toMatch(/^https:\/\/office\.example\.jp\/invite\/[\w-]{43}$/)
    expect((await storyOf(office, companyId, namesOf({ 花子: hanako }))).slice(1)).toEqual([
      '11/20 09:00 花子 招待した',
      '11/20 09:00 花子 招待の宛先を見た',
    ])
    const kept = await office.database.owner.query(
      "select answer from kernel.command where company_id = $1 and name = 'kernel.invitation-links'",
      [companyId],
    )
    expect(kept.rows).toEqual([{ answer: {} }])
    await expect(runQuery(office, kernel.invitationLinks, taro, { invitationId })).rejects.toMatchObject({
      face: { kind: 'not-allowed' },
    })
  })
})

describe('deputies and exceptions', () => {
  test('an employee names a deputy for themselves only, an administrator for anyone', async () => {
    const { companyId, hanako } = await found()
    const [taro, jiro] = [await join(companyId, 'employee'), await join(companyId, 'employee')]
    const period = { fromOn: '2026-11-20', untilOn: '2026-11-27' }
    const { delegationId } = await runCommand(office, kernel.delegate, taro, {
      personId: taro.personId,
      deputyId: jiro.personId,
      ...period,
    })
    await expect(
      runCommand(office, kernel.delegate, taro, { personId: jiro.personId, deputyId: taro.personId, ...period }),
    ).rejects.toMatchObject({ face: { kind: 'not-found', field: 'personId' } })
    await runCommand(office, kernel.delegate, hanako, { personId: jiro.personId, deputyId: taro.personId, ...period })
    await expect(
      runCommand(office, kernel.delegate, taro, { personId: taro.personId, deputyId: taro.personId, ...period }),
    ).rejects.toMatchObject({ face: { code: 'kernel.own-deputy' } })
    expect(await runQuery(office, kernel.delegations, jiro, {})).toHaveLength(2)
    await runCommand(office, kernel.endDelegation, taro, { delegationId })
    expect(await runQuery(office, kernel.delegations, jiro, {})).toHaveLength(1)
  })

  test('a deputy passes on nothing: whom the represented person trusts, that person says', async () => {
    const { companyId } = await found()
    const [taro, jiro, saburo] = [
      await join(companyId, 'employee'),
      await join(companyId, 'employee'),
      await join(companyId, 'employee'),
    ]
    const period = { fromOn: '2026-11-20', untilOn: '2026-11-27' }
    const { delegationId } = await runCommand(office, kernel.delegate, taro, {
      personId: taro.personId,
      deputyId: jiro.personId,
      ...period,
    })
    const forTaro = { ...jiro, onBehalfOf: taro.personId }
    for (const deputyId of [jiro.personId, saburo.personId]) {
      await expect(
        runCommand(office, kernel.delegate, forTaro, { personId: taro.personId, deputyId, ...period }),
      ).rejects.toMatchObject({ face: { kind: 'not-found', field: 'personId' } })
    }
    await expect(runCommand(office, kernel.endDelegation, forTaro, { delegationId })).rejects.toMatchObject({
      face: { kind: 'not-found' },
    })
  })

  test('of two administrators none makes oneself the deputy of another', async () => {
    const { companyId, hanako } = await found()
    const [taro, jiro] = [await join(companyId, 'administrator'), await join(companyId, 'employee')]
    const wanted = { personId: hanako.personId, fromOn: '2026-11-20', untilOn: '2026-11-27' }
    await expect(
      runCommand(office, kernel.delegate, taro, { ...wanted, deputyId: taro.personId }),
    ).rejects.toMatchObject({ face: { code: 'kernel.own-rights' } })
    await runCommand(office, kernel.delegate, taro, { ...wanted, deputyId: jiro.personId })
    expect(await storyOf(office, companyId, namesOf({ 太郎: taro }))).toEqual([
      '11/20 09:00 システム 会社を開設した',
      '11/20 09:00 太郎 代理を決めた',
    ])
  })

  test('an exception is named with its reason, shown, and withdrawn', async () => {
    const { companyId, hanako } = await found()
    const taro = await join(companyId, 'clerk')
    const given = { command: 'notebook.approve-note', personId: taro.personId, reason: '社長出張のため' }
    const { exceptionId } = await runCommand(office, kernel.exceptDuty, hanako, given)
    expect(await runQuery(office, kernel.dutyExceptions, hanako, {})).toMatchObject([
      { ...given, says: { ja: 'メモを承認する' }, untilOn: null },
    ])
    await runCommand(office, kernel.withdrawException, hanako, { exceptionId })
    expect(await runQuery(office, kernel.dutyExceptions, hanako, {})).toEqual([])
    expect(await runQuery(office, kernel.dutyExceptions, hanako, { withdrawn: true })).toHaveLength(1)
  })

  test('a dead letter that is not there is said not to be', async () => {
    const { hanako } = await found()
    expect(await runQuery(office, kernel.deadLetters, hanako, {})).toEqual([])
    await expect(runCommand(office, kernel.retryDeadLetter, hanako, { jobId: '7' })).rejects.toMatchObject({
      face: { kind: 'not-found' },
    })
  })
})
