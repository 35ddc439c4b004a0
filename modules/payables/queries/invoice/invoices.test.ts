import { inTransaction, runCommand, runQuery } from '@ennoshita/kernel/server'
import type { TestOffice } from '@ennoshita/kernel/test'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  approved,
  invoicingCompany,
  openInvoicingOffice,
  register,
  submitted,
} from '../../commands/invoice/invoicing-company.ts'
import { payables } from '../../contract.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openInvoicingOffice()
})
afterAll(() => office.close())
beforeEach(() => office.clock.set('2026-11-20T09:00:00+09:00'))

describe('一覧', () => {
  test('is filtered, counted by state and paged by key, the newest first', async () => {
    const company = await invoicingCompany(office)
    const { sato } = company
    await approved(company, { vendorNumber: 'A-1', invoicedOn: '2026-10-29', receivedOn: '2026-11-01' })
    await submitted(company, { vendorNumber: 'A-2', invoicedOn: '2026-10-30', receivedOn: '2026-11-02' })
    await register(company, { vendorNumber: 'A-3', receivedOn: '2026-11-03', note: 'ﾃｽﾄ用' })
    const list = (more: object = {}) => runQuery(office, payables.invoiceList, sato, more)
    const numbers = async (more: object = {}) => (await list(more)).invoices.map(({ number }) => number)
    expect(await numbers()).toEqual([3, 2, 1])
    expect(await numbers({ state: 'submitted' })).toEqual([2])
    expect(await numbers({ text: 'テスト' })).toEqual([3])
    expect(await numbers({ text: 'えだまめ', payment: 'unpaid' })).toEqual([1])
    expect(await numbers({ text: '2' })).toEqual([2])
    expect(await numbers({ amountFrom: 110_001 })).toEqual([])
    const first = await list({ limit: 2 })
    expect(first.sums).toEqual([
      { state: 'all', count: 3, total: 330_000 },
      { state: 'draft', count: 1, total: 110_000 },
      { state: 'submitted', count: 1, total: 110_000 },
      { state: 'returned', count: 0, total: 0 },
      { state: 'approved', count: 1, total: 110_000 },
      { state: 'paid', count: 0, total: 0 },
      { state: 'cancelled', count: 0, total: 0 },
    ])
    expect(await numbers({ limit: 2, ...first.next })).toEqual([1])
    expect(await numbers({ order: 'due' })).toHaveLength(3)
  })

  test('shows employees the invoices of their department, and who is asked those they decide on', async () => {
    const company = await invoicingCompany(office)
    await submitted(company)
    await register(company, { departmentId: company.accounting, vendorNumber: 'B-1', invoicedOn: '2026-10-30' })
    const numbers = async (who: typeof company.sato) =>
      (await runQuery(office, payables.invoiceList, who, {})).invoices.map(({ number }) => number)
    expect(await numbers(company.tanaka)).toEqual([1])
    expect(await numbers(company.accountingHead)).toEqual([2])
    const other = await invoicingCompany(office)
    expect(await numbers(other.sato)).toEqual([])
  })
})

describe('経過と流れの図', () => {
  test('tell each step with its wait, and each arrow leads to its invoices', async () => {
    const company = await invoicingCompany(office)
    const { sato, salesHead } = company
    const { invoiceId } = await submitted(company)
    office.clock.set('2026-11-20T11:00:00+09:00')
    await runCommand(office, payables.returnInvoice, salesHead, { invoiceId, comment: '内訳を付けてください' })
    office.clock.set('2026-11-20T11:30:00+09:00')
    await runCommand(office, payables.submitInvoice, sato, { invoiceId })
    office.clock.set('2026-11-20T13:30:00+09:00')
    await runCommand(office, payables.approveInvoice, salesHead, { invoiceId })
    const history = await runQuery(office, payables.invoiceHistories, sato, { invoiceId })
    expect(
      history.steps.map(({ says, waitedMinutes, personName, comment }) => [
        says.ja,
        waitedMinutes,
        personName,
        comment,
      ]),
    ).toEqual([
      ['請求書を登録した', 0, '佐藤', ''],
      ['請求書の承認を申請した', 0, '佐藤', ''],
      ['請求書を差し戻した', 120, '営業部長', '内訳を付けてください'],
      ['請求書の承認を申請した', 30, '佐藤', ''],
      ['請求書を承認し、計上した', 120, '営業部長', ''],
    ])
    expect(history).toMatchObject({ elapsedMinutes: 270, returns: 1 })
    const period = { fromOn: '2026-11-01', untilOn: '2026-11-30' }
    const map = await runQuery(office, payables.invoiceMaps, sato, period)
    expect(map).toMatchObject({ invoices: 1, returned: 1 })
    const arrow = { from: 'payables.invoice-submitted', to: 'payables.invoice-returned' }
    expect(map.edges.find(({ from, to }) => from === arrow.from && to === arrow.to)).toEqual({
      ...{ ...arrow, count: 1, cases: 1, medianMinutes: 120, p90Minutes: 120, isReturn: true },
    })
    expect(await runQuery(office, payables.invoiceMapCases, sato, { ...period, ...arrow })).toMatchObject({
      ...{ count: 1, cases: [{ invoiceId, number: 1, waitedMinutes: 120, times: 1 }] },
    })
  })
})

test('a list of 20,000 invoices is answered by its first hundred and the sum of all', async () => {
  const company = await invoicingCompany(office)
  await inTransaction(office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${company.companyId}, true), set_config('ennoshita.command', 'test', true)`
    await tx.run`insert into payables.invoice (company_id, id, number, vendor_id, received_on, due_on, total, vendor_number, folded)
      select ${company.companyId}, gen_random_uuid(), n, ${company.edamame}, date '2020-01-01' + (n % 2000), date '2020-02-01' + (n % 2000), n, 'N' || n, 'n' || n
      from generate_series(1, 20000) n`
  })
  const { invoices, sums } = await runQuery(office, payables.invoiceList, company.sato, { limit: 100 })
  expect(invoices).toHaveLength(100)
  expect(sums?.[0]).toEqual({ state: 'all', count: 20_000, total: 200_010_000 })
})
