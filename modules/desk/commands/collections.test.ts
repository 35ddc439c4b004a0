import { inTransaction, runCommand, runQuery } from '@ennoshita/kernel/server'
import { openTestOffice, type TestOffice } from '@ennoshita/kernel/test'
import { people } from '@ennoshita/people/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { desk } from '../contract.ts'
import { desk as deskModule } from '../module.ts'
import { foundDeskCompany } from './test-company.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice([people, deskModule], { connections: 8 })
})
afterAll(() => office.close())
beforeEach(() => office.clock.set('2026-11-20T09:00:00+09:00'))

type Company = Awaited<ReturnType<typeof foundDeskCompany>>

/** 年末調整の書類, asked of the whole of 営業部, due on Friday 27 November. */
async function yearEndPapers(company: Company, reminderDays?: number[]): Promise<string> {
  const { collectionId } = await runCommand(office, desk.startCollection, company.sato, {
    title: '年末調整の書類',
    explanation: '扶養控除等申告書をお願いします。',
    dueOn: '2026-11-27',
    departmentIds: [company.sales],
    ...(reminderDays ? { reminderDays } : {}),
  })
  return collectionId
}

/** The program's morning on each of these days; how many reminders it made. */
async function mornings(company: Company, days: readonly string[]): Promise<Record<string, number>> {
  const made: Record<string, number> = {}
  for (const day of days) {
    office.clock.set(`${day}T09:05:00+09:00`)
    const { reminderCount } = await runCommand(office, desk.sendDueReminders, company.program, {})
    if (reminderCount > 0) made[day] = reminderCount
  }
  return made
}

const untilMidDecember = [
  ...['20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30'].map((day) => `2026-11-${day}`),
  ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '14'].map((day) => `2026-12-${day}`),
]

describe('a late 年末調整', () => {
  test('is reminded of three times at most, kindly, and received late with thanks', async () => {
    const company = await foundDeskCompany(office)
    const { sato, tanaka, ito, salesHead } = company
    const collectionId = await yearEndPapers(company)
    office.clock.set('2026-11-24T12:00:00+09:00')
    expect(await runCommand(office, desk.answerCollection, tanaka, { collectionId })).toEqual({ isLate: false })
    // 営業部長 brings it on paper on the 30th, after the reminder of that morning; 伊藤 says nothing
    expect(await mornings(company, untilMidDecember.slice(0, 11))).toEqual({ '2026-11-25': 2, '2026-11-30': 2 })
    await runCommand(office, desk.tickCollection, sato, { collectionId, personIds: [salesHead.personId] })
    expect(await mornings(company, untilMidDecember.slice(11))).toEqual({ '2026-12-03': 1 })

    const open = await runQuery(office, desk.collectionDetails, sato, { collectionId, onlyOpen: true })
    expect(open.people.map((person) => [person.name, person.remindersCount])).toEqual([['伊藤', 3]])
    expect(open.reminderDates).toEqual(['2026-11-25', '2026-11-30', '2026-12-03'])
    expect(await runCommand(office, desk.closeCollection, sato, { collectionId })).toEqual({ openCount: 1 })
    office.clock.set('2026-12-16T10:00:00+09:00')
    expect(await runCommand(office, desk.answerCollection, ito, { collectionId })).toEqual({ isLate: true })
    expect((await runQuery(office, desk.collectionDetails, sato, { collectionId })).openCount).toBe(0)

    const told = (await company.story()).filter((line) => !line.includes('今日のお知らせを確かめた'))
    expect(told).toEqual([
      '11/20 09:00 佐藤 回収を始めた（年末調整の書類）',
      '11/24 12:00 田中 回収に答えた（年末調整の書類・田中）',
      expect.stringMatching(/^11\/25 09:05 システム 期日のお知らせを用意した（年末調整の書類・(伊藤|営業部長)）$/),
      expect.stringMatching(/^11\/25 09:05 システム 期日のお知らせを用意した（年末調整の書類・(伊藤|営業部長)）$/),
      expect.stringMatching(/^11\/30 09:05 システム 期日のお知らせを用意した（年末調整の書類・(伊藤|営業部長)）$/),
      expect.stringMatching(/^11\/30 09:05 システム 期日のお知らせを用意した（年末調整の書類・(伊藤|営業部長)）$/),
      '11/30 09:05 佐藤 受け取ったと記した（年末調整の書類・営業部長）',
      '12/03 09:05 システム 期日のお知らせを用意した（年末調整の書類・伊藤）',
      '12/14 09:05 佐藤 回収を締めた（年末調整の書類）',
      '12/16 10:00 伊藤 回収に答えた（年末調整の書類・伊藤）',
    ])
    const stored = await inTransaction(
      office.database.owner,
      (tx) =>
        tx.rows<{
          number: number
          state: string
          n: number
        }>`select number, state, count(*)::int as n from desk.reminder
        where company_id = ${company.companyId} group by number, state order by number`,
    )
    expect(stored).toEqual([
      { number: 1, state: 'to-send', n: 2 },
      { number: 2, state: 'to-send', n: 2 },
      { number: 3, state: 'to-send', n: 1 },
    ])
  })

  test('without reminder days is never reminded of; more than three are refused', async () => {
    const company = await foundDeskCompany(office)
    await yearEndPapers(company, [])
    expect(await mornings(company, untilMidDecember)).toEqual({})
    await expect(yearEndPapers(company, [-3, -1, 1, 3])).rejects.toMatchObject({
      face: { kind: 'bad-input', field: 'reminderDays' },
    })
  })

  test('after days without the program is reminded of once, and twice the same morning makes no second one', async () => {
    const company = await foundDeskCompany(office)
    await yearEndPapers(company)
    expect(await mornings(company, ['2026-12-02', '2026-12-02', '2026-12-03', '2026-12-04'])).toEqual({
      '2026-12-02': 3,
      '2026-12-03': 3,
    })
  })

  test('each reminder is sent once, and the log says so', async () => {
    const company = await foundDeskCompany(office)
    await yearEndPapers(company)
    await mornings(company, ['2026-11-25'])
    const { rows } = await runQuery(office, desk.remindersToSend, company.program, {})
    expect(rows.map((row) => row.subject)).toEqual(Array(3).fill('【縁の下】「年末調整の書類」は11月27日までです'))
    const [first, second] = rows.map((row) => row.reminderId)
    const settle = (reminderId = '', outcome: 'sent' | 'undeliverable' = 'sent') =>
      runCommand(office, desk.settleReminder, company.program, { reminderId, outcome })
    await settle(first)
    await settle(second, 'undeliverable')
    await expect(settle(first)).rejects.toMatchObject({ face: { kind: 'not-found' } })
    expect((await runQuery(office, desk.remindersToSend, company.program, {})).rows).toHaveLength(1)
    expect((await runQuery(office, desk.remindersToSend, company.salesHead, {})).rows).toEqual([])
    expect((await company.story()).slice(-2).map((line) => line.replace(/（.*/, ''))).toEqual([
      '11/25 09:05 システム 期日のお知らせを送った',
      '11/25 09:05 システム 期日のお知らせは届け先がなかった',
    ])
  })

  test('reminders are the program’s alone', async () => {
    const company = await foundDeskCompany(office)
    await expect(runCommand(office, desk.sendDueReminders, company.president, {})).rejects.toMatchObject({
      face: { kind: 'not-allowed' },
    })
  })
})

describe('a collection', () => {
  test('shows each person their own line, and the list only to those who collect', async () => {
    const company = await foundDeskCompany(office)
    const collectionId = await yearEndPapers(company)
    const mine = await runQuery(office, desk.myCollections, company.tanaka, {})
    expect(mine.rows.map((row) => [row.title, row.state])).toEqual([['年末調整の書類', 'open']])
    expect((await runQuery(office, desk.myCollections, company.suzuki, {})).rows).toEqual([])
    await expect(runQuery(office, desk.collectionDetails, company.tanaka, { collectionId })).rejects.toMatchObject({
      face: { kind: 'not-allowed' },
    })
    await expect(runQuery(office, desk.collectionDetails, company.salesHead, { collectionId })).rejects.toMatchObject({
      face: { kind: 'not-found' },
    })
    expect((await runQuery(office, desk.collections, company.chief, {})).rows.map((row) => row.openCount)).toEqual([3])
    await expect(runCommand(office, desk.answerCollection, company.suzuki, { collectionId })).rejects.toMatchObject({
      face: { kind: 'not-found' },
    })
  })

  test('asks for a text or a date where it needs one; a tick can be taken back', async () => {
    const company = await foundDeskCompany(office)
    const { collectionId } = await runCommand(office, desk.startCollection, company.sato, {
      title: '健康診断の希望日',
      answerKind: 'date',
      dueOn: '2026-11-30',
      personIds: [company.tanaka.personId, company.ito.personId],
    })
    await expect(runCommand(office, desk.answerCollection, company.tanaka, { collectionId })).rejects.toMatchObject({
      face: { field: 'on' },
    })
    await runCommand(office, desk.answerCollection, company.tanaka, { collectionId, on: '2026-12-10' })
    const personIds = [company.tanaka.personId, company.ito.personId]
    expect(await runCommand(office, desk.tickCollection, company.sato, { collectionId, personIds })).toEqual({
      receivedCount: 1,
    })
    await expect(
      runCommand(office, desk.tickCollection, company.suzuki, { collectionId, personIds }),
    ).rejects.toMatchObject({ face: { kind: 'conflict', code: 'desk.nothing-open' } })
    await runCommand(office, desk.untickCollection, company.sato, { collectionId, personId: company.ito.personId })
    const { people: asked } = await runQuery(office, desk.collectionDetails, company.sato, { collectionId })
    expect(asked.map((person) => [person.name, person.state, person.answerOn]).sort()).toEqual([
      ['伊藤', 'open', null],
      ['田中', 'answered', '2026-12-10'],
    ])
  })

  test('passes over strangers, and asks nobody of another company', async () => {
    const company = await foundDeskCompany(office)
    const other = await foundDeskCompany(office, '別の会社')
    const asked = { title: '確認', dueOn: '2026-11-30', personIds: [other.tanaka.personId] }
    await expect(runCommand(office, desk.startCollection, company.sato, asked)).rejects.toMatchObject({
      face: { code: 'desk.nobody-asked' },
    })
    const collectionId = await yearEndPapers(company)
    const unseen = { face: { kind: 'not-found' } }
    await expect(runCommand(office, desk.closeCollection, other.sato, { collectionId })).rejects.toMatchObject(unseen)
    await expect(runCommand(office, desk.answerCollection, other.tanaka, { collectionId })).rejects.toMatchObject(
      unseen,
    )
    await expect(runQuery(office, desk.collectionDetails, other.president, { collectionId })).rejects.toMatchObject(
      unseen,
    )
  })

  test('a head does not learn of moves to come by asking the members of a later day', async () => {
    const company = await foundDeskCompany(office)
    const asked = { title: '確認', dueOn: '2026-11-30', departmentIds: [company.sales], membersOn: '2027-04-01' }
    await expect(runCommand(office, desk.startCollection, company.salesHead, asked)).rejects.toMatchObject({
      face: { code: 'desk.members-to-come' },
    })
    expect((await runCommand(office, desk.startCollection, company.sato, asked)).askedCount).toBe(3)
  })
})
