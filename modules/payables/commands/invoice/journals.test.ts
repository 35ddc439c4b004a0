import { runCommand, runQuery } from '@ennoshita/kernel/server'
import type { TestOffice } from '@ennoshita/kernel/test'
import { ledger } from '@ennoshita/ledger'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { payables } from '../../contract.ts'
import { mizuho } from '../payment/paying-company.ts'
import {
  approved,
  details,
  type InvoicingCompany,
  invoicingCompany,
  linesOf,
  openInvoicingOffice,
} from './invoicing-company.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openInvoicingOffice()
})
afterAll(() => office.close())
beforeEach(() => office.clock.set('2026-11-20T09:00:00+09:00'))

const code = (wanted: string, more: object = {}) => ({ face: { code: `payables.${wanted}`, ...more } })

/** The journal of an invoice that is registered, submitted and approved. */
const journalOf = async (company: InvoicingCompany, more: Parameters<typeof approved>[1]) =>
  linesOf(company, (await approved(company, more)).journalId)

/** 仮払消費税等 as the books of the company stand. */
async function taxPaid(company: InvoicingCompany): Promise<number> {
  const asked = { accountId: company.account('仮払消費税等'), fromOn: '2026-04-01', untilOn: '2027-03-31' }
  const { lines } = await runQuery(office, ledger.accountLedgers, company.program, asked)
  return lines.reduce((sum, { side, amount }) => sum + (side === 'debit' ? amount : -amount), 0)
}

/** A bank account of the company to pay from. */
async function bankOf(company: InvoicingCompany): Promise<string> {
  const accountId = company.account('普通預金')
  const { subAccountId } = await runCommand(office, ledger.addSubAccount, company.program, {
    ...{ accountId, code: '1', name: 'みずほ 丸の内' },
  })
  await runCommand(office, ledger.addSubAccount, company.program, {
    ...{ accountId: company.account('預り金'), code: '9', name: '源泉所得税（報酬）' },
  })
  const form = { name: 'みずほ普通', accountId, subAccountId, bank: mizuho }
  return (await runCommand(office, payables.addSourceAccount, company.president, form)).sourceAccountId
}

const pay = async (company: InvoicingCompany, invoiceIds: string[], sourceAccountId: string) => {
  const prepared = { sourceAccountId, invoiceIds, payOn: '2026-11-30', method: 'account-transfer' } as const
  const { runId } = await runCommand(office, payables.prepareRun, company.sato, prepared)
  await runCommand(office, payables.releaseRun, company.president, { runId })
  office.clock.set('2026-12-01T09:00:00+09:00')
  const { transferRows } = await runQuery(office, payables.runDetails, company.president, { runId })
  return { runId, transferId: transferRows[0]?.transferId ?? '', transferRows }
}

/** 平成28年改正法附則52条・53条（令和8年改正後）: 80 % through 2026-09-30, 70 % from 2026-10-01. */
describe('登録のない取引先', () => {
  test.each([
    ['2026-09-30', 102_000, 8_000, '80%控除対象', '課対仕入（控80）10%'],
    ['2026-10-05', 103_000, 7_000, '70%控除対象', '課対仕入（控70）10%'],
  ])('110,000 on %s: cost %i and 仮払 %i', async (on, cost, tax, note, taxClass) => {
    const company = await invoicingCompany(office)
    const vendorId = await company.vendor({ name: '個人商店そら' })
    const days = { serviceFrom: on, serviceUntil: on, bookingMonth: `${on.slice(0, 7)}-01` }
    expect(await journalOf(company, { ...days, vendorId, taxes: [] })).toEqual([
      `借方 外注費 ${cost} (${tax}) ${taxClass} システム保守 ${note}`,
      `借方 仮払消費税等 ${tax} 対象外 システム保守 ${note}`,
      '貸方 未払金 110000 対象外',
    ])
    expect(await taxPaid(company)).toBe(tax)
  })

  test('9/21–10/20, split by line: each part keeps its share, and the books name both', async () => {
    const company = await invoicingCompany(office)
    const vendorId = await company.vendor({ name: '個人商店そら' })
    const line = { accountId: company.account('外注費'), departmentId: company.accounting }
    const lines = [
      {
        ...line,
        description: '保守 9/21–9/30',
        amount: 110_000,
        serviceFrom: '2026-09-21',
        serviceUntil: '2026-09-30',
      },
      {
        ...line,
        description: '保守 10/1–10/20',
        amount: 110_000,
        serviceFrom: '2026-10-01',
        serviceUntil: '2026-10-20',
      },
    ]
    const period = { serviceFrom: '2026-09-21', serviceUntil: '2026-10-20', taxes: [], total: 220_000 }
    expect(await journalOf(company, { ...period, vendorId, lines })).toEqual([
      '借方 外注費 102000 (8000) 課対仕入（控80）10% 保守 9/21–9/30 80%控除対象',
      '借方 仮払消費税等 8000 対象外 保守 9/21–9/30 80%控除対象',
      '借方 外注費 103000 (7000) 課対仕入（控70）10% 保守 10/1–10/20 70%控除対象',
      '借方 仮払消費税等 7000 対象外 保守 10/1–10/20 70%控除対象',
      '貸方 未払金 220000 対象外',
    ])
  })

  test('少額特例: 9,900 is deducted whole where 基準期間 allows it, in part while the company does not use it', async () => {
    const company = await invoicingCompany(office)
    const vendorId = await company.vendor({ name: '個人商店そら' })
    const small = (vendorNumber: string, amount = 9_900) => ({
      ...{ vendorId, vendorNumber, invoicedOn: `2026-10-2${vendorNumber}`, taxes: [], total: amount },
      lines: [{ accountId: company.account('消耗品費'), description: '文具', amount }],
    })
    expect((await journalOf(company, small('1')))[1]).toBe('借方 仮払消費税等 630 対象外 文具 70%控除対象')
    const set = async (more: object) => {
      const { settings, version } = await runQuery(office, payables.settings, company.president, {})
      return runCommand(office, payables.setSettings, company.president, { ...settings, version, ...more })
    }
    await expect(set({ usesSmallAmount: true, basePeriodSales: 100_000_001 })).rejects.toMatchObject({
      face: { field: 'basePeriodSales' },
    })
    await set({ usesSmallAmount: true, basePeriodSales: 100_000_000 })
    expect(await journalOf(company, small('2'))).toEqual([
      '借方 消耗品費 9000 (900) 課対仕入（少額）10% 文具',
      '借方 仮払消費税等 900 対象外 文具',
      '貸方 未払金 9900 対象外',
    ])
    expect((await journalOf(company, small('3', 10_000)))[1]).toBe('借方 仮払消費税等 636 対象外 文具 70%控除対象')
  })

  test('免税の個人 with withholding: what is not deducted is cost, and the tax of 205条 waits in 未払金 until the payment', async () => {
    const company = await invoicingCompany(office)
    const sourceAccountId = await bankOf(company)
    const vendorId = await company.vendor({
      ...{ name: '山田デザイン', isIndividual: true, withholdingKind: 'general', method: 'account-transfer' },
    })
    const first = await approved(company, { vendorId })
    expect(await linesOf(company, first.journalId)).toEqual([
      '借方 外注費 103000 (7000) 課対仕入（控70）10% システム保守 70%控除対象',
      '借方 仮払消費税等 7000 対象外 システム保守 70%控除対象',
      '貸方 未払金 110000 対象外',
    ])
    const million = { total: 1_100_000, taxes: [{ taxKind: 'standard' as const, base: 1_100_000, tax: 100_000 }] }
    const lines = [{ accountId: company.account('外注費'), description: 'ロゴ', amount: 1_100_000 }]
    const second = await approved(company, { vendorId, vendorNumber: 'Y-2', ...million, lines })
    // 10,210 of 100,000; both together are 1,100,000: 102,100 + 100,000 × 20.42 % = 122,520
    const withheld = await Promise.all(
      [first, second].map(async ({ invoiceId }) => (await details(company, invoiceId)).withholding),
    )
    expect(withheld).toEqual([10_210, 112_310])
    const { runId } = await pay(company, [first.invoiceId, second.invoiceId], sourceAccountId)
    await runCommand(office, payables.markRunPaid, company.sato, { runId, paidOn: '2026-11-30' })
    const { transferRows } = await runQuery(office, payables.runDetails, company.president, { runId })
    expect(await linesOf(company, transferRows[0]?.journal?.journalId ?? '')).toEqual([
      '借方 未払金 1210000 対象外 請求書 受付1（E-1001）・請求書 受付2（Y-2）',
      '貸方 預り金 122520 対象外 源泉所得税',
      '貸方 普通預金 1087480 対象外',
    ])
  })
})

test('a fee that was reckoned together with one cancelled since is told when it is to be paid', async () => {
  const company = await invoicingCompany(office)
  const sourceAccountId = await bankOf(company)
  const vendorId = await company.vendor({
    ...{
      name: '司法書士みらい',
      isIndividual: true,
      withholdingKind: 'judicial-scrivener',
      method: 'account-transfer',
    },
  })
  const first = await approved(company, { vendorId })
  const second = await approved(company, { vendorId, vendorNumber: 'Y-2', invoicedOn: '2026-10-30' })
  const warnings = async (invoiceIds: string[]) => {
    const run = { sourceAccountId, invoiceIds, payOn: '2026-11-30', method: 'account-transfer' } as const
    const prepared = await runCommand(office, payables.prepareRun, company.sato, run)
    await runCommand(office, payables.cancelRun, company.sato, { runId: prepared.runId, reason: '試算' })
    return prepared.warnings.map(({ ja }) => ja)
  }
  expect(await warnings([first.invoiceId, second.invoiceId])).toEqual([])
  await runCommand(office, payables.cancelInvoice, company.sato, { invoiceId: first.invoiceId, reason: '誤り' })
  expect(await warnings([second.invoiceId])).toEqual([
    '司法書士みらい：一緒に支払う報酬100,000円の源泉徴収税額は法令どおりなら9,189円ですが、請求書の合計は10,210円です。取り消した請求書がないか確かめ、違うときは訂正してください。',
  ])
})

test('10 % and 8 % 軽減 on one paper with a T-number: each rate rounded once, a yen per line wrong is refused', async () => {
  const company = await invoicingCompany(office)
  const line = (name: string, amount: number, taxKind: 'standard' | 'reduced', description: string) => ({
    ...{ accountId: company.account(name), amount, taxKind, description },
  })
  const paper = (tax: number) => ({
    ...{ includesTax: false, total: 1_999 + 199 + 2_997 + tax },
    taxes: [
      { taxKind: 'standard' as const, base: 1_999, tax: 199 },
      { taxKind: 'reduced' as const, base: 2_997, tax },
    ],
    lines: [
      line('消耗品費', 1_999, 'standard', '紙皿'),
      line('会議費', 999, 'reduced', '弁当'),
      line('会議費', 999, 'reduced', 'お茶'),
      line('会議費', 999, 'reduced', '菓子'),
    ],
  })
  await expect(approved(company, paper(237))).rejects.toMatchObject(code('rounded-per-line', { field: 'taxes.1.tax' })) // 79 × 3
  expect(await journalOf(company, { ...paper(239), vendorNumber: 'E-2' })).toEqual([
    '借方 消耗品費 1999 (199) 課対仕入10% 紙皿',
    '借方 仮払消費税等 199 対象外 紙皿',
    '借方 会議費 999 (80) 課対仕入8%（軽） 弁当',
    '借方 仮払消費税等 80 対象外 弁当',
    '借方 会議費 999 (80) 課対仕入8%（軽） お茶',
    '借方 仮払消費税等 80 対象外 お茶',
    '借方 会議費 999 (79) 課対仕入8%（軽） 菓子',
    '借方 仮払消費税等 79 対象外 菓子',
    '貸方 未払金 5434 対象外',
  ])
})

test('返還請求書: posted the other way, then set off in one payment of the vendor', async () => {
  const company = await invoicingCompany(office)
  const sourceAccountId = await bankOf(company)
  const vendorId = await company.vendor({
    ...{ name: '株式会社ひよこ', method: 'account-transfer', registrationNumber: 'T4011001098993' },
  })
  const note = {
    ...{ kind: 'credit-note' as const, vendorId, vendorNumber: 'R-1', total: 33_000 },
    taxes: [{ taxKind: 'standard' as const, base: 33_000, tax: 3_000 }],
    lines: [{ accountId: company.account('外注費'), description: '返品', amount: 33_000 }],
  }
  const credit = await approved(company, note)
  expect(await linesOf(company, credit.journalId)).toEqual([
    '借方 未払金 33000 対象外',
    '貸方 外注費 30000 (3000) 課対仕返10% 返品',
    '貸方 仮払消費税等 3000 対象外 返品',
  ])
  await expect(pay(company, [credit.invoiceId], sourceAccountId)).rejects.toMatchObject(code('offset-too-large'))
  const invoice = await approved(company, { vendorId })
  const { runId, transferRows } = await pay(company, [credit.invoiceId, invoice.invoiceId], sourceAccountId)
  expect(transferRows.map(({ total, sent }) => [total, sent])).toEqual([[77_000, 77_000]])
  await runCommand(office, payables.markRunPaid, company.sato, { runId, paidOn: '2026-11-30' })
  const paid = await runQuery(office, payables.runDetails, company.president, { runId })
  expect(await linesOf(company, paid.transferRows[0]?.journal?.journalId ?? '')).toEqual([
    '貸方 未払金 33000 対象外 赤伝 受付1（R-1）',
    '借方 未払金 110000 対象外 請求書 受付2（E-1001）',
    '貸方 普通預金 77000 対象外',
  ])
  const cancel = { invoiceId: credit.invoiceId, reason: '誤り' }
  await expect(runCommand(office, payables.cancelInvoice, company.sato, cancel)).rejects.toMatchObject(
    code('paid-already'),
  )
})

describe('外貨の請求書', () => {
  const dollars = (company: InvoicingCompany, vendorId: string) => ({
    ...{ vendorId, vendorNumber: 'US-1', total: 154_320, taxes: [] },
    lines: [
      {
        accountId: company.account('外注費'),
        description: 'API usage',
        amount: 154_320,
        taxKind: 'out-of-scope' as const,
      },
    ],
    foreign: {
      ...{ currency: 'USD', amountMinor: 100_000, rateMillionths: 154_320_000 },
      ...{ rateOn: '2026-10-31', rateSource: '三菱UFJ銀行 TTM' },
    },
  })

  test.each([
    [156_000, '借方 為替差損 1680 対象外 外貨の決済差額', -156_000],
    [152_000, '貸方 為替差益 2320 対象外 外貨の決済差額', -152_000],
  ])('USD 1,000.00 at 154.32 is booked as 154,320; %i taken makes the difference', async (amount, difference) => {
    const company = await invoicingCompany(office)
    const sourceAccountId = await bankOf(company)
    const vendorId = await company.vendor({ name: 'Cloud Inc.', method: 'account-transfer' })
    const { invoiceId, journalId } = await approved(company, dollars(company, vendorId))
    expect(await linesOf(company, journalId)).toEqual([
      '借方 外注費 154320 対象外 API usage',
      '貸方 未払金 154320 対象外',
    ])
    const { runId, transferId } = await pay(company, [invoiceId], sourceAccountId)
    const mark = (taken: { transferId: string; amount: number }[]) =>
      runCommand(office, payables.markRunPaid, company.sato, { runId, paidOn: '2026-11-30', taken })
    await expect(mark([{ transferId, amount: 1_560_000 }])).rejects.toMatchObject(code('taken-far-off'))
    await expect(mark([{ transferId: runId, amount }])).rejects.toMatchObject({ face: { code: 'kernel.not-found' } })
    expect(await mark([{ transferId, amount }])).toMatchObject({ paid: 1, total: amount })
    const { transferRows } = await runQuery(office, payables.runDetails, company.president, { runId })
    expect(transferRows[0]).toMatchObject({ isForeign: true, sent: 154_320, taken: amount })
    expect((await linesOf(company, transferRows[0]?.journal?.journalId ?? '')).slice(1)).toEqual([
      difference,
      `貸方 普通預金 ${amount} 対象外`,
    ])
    expect((await company.story()).slice(-6).map((line) => line.replace(/（.*/, ''))).toEqual([
      '11/20 09:00 佐藤 請求書を登録した',
      '11/20 09:00 佐藤 請求書の承認を申請した',
      '11/20 09:00 営業部長 請求書を承認し、計上した',
      '11/20 09:00 佐藤 支払を準備した',
      '11/20 09:00 社長 支払を承認した',
      '12/01 09:00 佐藤 支払った',
    ])
  })

  test('another amount is taken of no invoice in yen', async () => {
    const company = await invoicingCompany(office)
    const sourceAccountId = await bankOf(company)
    const vendorId = await company.vendor({ name: '電力株式会社', method: 'account-transfer' })
    const { invoiceId } = await approved(company, { vendorId })
    const { runId, transferId } = await pay(company, [invoiceId], sourceAccountId)
    const taken = [{ transferId, amount: 100_000 }]
    await expect(
      runCommand(office, payables.markRunPaid, company.sato, { runId, paidOn: '2026-11-30', taken }),
    ).rejects.toMatchObject(code('taken-as-owed', { field: 'taken.0.transferId' }))
  })
})
