import { inTransaction, runCommand, runQuery, sql } from '@ennoshita/kernel/server'
import { openTestOffice, presetGrants, storyOf, type TestOffice, testCompany } from '@ennoshita/kernel/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people } from '../contract.ts'
import { departmentsOf, enterFirstPerson, people as peopleModule } from '../module.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice([peopleModule], { at: '2027-03-10T09:00:00+09:00', connections: 8 })
})
afterAll(() => office.close())

/** A company with its administrator 縁下 花子, a 営業部 with 部長 and 主任, and a 企画部, all since 2020. */
async function founded() {
  const companyId = await testCompany(office)
  const { personId } = await inTransaction(office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.command', 'test', true)`
    return enterFirstPerson(tx, {
      companyId,
      fromOn: '2020-04-01',
      roles: ['administrator'],
      person: { familyName: '縁下', givenName: '花子', familyKana: 'ｴﾝﾉｼﾀ', givenKana: 'はなこ' },
    })
  })
  const actor = {
    companyId,
    personId,
    kind: 'human',
    departmentIds: [],
    grants: presetGrants(office, 'administrator'),
  } as const
  const since = '2020-04-01'
  const sales = await runCommand(office, people.addDepartment, actor, { name: '営業部', fromOn: since })
  const planning = await runCommand(office, people.addDepartment, actor, { name: '企画部', fromOn: since })
  const chief = await runCommand(office, people.addPost, actor, { name: '部長', heads: true, rank: 1, fromOn: since })
  const leader = await runCommand(office, people.addPost, actor, { name: '主任', rank: 5, fromOn: since })
  return { companyId, actor, sales, planning, chief: chief.postId, leader: leader.postId }
}
type Founded = Awaited<ReturnType<typeof founded>>

function join({ actor }: Founded, familyName: string, givenName: string, departmentId?: string, postId?: string) {
  return runCommand(office, people.addPerson, actor, {
    familyName,
    givenName,
    joinedOn: '2021-04-01',
    ...(departmentId ? { assignment: { departmentId, postId: postId ?? null } } : {}),
  })
}

async function chartOn({ actor }: Founded, on: string): Promise<string[]> {
  const chart = await runQuery(office, people.organisationChart, actor, { on })
  return [
    ...chart.departments.map(
      (each) =>
        `${each.path}: ${each.members.map((one) => `${one.displayName}${one.postName ?? ''}${one.main ? '' : '（兼）'}`).join('、')}`,
    ),
    `所属なし: ${chart.unplaced.map((one) => one.displayName).join('、')}`,
  ]
}

describe('組織の一年', () => {
  test('founded, departments, 兼務, a reorganisation on 4/1 entered in March, a leaving', async () => {
    const company = await founded()
    const { actor, sales, planning, chief, leader } = company
    const sato = await join(company, '佐藤', '健', sales.departmentId, chief)
    const suzuki = await join(company, '鈴木', '愛', sales.departmentId)
    await runCommand(office, people.assignPerson, actor, {
      personId: suzuki.personId,
      departmentId: planning.departmentId,
      postId: leader,
      fromOn: '2026-10-01',
    })
    await runCommand(office, people.changeDepartment, actor, {
      departmentId: sales.departmentId,
      version: 1,
      fromOn: '2027-04-01',
      name: '営業本部',
    })
    const first = await runCommand(office, people.addDepartment, actor, {
      name: '第一営業部',
      parentId: sales.departmentId,
      fromOn: '2027-04-01',
    })
    await runCommand(office, people.movePerson, actor, {
      personId: suzuki.personId,
      departmentId: first.departmentId,
      postId: chief,
      on: '2027-04-01',
    })

    expect(await chartOn(company, '2027-03-31')).toEqual([
      '営業部: 佐藤 健部長、鈴木 愛',
      '企画部: 鈴木 愛主任（兼）',
      '所属なし: 縁下 花子',
    ])
    expect(await chartOn(company, '2027-04-01')).toEqual([
      '営業本部: 佐藤 健部長',
      '営業本部 / 第一営業部: 鈴木 愛部長',
      '企画部: 鈴木 愛主任（兼）',
      '所属なし: 縁下 花子',
    ])

    await runCommand(office, people.recordLeaving, actor, {
      personId: suzuki.personId,
      version: suzuki.version,
      leftOn: '2027-06-30',
    })
    expect((await chartOn(company, '2027-06-30'))[1]).toBe('営業本部 / 第一営業部: 鈴木 愛部長')
    expect((await chartOn(company, '2027-07-01'))[1]).toBe('営業本部 / 第一営業部: ')
    expect(await storyOf(office, company.companyId, new Map([[actor.personId, '花子']]))).toEqual([
      '03/10 09:00 花子 部署を設けた（営業本部）',
      '03/10 09:00 花子 部署を設けた（企画部）',
      '03/10 09:00 花子 役職を設けた',
      '03/10 09:00 花子 役職を設けた',
      '03/10 09:00 花子 人を登録した（営業本部・佐藤 健）',
      '03/10 09:00 花子 人を登録した（営業本部・鈴木 愛）',
      '03/10 09:00 花子 所属・兼務を加えた（企画部・鈴木 愛）',
      '03/10 09:00 花子 部署を変えた（営業本部）',
      '03/10 09:00 花子 部署を設けた（第一営業部）',
      '03/10 09:00 花子 異動を登録した（営業本部・第一営業部・鈴木 愛）',
      '03/10 09:00 花子 退職を登録した（鈴木 愛）',
    ])
    expect(sato.version).toBe(1)
  })

  test('departments of a person: their own, and all below the one they head', async () => {
    const company = await founded()
    const { actor, companyId, sales, planning, chief } = company
    const below = await runCommand(office, people.addDepartment, actor, {
      name: '営業一課',
      parentId: sales.departmentId,
      fromOn: '2020-04-01',
    })
    const head = await join(company, '佐藤', '健', sales.departmentId, chief)
    const member = await join(company, '鈴木', '愛', sales.departmentId)
    await runCommand(office, people.assignPerson, actor, {
      personId: head.personId,
      departmentId: planning.departmentId,
      fromOn: '2027-04-01',
    })
    const of = (personId: string, on: string) =>
      inTransaction(office.database.owner, async (tx) => {
        const asked = departmentsOf(sql`${companyId}::uuid`, sql`${personId}::uuid`, sql`${on}::date`)
        return (await tx.row<{ ids: string[] }>`select ${asked} as ids`)?.ids.sort()
      })
    expect(await of(head.personId, '2027-03-31')).toEqual([sales.departmentId, below.departmentId].sort())
    expect(await of(head.personId, '2027-04-01')).toEqual(
      [planning.departmentId, sales.departmentId, below.departmentId].sort(),
    )
    expect(await of(member.personId, '2027-04-01')).toEqual([sales.departmentId])
  })

  test('a move entered ahead is not for everyone before its day', async () => {
    const company = await founded()
    const { actor, sales, planning } = company
    const suzuki = await join(company, '鈴木', '愛', sales.departmentId)
    await runCommand(office, people.movePerson, actor, {
      personId: suzuki.personId,
      departmentId: planning.departmentId,
      on: '2027-04-01',
    })
    const employee = { ...actor, personId: suzuki.personId, grants: presetGrants(office, 'employee') }
    await expect(runQuery(office, people.organisationChart, employee, { on: '2027-04-01' })).rejects.toMatchObject({
      face: { code: 'people.plans' },
    })
    const own = await runQuery(office, people.myProfile, employee, {})
    expect(own.history?.map((each) => [each.departmentPath, each.untilOn])).toEqual([['営業部', null]])
    const keeper = await runQuery(office, people.personDetails, actor, { personId: suzuki.personId })
    expect(keeper.history?.map((each) => [each.departmentPath, each.untilOn])).toEqual([
      ['営業部', '2027-03-31'],
      ['企画部', null],
    ])
  })

  test('a move that does not come is taken back, and the person stays where they were', async () => {
    const company = await founded()
    const { actor, sales, planning } = company
    const suzuki = await join(company, '鈴木', '愛', sales.departmentId)
    const move = { personId: suzuki.personId, departmentId: planning.departmentId, on: '2027-04-01' }
    const { assignmentId } = await runCommand(office, people.movePerson, actor, move)
    await expect(runCommand(office, people.movePerson, actor, move)).rejects.toMatchObject({
      face: { code: 'people.moved-already', what: { ja: '2027年4月1日からの本務が、すでに登録されています。' } },
    })
    await runCommand(office, people.cancelAssignment, actor, { assignmentId })
    expect(await chartOn(company, '2027-04-01')).toEqual(['営業部: 鈴木 愛', '企画部: ', '所属なし: 縁下 花子'])
  })
})

describe('what cannot stand is refused', () => {
  test('a department below its own child', async () => {
    const company = await founded()
    const { actor, sales } = company
    const below = await runCommand(office, people.addDepartment, actor, {
      name: '営業一課',
      parentId: sales.departmentId,
      fromOn: '2027-04-01',
    })
    await expect(
      runCommand(office, people.changeDepartment, actor, {
        departmentId: sales.departmentId,
        version: 1,
        fromOn: '2027-04-01',
        parentId: below.departmentId,
      }),
    ).rejects.toMatchObject({ face: { code: 'people.department-circle', field: 'parentId' } })
    expect((await chartOn(company, '2027-04-01'))[0]).toBe('営業部: ')
  })

  test('two changes at once that are right alone but a circle together', async () => {
    const company = await founded()
    const { actor, sales, planning } = company
    const below = (departmentId: string, parentId: string) =>
      runCommand(office, people.changeDepartment, actor, { departmentId, version: 1, fromOn: '2027-04-01', parentId })
    const outcomes = await Promise.allSettled([
      below(sales.departmentId, planning.departmentId),
      below(planning.departmentId, sales.departmentId),
    ])
    expect(outcomes.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((each) => each.status === 'rejected')).toMatchObject({
      reason: { face: { code: 'people.department-circle' } },
    })
  })

  test('兼務で互いに上司になる所属', async () => {
    const company = await founded()
    const { actor, sales, planning, chief } = company
    const sato = await join(company, '佐藤', '健', sales.departmentId, chief)
    const suzuki = await join(company, '鈴木', '愛', planning.departmentId, chief)
    await runCommand(office, people.assignPerson, actor, {
      personId: sato.personId,
      departmentId: planning.departmentId,
      fromOn: '2027-04-01',
    })
    await expect(
      runCommand(office, people.assignPerson, actor, {
        personId: suzuki.personId,
        departmentId: sales.departmentId,
        fromOn: '2027-07-01',
      }),
    ).rejects.toMatchObject({
      face: {
        code: 'people.head-circle',
        what: { ja: expect.stringContaining('2027年7月1日の時点で、兼務により上司と部下が輪になります') },
      },
    })
  })

  test('closing a department that still holds people', async () => {
    const company = await founded()
    const { actor, sales } = company
    await join(company, '佐藤', '健', sales.departmentId)
    const close = { departmentId: sales.departmentId, version: 1, untilOn: '2027-03-31' }
    await expect(runCommand(office, people.closeDepartment, actor, close)).rejects.toMatchObject({
      face: { what: { ja: '2027年3月31日より後も、下の部署が0、所属する人が1名います。' } },
    })
  })

  test('an older version of a department', async () => {
    const { actor, sales } = await founded()
    const rename = (name: string) =>
      runCommand(office, people.changeDepartment, actor, {
        departmentId: sales.departmentId,
        version: 1,
        fromOn: '2027-04-01',
        name,
      })
    await rename('営業本部')
    await expect(rename('販売部')).rejects.toMatchObject({
      face: { kind: 'conflict', what: { ja: expect.stringContaining('縁下 花子さんが部署を変更しました') } },
    })
  })
})
