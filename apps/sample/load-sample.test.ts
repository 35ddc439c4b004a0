import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { desk } from '@ennoshita/desk'
import { type Actor, dispatch, inTransaction, type PresetRole, runQuery, type Tx } from '@ennoshita/kernel/server'
import { openTestOffice, presetGrants, type TestOffice } from '@ennoshita/kernel/test'
import { ledger } from '@ennoshita/ledger'
import { payables } from '@ennoshita/payables'
import { people } from '@ennoshita/people'
import { work } from '@ennoshita/work'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allModules } from '../server/open-program.ts'
import { loadSample, type Truths } from './load-sample.ts'

let office: TestOffice
let companyId: string
let truths: Truths
let president: Actor
const folder = mkdtempSync(join(tmpdir(), 'ennoshita-sample-'))
const reported: number[] = []
beforeAll(async () => {
  const modules = allModules({ secret: 'a secret of the tests', address: 'http://127.0.0.1:4649' })
  const filesFolder = join(folder, 'files')
  office = await openTestOffice(modules, { at: '2026-11-20T08:45:00+09:00', connections: 6, filesFolder })
  const loaded = await loadSample(office, { data: folder, filesFolder, report: (_, percent) => reported.push(percent) })
  companyId = loaded.companyId
  truths = loaded.truths
  president = await as('水沢 恵一郎', 'president')
}, 600_000)
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await office.close()
})

/** Someone of the sample, with what their role grants. */
async function as(name: string, ...roles: PresetRole[]): Promise<Actor> {
  const [person] = await rows<{ personId: string }>(
    (tx) => tx.rows`select person_id as "personId" from people.person_name
      where company_id = ${companyId} and display_name = ${name}`,
  )
  if (!person) throw new Error(`Nobody is called ${name}.`)
  const grants = new Map(roles.flatMap((role) => [...presetGrants(office, role)]))
  return { companyId, personId: person.personId, kind: 'human', departmentIds: [], grants }
}

function rows<Row extends object>(read: (tx: Tx) => Promise<Row[]>): Promise<Row[]> {
  return inTransaction(office.database.owner, read)
}

describe('the company', () => {
  test('has sixty people in eight departments, one of them having joined and one having left in these months', async () => {
    const { total } = await runQuery(office, people.peopleList, president, {})
    const departments = await runQuery(office, people.departments, president, {})
    expect(total).toBe(60)
    expect(departments.map(({ name }) => name)).toEqual([
      '経営企画部',
      '営業一部',
      '営業二部',
      '製造部',
      '開発部',
      '経理部',
      '人事総務部',
      '情報システム部',
    ])
    const moves = await rows<{ activity: string; n: number }>(
      (tx) => tx.rows`select activity, count(*)::int as n from kernel.event
        where company_id = ${companyId} and activity = any(${['people.leaving-recorded', 'kernel.duty-excepted', 'kernel.deputy-named']})
        group by activity order by activity`,
    )
    expect(moves).toEqual([
      { activity: 'kernel.deputy-named', n: 1 },
      { activity: 'kernel.duty-excepted', n: 1 },
      { activity: 'people.leaving-recorded', n: 1 },
    ])
  })

  test('books what it receives: debit and credit of the trial balance are equal, and about 215 invoices came a month', async () => {
    const balance = await runQuery(office, ledger.trialBalances, president, {
      ...{ fromMonth: '2026-04-01', untilMonth: '2026-11-01' },
    })
    expect(balance.debit).toBe(balance.credit)
    expect(balance.accounts.length).toBeGreaterThan(40)
    const [came] = await rows<{ n: number }>(
      (tx) => tx.rows`select count(*)::int as n from payables.invoice where company_id = ${companyId}`,
    )
    expect(came?.n).toBeGreaterThan(600)
    expect(came?.n).toBeLessThan(720)
  })

  test('is marked as the sample and lies wholly in the past', async () => {
    const [company] = await rows<{ sample: boolean; lastOn: string }>(
      (tx) => tx.rows`select c.sample, (max(e.occurred_at) at time zone 'Asia/Tokyo')::date as "lastOn"
        from kernel.company c join kernel.event e on e.company_id = c.company_id
        where c.company_id = ${companyId} group by c.sample`,
    )
    expect(company).toEqual({ sample: true, lastOn: '2026-11-19' })
    expect([truths.startOn, truths.endOn]).toEqual(['2026-08-20', '2026-11-19'])
  })

  test('says how far it has come, and writes its truths to a file', () => {
    expect(reported).toEqual([...reported].sort((one, other) => one - other))
    expect([reported[0], reported.at(-1)]).toEqual([1, 100])
    expect(JSON.parse(readFileSync(join(folder, 'sample-truths.json'), 'utf8'))).toEqual(truths)
  })

  test('starts no flow by its past', async () => {
    expect(await dispatch(office)).toBe(0)
  })

  test('writes its people with their kana, former names and the variants of their characters', async () => {
    const { people: found } = await runQuery(office, people.peopleList, president, { search: 'たかさき' })
    expect(found.map(({ displayName }) => displayName)).toEqual(['髙﨑 健一'])
    const former = await runQuery(office, people.peopleList, president, { search: '星 真理' })
    expect(former.people.map(({ register }) => register?.formerFamilyName)).toEqual(['星'])
  })
})

describe('this morning', () => {
  test('the accountant has something left from yesterday and something due today', async () => {
    const { due } = await runQuery(office, work.tasksToday, await as('峰岸 恵', 'employee', 'clerk'), {})
    expect(due.map(({ title, dueOn }) => `${dueOn} ${title}`)).toEqual(
      expect.arrayContaining(['2026-11-19 入金消込', '2026-11-20 入金消込']),
    )
  })

  test('work waits for someone of sales, who sees it', async () => {
    const { waitingForMe } = await runQuery(office, work.tasksToday, await as('佐野 千尋', 'employee'), {})
    expect(waitingForMe.map(({ title }) => title)).toEqual(['支払予定表の作成と承認'])
  })

  test('requests wait for an answer, and messages for a call', async () => {
    const requests = await runQuery(office, desk.requestsWaiting, president, {})
    const messages = await runQuery(office, desk.messages, president, { whose: 'all' })
    expect(requests.rows.length).toBeGreaterThanOrEqual(3)
    expect(messages.rows.length).toBeGreaterThanOrEqual(1)
  })
})

describe('what was planted is found', () => {
  test('the work that one person alone knows, by the list of key persons', async () => {
    const { rows: found } = await runQuery(office, work.keyPersonList, president, {})
    const planted = found.filter(({ kindId }) => truths.alone.kinds.some((kind) => kind.kindId === kindId))
    expect(planted.map(({ name, level, doerIds }) => ({ name, level, doerIds }))).toHaveLength(3)
    for (const row of planted) expect([row.name, row.level]).toEqual([row.name, 'high'])
    expect(planted.find(({ name }) => name === '年末調整の計算')?.says.ja).toContain(
      '年末調整の計算は神崎 文子さんだけ。副担当なし、手順書なし。',
    )
  })

  test('the kind of request that always waits, by the days until its answer', async () => {
    const waits = await rows<{ name: string; days: number }>(
      (
        tx,
      ) => tx.rows`select t.name, percentile_disc(0.5) within group (order by r.answered_at::date - r.submitted_at::date)::int as days
        from desk.request r join desk.template t on t.company_id = r.company_id and t.id = r.template_id
        where r.company_id = ${companyId} and r.answered_at is not null group by t.name having count(*) >= 5 order by days desc`,
    )
    expect(waits[0]?.name).toBe('契約書の確認')
    expect(waits[0]?.days).toBeGreaterThanOrEqual(7)
    expect(waits[1]?.days).toBeLessThanOrEqual(2)
    expect(truths.alwaysWaits.medianDays).toBeGreaterThanOrEqual(4)
    expect(truths.alwaysWaits.medianDays).toBeLessThanOrEqual(9)
  })

  test('the longest waiting request, first in the list of the desk', async () => {
    const { rows: waiting } = await runQuery(office, desk.requestsWaiting, president, {})
    expect(waiting[0]?.templateName).toBe('契約書の確認')
    expect(waiting[0]?.assignee?.personId).toBe(truths.alwaysWaits.answererId)
  })

  test('the end of the month and the 25th, by what happened on a day', async () => {
    const days = await rows<{ on: string; n: number }>(
      (tx) => tx.rows`select (occurred_at at time zone 'Asia/Tokyo')::date as on, count(*)::int as n from kernel.event
        where company_id = ${companyId} and actor_kind = 'human' and activity !~ '^(payables|documents|ledger)'
          and occurred_at >= ${`${truths.startOn}T00:00:00+09:00`} group by 1`,
    )
    const mean = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0) / counts.length
    const peak = days.filter(({ on }) => truths.peak.days.includes(on)).map(({ n }) => n)
    const usual = days.filter(({ on }) => !truths.peak.days.includes(on)).map(({ n }) => n)
    expect(truths.peak.days).toEqual([
      ...['2026-08-25', '2026-08-28', '2026-08-31', '2026-09-25', '2026-09-29', '2026-09-30'],
      ...['2026-10-23', '2026-10-29', '2026-10-30'],
    ])
    expect(mean(peak) / mean(usual)).toBeGreaterThan(1.5)
    expect(truths.peak.factor).toBeGreaterThan(1.5)
  })

  test('the week in which someone is away, by their silence', async () => {
    const [silence] = await rows<{ before: number; during: number; after: number }>(
      (tx) => tx.rows`select
          (count(*) filter (where occurred_at < ${`${truths.absence.fromOn}T00:00:00+09:00`}))::int as before,
          (count(*) filter (where (occurred_at at time zone 'Asia/Tokyo')::date between ${truths.absence.fromOn} and ${truths.absence.untilOn}))::int as during,
          (count(*) filter (where (occurred_at at time zone 'Asia/Tokyo')::date > ${truths.absence.untilOn}))::int as after
        from kernel.event where company_id = ${companyId} and actor = ${truths.absence.personId}`,
    )
    expect([truths.absence.name, truths.absence.fromOn]).toEqual(['峰岸 恵', '2026-09-28'])
    expect(silence?.during).toBe(0)
    expect(silence?.before).toBeGreaterThan(30)
    expect(silence?.after).toBeGreaterThan(30)
  })

  test('the nameless work done most, by the deeds in their kinds', async () => {
    const [most] = await rows<{ kindId: string; n: number }>(
      (tx) => tx.rows`select kind_id as "kindId", count(*)::int as n from work.deed
        where company_id = ${companyId} and kind_id is not null group by kind_id order by n desc limit 1`,
    )
    expect(truths.unsung.name).toBe('代表電話の受付と取次ぎ')
    expect(most).toEqual({ kindId: truths.unsung.kindId, n: truths.unsung.count })
  })

  test('the work that goes to and fro, by its hand-overs', async () => {
    const [most] = await rows<{ kindId: string; n: number }>(
      (tx) => tx.rows`select o.object_id as "kindId", count(*)::int as n from kernel.event e
        join kernel.event_object o on o.company_id = e.company_id and o.event_id = e.id and o.object_type = 'kind'
        where e.company_id = ${companyId} and e.activity = 'work.task-handed-over' group by 1 order by n desc limit 1`,
    )
    expect(truths.pingPong.name).toBe('経費精算の確認')
    expect(most).toEqual({ kindId: truths.pingPong.kindId, n: truths.pingPong.handOvers })
  })

  test('the contract whose notice date comes next, by the register of dates', async () => {
    const { rows: entries } = await runQuery(office, work.registerEntries, president, { sort: 'contract' })
    expect(entries[0]).toMatchObject({ name: '第二倉庫の賃貸借契約', nextIs: 'notice', noticeOn: '2026-11-28' })
    expect(entries[0]?.entryId).toBe(truths.nextNotice.entryId)
  })

  test('the vendor whose invoices are often returned, by its returns', async () => {
    const returns = await rows<{ vendorId: string; n: number; ofAll: number }>(
      (
        tx,
      ) => tx.rows`select i.vendor_id as "vendorId", (count(distinct i.id) filter (where e.activity = 'payables.invoice-returned'))::int as n,
          count(distinct i.id)::int as "ofAll"
        from payables.invoice i join kernel.event_object o on o.company_id = i.company_id and o.object_id = i.id
          join kernel.event e on e.company_id = o.company_id and e.id = o.event_id
        where i.company_id = ${companyId} group by 1 order by n desc limit 2`,
    )
    expect(returns[0]?.vendorId).toBe(truths.oftenReturned.vendorId)
    expect(returns[0]?.n).toBeGreaterThanOrEqual(3)
    expect(returns[1]?.n).toBe(0)
  })

  test('the step that waits for one person, by the days until the first decision', async () => {
    const waits = await rows<{ actor: string; days: number }>(
      (tx) => tx.rows`select s.actor, percentile_disc(0.5) within group (order by s.days)::int as days from (
          select distinct on (o.object_id) e.actor, (e.occurred_at at time zone 'Asia/Tokyo')::date
              - lag((e.occurred_at at time zone 'Asia/Tokyo')::date) over (partition by o.object_id order by e.occurred_at) as days,
            e.activity, o.object_id, e.occurred_at
          from kernel.event e join kernel.event_object o on o.company_id = e.company_id and o.event_id = e.id and o.object_type = 'invoice'
          where e.company_id = ${companyId} and e.activity in ('payables.invoice-submitted', 'payables.invoice-step-approved')
          order by o.object_id, e.activity = 'payables.invoice-submitted', e.occurred_at) s
        where s.activity = 'payables.invoice-step-approved' group by 1 having count(*) > 10 order by 2 desc limit 2`,
    )
    expect(waits[0]?.actor).toBe(truths.slowStep.personId)
    expect(waits[0]?.days).toBeGreaterThanOrEqual(5)
    expect(waits[1]?.days).toBeLessThanOrEqual(2)
  })

  test('the invoice that came twice, cancelled with its reason', async () => {
    expect(truths.secondCopy?.vendorName).toBe('朝凪硝子株式会社')
    const invoiceId = truths.secondCopy?.invoiceId ?? ''
    const twice = await runQuery(office, payables.invoiceDetails, president, { invoiceId })
    expect([twice.state, twice.vendorName]).toEqual(['cancelled', '朝凪硝子株式会社'])
  })

  test('the vendor whose new account waits, by what must be called back', async () => {
    const waiting = await runQuery(office, payables.waitingBankAccounts, president, {})
    expect(waiting.map(({ vendorName }) => vendorName)).toEqual([truths.changedAccount.name])
  })

  test('the year-end papers that are still missing, after two reminders', async () => {
    const { collectionId, unansweredCount, title } = truths.collection
    const found = await runQuery(office, desk.collectionDetails, president, { collectionId, onlyOpen: true })
    expect(title).toBe('年末調整の書類')
    expect(unansweredCount).toBeGreaterThanOrEqual(5)
    expect(found.people).toHaveLength(unansweredCount)
    expect(found.people.map(({ remindersCount }) => remindersCount)).toEqual(Array(unansweredCount).fill(2))
  })
})
