import { inTransaction, runCommand, runQuery } from '@ennoshita/kernel/server'
import type { TestOffice } from '@ennoshita/kernel/test'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { payables } from '../../contract.ts'
import {
  mizuho,
  openPayingOffice,
  type PayingCompany,
  payingCompany,
  placeInvoice,
  placeVendor,
} from './paying-company.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openPayingOffice()
})
afterAll(() => office.close())
beforeEach(() => office.clock.set('2026-11-20T09:00:00+09:00'))

const payOn = '2026-11-30'
const code = (wanted: string, more: object = {}) => ({ face: { code: `payables.${wanted}`, ...more } })

async function prepared(company: PayingCompany, invoiceIds: string[], more = {}) {
  const { clerk, sourceAccountId } = company
  return runCommand(office, payables.prepareRun, clerk, { sourceAccountId, payOn, invoiceIds, ...more })
}

/** Changes columns of a vendor as its form would. */
async function change({ companyId }: PayingCompany, vendorId: string, to: { method?: string; lawClass?: string }) {
  await inTransaction(office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${companyId}, true), set_config('ennoshita.command', 'test', true)`
    await tx.run`update payables.vendor set method = coalesce(${to.method ?? null}, method), law_class = coalesce(${to.lawClass ?? null}, law_class)
      where company_id = ${companyId} and id = ${vendorId}`
  })
}

test('a second run of the same day for the same vendor is told: one transfer would do', async () => {
  const company = await payingCompany(office)
  const vendorId = await placeVendor(company, { name: 'えだまめ', kana: 'ｴﾀﾞﾏﾒ' })
  const [one, two] = [
    await placeInvoice(company, vendorId, { total: 1_000 }),
    await placeInvoice(company, vendorId, { total: 2_000 }),
  ]
  expect((await prepared(company, [one])).warnings).toEqual([])
  expect((await prepared(company, [two])).warnings.map(({ ja }) => ja)).toEqual([
    'えだまめ：同じ日の支払 No.1にも振込があります。一つの支払にまとめると、振込は一件で済みます。',
  ])
})

describe('準備のあとで取引先が変わった', () => {
  test('a vendor that pays itself by card meanwhile is not paid by transfer as well', async () => {
    const company = await payingCompany(office)
    const { clerk, president } = company
    const vendorId = await placeVendor(company, { name: 'えだまめ', kana: 'ｴﾀﾞﾏﾒ' })
    const { runId } = await prepared(company, [await placeInvoice(company, vendorId, { total: 1_000 })])
    await change(company, vendorId, { method: 'card' })
    await expect(runCommand(office, payables.releaseRun, president, { runId })).rejects.toMatchObject(
      code('method-changed'),
    )
    await change(company, vendorId, { method: 'transfer' })
    await runCommand(office, payables.releaseRun, president, { runId })
    await change(company, vendorId, { method: 'card' })
    await expect(runCommand(office, payables.takeRunFile, clerk, { runId })).rejects.toMatchObject(
      code('method-changed'),
    )
  })

  test('no fee is taken off a vendor that 取適法 protects meanwhile: not at the release, not in the file', async () => {
    const company = await payingCompany(office)
    const { clerk, president } = company
    const vendorId = await placeVendor(company, { name: '小さな工場', kana: 'ﾁｲｻﾅ', feeBearer: 'payee' })
    const { runId } = await prepared(company, [await placeInvoice(company, vendorId, { total: 50_000 })])
    await change(company, vendorId, { lawClass: 'toritekihou' })
    await expect(runCommand(office, payables.releaseRun, president, { runId })).rejects.toMatchObject(
      code('fee-on-payee', { rule: { source: '取適法5条1項3号' } }),
    )
    await change(company, vendorId, { lawClass: 'none' })
    await runCommand(office, payables.releaseRun, president, { runId })
    await change(company, vendorId, { lawClass: 'toritekihou' })
    await expect(runCommand(office, payables.takeRunFile, clerk, { runId })).rejects.toMatchObject(code('fee-on-payee'))
  })
})

test('the account from which a released run leaves stays; its name and fees may change', async () => {
  const company = await payingCompany(office)
  const { president, account, subAccountId, sourceAccountId } = company
  const vendorId = await placeVendor(company, { name: 'えだまめ', kana: 'ｴﾀﾞﾏﾒ' })
  const { runId } = await prepared(company, [await placeInvoice(company, vendorId, { total: 1_000 })])
  await runCommand(office, payables.releaseRun, president, { runId })
  const to = (bank: object, version: number, name = 'みずほ普通') =>
    runCommand(office, payables.changeSourceAccount, president, {
      ...{ sourceAccountId, version, name, accountId: account('普通預金'), subAccountId },
      bank: { ...mizuho, ...bank },
    })
  for (const other of [{ accountNumber: '9999999' }, { bankCode: '0009' }, { clientCode: '0000000001' }])
    await expect(to(other, 1)).rejects.toMatchObject(code('has-open-runs'))
  expect(await to({ cutOffTime: '14:00' }, 1, 'みずほ本店')).toEqual({ version: 2 })
  await runCommand(office, payables.cancelRun, president, { runId, reason: '中止' })
  expect(await to({ accountNumber: '9999999' }, 2)).toEqual({ version: 3 })
})

test('the account of the tax withheld stays until the tax is paid', async () => {
  const company = await payingCompany(office)
  const { clerk, president, account } = company
  const vendorId = await placeVendor(company, { name: '税理士', kana: 'ｾﾞｲﾘｼ', withholdingGroup: 'professional' })
  const { runId } = await prepared(company, [
    await placeInvoice(company, vendorId, { total: 110_000, withholding: 10_210 }),
  ])
  await runCommand(office, payables.releaseRun, president, { runId })
  await runCommand(office, payables.takeRunFile, clerk, { runId })
  office.clock.set('2026-12-01T09:00:00+09:00')
  await runCommand(office, payables.markRunPaid, clerk, { runId, paidOn: payOn })
  const set = async (more: object) => {
    const { settings, version } = await runQuery(office, payables.settings, president, {})
    return runCommand(office, payables.setSettings, president, { ...settings, version, ...more })
  }
  const moved = { withheldAccountId: account('仮受金'), withheldSubAccountId: null }
  await expect(set(moved)).rejects.toMatchObject(code('withheld-open', { field: 'withheldAccountId' }))
  await set({ halfYearlyWithholding: false, employees: 10 })
  const { sourceAccountId } = company
  await runCommand(office, payables.payWithholding, clerk, {
    ...{
      period: 'month',
      group: 'professional',
      from: '2026-11-01',
      amount: 10_210,
      paidOn: '2026-12-01',
      sourceAccountId,
    },
  })
  await set(moved)
})

test('of one transfer only one failure is told, and a file that was changed where it is kept is not given out', async () => {
  const company = await payingCompany(office)
  const { clerk, president, companyId } = company
  const vendorId = await placeVendor(company, { name: 'えだまめ', kana: 'ｴﾀﾞﾏﾒ' })
  const { runId } = await prepared(company, [await placeInvoice(company, vendorId, { total: 1_000 })])
  await runCommand(office, payables.releaseRun, president, { runId })
  await runCommand(office, payables.takeRunFile, clerk, { runId })
  const { transfers } = await inTransaction(office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${companyId}, true), set_config('ennoshita.command', 'test', true)`
    await tx.run`update payables.payment_run set file = overlay(file placing '\x31'::bytea from 30) where company_id = ${companyId} and id = ${runId}`
    return {
      transfers: await tx.rows<{
        id: string
      }>`select id from payables.transfer where company_id = ${companyId} and run_id = ${runId}`,
    }
  })
  await expect(runCommand(office, payables.takeRunFile, clerk, { runId, reason: '届いていない' })).rejects.toThrow(
    'not the one that was taken',
  )
  office.clock.set('2026-11-30T16:00:00+09:00')
  const failed = [0, 0].map(() => ({ transferId: transfers[0]?.id ?? '', reason: '口座なし' }))
  await expect(runCommand(office, payables.markRunPaid, clerk, { runId, paidOn: payOn, failed })).rejects.toMatchObject(
    code('failed-twice', { field: 'failed.1.transferId' }),
  )
})

test('between due day and payment: a vendor under 外交員 whose payment slips into another month, and dollars in a file of yen', async () => {
  const company = await payingCompany(office)
  const vendorId = await placeVendor(company, { name: '外交員', kana: 'ｶﾞｲｺｳｲﾝ', withholdingGroup: 'other' })
  const invoiceId = await placeInvoice(company, vendorId, { total: 1_000, dueOn: '2026-12-01' })
  await inTransaction(office.database.owner, async (tx) => {
    const { companyId } = company
    await tx.run`select set_config('ennoshita.company', ${companyId}, true), set_config('ennoshita.command', 'test', true)`
    await tx.run`update payables.vendor set withholding_kind = 'sales-agent' where company_id = ${companyId} and id = ${vendorId}`
    await tx.run`update payables.invoice set currency = 'USD', amount_minor = 1000, rate_millionths = 100000000, rate_on = '2026-10-31', rate_source = 'TTM'
      where company_id = ${companyId} and id = ${invoiceId}`
  })
  const { warnings } = await prepared(company, [invoiceId])
  expect(warnings.map(({ ja }) => ja)).toEqual([
    '外交員：USDの請求書です。計上した円の額をそのまま振り込みます。外国送金は、支払方法を口座振替にして、引落額を入力してください。',
    '外交員：支払期日と違う月に支払います。外交員などの控除（月12万円）は支払った月ごとです。源泉徴収税額を確かめてください。',
  ])
})
