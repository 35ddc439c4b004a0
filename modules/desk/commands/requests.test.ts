import { runCommand, runQuery } from '@ennoshita/kernel/server'
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
beforeEach(() => office.clock.set('2026-11-20T09:00:00+09:00')) // Friday

type Company = Awaited<ReturnType<typeof foundDeskCompany>>

async function askedBy(company: Company, title = '請求書の宛名を直したい'): Promise<string> {
  const input = { templateId: company.templateOf('accounting-question'), title, body: '部署名が入ります。' }
  return (await runCommand(office, desk.submitRequest, company.tanaka, input)).requestId
}

describe('a request from 営業', () => {
  test('is taken, asked back, promised, promised anew with a reason, answered, asked again and closed', async () => {
    const company = await foundDeskCompany(office)
    const { tanaka, sato } = company
    const requestId = await askedBy(company)
    office.clock.set('2026-11-20T10:00:00+09:00')
    await runCommand(office, desk.takeRequest, sato, { requestId })
    await runCommand(office, desk.askBack, sato, { requestId, text: '請求書の番号を教えてください。' })
    office.clock.set('2026-11-24T09:30:00+09:00')
    await runCommand(office, desk.replyRequest, tanaka, { requestId, text: 'INV-0042です。' })
    await runCommand(office, desk.promiseDate, sato, { requestId, promisedOn: '2026-11-25' })
    await expect(
      runCommand(office, desk.promiseDate, sato, { requestId, promisedOn: '2026-11-26' }),
    ).rejects.toMatchObject({ face: { code: 'desk.reason-needed', field: 'reason' } })
    const anew = { requestId, promisedOn: '2026-11-26', reason: '先方の確認を待っています。' }
    await runCommand(office, desk.promiseDate, sato, anew)
    office.clock.set('2026-11-26T15:00:00+09:00')
    await runCommand(office, desk.answerRequest, sato, { requestId, text: '直しました。再発行をお送りします。' })
    office.clock.set('2026-11-27T09:00:00+09:00')
    await runCommand(office, desk.reopenRequest, tanaka, { requestId, text: '敬称も御中にしてください。' })
    await runCommand(office, desk.answerRequest, sato, { requestId, text: '御中に直しました。' })
    await runCommand(office, desk.closeRequest, tanaka, { requestId })

    expect(await company.story()).toEqual([
      '11/20 09:00 田中 依頼を出した（経理部・田中・R-1 請求書の宛名を直したい・経理への質問）',
      '11/20 10:00 佐藤 依頼を引き受けた（経理部・佐藤・田中・R-1 請求書の宛名を直したい）',
      '11/20 10:00 佐藤 依頼した人に確認した（経理部・田中・R-1 請求書の宛名を直したい）',
      '11/24 09:30 田中 確認に答えた（経理部・田中・R-1 請求書の宛名を直したい）',
      '11/24 09:30 佐藤 回答予定日を約束した（経理部・田中・R-1 請求書の宛名を直したい）',
      '11/24 09:30 佐藤 回答予定日を約束した（経理部・田中・R-1 請求書の宛名を直したい）',
      '11/26 15:00 佐藤 回答した（経理部・田中・R-1 請求書の宛名を直したい）',
      '11/27 09:00 田中 もう一度たずねた（経理部・田中・R-1 請求書の宛名を直したい）',
      '11/27 09:00 佐藤 回答した（経理部・田中・R-1 請求書の宛名を直したい）',
      '11/27 09:00 田中 依頼を完了にした（経理部・田中・R-1 請求書の宛名を直したい）',
    ])
    const details = await runQuery(office, desk.requestDetails, tanaka, { requestId })
    expect(details).toMatchObject({ number: 'R-1', state: 'done', reopenedCount: 1, waitedDays: 4 }) // Mon 23 is a holiday
    expect(details.thread.map((post) => `${post.author?.name} ${post.kind} ${post.promisedOn ?? post.text}`)).toEqual([
      '佐藤 ask-back 請求書の番号を教えてください。',
      '田中 reply INV-0042です。',
      '佐藤 promise 2026-11-25',
      '佐藤 promise 2026-11-26',
      '佐藤 answer 直しました。再発行をお送りします。',
      '田中 reopen 敬称も御中にしてください。',
      '佐藤 answer 御中に直しました。',
    ])
  })

  test('waits in the list of its department with its business days, the longest first', async () => {
    const company = await foundDeskCompany(office)
    const requestId = await askedBy(company)
    office.clock.set('2026-11-25T09:00:00+09:00')
    await askedBy(company, '精算の締め日はいつですか')
    await runCommand(office, desk.promiseDate, company.suzuki, { requestId, promisedOn: '2026-11-25' })
    office.clock.set('2026-11-26T09:00:00+09:00')
    const { rows } = await runQuery(office, desk.requestsWaiting, company.chief, {})
    expect(rows.map((row) => [row.number, row.waitedDays, row.state, row.assignee?.name, row.isPastPromise])).toEqual([
      ['R-1', 3, 'in-progress', '鈴木', true],
      ['R-2', 1, 'received', undefined, false],
    ])
    const mine = await runQuery(office, desk.requestsWaiting, company.suzuki, { whose: 'me' })
    expect(mine.rows.map((row) => row.number)).toEqual(['R-1'])
    const free = await runQuery(office, desk.requestsWaiting, company.suzuki, { whose: 'nobody' })
    expect(free.rows.map((row) => row.number)).toEqual(['R-2'])
  })

  test('is withdrawn by the one who asked, and by nobody after the answer', async () => {
    const company = await foundDeskCompany(office)
    const requestId = await askedBy(company)
    await expect(runCommand(office, desk.withdrawRequest, company.ito, { requestId })).rejects.toMatchObject({
      face: { kind: 'not-found' },
    })
    await runCommand(office, desk.withdrawRequest, company.tanaka, { requestId, reason: '見つかりました' })
    await expect(runCommand(office, desk.takeRequest, company.sato, { requestId })).rejects.toMatchObject({
      face: { kind: 'conflict', what: { ja: 'R-1は、いま「取下げ」のため、この操作はできません。' } },
    })
    const answered = await askedBy(company)
    await runCommand(office, desk.answerRequest, company.sato, { requestId: answered, text: 'できました。' })
    await expect(
      runCommand(office, desk.withdrawRequest, company.tanaka, { requestId: answered }),
    ).rejects.toMatchObject({
      face: { code: 'desk.request-moved-on' },
    })
  })

  test('taken by two people at once is one person’s; the other reads whose', async () => {
    const company = await foundDeskCompany(office)
    const requestId = await askedBy(company)
    const outcomes = await Promise.allSettled(
      [company.sato, company.suzuki].map((clerk) => runCommand(office, desk.takeRequest, clerk, { requestId })),
    )
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.face] : []))
    expect(refused).toHaveLength(1)
    const { assignee } = await runQuery(office, desk.requestDetails, company.tanaka, { requestId })
    expect(['佐藤', '鈴木']).toContain(assignee?.name)
    expect(refused[0]).toMatchObject({
      kind: 'conflict',
      what: { ja: `R-1は、${assignee?.name}さんが引き受けています。` },
    })
    expect((await company.story()).filter((line) => line.includes('引き受けた'))).toHaveLength(1)
    const [other] = [company.sato, company.suzuki].filter((clerk) => clerk.personId !== assignee?.personId)
    if (!other || !assignee) throw new Error('One of two has it.')
    await runCommand(office, desk.takeRequest, other, { requestId, insteadOf: assignee.personId })
    const after = await runQuery(office, desk.requestDetails, company.tanaka, { requestId })
    expect(after.assignee?.personId).toBe(other.personId)
  })

  test('is passed to another department, whose head then reads it, and to a person, who answers', async () => {
    const company = await foundDeskCompany(office)
    const requestId = await askedBy(company)
    await expect(runQuery(office, desk.requestDetails, company.salesHead, { requestId })).rejects.toMatchObject({
      face: { kind: 'not-found' },
    })
    const reason = '営業の見積の話でした。'
    await runCommand(office, desk.passRequest, company.chief, { requestId, departmentId: company.sales, reason })
    expect((await runQuery(office, desk.requestDetails, company.salesHead, { requestId })).departmentName).toBe(
      '営業部',
    )
    await expect(runQuery(office, desk.requestDetails, company.chief, { requestId })).rejects.toMatchObject({
      face: { kind: 'not-found' },
    })
    await expect(
      runCommand(office, desk.answerRequest, company.ito, { requestId, text: '見ました' }),
    ).rejects.toMatchObject({ face: { kind: 'not-found' } })
    const { personId: assigneeId } = company.ito
    await runCommand(office, desk.passRequest, company.salesHead, { requestId, assigneeId, reason: 'お願いします。' })
    await runCommand(office, desk.answerRequest, company.ito, { requestId, text: '直しました。' })
    const { rows } = await runQuery(office, desk.myRequests, company.tanaka, {})
    expect(rows.map((row) => [row.number, row.state, row.assignee?.name])).toEqual([['R-1', 'answered', '伊藤']])
  })
})

describe('the form of a request', () => {
  test('asks for what its template needs, and names the field', async () => {
    const company = await foundDeskCompany(office)
    const input = { templateId: company.templateOf('supplies'), title: 'ペン', values: { thing: '赤ペン' } }
    await expect(runCommand(office, desk.submitRequest, company.tanaka, input)).rejects.toMatchObject({
      face: { kind: 'bad-input', field: 'values.quantity', what: { ja: '「数量」を入れてください。' } },
    })
    await runCommand(office, desk.submitRequest, company.tanaka, {
      ...input,
      values: { thing: '赤ペン', quantity: 12 },
    })
    await runCommand(office, desk.retireTemplate, company.sato, { templateId: input.templateId })
    await expect(
      runCommand(office, desk.submitRequest, company.tanaka, { ...input, values: { thing: '青ペン', quantity: 1 } }),
    ).rejects.toMatchObject({ face: { kind: 'not-found', field: 'templateId' } })
  })

  test('may be filled in by the desk for someone who called, and by nobody else', async () => {
    const company = await foundDeskCompany(office)
    const input = { templateId: company.templateOf('other'), title: '鍵の場所', forPersonId: company.ito.personId }
    await expect(runCommand(office, desk.submitRequest, company.tanaka, input)).rejects.toMatchObject({
      face: { code: 'desk.asks-for-another' },
    })
    const { requestId } = await runCommand(office, desk.submitRequest, company.sato, input)
    expect((await runQuery(office, desk.requestDetails, company.ito, { requestId })).submitter?.name).toBe('伊藤')
  })

  test('two edits of one template: the second reads that it was changed', async () => {
    const company = await foundDeskCompany(office)
    const change = { templateId: company.templateOf('other'), version: 1, name: 'よろず相談', nameEn: 'Anything' }
    expect(await runCommand(office, desk.changeTemplate, company.sato, change)).toEqual({ version: 2 })
    await expect(runCommand(office, desk.changeTemplate, company.suzuki, change)).rejects.toMatchObject({
      face: { kind: 'conflict', code: 'desk.template-changed-meanwhile' },
    })
  })
})

describe('answers for everybody', () => {
  test('are found whatever the kana and width, and only those that were shared', async () => {
    const company = await foundDeskCompany(office)
    const requestId = await askedBy(company, 'インボイスの番号')
    await runCommand(office, desk.answerRequest, company.sato, {
      requestId,
      text: '田中さんの分はT番号を確認済みです。',
    })
    const find = (text: string, who = company.ito) => runQuery(office, desk.answeredQuestions, who, { text })
    expect((await find('いんぼいす')).rows).toEqual([])
    expect((await find('ｲﾝﾎﾞｲｽ', company.tanaka)).rows.map((row) => row.isShared)).toEqual([false])
    const shared = {
      requestId,
      question: 'インボイス番号はどこで見られますか',
      answer: '国税庁の公表サイトで見られます。',
    }
    await runCommand(office, desk.shareAnswer, company.sato, shared)
    for (const text of ['いんぼいす', 'ｲﾝﾎﾞｲｽ', '公表', '公表サイト', ''])
      expect((await find(text)).rows.map((row) => row.question)).toEqual(['インボイス番号はどこで見られますか'])
    expect((await find('100%')).rows).toEqual([])
    await runCommand(office, desk.unshareAnswer, company.sato, { requestId })
    expect((await find('公表')).rows).toEqual([])
  })
})

test('the ids of another company are not found, by any command or query', async () => {
  const company = await foundDeskCompany(office)
  const other = await foundDeskCompany(office, '別の会社')
  const requestId = await askedBy(company)
  const unseen = { face: { kind: 'not-found' } }
  const text = '他社から'
  await expect(runCommand(office, desk.takeRequest, other.sato, { requestId })).rejects.toMatchObject(unseen)
  await expect(runCommand(office, desk.answerRequest, other.program, { requestId, text })).rejects.toMatchObject(unseen)
  await expect(runQuery(office, desk.requestDetails, other.president, { requestId })).rejects.toMatchObject(unseen)
  const pass = { requestId, departmentId: other.sales, reason: text }
  await expect(runCommand(office, desk.passRequest, company.sato, pass)).rejects.toMatchObject(unseen)
  const stranger = { requestId, assigneeId: other.sato.personId, reason: text }
  await expect(runCommand(office, desk.passRequest, company.sato, stranger)).rejects.toMatchObject(unseen)
  const foreign = { templateId: company.templateOf('other'), title: text }
  await expect(runCommand(office, desk.submitRequest, other.tanaka, foreign)).rejects.toMatchObject(unseen)
  expect((await runQuery(office, desk.requestsWaiting, other.president, {})).rows).toEqual([])
  expect(await other.story()).toEqual([])
})
