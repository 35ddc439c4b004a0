import { inTransaction, programFor, runCommand, runQuery } from '@ennoshita/kernel/server'
import { storyOf, type TestOffice } from '@ennoshita/kernel/test'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { work } from '../contract.ts'
import { foundCompany, hire, openWorkOffice, type Staff } from './writing/test-staff.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openWorkOffice()
})
afterAll(() => office.close())
beforeEach(() => office.clock.set('2026-11-30T17:00:00+09:00'))

async function company() {
  const { companyId, departments } = await foundCompany(office, ['総務部'])
  const affairs = departments.get('総務部') ?? ''
  const staff = {
    sato: await hire(office, companyId, '佐藤 花子', 'clerk', affairs),
    president: await hire(office, companyId, '中村 社長', 'president', affairs),
    administrator: await hire(office, companyId, '小林 管理', 'administrator', affairs),
    head: await hire(office, companyId, '山本 部長', 'head', affairs),
    clerk: await hire(office, companyId, '鈴木 一郎', 'clerk', affairs),
    employee: await hire(office, companyId, '田中 三郎', 'employee', affairs),
    outsider: await hire(office, companyId, '外部 協力', 'outsider', affairs),
  }
  return { companyId, ...staff, others: Object.values(staff).filter((person) => person !== staff.sato) }
}

const secret = 'ひみつの一行'

/** 佐藤's page of November with the secret line in a part that is sent and another in one that is left out. */
async function draft(sato: Staff): Promise<string> {
  const { reportId } = await runCommand(office, work.draftReport, sato, { month: '2026-11-30' })
  const sections = [
    { key: 'words', heading: 'ひとこと', text: secret },
    { key: 'deeds', heading: 'これもやりました', text: '伏せておく一行', isLeftOut: true },
  ]
  await runCommand(office, work.changeReport, sato, { reportId, version: 1, title: '十一月の縁の下', sections })
  return reportId
}

/** Everything that the person's lists, their log's labels and the search give them, as one text. */
async function allThat(person: Staff): Promise<string> {
  const lists = [work.myReports, work.receivedReports, work.myDeeds, work.thanksReceived] as const
  const answers = []
  for (const list of lists) answers.push(await runQuery(office, list, person, {}))
  const found = await inTransaction(office.database.app, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${person.companyId}, true)`
    return tx.rows`select * from kernel.find_objects(${person.companyId}, '縁の下', ${JSON.stringify(Object.fromEntries(person.grants))}::jsonb,
      ${person.personId}, ${person.departmentIds}::uuid[])`
  })
  return JSON.stringify([answers, found])
}

describe('今月の縁の下', () => {
  test('before it is sent is nobody else’s in any role, by list, id, search or command', async () => {
    const { companyId, sato, others } = await company()
    const reportId = await draft(sato)
    expect(await allThat(sato)).toContain(reportId)
    const unseen = { face: { kind: 'not-found' } }
    for (const person of [...others, programFor(companyId)]) {
      await expect(runQuery(office, work.reportDetails, person, { reportId })).rejects.toMatchObject(unseen)
      const send = { reportId, version: 2, toPersonId: others[0]?.personId ?? '' }
      await expect(runCommand(office, work.sendReport, person, send)).rejects.toMatchObject(unseen)
      await expect(runCommand(office, work.discardReport, person, { reportId })).rejects.toMatchObject(unseen)
      await expect(runCommand(office, work.addCorrection, person, { reportId, text: 'x' })).rejects.toMatchObject(
        unseen,
      )
    }
    for (const person of others) expect(await allThat(person)).not.toContain(reportId)
    const deputy = { ...others[0], onBehalfOf: sato.personId } as Staff // as: a deputy of the writer
    await expect(runQuery(office, work.reportDetails, deputy, { reportId })).rejects.toMatchObject(unseen)
    const log = await inTransaction(
      office.database.owner,
      (tx) =>
        tx.rows`select e.data, l.label from kernel.event e left join kernel.event_object o on o.company_id = e.company_id and o.event_id = e.id
        left join kernel.object_label l on l.company_id = o.company_id and l.object_id = o.object_id where e.company_id = ${companyId}`,
    )
    expect(JSON.stringify(log)).not.toMatch(/ひみつ|十一月の縁の下/)
  })

  test('sent is read by the one it was sent to, without what was left out, and stays as it was read', async () => {
    const { sato, president, others, companyId } = await company()
    const reportId = await draft(sato)
    await expect(
      runCommand(office, work.sendReport, sato, { reportId, version: 1, toPersonId: president.personId }),
    ).rejects.toMatchObject({ face: { kind: 'conflict', field: 'version' } })
    await runCommand(office, work.sendReport, sato, { reportId, version: 2, toPersonId: president.personId })
    const read = await runQuery(office, work.reportDetails, president, { reportId })
    expect(read.author.name).toBe('佐藤 花子')
    expect(read.sections.map((section) => section.text)).toEqual([secret])
    expect((await runQuery(office, work.receivedReports, president, {})).rows.map((row) => row.title)).toEqual([
      '十一月の縁の下',
    ])
    for (const person of others.filter((each) => each !== president)) {
      await expect(runQuery(office, work.reportDetails, person, { reportId })).rejects.toMatchObject({
        face: { kind: 'not-found' },
      })
      expect(await allThat(person)).not.toContain(reportId)
    }
    const change = { reportId, version: 2, title: '書き換え', sections: [] }
    await expect(runCommand(office, work.changeReport, sato, change)).rejects.toMatchObject({
      face: { code: 'work.report-sent' },
    })
    await expect(runCommand(office, work.discardReport, sato, { reportId })).rejects.toMatchObject({
      face: { code: 'work.report-sent' },
    })
    await expect(
      inTransaction(office.database.owner, async (tx) => {
        await tx.run`select set_config('ennoshita.command', 'test', true)`
        await tx.run`update work.report set title = '書き換え' where company_id = ${companyId} and id = ${reportId}`
      }),
    ).rejects.toThrow('stays as it is')
    await runCommand(office, work.addCorrection, sato, { reportId, text: '件数は12件でした。' })
    expect(
      (await runQuery(office, work.reportDetails, president, { reportId })).corrections.map((each) => each.text),
    ).toEqual(['件数は12件でした。'])
    const names = new Map([[sato.personId, '佐藤']])
    expect((await storyOf(office, companyId, names)).filter((line) => line.includes('縁の下'))).toEqual([
      '11/30 17:00 佐藤 今月の縁の下を下書きした（今月の縁の下 2026年11月）',
      '11/30 17:00 佐藤 今月の縁の下を書き直した（今月の縁の下 2026年11月）',
      '11/30 17:00 佐藤 今月の縁の下を送った（中村 社長・今月の縁の下 2026年11月）',
      '11/30 17:00 佐藤 今月の縁の下に書き添えた（今月の縁の下 2026年11月）',
    ])
  })

  test('is drafted from the person’s own month alone', async () => {
    const { sato, head, employee } = await company()
    const { kindId } = await runCommand(office, work.addKind, sato, { name: '源泉所得税の納付' })
    const add = async (title: string, dueOn: string, legalDueOn: string | null, doneAt: string, doer = sato) => {
      office.clock.set('2026-10-25T09:00:00+09:00')
      const { taskId } = await runCommand(office, work.addTask, doer, {
        title,
        dueOn,
        legalDueOn,
        ...(legalDueOn ? { kindId } : {}),
      })
      office.clock.set(doneAt)
      await runCommand(office, work.finishTask, doer, { taskId })
      return taskId
    }
    await add('源泉所得税の納付 10月分', '2026-11-09', '2026-11-10', '2026-11-09T16:00:00+09:00')
    await add('棚の整理', '2026-11-13', null, '2026-11-16T09:00:00+09:00')
    await add('先月の仕事', '2026-10-30', null, '2026-10-30T09:00:00+09:00')
    await add('他人の仕事', '2026-11-13', null, '2026-11-13T09:00:00+09:00', employee)
    const { taskId } = await runCommand(office, work.addTask, head, { title: '備蓄品の点検', dueOn: '2026-12-01' })
    await runCommand(office, work.handOverTask, head, { taskId, toPersonId: sato.personId })
    const occurredAt = '2026-11-05T18:00:00+09:00'
    const { deedId } = await runCommand(office, work.recordDeed, sato, { text: '会議室の電球を替えた', occurredAt })
    await runCommand(office, work.shareDeeds, sato, { deedIds: [deedId], isShared: true })
    await runCommand(office, work.attachThanks, head, { about: { type: 'deed', id: deedId }, text: '明るくなりました' })
    office.clock.set('2026-11-30T17:00:00+09:00')
    const { sections } = await runCommand(office, work.draftReport, sato, { month: '2026-11-01' })
    expect(sections.map((section) => `${section.heading}｜${section.text}`)).toEqual([
      '今月終えた仕事｜・源泉所得税の納付　1件\n・そのほかの仕事　1件',
      '守った期日｜期日のある仕事のうち1件を、期日までに終えました。',
      '何も起きなかったこと｜法律で期限が決まっている手続き1件は、すべて期限内です。\n・源泉所得税の納付 10月分',
      'これもやりました｜・11/5 会議室の電球を替えた',
      'ほかの方から引き受けたこと｜・備蓄品の点検',
      'いただいたありがとう｜・明るくなりました（山本 部長さん）',
      'ひとこと｜',
    ])
  })

  test('is one a month: a second draft is refused until the first is discarded; a month to come is none', async () => {
    const { sato } = await company()
    const { reportId } = await runCommand(office, work.draftReport, sato, { month: '2026-11-01' })
    await expect(runCommand(office, work.draftReport, sato, { month: '2026-11-20' })).rejects.toMatchObject({
      face: { kind: 'conflict', code: 'work.report-there' },
    })
    await runCommand(office, work.discardReport, sato, { reportId })
    await runCommand(office, work.draftReport, sato, { month: '2026-11-20' })
    await expect(runCommand(office, work.draftReport, sato, { month: '2026-12-01' })).rejects.toMatchObject({
      face: { code: 'work.month-to-come' },
    })
  })
})
