import { runCommand, runQuery } from '@ennoshita/kernel/server'
import type { TestOffice } from '@ennoshita/kernel/test'
import { ledger } from '@ennoshita/ledger'
import { people } from '@ennoshita/people'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { payables } from '../../contract.ts'
import { approved, type InvoicingCompany, invoicingCompany, openInvoicingOffice } from '../invoice/invoicing-company.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openInvoicingOffice()
})
afterAll(() => office.close())
beforeEach(() => office.clock.set('2026-11-20T09:00:00+09:00'))

/** えだまめ商事 sends 外注費 of 110,000 yen each month; October is accrued before the invoice is there. */
async function accrued() {
  const company = await invoicingCompany(office)
  const { sato, edamame, account } = company
  await runCommand(office, payables.addRecurring, sato, {
    ...{ vendorId: edamame, title: 'システム保守', startsMonth: '2026-10-01', arrivesDay: 10 },
    lines: [{ accountId: account('外注費'), amount: 110_000 }],
  })
  await runCommand(office, payables.accrueMonth, sato, { month: '2026-10-01' })
  return company
}

/** Debit less credit of an account in a month. */
async function moved({ program, account }: InvoicingCompany, name: string, month: string): Promise<number> {
  const { accounts } = await runQuery(office, ledger.trialBalances, program, { fromMonth: month, untilMonth: month })
  const row = accounts.find(({ accountId }) => accountId === account(name))
  return (row?.debit ?? 0) - (row?.credit ?? 0)
}

const stateOf = async ({ sato }: InvoicingCompany) =>
  (await runQuery(office, payables.accruals, sato, { month: '2026-10-01' })).rows.map(({ state, accrued }) => [
    state,
    accrued?.reversedOn,
  ])

test('an invoice that comes after the month was locked takes the accrual back in the month in which it is booked', async () => {
  const company = await accrued()
  await runCommand(office, ledger.lockMonth, company.accountingHead, { month: '2026-10-01' })
  expect(await stateOf(company)).toEqual([['accrued', null]])
  await approved(company, { bookingMonth: '2026-11-01', lateReason: '10月の締めの後に届いたため' })
  expect(await stateOf(company)).toEqual([['reversed', '2026-11-30']])
  expect([await moved(company, '外注費', '2026-10-01'), await moved(company, '外注費', '2026-11-01')]).toEqual([
    100_000, 0,
  ])
  expect([await moved(company, '未払費用', '2026-10-01'), await moved(company, '未払費用', '2026-11-01')]).toEqual([
    -100_000, 100_000,
  ])
  expect(await moved(company, '仮払消費税等', '2026-11-01')).toBe(10_000)
  expect((await company.story()).map((line) => line.replace(/（.*/, ''))).toEqual([
    '11/20 09:00 佐藤 毎月届くはずの請求書を登録した',
    '11/20 09:00 佐藤 届いていない請求書を概算で計上した',
    '11/20 09:00 経理部長 月を締めた',
    '11/20 09:00 佐藤 請求書を登録した',
    '11/20 09:00 佐藤 請求書の承認を申請した',
    '11/20 09:00 営業部長 請求書を承認し、計上した',
  ])
})

test('an invoice that comes in time leaves the month with its cost once', async () => {
  const company = await accrued()
  await approved(company)
  expect(await stateOf(company)).toEqual([['reversed', '2026-10-31']])
  expect([await moved(company, '外注費', '2026-10-01'), await moved(company, '未払費用', '2026-10-01')]).toEqual([
    100_000, 0,
  ])
  const again = await runCommand(office, payables.accrueMonth, company.sato, { month: '2026-10-01' })
  expect(again.accrued).toBe(0)
})

test('an accrual that was taken back in the ledger by hand does not stand in the way of its invoice', async () => {
  const company = await accrued()
  const { journals } = await runQuery(office, ledger.journalList, company.sato, {})
  await runCommand(office, ledger.reverseJournal, company.sato, {
    ...{ journalId: journals[0]?.journalId ?? '', postedOn: '2026-11-01', reason: '手で戻した' },
  })
  await approved(company)
  expect(await moved(company, '未払費用', '2026-10-01')).toBe(-100_000)
  expect((await stateOf(company)).map(([state]) => state)).toEqual(['reversed'])
})

test('the history of a vendor proposes account, tax class and department, with the reason', async () => {
  const company = await invoicingCompany(office)
  const { sato, edamame, account } = company
  const nothing = await runQuery(office, payables.vendorProposals, sato, { vendorId: edamame })
  expect([nothing.invoices, nothing.lines]).toEqual([0, []])
  for (const [number, name] of [
    ['1', '外注費'],
    ['2', '修繕費'],
    ['3', '外注費'],
  ] as const)
    await approved(company, {
      ...{ vendorNumber: number, invoicedOn: `2026-10-${10 + Number(number)}` },
      lines: [{ accountId: account(name), amount: 110_000 }],
    })
  const { lines, departmentId } = await runQuery(office, payables.vendorProposals, sato, { vendorId: edamame })
  expect([departmentId, lines.map(({ reason }) => reason.ja)]).toEqual([
    company.sales,
    ['直近3件中2件が 外注費・課対仕入10%・営業部', '直近3件中1件が 修繕費・課対仕入10%・営業部'],
  ])
})

test('a prepaid line stands on 前払費用 at the approval and becomes cost month by month', async () => {
  const company = await invoicingCompany(office)
  await approved(company, {
    lines: [
      {
        ...{ accountId: company.account('保険料'), amount: 110_000, description: '賠償責任保険' },
        ...{ spreadFrom: '2026-10-01', spreadUntil: '2027-09-01' },
      },
    ],
  })
  expect(await moved(company, '前払費用', '2026-10-01')).toBe(100_000)
  const transfer = (month: string) => runCommand(office, payables.transferPrepaid, company.sato, { month })
  expect(await transfer('2026-10-01')).toMatchObject({ lines: 1, total: 8_334 })
  expect(await transfer('2026-11-01')).toMatchObject({ lines: 1, total: 8_334 })
  expect([await moved(company, '保険料', '2026-10-01'), await moved(company, '保険料', '2026-11-01')]).toEqual([
    8_334, 8_334,
  ])
  const { lines } = await runQuery(office, payables.prepaidSchedules, company.sato, {})
  expect(
    lines.map(({ remaining, months }) => [remaining, months.reduce((sum, { amount }) => sum + amount, 0)]),
  ).toEqual([[83_332, 100_000]])
})

test('a credit note of the vendor is not the invoice that is expected, and leaves its accrual alone', async () => {
  const company = await accrued()
  await approved(company, { kind: 'credit-note', vendorNumber: 'R-1', invoicedOn: '2026-10-30' })
  expect(await stateOf(company)).toEqual([['accrued', null]])
  await approved(company)
  expect(await stateOf(company)).toEqual([['reversed', '2026-10-31']])
})

/** A department that is closed with the year 2026. */
async function closing(company: InvoicingCompany): Promise<string> {
  const { departmentId } = await runCommand(office, people.addDepartment, company.program, {
    ...{ name: '企画室', fromOn: '2026-04-01' },
  })
  await runCommand(office, people.closeDepartment, company.program, { departmentId, version: 1, untilOn: '2026-12-31' })
  return departmentId
}

test('a cost that is spread or expected beyond the life of its department goes on without one, and says so', async () => {
  const company = await invoicingCompany(office)
  const { sato, edamame, account } = company
  const departmentId = await closing(company)
  const line = { accountId: account('保険料'), description: '火災保険', amount: 110_000, departmentId }
  await approved(company, { lines: [{ ...line, spreadFrom: '2026-12-01', spreadUntil: '2027-01-01' }] })
  await runCommand(office, payables.addRecurring, sato, {
    ...{ vendorId: edamame, title: '保険', startsMonth: '2027-01-01', arrivesDay: 10, lines: [line] },
  })
  office.clock.set('2027-01-31T09:00:00+09:00')
  await runCommand(office, payables.transferPrepaid, sato, { month: '2026-12-01' })
  const { journalIds } = await runCommand(office, payables.transferPrepaid, sato, { month: '2027-01-01' })
  const accrual = await runCommand(office, payables.accrueMonth, sato, { month: '2027-01-01' })
  const first = async (journalId = '') => {
    const { lines } = await runQuery(office, ledger.journalDetails, company.program, { journalId })
    return [lines[0]?.departmentId, lines[0]?.note, lines[0]?.amount]
  }
  expect(await first(journalIds[0])).toEqual([null, '火災保険（部署は廃止済み）', 50_000])
  expect(await first(accrual.journalIds[0])).toEqual([null, '火災保険（部署は廃止済み）', 100_000])
})

test('the months leave the account of prepaid cost that the approval used, whatever the settings say by then', async () => {
  const company = await invoicingCompany(office)
  const { sato, president, account } = company
  const line = { accountId: account('保険料'), description: '火災保険', amount: 110_000 }
  const spread = { spreadFrom: '2026-10-01', spreadUntil: '2027-09-01' }
  const { journalId } = await approved(company, { lines: [{ ...line, ...spread }] })
  const { settings, version } = await runQuery(office, payables.settings, president, {})
  const other = { ...settings, version, prepaidAccountId: account('長期前払費用') }
  await runCommand(office, payables.setSettings, president, other)
  const { journalIds } = await runCommand(office, payables.transferPrepaid, sato, { month: '2026-11-01' })
  const named = async (id = '') =>
    (await runQuery(office, ledger.journalDetails, company.program, { journalId: id })).lines.map(
      ({ side, accountName, amount }) => `${side} ${accountName} ${amount}`,
    )
  expect((await named(journalId))[0]).toBe('debit 前払費用 100000')
  expect(await named(journalIds[0])).toEqual(['debit 保険料 16668', 'credit 前払費用 16668'])
})
