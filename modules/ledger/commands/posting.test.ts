import { inTransaction, newId, programFor, runCommand, runQuery } from '@ennoshita/kernel/server'
import { openTestOffice, storyOf, type TestOffice, testActor, testCompany } from '@ennoshita/kernel/test'
import { people } from '@ennoshita/people'
import { people as peopleModule } from '@ennoshita/people/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ledger } from '../contract.ts'
import { ledger as ledgerModule } from '../module.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice([peopleModule, ledgerModule], { at: '2026-11-20T09:00:00+09:00', connections: 8 })
})
afterAll(() => office.close())

/** A company with the standard chart; a clerk, a head and an administrator. */
async function opened() {
  const companyId = await testCompany(office)
  const clerk = await testActor(office, companyId, 'clerk')
  const head = await testActor(office, companyId, 'head')
  const administrator = await testActor(office, companyId, 'administrator')
  await runCommand(office, ledger.adoptChart, clerk, {})
  const accounts = await runQuery(office, ledger.accountList, clerk, {})
  const account = (name: string): string => {
    const found = accounts.find((each) => each.name === name)
    if (!found) throw new Error(name)
    return found.accountId
  }
  const names = new Map([
    [clerk.personId, '担当'],
    [head.personId, '部門長'],
    [administrator.personId, '管理者'],
  ])
  return { companyId, clerk, head, administrator, account, names }
}
type Opened = Awaited<ReturnType<typeof opened>>

/** A journal of one account on each side. */
function simple(
  { clerk, account }: Opened,
  postedOn: string,
  debit: string,
  credit: string,
  amount: number,
  more = {},
) {
  return runCommand(office, ledger.postJournal, clerk, {
    postedOn,
    lines: [
      { accountId: account(debit), side: 'debit', amount },
      { accountId: account(credit), side: 'credit', amount },
    ],
    ...more,
  })
}

/** 前期末の売上、当期の仕入と消耗品（内税）、10月の締め. */
async function aMonth() {
  const company = await opened()
  await simple(company, '2026-03-31', '売掛金', '売上高', 330_000, { description: '前期の売上' })
  await simple(company, '2026-10-05', '仕入高', '買掛金', 80_000, {
    description: '部品の仕入',
    partner: '株式会社えだまめ商事',
  })
  const supplies = await runCommand(office, ledger.postJournal, company.clerk, {
    postedOn: '2026-10-20',
    description: 'コピー用紙',
    lines: [
      { accountId: company.account('消耗品費'), side: 'debit', amount: 11_000, tax: 'included', note: 'ｺﾋﾟｰ用紙 500枚' },
      { accountId: company.account('未払金'), side: 'credit', amount: 11_000 },
    ],
  })
  return { company, supplies }
}

describe('月の帳簿', () => {
  test('is posted, read, locked, corrected in an open month and unlocked, each in the log', async () => {
    const { company, supplies } = await aMonth()
    const { clerk, head, administrator, companyId, names } = company
    await runCommand(office, ledger.lockMonth, head, { month: '2026-10-15' })
    await expect(simple(company, '2026-10-31', '消耗品費', '現金', 500)).rejects.toMatchObject({
      face: {
        kind: 'conflict',
        code: 'ledger.month-locked',
        field: 'postedOn',
        what: { ja: '2026年10月は締められているため、記帳できません。何も記帳していません。' },
        todo: { ja: expect.stringContaining('締めていない月の日付') },
      },
    })
    const reversal = { journalId: supplies.journalId, postedOn: '2026-10-25', reason: '二重計上のため' }
    await expect(runCommand(office, ledger.reverseJournal, clerk, reversal)).rejects.toMatchObject({
      face: { code: 'ledger.month-locked' },
    })
    const { journalId } = await runCommand(office, ledger.reverseJournal, clerk, {
      ...reversal,
      postedOn: '2026-11-04',
    })
    await expect(
      runCommand(office, ledger.reverseJournal, clerk, { ...reversal, postedOn: '2026-11-05' }),
    ).rejects.toMatchObject({ face: { what: { ja: 'No.2の仕訳は、No.3で取り消し済みです。' } } })
    await expect(
      runCommand(office, ledger.reverseJournal, clerk, { ...reversal, journalId, postedOn: '2026-11-05' }),
    ).rejects.toMatchObject({ face: { code: 'ledger.is-a-reversal' } })
    await runCommand(office, ledger.unlockMonth, administrator, { month: '2026-10-01', reason: '請求書が遅れて届いた' })
    await simple(company, '2026-10-31', '消耗品費', '現金', 500, { description: '切手' })
    expect(await storyOf(office, companyId, names)).toEqual([
      expect.stringMatching(/^11\/20 09:00 担当 標準の勘定科目を取り入れた（100 現金・101 小口現金・/),
      '11/20 09:00 担当 仕訳を記帳した（2026年3月31日 前期の売上）',
      '11/20 09:00 担当 仕訳を記帳した（2026年10月5日 部品の仕入）',
      '11/20 09:00 担当 仕訳を記帳した（2026年10月20日 コピー用紙）',
      '11/20 09:00 部門長 月を締めた（2026年10月の帳簿）',
      '11/20 09:00 担当 仕訳を取り消した（2026年10月20日 コピー用紙・2026年11月4日 取消 No.2 コピー用紙）',
      '11/20 09:00 管理者 月の締めを解いた（2026年10月の帳簿）',
      '11/20 09:00 担当 仕訳を記帳した（2026年10月31日 切手）',
    ])
  })

  test('is one trial balance: 前期の利益 stands in 繰越利益剰余金, the groups in the order of the statements', async () => {
    const { company } = await aMonth()
    const asked = { fromMonth: '2026-10-01', untilMonth: '2026-10-01' }
    const balance = await runQuery(office, ledger.trialBalances, company.clerk, asked)
    expect(balance.fiscalYear).toEqual({ startsOn: '2026-04-01', endsOn: '2027-03-31' })
    expect([balance.debit, balance.credit]).toEqual([91_000, 91_000])
    expect(
      balance.accounts.map((row) => [row.code, row.name, row.opening, row.debit, row.credit, row.closing]),
    ).toEqual([
      ['112', '売掛金', 330_000, 0, 0, 330_000],
      ['136', '仮払消費税等', 0, 1_000, 0, 1_000],
      ['202', '買掛金', 0, 0, 80_000, 80_000],
      ['206', '未払金', 0, 0, 11_000, 11_000],
      ['319', '繰越利益剰余金', 330_000, 0, 0, 330_000],
      ['501', '仕入高', 0, 80_000, 0, 80_000],
      ['628', '消耗品費', 0, 10_000, 0, 10_000],
    ])
    expect(balance.groups.map(({ ja, opening, closing }) => `${ja} ${opening} ${closing}`)).toEqual([
      '流動資産 330000 331000',
      '固定資産合計 0 0',
      '資産合計 330000 331000',
      '流動負債 0 91000',
      '負債合計 0 91000',
      '利益剰余金 330000 240000',
      '株主資本合計 330000 240000',
      '純資産合計 330000 240000',
      '負債純資産合計 330000 331000',
      '売上原価 0 80000',
      '売上総利益 0 -80000',
      '販売費及び一般管理費 0 10000',
      '営業利益 0 -90000',
      '経常利益 0 -90000',
      '税引前当期純利益 0 -90000',
      '当期純利益 0 -90000',
    ])
    const years = { fromMonth: '2026-03-01', untilMonth: '2026-04-01' }
    await expect(runQuery(office, ledger.trialBalances, company.clerk, years)).rejects.toMatchObject({
      face: { code: 'ledger.several-fiscal-years', field: 'untilMonth' },
    })
  })

  test('is a general ledger with the other account, 諸口 and a running balance, page by page', async () => {
    const { company, supplies } = await aMonth()
    const { clerk, account } = company
    await runCommand(office, ledger.reverseJournal, clerk, {
      journalId: supplies.journalId,
      postedOn: '2026-11-04',
      reason: '二重',
    })
    await simple(company, '2026-11-05', '未払金', '現金', 4_000)
    const asked = { accountId: account('未払金'), fromOn: '2026-10-01', untilOn: '2026-11-30', limit: 2 }
    const first = await runQuery(office, ledger.accountLedgers, clerk, asked)
    const second = await runQuery(office, ledger.accountLedgers, clerk, { ...asked, ...first.next })
    const shown = [...first.lines, ...second.lines].map((line) =>
      [line.postedOn, line.number, line.counterAccount ?? '諸口', line.side, line.amount, line.balance].join(' '),
    )
    expect(shown).toEqual([
      '2026-10-20 2 諸口 credit 11000 11000',
      '2026-11-04 3 諸口 debit 11000 0',
      '2026-11-05 4 現金 debit 4000 -4000',
    ])
    expect([first.opening, second.opening, second.next]).toEqual([0, 0, null])
    const carried = { ...asked, accountId: account('繰越利益剰余金') }
    expect((await runQuery(office, ledger.accountLedgers, clerk, carried)).opening).toBe(330_000)
    const supply = { ...asked, accountId: account('消耗品費') }
    expect((await runQuery(office, ledger.accountLedgers, clerk, supply)).lines[0]).toMatchObject({
      counterAccount: '未払金',
      amount: 10_000,
    })
  })

  test('is searched by text however typed, amount, account, number and date, newest first', async () => {
    const { company } = await aMonth()
    const { clerk, account } = company
    const found = async (asked: object) =>
      (await runQuery(office, ledger.journalList, clerk, asked)).journals.map((each) => each.description)
    expect(await found({})).toEqual(['コピー用紙', '部品の仕入', '前期の売上'])
    for (const text of ['ｺﾋﾟｰ', 'こぴー', 'コピー用紙　５００枚']) expect(await found({ text })).toEqual(['コピー用紙'])
    expect(await found({ text: 'エダマメ' })).toEqual(['部品の仕入'])
    expect(await found({ text: '%' })).toEqual([])
    expect(await found({ amountFrom: 10_000, amountUntil: 10_000 })).toEqual(['コピー用紙'])
    expect(await found({ accountId: account('買掛金') })).toEqual(['部品の仕入'])
    expect(await found({ number: 1 })).toEqual(['部品の仕入', '前期の売上'])
    expect(await found({ fromOn: '2026-10-06', untilOn: '2026-12-31' })).toEqual(['コピー用紙'])
    const page = await runQuery(office, ledger.journalList, clerk, { limit: 2 })
    const next = await runQuery(office, ledger.journalList, clerk, { limit: 2, ...page.next })
    expect(next.journals.map((each) => [each.description, each.debitAccount, each.creditAccount])).toEqual([
      ['前期の売上', '売掛金', '売上高'],
    ])
  })

  test('shows a journal with its tax, its reversal, and the command and person that made it', async () => {
    const { company, supplies } = await aMonth()
    const { clerk } = company
    const reversed = await runCommand(office, ledger.reverseJournal, clerk, {
      journalId: supplies.journalId,
      postedOn: '2026-11-04',
      reason: '二重計上のため',
    })
    const shown = await runQuery(office, ledger.journalDetails, clerk, { journalId: supplies.journalId })
    expect(shown).toMatchObject({ number: 2, numberedIn: '2026-04', amount: 11_000, reverses: null })
    expect(
      shown.lines.map((line) => `${line.side} ${line.accountName} ${line.amount} ${line.taxName} ${line.taxAmount}`),
    ).toEqual([
      'debit 消耗品費 10000 課対仕入10% 1000',
      'debit 仮払消費税等 1000 対象外 0',
      'credit 未払金 11000 対象外 0',
    ])
    expect(shown.reversedBy).toEqual({
      journalId: reversed.journalId,
      number: 3,
      postedOn: '2026-11-04',
      reason: '二重計上のため',
    })
    expect(shown.madeBy).toMatchObject({ command: 'ledger.post-journal', activity: 'ledger.journal-posted' })
    const back = await runQuery(office, ledger.journalDetails, clerk, { journalId: reversed.journalId })
    expect(back.reverses).toMatchObject({ journalId: supplies.journalId, number: 2 })
    expect(back.related.map(({ opens }) => opens)).toEqual([`/journals/${supplies.journalId}`])
    expect(
      back.lines.map((line) => `${line.side} ${line.accountName} ${line.amount} ${line.taxName} ${line.taxAmount}`),
    ).toEqual([
      'credit 消耗品費 10000 課対仕入10% 1000',
      'credit 仮払消費税等 1000 対象外 0',
      'debit 未払金 11000 対象外 0',
    ])
  })
})

describe('断られる記帳', () => {
  test('names the line and what to do, and leaves no trace and no gap', async () => {
    const company = await opened()
    const { clerk, account } = company
    const cases = [
      [
        [
          { side: 'debit', amount: 100 },
          { side: 'credit', amount: 99 },
        ],
        'ledger.unbalanced',
        'lines',
      ],
      [[{ side: 'debit', amount: 100 }], 'ledger.unbalanced', 'lines'],
      [
        [
          { side: 'debit', amount: 1, accountId: newId() },
          { side: 'credit', amount: 1 },
        ],
        'kernel.not-found',
        'lines.0.accountId',
      ],
      [
        [
          { side: 'debit', amount: 1 },
          { side: 'credit', amount: 1, accountId: account('普通預金') },
        ],
        'ledger.sub-account',
        'lines.1.subAccountId',
      ],
      [
        [
          { side: 'debit', amount: 1, subAccountId: newId() },
          { side: 'credit', amount: 1 },
        ],
        'kernel.not-found',
        'lines.0.subAccountId',
      ],
      [
        [
          { side: 'debit', amount: 1 },
          { side: 'credit', amount: 1, departmentId: newId() },
        ],
        'kernel.not-found',
        'lines.1.departmentId',
      ],
      [
        [
          { side: 'debit', amount: 1, taxClass: { side: 'sale' } },
          { side: 'credit', amount: 1 },
        ],
        'ledger.tax-class',
        'lines.0.taxClass.nature',
      ],
      [
        [
          { side: 'debit', amount: 1, tax: 'included' },
          { side: 'credit', amount: 1 },
        ],
        'ledger.tax-not-split',
        'lines.0.tax',
      ],
    ] as const
    for (const [lines, code, field] of cases) {
      const input = { postedOn: '2026-11-20', lines: lines.map((line) => ({ accountId: account('現金'), ...line })) }
      await expect(runCommand(office, ledger.postJournal, clerk, input)).rejects.toMatchObject({
        face: { code, field },
      })
    }
    for (const postedOn of ['1999-12-31', '2027-11-22', '1800-01-01', '2999-12-31'])
      await expect(simple(company, postedOn, '現金', '売上高', 1)).rejects.toMatchObject({
        face: { code: 'ledger.date-out-of-reach' },
      })
    const { journalId } = await simple(company, '2026-11-20', '現金', '売上高', 1)
    expect((await runQuery(office, ledger.journalDetails, clerk, { journalId })).number).toBe(1)
    expect((await runQuery(office, ledger.journalList, clerk, {})).journals).toHaveLength(1)
  })

  test('after an account was closed, a line is refused and a reversal is not', async () => {
    const company = await opened()
    const { clerk, account } = company
    const { journalId } = await simple(company, '2026-11-01', '雑費', '現金', 700)
    await runCommand(office, ledger.changeAccount, clerk, {
      accountId: account('雑費'),
      version: 1,
      closedOn: '2026-11-05',
    })
    await simple(company, '2026-11-05', '雑費', '現金', 1)
    await expect(simple(company, '2026-11-06', '雑費', '現金', 1)).rejects.toMatchObject({
      face: { code: 'ledger.account-closed', what: { ja: '「雑費」は2026年11月5日で閉じられています。' } },
    })
    await runCommand(office, ledger.reverseJournal, clerk, { journalId, postedOn: '2026-11-10', reason: '誤り' })
  })

  test('of another company are its accounts and journals, which nobody here sees', async () => {
    const [ours, theirs] = [await opened(), await opened()]
    const { journalId } = await simple(theirs, '2026-11-20', '現金', '売上高', 1)
    const lines = [
      { accountId: theirs.account('現金'), side: 'debit' as const, amount: 1 },
      { accountId: theirs.account('売上高'), side: 'credit' as const, amount: 1 },
    ]
    await expect(
      runCommand(office, ledger.postJournal, ours.clerk, { postedOn: '2026-11-20', lines }),
    ).rejects.toMatchObject({ face: { kind: 'not-found' } })
    await expect(runQuery(office, ledger.journalDetails, ours.clerk, { journalId })).rejects.toMatchObject({
      face: { kind: 'not-found' },
    })
    expect((await runQuery(office, ledger.journalList, ours.clerk, {})).journals).toEqual([])
  })
})

test('a trial balance by department and sub-account; departments come from the organisation of the day', async () => {
  const company = await opened()
  const { clerk, account, companyId } = company
  const program = programFor(companyId)
  const { departmentId } = await runCommand(office, people.addDepartment, program, {
    name: '営業部',
    fromOn: '2026-04-01',
  })
  const bank = { accountId: account('普通預金'), code: '01', name: '縁下銀行 本店', kana: 'エンノシタギンコウ' }
  const { subAccountId } = await runCommand(office, ledger.addSubAccount, clerk, bank)
  const post = (postedOn: string) =>
    runCommand(office, ledger.postJournal, clerk, {
      postedOn,
      lines: [
        { accountId: account('旅費交通費'), departmentId, side: 'debit', amount: 1_200 },
        { accountId: account('普通預金'), subAccountId, side: 'credit', amount: 1_200 },
      ],
    })
  await post('2026-11-02')
  await expect(post('2026-03-31')).rejects.toMatchObject({ face: { field: 'lines.0.departmentId' } })
  const balance = await runQuery(office, ledger.trialBalances, clerk, {
    fromMonth: '2026-11-01',
    untilMonth: '2026-11-01',
    bySubAccount: true,
    byDepartment: true,
  })
  expect(
    balance.accounts.map((row) => row.parts.map((part) => [part.subAccountName, part.departmentName, part.closing])),
  ).toEqual([[['縁下銀行 本店', null, -1_200]], [[null, '営業部', 1_200]]])
})

test('the books are empty for a person without a role that reads them', async () => {
  const { companyId } = await opened()
  const employee = await testActor(office, companyId, 'employee')
  await expect(runQuery(office, ledger.journalList, employee, {})).rejects.toMatchObject({
    face: { kind: 'not-allowed' },
  })
  expect(
    (await runQuery(office, ledger.accountList, employee, { text: 'ゲンキン' })).map((each) => each.name),
  ).toContain('現金')
  const rows = await inTransaction(office.database.app, (tx) => tx.rows`select 1 as one from ledger.line limit 1`)
  expect(rows).toEqual([])
})
