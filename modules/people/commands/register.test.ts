import { inTransaction, runCommand, runQuery, type Scope } from '@ennoshita/kernel/server'
import { openTestOffice, presetGrants, storyOf, type TestOffice, testCompany } from '@ennoshita/kernel/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people } from '../contract.ts'
import { calendarOf, enterFirstPerson, people as peopleModule } from '../module.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice([peopleModule], { at: '2026-11-20T09:00:00+09:00' })
})
afterAll(() => office.close())

async function founded(name?: string) {
  const companyId = await testCompany(office, name)
  const { personId } = await inTransaction(office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.command', 'test', true)`
    return enterFirstPerson(tx, {
      companyId,
      fromOn: '2020-04-01',
      roles: ['administrator'],
      person: { familyName: '縁下', givenName: '花子' },
      profile: { corporateNumber: '7000012050002' },
    })
  })
  const actor = {
    companyId,
    personId,
    kind: 'human',
    departmentIds: [],
    grants: presetGrants(office, 'administrator'),
  } as const
  const department = await runCommand(office, people.addDepartment, actor, { name: '総務部', fromOn: '2020-04-01' })
  return { companyId, actor, departmentId: department.departmentId }
}

const takasaki = {
  familyName: '髙﨑',
  givenName: '真一',
  familyKana: 'ﾀｶｻｷ',
  givenKana: 'しんいち',
  formerFamilyName: '山口',
  employeeNumber: '001',
  email: 'takasaki@example.jp',
  joinedOn: '2021-04-01',
}

describe('人の登録', () => {
  test('keeps 髙﨑 and 001 as written, and finds them however typed', async () => {
    const { actor, departmentId } = await founded()
    await runCommand(office, people.addPerson, actor, { ...takasaki, assignment: { departmentId } })
    for (const search of ['髙﨑', '高崎', 'たかさき', 'ﾀｶｻｷ', 'タカサキシン', '山口', '001', 'TAKASAKI']) {
      const { people: found } = await runQuery(office, people.peopleList, actor, { search })
      expect(found.map((each) => each.displayName)).toEqual(['髙﨑 真一'])
    }
    const { people: found } = await runQuery(office, people.peopleList, actor, { search: '髙﨑', departmentId })
    expect(found[0]).toMatchObject({
      kana: 'タカサキ シンイチ',
      register: { employeeNumber: '001', formerFamilyName: '山口', joinedOn: '2021-04-01', leftOn: null },
      placements: [{ departmentPath: '総務部', postName: null, main: true, fromOn: '2021-04-01' }],
    })
    expect((await runQuery(office, people.peopleList, actor, { search: '100%' })).total).toBe(0)
  })

  test('an employee number names one person', async () => {
    const { actor } = await founded()
    await runCommand(office, people.addPerson, actor, takasaki)
    await expect(
      runCommand(office, people.addPerson, actor, { familyName: '鈴木', employeeNumber: '001' }),
    ).rejects.toMatchObject({
      face: { field: 'employeeNumber', what: { ja: '社員番号「001」は、髙﨑 真一さんに使われています。' } },
    })
  })

  test('someone who joined before the department was entered stands in it from its first day', async () => {
    const { actor, departmentId } = await founded()
    const assignment = { departmentId }
    const { personId } = await runCommand(office, people.addPerson, actor, {
      ...takasaki,
      joinedOn: '1998-04-01',
      assignment,
    })
    const { placements } = await runQuery(office, people.personDetails, actor, { personId })
    expect(placements).toMatchObject([{ departmentPath: '総務部', fromOn: '2020-04-01' }])
  })

  test('the same number given twice at once goes to one person', async () => {
    const { actor } = await founded()
    const outcomes = await Promise.allSettled(
      ['鈴木', '田中', '伊藤'].map((familyName) =>
        runCommand(office, people.addPerson, actor, { familyName, employeeNumber: '7' }),
      ),
    )
    expect(outcomes.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(outcomes.find((each) => each.status === 'rejected')).toMatchObject({
      reason: { face: { code: 'people.number-taken' } },
    })
  })

  test('two administrators edit one person: the second is told who was first', async () => {
    const { actor } = await founded()
    const { personId } = await runCommand(office, people.addPerson, actor, takasaki)
    await runCommand(office, people.changePerson, actor, { personId, version: 1, familyName: '佐々木' })
    await expect(
      runCommand(office, people.changePerson, actor, { personId, version: 1, phone: '内線 12' }),
    ).rejects.toMatchObject({
      face: {
        kind: 'conflict',
        what: {
          ja: '画面を開いている間に、縁下 花子さんが人を変更しました（2026-11-20 09:00）。何も変更していません。',
        },
      },
    })
    expect(await runQuery(office, people.personDetails, actor, { personId })).toMatchObject({
      displayName: '佐々木 真一',
      phone: '',
      version: 2,
    })
  })

  test('leaving ends membership and assignments, can be taken back, and later the name is erased', async () => {
    const { actor, companyId, departmentId } = await founded()
    const { personId } = await runCommand(office, people.addPerson, actor, {
      ...takasaki,
      assignment: { departmentId },
    })
    const leave = (version: number) =>
      runCommand(office, people.recordLeaving, actor, { personId, version, leftOn: '2026-10-31' })
    expect(await leave(1)).toEqual({ version: 2, endedAssignments: 1, cancelledAssignments: 0 })
    expect(await runQuery(office, people.personDetails, actor, { personId })).toMatchObject({
      placements: [],
      membership: { untilOn: '2026-10-31' },
    })
    await runCommand(office, people.restorePerson, actor, { personId, version: 2 })
    expect(await runQuery(office, people.personDetails, actor, { personId })).toMatchObject({
      placements: [{ departmentPath: '総務部', untilOn: null }],
      membership: { untilOn: null },
    })
    await expect(runCommand(office, people.eraseName, actor, { personId, version: 3 })).rejects.toMatchObject({
      face: { code: 'people.not-left' },
    })
    await leave(3)
    await runCommand(office, people.eraseName, actor, { personId, version: 4 })
    expect((await storyOf(office, companyId)).slice(1)).toEqual([
      '11/20 09:00 人 人を登録した（総務部・（氏名は消去済み））',
      '11/20 09:00 人 退職を登録した（（氏名は消去済み））',
      '11/20 09:00 人 退職を取り消した（（氏名は消去済み））',
      '11/20 09:00 人 退職を登録した（（氏名は消去済み））',
      '11/20 09:00 人 個人情報を消した（（氏名は消去済み））',
    ])
    const left = await inTransaction(office.database.owner, async (tx) => {
      const rows = await tx.rows<{ all: string }>`
        select to_jsonb(p)::text as all from people.person p where company_id = ${companyId}
        union all select to_jsonb(l)::text from kernel.object_label l where company_id = ${companyId}
        union all select to_jsonb(e)::text from kernel.event e where company_id = ${companyId}
        union all select to_jsonb(c)::text from kernel.command c where company_id = ${companyId}`
      return rows.map((row) => row.all).join('\n')
    })
    expect(left).not.toMatch(/髙﨑|真一|タカサキ|山口|takasaki/)
    expect(left).toContain('縁下')
  })

  test('the only administrator neither leaves nor gives the role away', async () => {
    const { actor } = await founded()
    await expect(
      runCommand(office, people.recordLeaving, actor, { personId: actor.personId, version: 1, leftOn: '2026-12-31' }),
    ).rejects.toMatchObject({ face: { code: 'people.last-administrator' } })
    const { personId } = await runCommand(office, people.addPerson, actor, takasaki)
    const give = { personId, roles: ['administrator', 'clerk'], was: ['employee'] }
    await runCommand(office, people.setRoles, actor, give)
    await expect(runCommand(office, people.setRoles, actor, { ...give, roles: ['employee'] })).rejects.toMatchObject({
      face: { code: 'people.changed-meanwhile' },
    })
    await runCommand(office, people.recordLeaving, actor, {
      personId: actor.personId,
      version: 1,
      leftOn: '2026-12-31',
    })
  })
})

describe('who sees what', () => {
  test('employees see the directory; numbers and dates only of themselves', async () => {
    const { actor, departmentId } = await founded()
    const own = await runCommand(office, people.addPerson, actor, { ...takasaki, assignment: { departmentId } })
    const other = await runCommand(office, people.addPerson, actor, { familyName: '鈴木', employeeNumber: '002' })
    const employee = { ...actor, personId: own.personId, grants: presetGrants(office, 'employee') }
    const { people: seen } = await runQuery(office, people.peopleList, employee, { includeLeavers: true })
    expect(seen.map((each) => [each.displayName, each.register?.employeeNumber ?? null])).toEqual([
      ['縁下 花子', null],
      ['鈴木', null],
      ['髙﨑 真一', '001'],
    ])
    expect((await runQuery(office, people.peopleList, employee, { search: '002' })).total).toBe(0)
    expect(await runQuery(office, people.personDetails, employee, { personId: other.personId })).toMatchObject({
      register: null,
      membership: null,
      history: null,
    })
    await expect(runQuery(office, people.peopleExports, employee, {})).rejects.toMatchObject({
      face: { kind: 'not-allowed' },
    })
    const outsider = { ...employee, grants: presetGrants(office, 'outsider') }
    await expect(runQuery(office, people.peopleList, outsider, {})).rejects.toMatchObject({
      face: { kind: 'not-allowed' },
    })
    expect(await runQuery(office, people.myProfile, outsider, {})).toMatchObject({ displayName: '髙﨑 真一' })
  })

  test('a keeper of one department keeps its people and no others', async () => {
    const { actor, departmentId } = await founded()
    const { departmentId: elsewhere } = await runCommand(office, people.addDepartment, actor, {
      name: '工場',
      fromOn: '2020-04-01',
    })
    const near = await runCommand(office, people.addPerson, actor, { ...takasaki, assignment: { departmentId } })
    const far = await runCommand(office, people.addPerson, actor, {
      familyName: '鈴木',
      assignment: { departmentId: elsewhere },
    })
    const grants = new Map<string, Scope>([['people.keep-register', 'department']])
    const keeper = { ...actor, departmentIds: [departmentId], grants }
    const ring = (personId: string) =>
      runCommand(office, people.changePerson, keeper, { personId, version: 1, phone: '内線 12' })
    await ring(near.personId)
    await expect(ring(far.personId)).rejects.toMatchObject({ face: { kind: 'not-found' } })
    const add = (to: string) =>
      runCommand(office, people.addPerson, keeper, { familyName: '田中', assignment: { departmentId: to } })
    await add(departmentId)
    await expect(add(elsewhere)).rejects.toMatchObject({ face: { kind: 'not-found', field: 'departmentId' } })
    await expect(runCommand(office, people.addPerson, keeper, { familyName: '田中' })).rejects.toMatchObject({
      face: { code: 'people.department-needed' },
    })
  })

  test('ids of another company read as not found', async () => {
    const mine = await founded()
    const theirs = await founded('別の会社')
    const { personId } = await runCommand(office, people.addPerson, theirs.actor, takasaki)
    const asked = { personId, version: 1 }
    const notFound = { face: { kind: 'not-found' } }
    await expect(runQuery(office, people.personDetails, mine.actor, { personId })).rejects.toMatchObject(notFound)
    await expect(runCommand(office, people.changePerson, mine.actor, { ...asked, phone: '1' })).rejects.toMatchObject(
      notFound,
    )
    await expect(runCommand(office, people.eraseName, mine.actor, asked)).rejects.toMatchObject(notFound)
    await expect(
      runCommand(office, people.assignPerson, mine.actor, {
        personId: mine.actor.personId,
        departmentId: theirs.departmentId,
        fromOn: '2026-12-01',
      }),
    ).rejects.toMatchObject(notFound)
    await expect(
      runCommand(office, people.changeDepartment, mine.actor, {
        departmentId: theirs.departmentId,
        version: 1,
        fromOn: '2026-12-01',
        name: '奪取',
      }),
    ).rejects.toMatchObject(notFound)
    await expect(
      runCommand(office, people.addDepartment, mine.actor, {
        name: '課',
        parentId: theirs.departmentId,
        fromOn: '2026-12-01',
      }),
    ).rejects.toMatchObject(notFound)
    expect((await runQuery(office, people.peopleList, mine.actor, {})).total).toBe(1)
  })
})

describe('the views that other modules read', () => {
  const readAs = (companyId: string | undefined, asked: string) =>
    inTransaction(office.database.app, async (tx) => {
      if (companyId) await tx.run`select set_config('ennoshita.company', ${companyId}, true)`
      const [names, placements, departments, calendars] = await Promise.all([
        tx.rows<{ name: string }>`select display_name as name from people.person_name order by kana`,
        tx.rows<{ main: boolean }>`select main from people.placement`,
        tx.rows<{ path: string }>`select path from people.department_on(${asked}, '2026-11-20')`,
        tx.rows<{
          name: string
        }>`select n.name from people.company n join people.calendar c on c.company_id = n.company_id`,
      ])
      return [names, placements, departments, calendars].map((rows) => rows.length)
    })

  test('show the own company and nothing of another', async () => {
    const { actor, companyId, departmentId } = await founded()
    await runCommand(office, people.addPerson, actor, { ...takasaki, assignment: { departmentId } })
    const empty = await testCompany(office, '別の会社')
    expect(await readAs(companyId, companyId)).toEqual([2, 1, 1, 1])
    expect(await readAs(empty, companyId)).toEqual([0, 0, 0, 1])
    expect(await readAs(undefined, companyId)).toEqual([0, 0, 0, 0])
  })
})

describe('会社の情報', () => {
  test('profile with numbers as typed, in the order of a Japanese address', async () => {
    const { actor } = await founded()
    const set = (change: object) => runCommand(office, people.setCompanyProfile, actor, { version: 1, ...change })
    await expect(set({ corporateNumber: '1234567890123' })).rejects.toMatchObject({
      face: { field: 'corporateNumber' },
    })
    await set({
      name: '株式会社縁の下',
      registrationNumber: 'Ｔ７０００012050002',
      postalCode: '〒100-8978',
      prefecture: '東京都',
      city: '千代田区',
      street: '霞が関3-1-1',
      building: '本館2階',
      fiscalYearMonth: 10,
    })
    await expect(set({ phone: '03-0000-0000' })).rejects.toMatchObject({ face: { kind: 'conflict' } })
    expect(await runQuery(office, people.companyProfiles, actor, {})).toMatchObject([
      {
        name: '株式会社縁の下',
        corporateNumber: '7000012050002',
        registrationNumber: 'T7000012050002',
        postalCode: '1008978',
        address: '東京都千代田区霞が関3-1-1 本館2階',
        fiscalYearMonth: 10,
        rounding: 'floor',
        weeklyRest: ['sun', 'sat'],
        version: 2,
      },
    ])
  })

  test('closures and extra working days with their reasons', async () => {
    const { actor, companyId } = await founded()
    const set = (on: string, kind: 'closed' | 'open', reason: string, untilOn = on) =>
      runCommand(office, people.setCalendarDay, actor, { on, untilOn, kind, reason })
    expect(await set('2026-12-28', 'closed', '年末休業', '2026-12-31')).toEqual({ days: 4 })
    await set('2026-12-26', 'open', '大掃除')
    await expect(set('2026-12-30', 'open', '当番')).rejects.toMatchObject({
      face: { what: { ja: '2026年12月30日には、すでに休業日として「年末休業」が登録されています。' } },
    })
    await runCommand(office, people.clearCalendarDay, actor, { on: '2026-12-28' })
    const days = await runQuery(office, people.calendarDays, actor, { fromOn: '2026-12-25', untilOn: '2026-12-31' })
    expect(
      days.map(
        (day) => `${day.on.slice(5)} ${day.open ? '営業' : '休み'} ${day.name} 銀行${day.bankOpen ? '営業' : '休み'}`,
      ),
    ).toEqual([
      '12-25 営業  銀行営業',
      '12-26 営業 大掃除 銀行休み',
      '12-27 休み  銀行休み',
      '12-28 営業  銀行営業',
      '12-29 休み 年末休業 銀行営業',
      '12-30 休み 年末休業 銀行営業',
      '12-31 休み 年末休業 銀行休み',
    ])
    expect(await inTransaction(office.database.owner, (tx) => calendarOf(tx, companyId))).toEqual({
      weeklyRest: ['sun', 'sat'],
      closedOnHolidays: true,
      extraClosed: ['2026-12-29', '2026-12-30', '2026-12-31'],
      extraOpen: ['2026-12-26'],
    })
  })
})
