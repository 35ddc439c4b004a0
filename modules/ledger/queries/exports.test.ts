import { writeTableCsv } from '@ennoshita/formats'
import { runCommand, runQuery } from '@ennoshita/kernel/server'
import { openTestOffice, storyOf, type TestOffice, testActor, testCompany } from '@ennoshita/kernel/test'
import { people as peopleModule } from '@ennoshita/people/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ledger } from '../contract.ts'
import { ledger as ledgerModule } from '../module.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice([peopleModule, ledgerModule], { at: '2026-11-20T09:00:00+09:00' })
})
afterAll(() => office.close())

/** October: paper with its tax booked apart for two accounts, half a year's depreciation, and a formula in a description taken back. */
async function october() {
  const companyId = await testCompany(office)
  const clerk = await testActor(office, companyId, 'clerk')
  const employee = await testActor(office, companyId, 'employee')
  await runCommand(office, ledger.adoptChart, clerk, {})
  const accounts = await runQuery(office, ledger.accountList, clerk, {})
  const account = (name: string) => accounts.find((each) => each.name === name)?.accountId ?? name
  const line = (name: string, side: 'debit' | 'credit', amount: number, more: object = {}) => ({
    ...{ accountId: account(name), side, amount },
    ...more,
  })
  const bank = await runCommand(office, ledger.addSubAccount, clerk, {
    ...{ accountId: account('普通預金'), code: '001', name: '花園銀行' },
  })
  await runCommand(office, ledger.postJournal, clerk, {
    ...{ postedOn: '2026-10-05', description: 'コピー用紙', partner: '株式会社こぶし文具' },
    lines: [
      line('事務用品費', 'debit', 11_000, { tax: 'included', note: '500枚' }),
      line('普通預金', 'credit', 11_000, { subAccountId: bank.subAccountId }),
    ],
  })
  await runCommand(office, ledger.postJournal, clerk, {
    ...{ postedOn: '2026-10-31', description: '上期の償却', kind: 'closing' },
    lines: [line('減価償却費', 'debit', 300_000), line('減価償却累計額', 'credit', 300_000)],
  })
  const wrong = await runCommand(office, ledger.postJournal, clerk, {
    ...{ postedOn: '2026-10-31', description: '=HYPERLINK("http://example.com")' },
    lines: [line('会議費', 'debit', 500, { taxClass: { side: 'none' } }), line('現金', 'credit', 500)],
  })
  await runCommand(office, ledger.reverseJournal, clerk, {
    ...{ journalId: wrong.journalId, postedOn: '2026-10-31', reason: '摘要の誤り' },
  })
  return { companyId, clerk, employee, account }
}

const period = { fromOn: '2026-10-01', untilOn: '2026-10-31' }
const day = (date: string) => ({ date })

test('仕訳帳 puts debits beside credits, the oldest first, with sub-account, tax class and tax', async () => {
  const { clerk } = await october()
  const sheet = await runQuery(office, ledger.journalExports, clerk, period)
  expect(sheet.name).toBe('仕訳帳_20261001-20261031')
  expect(sheet.header).toEqual([
    ...['日付', '伝票番号', '種別'],
    ...['借方科目番号', '借方勘定科目', '借方補助科目', '借方部門', '借方税区分', '借方金額', '借方消費税額'],
    ...['貸方科目番号', '貸方勘定科目', '貸方補助科目', '貸方部門', '貸方税区分', '貸方金額', '貸方消費税額'],
    ...['取引先', '摘要', '備考'],
  ])
  const none = ['', '', '', '', '', '', '']
  expect(sheet.rows).toEqual([
    [
      ...[day('2026-10-05'), 1, '', '629', '事務用品費', '', '', '課対仕入10%', 10_000, 1_000],
      ...['103', '普通預金', '花園銀行', '', '対象外', 11_000, 0, '株式会社こぶし文具', 'コピー用紙', '500枚'],
    ],
    [
      ...[day('2026-10-05'), 1, '', '136', '仮払消費税等', '', '', '対象外', 1_000, 0],
      ...[...none, '株式会社こぶし文具', 'コピー用紙', '500枚'],
    ],
    [
      ...[day('2026-10-31'), 2, '決算整理', '648', '減価償却費', '', '', '対象外', 300_000, 0],
      ...['160', '減価償却累計額', '', '', '対象外', 300_000, 0, '', '上期の償却', ''],
    ],
    [
      ...[day('2026-10-31'), 3, '', '627', '会議費', '', '', '対象外', 500, 0],
      ...['100', '現金', '', '', '対象外', 500, 0, '', '=HYPERLINK("http://example.com")', ''],
    ],
    [
      ...[day('2026-10-31'), 4, '赤伝票', '100', '現金', '', '', '対象外', 500, 0],
      ...['627', '会議費', '', '', '対象外', 500, 0, '', '取消 No.3 =HYPERLINK("http://example.com")', ''],
    ],
  ])
  const found = await runQuery(office, ledger.journalExports, clerk, { ...period, text: '償却' })
  expect(found.rows).toHaveLength(1)
})

test('a file of it runs no formula in a spreadsheet, and Shift_JIS is read back as it was', async () => {
  const { clerk } = await october()
  const { header, rows } = await runQuery(office, ledger.journalExports, clerk, period)
  const text = new TextDecoder('utf-8').decode(writeTableCsv([header, ...rows], { encoding: 'utf-8-bom' }))
  expect(text).toContain(`"'=HYPERLINK(""http://example.com"")"`)
  const old = new TextDecoder('shift_jis').decode(writeTableCsv([header, ...rows], { encoding: 'cp932' }))
  expect(old.split('\r\n')[1]).toMatch(
    /^2026\/10\/05,1,,629,事務用品費,,,課対仕入10%,10000,1000,103,普通預金,花園銀行,/,
  )
})

describe('総勘定元帳', () => {
  test('of all accounts: what was carried forward, each line on its side, the balance after it', async () => {
    const { clerk } = await october()
    const sheet = await runQuery(office, ledger.ledgerExports, clerk, period)
    expect(sheet.name).toBe('総勘定元帳_20261001-20261031')
    const short = sheet.rows.map((row) => [row[1], row[3], row[4], row[8], row[10], ...row.slice(11)].join(' '))
    expect(short).toEqual([
      expect.stringMatching(/^現金 .*0$/),
      '現金 3 会議費  対象外  500 -500',
      '現金 4 会議費  対象外 500  0',
      expect.stringMatching(/^普通預金 .*0$/),
      '普通預金 1 諸口 花園銀行 対象外  11000 -11000',
      expect.stringMatching(/^仮払消費税等 .*0$/),
      '仮払消費税等 1 普通預金  対象外 1000  1000',
      expect.stringMatching(/^減価償却累計額 .*0$/),
      '減価償却累計額 2 減価償却費  対象外  300000 300000',
      expect.stringMatching(/^会議費 .*0$/),
      '会議費 3 現金  対象外 500  500',
      '会議費 4 現金  対象外  500 0',
      expect.stringMatching(/^事務用品費 .*0$/),
      '事務用品費 1 普通預金  課対仕入10% 10000  10000',
      expect.stringMatching(/^減価償却費 .*0$/),
      '減価償却費 2 減価償却累計額  対象外 300000  300000',
    ])
  })

  test('of one account in November begins with what October left', async () => {
    const { clerk, account } = await october()
    const asked = { accountId: account('普通預金'), fromOn: '2026-11-01', untilOn: '2026-11-30' }
    const sheet = await runQuery(office, ledger.ledgerExports, clerk, asked)
    expect(sheet.name).toBe('総勘定元帳_普通預金_20261101-20261130')
    expect(sheet.rows).toEqual([
      ['103', '普通預金', day('2026-11-01'), null, '', '', '繰越', '', '', '', '', null, null, -11_000],
    ])
  })
})

test('the ledger on the screen tells the balance at the end of its days on every page', async () => {
  const { clerk, account } = await october()
  const asked = { accountId: account('現金'), ...period, limit: 1 }
  const first = await runQuery(office, ledger.accountLedgers, clerk, asked)
  const second = await runQuery(office, ledger.accountLedgers, clerk, { ...asked, ...first.next })
  expect([first, second].map(({ opening, lines, closing }) => [opening, lines[0]?.balance, closing])).toEqual([
    [0, -500, 0],
    [-500, 0, 0],
  ])
  const early = await runQuery(office, ledger.accountLedgers, clerk, { ...asked, untilOn: '2026-10-30' })
  expect([early.lines, early.closing]).toEqual([[], 0])
  const profit = { accountId: account('減価償却費'), fromOn: '2027-03-01', untilOn: '2027-03-31' }
  expect(await runQuery(office, ledger.accountLedgers, clerk, profit)).toMatchObject({
    opening: 300_000,
    closing: 300_000,
  })
})

test('合計残高試算表 adds up by its columns: 減価償却累計額 stands below zero among the assets', async () => {
  const { clerk } = await october()
  const asked = { fromMonth: '2026-10-01', untilMonth: '2026-10-01', bySubAccount: true }
  const sheet = await runQuery(office, ledger.trialBalanceExports, clerk, asked)
  expect(sheet.name).toBe('合計残高試算表_202610')
  const row = (name: string) => sheet.rows.filter((each) => each[1] === name).map((each) => each.slice(2))
  expect(row('普通預金')).toEqual([
    ['', '', 0, 0, 11_000, -11_000],
    ['花園銀行', '', 0, 0, 11_000, -11_000],
  ])
  expect(row('減価償却累計額')).toEqual([['', '', 0, 0, 300_000, -300_000]])
  expect(row('有形固定資産 計')).toEqual([['', '', 0, 0, 300_000, -300_000]])
  expect(sheet.rows.at(-1)).toEqual(['', '合計', '', '', null, 312_000, 312_000, null])
})

test('勘定科目 has a row for each account and one for each sub-account', async () => {
  const { clerk } = await october()
  const sheet = await runQuery(office, ledger.accountExports, clerk, { text: '普通預金' })
  const account = ['103', '普通預金', 'フツウヨキン', '流動資産', '借方', '対象外', '']
  expect(sheet.rows).toEqual([
    [...account, '', '', ''],
    [...account, '001', '花園銀行', ''],
  ])
})

test('who took which book stands in the log; whoever may not see the books takes none', async () => {
  const { companyId, clerk, employee, account } = await october()
  const before = (await storyOf(office, companyId)).length
  await runQuery(office, ledger.journalExports, clerk, period)
  await runQuery(office, ledger.ledgerExports, clerk, { ...period, accountId: account('現金') })
  await runQuery(office, ledger.trialBalanceExports, clerk, { fromMonth: '2026-10-01', untilMonth: '2026-10-01' })
  await runQuery(office, ledger.accountExports, clerk, {})
  await expect(runQuery(office, ledger.journalExports, employee, period)).rejects.toMatchObject({
    face: { kind: 'not-allowed' },
  })
  const names = new Map([[clerk.personId, '担当']])
  expect((await storyOf(office, companyId, names)).slice(before)).toEqual([
    expect.stringContaining('担当 仕訳帳を取り出した'),
    expect.stringContaining('担当 総勘定元帳を取り出した'),
    expect.stringContaining('担当 合計残高試算表を取り出した'),
    expect.stringContaining('担当 勘定科目を取り出した'),
  ])
})
