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

describe('a telephone message', () => {
  const call = {
    callerCompany: '株式会社青空商事',
    callerName: '山田',
    callerNumber: '03-0000-0000',
    calledAt: '2026-11-20T08:50:00+09:00',
    callBackBy: '2026-11-20T11:00:00+09:00',
    text: '納期の件',
  }

  test('reaches the one called for, who calls back; nobody settles it twice', async () => {
    const company = await foundDeskCompany(office)
    const { ito, tanaka } = company
    const { messageId } = await runCommand(office, desk.takeMessage, ito, { toPersonId: tanaka.personId, ...call })
    office.clock.set('2026-11-20T11:30:00+09:00')
    const open = await runQuery(office, desk.messages, tanaka, {})
    expect(open.rows.map((row) => [row.callerName, row.takenBy?.name, row.isCallBackDue])).toEqual([
      ['山田', '伊藤', true],
    ])
    await runCommand(office, desk.settleMessage, tanaka, { messageId, note: '30日に納品で了承' })
    await expect(runCommand(office, desk.settleMessage, ito, { messageId })).rejects.toMatchObject({
      face: { kind: 'conflict', what: { ja: 'この伝言は田中さんが済みにしています。' } },
    })
    expect((await runQuery(office, desk.messages, tanaka, {})).rows).toEqual([])
    const settled = await runQuery(office, desk.messages, ito, { whose: 'by-me', settled: true })
    expect(settled.rows.map((row) => [row.outcome, row.outcomeNote])).toEqual([['called-back', '30日に納品で了承']])
    expect(await company.story()).toEqual([
      '11/20 08:50 伊藤 伝言を預かった（伝言：株式会社青空商事 山田様・田中）',
      '11/20 11:30 田中 伝言を済みにした（伝言：株式会社青空商事 山田様・田中）',
    ])
  })

  test('is read by the people concerned, their head and the clerks, by nobody else', async () => {
    const company = await foundDeskCompany(office)
    await runCommand(office, desk.takeMessage, company.sato, { toPersonId: company.tanaka.personId, ...call })
    const seen = async (person: typeof company.ito) =>
      (await runQuery(office, desk.messages, person, { whose: 'all' })).rows.length
    expect(await Promise.all([company.tanaka, company.salesHead, company.suzuki, company.president].map(seen))).toEqual(
      [1, 1, 1, 1],
    )
    expect(await Promise.all([company.ito, company.chief].map(seen))).toEqual([0, 0])
    const other = await foundDeskCompany(office, '別の会社')
    expect(await seen(other.president)).toBe(0)
    await expect(
      runCommand(office, desk.takeMessage, other.ito, { toPersonId: company.tanaka.personId, ...call }),
    ).rejects.toMatchObject({ face: { kind: 'not-found', field: 'toPersonId' } })
  })

  test('settled by two at once is settled once; the other reads by whom', async () => {
    const company = await foundDeskCompany(office)
    const { ito, tanaka } = company
    const { messageId } = await runCommand(office, desk.takeMessage, ito, { toPersonId: tanaka.personId, ...call })
    const outcomes = await Promise.allSettled(
      [ito, tanaka].map((person) => runCommand(office, desk.settleMessage, person, { messageId })),
    )
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.face.what.ja] : []))
    const settler = outcomes[0]?.status === 'fulfilled' ? '伊藤' : '田中'
    expect(refused).toEqual([`この伝言は${settler}さんが済みにしています。`])
  })

  test('names a caller somehow', async () => {
    const company = await foundDeskCompany(office)
    await expect(
      runCommand(office, desk.takeMessage, company.ito, { toPersonId: company.tanaka.personId, text: '折り返し' }),
    ).rejects.toMatchObject({ face: { kind: 'bad-input', field: 'callerName' } })
  })
})

describe('a notice from behind the counter', () => {
  const notice = {
    title: '経費の締めは25日です',
    body: '26日以降の分は翌月になります。',
    reason: '振込データを27日の朝に銀行へ送るため、その前に確認の2営業日が要ります。',
  }

  test('says why; each reader sees their own mark only, and reads it anew when it changes', async () => {
    const company = await foundDeskCompany(office)
    const { sato, tanaka, ito } = company
    const { noticeId } = await runCommand(office, desk.publishNotice, sato, notice)
    await runCommand(office, desk.readNotice, tanaka, { noticeId })
    const marks = async (person: typeof ito) =>
      (await runQuery(office, desk.notices, person, {})).rows.map((row) => [row.departmentName, row.isRead])
    expect(await marks(tanaka)).toEqual([['経理部', true]])
    expect(await marks(ito)).toEqual([['経理部', false]])
    expect(await marks(sato)).toEqual([['経理部', false]])
    const change = { noticeId, version: 1, ...notice, title: '経費の締めは24日です' }
    await runCommand(office, desk.changeNotice, company.chief, change)
    await expect(runCommand(office, desk.changeNotice, sato, change)).rejects.toMatchObject({
      face: { kind: 'conflict', code: 'desk.notice-changed-meanwhile' },
    })
    expect(await marks(tanaka)).toEqual([['経理部', false]])
    await expect(runCommand(office, desk.withdrawNotice, company.salesHead, { noticeId })).rejects.toMatchObject({
      face: { kind: 'not-found' },
    })
    await runCommand(office, desk.withdrawNotice, sato, { noticeId })
    expect(await marks(tanaka)).toEqual([])
    expect(await company.story()).toEqual([
      '11/20 09:00 佐藤 裏方からのお知らせを出した（経費の締めは24日です）',
      '11/20 09:00 田中 お知らせを読んだ（田中）',
      '11/20 09:00 経理部長 お知らせを直した（経費の締めは24日です）',
      '11/20 09:00 佐藤 お知らせを下げた（経費の締めは24日です）',
    ])
  })

  test('has no history of its readers', async () => {
    const company = await foundDeskCompany(office)
    const { noticeId } = await runCommand(office, desk.publishNotice, company.sato, notice)
    await runCommand(office, desk.readNotice, company.tanaka, { noticeId })
    const history = await inTransaction(
      office.database.owner,
      (tx) =>
        tx.rows<{
          activity: string
        }>`select e.activity from kernel.event e join kernel.event_object o on o.company_id = e.company_id and o.event_id = e.id
        where o.company_id = ${company.companyId} and o.object_id = ${noticeId}`,
    )
    expect(history).toEqual([{ activity: 'desk.notice-published' }])
  })

  test('is shown in its days only', async () => {
    const company = await foundDeskCompany(office)
    const days = { shownFrom: '2026-12-01', shownUntil: '2026-12-10' }
    await runCommand(office, desk.publishNotice, company.chief, { ...notice, ...days })
    const shownOn = async (day: string) => {
      office.clock.set(`${day}T09:00:00+09:00`)
      return (await runQuery(office, desk.notices, company.ito, {})).rows.length
    }
    expect([await shownOn('2026-11-30'), await shownOn('2026-12-01'), await shownOn('2026-12-10')]).toEqual([0, 1, 1])
    expect(await shownOn('2026-12-11')).toBe(0)
    await expect(
      runCommand(office, desk.publishNotice, company.sato, {
        ...notice,
        shownFrom: '2026-12-10',
        shownUntil: '2026-12-01',
      }),
    ).rejects.toMatchObject({ face: { field: 'shownUntil' } })
    await expect(
      runCommand(office, desk.publishNotice, company.salesHead, { ...notice, departmentId: company.accounting }),
    ).rejects.toMatchObject({ face: { code: 'desk.other-department' } })
  })
})
