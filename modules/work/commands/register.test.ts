import { programFor, runCommand, runQuery } from '@ennoshita/kernel/server'
import { storyOf, type TestOffice } from '@ennoshita/kernel/test'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { work } from '../contract.ts'
import { foundCompany, hire, openWorkOffice } from './writing/test-staff.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openWorkOffice()
})
afterAll(() => office.close())
beforeEach(() => office.clock.set('2026-11-20T09:00:00+09:00'))

async function company() {
  const { companyId, departments } = await foundCompany(office, ['総務部', '営業部'])
  const affairs = departments.get('総務部') ?? ''
  return {
    companyId,
    affairs,
    program: programFor(companyId),
    sato: await hire(office, companyId, '佐藤 花子', 'clerk', affairs),
    suzuki: await hire(office, companyId, '鈴木 一郎', 'employee', affairs),
    head: await hire(office, companyId, '山本 部長', 'head', affairs),
    salesHead: await hire(office, companyId, '高橋 部長', 'head', departments.get('営業部')),
  }
}

type Company = Awaited<ReturnType<typeof company>>

/** A lease that renews by itself for a year unless notice is given three months before. */
async function lease({ sato, suzuki, affairs }: Company): Promise<string> {
  const { entryId, noticeOn } = await runCommand(office, work.addEntry, sato, {
    sort: 'lease',
    name: 'コピー機リース',
    counterpart: '株式会社青空',
    startsOn: '2026-04-01',
    endsOn: '2027-03-31',
    noticePeriod: '３か月前',
    renews: 'auto',
    renewalMonths: 12,
    responsibleId: sato.personId,
    deputyId: suzuki.personId,
    departmentId: affairs,
    place: 'キャビネットA-3',
  })
  expect(noticeOn).toBe('2026-12-31')
  return entryId
}

const morning = async ({ program }: Company, day: string) => {
  office.clock.set(`${day}T05:20:00+09:00`)
  return runCommand(office, work.raiseRegisterTasks, program, {})
}

describe('期限台帳', () => {
  test('a notice becomes one task, thirty days ahead; after the end the term moves on by itself', async () => {
    const here = await company()
    const entryId = await lease(here)
    expect(await morning(here, '2026-11-30')).toEqual({ raisedCount: 0, renewedCount: 0 })
    expect(await morning(here, '2026-12-01')).toEqual({ raisedCount: 1, renewedCount: 0 })
    expect(await morning(here, '2026-12-02')).toEqual({ raisedCount: 0, renewedCount: 0 })
    const tasks = await runQuery(office, work.taskList, here.sato, { subjectId: entryId })
    expect(tasks.rows.map((task) => [task.title, task.dueOn, task.assigneeName, task.deputyIds])).toEqual([
      [
        '「コピー機リース」（株式会社青空）を続けるか決めて知らせる（通知期限 2026年12月31日）',
        '2026-12-31',
        '佐藤 花子',
        [here.suzuki.personId],
      ],
    ])
    expect(await morning(here, '2027-04-01')).toEqual({ raisedCount: 0, renewedCount: 1 })
    const entry = await runQuery(office, work.entryDetails, here.suzuki, { entryId })
    expect(entry).toMatchObject({
      startsOn: '2027-04-01',
      endsOn: '2028-03-31',
      noticeOn: '2027-12-31',
      nextOn: '2027-12-31',
      nextIs: 'notice',
      daysLeft: 274,
      place: 'キャビネットA-3',
      taskIds: [tasks.rows[0]?.taskId],
    })
    expect(entry.terms.map((term) => [term.startsOn, term.endsOn, term.noticeOn, term.note])).toEqual([
      ['2026-04-01', '2027-03-31', '2026-12-31', '自動更新'],
    ])
    const names = new Map([[here.sato.personId, '佐藤']])
    const told = (await storyOf(office, here.companyId, names)).filter((line) => /台帳|期限|用意/.test(line))
    expect(told).toEqual([
      '11/20 09:00 佐藤 期限台帳に載せた（コピー機リース）',
      '11/30 05:20 システム 期限台帳を確かめた',
      '12/01 05:20 システム 期限台帳を確かめた',
      '12/01 05:20 システム やることが用意された（佐藤 花子・コピー機リース・「コピー機リース」（株式会社青空）を続けるか決めて知らせる（通知期限 2026年12月31日））',
      '12/02 05:20 システム 期限台帳を確かめた',
      '04/01 05:20 システム 期限台帳を確かめた',
      '04/01 05:20 システム 期限を更新した（コピー機リース）',
    ])
  })

  test('車検 is renewed by hand: the term before stays readable, and the next date gets its own task', async () => {
    const here = await company()
    const { entryId } = await runCommand(office, work.addEntry, here.head, {
      sort: 'inspection',
      name: '車検（品川500あ1234）',
      endsOn: '2026-12-06', // a Sunday
      renews: 'by-hand',
      responsibleId: here.suzuki.personId,
      departmentId: here.affairs,
    })
    expect((await morning(here, '2026-11-20')).raisedCount).toBe(1)
    const [task] = (await runQuery(office, work.taskList, here.suzuki, { subjectId: entryId })).rows
    expect(task?.dueOn).toBe('2026-12-04')
    const renew = { entryId, version: 1, endsOn: '2028-12-06', note: '指定工場で受検' }
    await runCommand(office, work.renewEntry, here.sato, renew)
    await expect(runCommand(office, work.renewEntry, here.head, renew)).rejects.toMatchObject({
      face: { kind: 'conflict', code: 'work.changed-meanwhile' },
    })
    expect((await morning(here, '2026-12-07')).raisedCount).toBe(0)
    expect((await morning(here, '2028-11-06')).raisedCount).toBe(1)
    const entry = await runQuery(office, work.entryDetails, here.sato, { entryId })
    expect([entry.startsOn, entry.endsOn, entry.terms[0]?.endsOn, entry.taskIds.length]).toEqual([
      '2026-12-07',
      '2028-12-06',
      '2026-12-06',
      2,
    ])
  })

  test('lists by the next date, with days left, found by kana and within days', async () => {
    const here = await company()
    await lease(here)
    const add = (name: string, endsOn: string | null) =>
      runCommand(office, work.addEntry, here.sato, { sort: 'licence', name, endsOn, departmentId: here.affairs })
    await add('古物商許可', null)
    await add('ショウカキ点検', '2026-11-25')
    const list = async (asked: { withinDays?: number; text?: string }) =>
      (await runQuery(office, work.registerEntries, here.head, asked)).rows.map((row) => [row.name, row.daysLeft])
    expect(await list({})).toEqual([
      ['ショウカキ点検', 5],
      ['コピー機リース', 41],
      ['古物商許可', null],
    ])
    expect(await list({ withinDays: 30 })).toEqual([['ショウカキ点検', 5]])
    expect(await list({ text: 'しょうかき' })).toEqual([['ショウカキ点検', 5]])
    expect(await list({ text: 'あおぞら' })).toEqual([])
  })

  test('ends once, and an ended entry asks for nothing', async () => {
    const here = await company()
    const entryId = await lease(here)
    const end = { entryId, version: 1, endedOn: '2026-11-30', reason: '入替え' }
    expect(await runCommand(office, work.endEntry, here.sato, end)).toEqual({ version: 2 })
    await expect(runCommand(office, work.endEntry, here.sato, { ...end, version: 2 })).rejects.toMatchObject({
      face: { code: 'work.entry-ended' },
    })
    expect(await morning(here, '2026-12-15')).toEqual({ raisedCount: 0, renewedCount: 0 })
    const { rows } = await runQuery(office, work.registerEntries, here.sato, { state: 'ended' })
    expect(rows.map((row) => [row.name, row.nextOn])).toEqual([['コピー機リース', null]])
  })

  test('is read by who answers for it, their head and the clerks; other companies’ ids are not found', async () => {
    const here = await company()
    const other = await company()
    const entryId = await lease(here)
    for (const person of [here.sato, here.suzuki, here.head])
      expect((await runQuery(office, work.entryDetails, person, { entryId })).name).toBe('コピー機リース')
    const unseen = { face: { kind: 'not-found' } }
    for (const person of [here.salesHead, other.sato, other.program])
      await expect(runQuery(office, work.entryDetails, person, { entryId })).rejects.toMatchObject(unseen)
    const foreign = { sort: 'other' as const, name: '他社の人', responsibleId: other.sato.personId }
    await expect(runCommand(office, work.addEntry, here.sato, foreign)).rejects.toMatchObject(unseen)
    const end = { entryId, version: 1, endedOn: '2026-11-30' }
    await expect(runCommand(office, work.endEntry, other.sato, end)).rejects.toMatchObject(unseen)
    await expect(runCommand(office, work.endEntry, here.suzuki, end)).rejects.toMatchObject({
      face: { kind: 'not-allowed' },
    })
  })

  test.each([
    [{ startsOn: '2027-04-01', endsOn: '2027-03-31' }, 'endsOn'],
    [{ endsOn: '2027-03-31', noticeTypedOn: '2027-04-01' }, 'noticeTypedOn'],
    [{ endsOn: '2027-02-30' }, 'endsOn'],
    [{ noticePeriod: 'そのうち' }, 'noticePeriod'],
  ])('refuses %j at its field', async (dates, field) => {
    const { sato } = await company()
    await expect(
      runCommand(office, work.addEntry, sato, { sort: 'contract', name: '業務委託契約', ...dates }),
    ).rejects.toMatchObject({ face: { kind: 'bad-input', field } })
  })
})
