import { inTransaction, newId, runCommand, runQuery } from '@ennoshita/kernel/server'
import type { TestOffice } from '@ennoshita/kernel/test'
import { ledger } from '@ennoshita/ledger'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { payables } from '../../contract.ts'
import {
  balanceOf,
  linesOf,
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

function prepare(company: PayingCompany, invoiceIds: string[], more = {}) {
  const { clerk, sourceAccountId } = company
  return runCommand(office, payables.prepareRun, clerk, { sourceAccountId, payOn, invoiceIds, ...more })
}

/** Puts another account of the vendor before whoever confirms it. */
async function changeAccount({ companyId }: PayingCompany, vendorId: string, state: 'waiting' | 'confirmed') {
  await inTransaction(office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${companyId}, true), set_config('ennoshita.command', 'test', true)`
    if (state === 'waiting')
      await tx.run`insert into payables.vendor_bank_account (company_id, id, vendor_id, bank_code, branch_code, account_type, account_number, holder,
          holder_kana, entered_at, entered_by)
        values (${companyId}, ${newId()}, ${vendorId}, '0009', '123', 'ordinary', '1111111', '新口座', 'ｼﾝｺｳｻﾞ', '2026-11-20T00:00:00Z', ${newId()})`
    else {
      await tx.run`update payables.vendor_bank_account set state = 'replaced' where company_id = ${companyId} and vendor_id = ${vendorId} and state = 'confirmed'`
      await tx.run`update payables.vendor_bank_account set state = 'confirmed', confirmed_by = ${newId()}, confirmed_at = '2026-11-20T01:00:00Z',
          called_name = '経理 佐藤様', called_number = '03-1234-5678', called_at = '2026-11-20T01:00:00Z'
        where company_id = ${companyId} and vendor_id = ${vendorId} and state = 'waiting'`
    }
  })
}

describe('準備で断られること', () => {
  test('a day on which banks are closed, that has passed, or whose cut-off has passed', async () => {
    const company = await payingCompany(office)
    const vendorId = await placeVendor(company, { name: 'えだまめ', kana: 'ｴﾀﾞﾏﾒ' })
    const invoiceIds = [await placeInvoice(company, vendorId, { total: 1_000 })]
    await expect(prepare(company, invoiceIds, { payOn: '2026-11-23' })).rejects.toMatchObject({
      face: {
        code: 'payables.not-a-bank-day',
        field: 'payOn',
        todo: { ja: '前の営業日は2026年11月20日、次の営業日は2026年11月24日です。' },
      },
    })
    await expect(prepare(company, invoiceIds, { payOn: '2026-11-19' })).rejects.toMatchObject({
      face: { code: 'payables.pay-on-past' },
    })
    await expect(prepare(company, invoiceIds, { payOn: '2029-11-19' })).rejects.toMatchObject({
      face: { code: 'payables.pay-on-out-of-reach' },
    })
    office.clock.set('2026-11-20T15:00:01+09:00')
    await expect(prepare(company, invoiceIds, { payOn: '2026-11-24' })).rejects.toMatchObject({
      face: {
        code: 'payables.cut-off-passed',
        what: { ja: '2026年11月24日の振込は、「みずほ普通」の締切（1営業日前の15:00）を過ぎています。' },
        todo: { ja: expect.stringContaining('2026年11月25日以後') },
      },
    })
    const late = await prepare(company, invoiceIds, { payOn: '2026-11-24', lateReason: '窓口で当日扱いの了解を得た' })
    expect(late.warnings.map(({ ja }) => ja)).toEqual([
      '銀行の締切を過ぎています。銀行が受け付けるか確かめてください。',
    ])
  })

  test('an invoice that is not approved, not there, of another company, or already in a run', async () => {
    const [company, other] = [await payingCompany(office), await payingCompany(office)]
    const vendorId = await placeVendor(company, { name: 'えだまめ', kana: 'ｴﾀﾞﾏﾒ' })
    const submitted = await placeInvoice(company, vendorId, { total: 1_000, state: 'submitted' })
    const good = await placeInvoice(company, vendorId, { total: 2_000 })
    const theirs = await placeInvoice(other, await placeVendor(other, { name: '他社', kana: 'ﾀｼﾔ' }), { total: 3_000 })
    await expect(prepare(company, [good, submitted])).rejects.toMatchObject({
      face: { code: 'payables.not-approved', field: 'invoiceIds.1' },
    })
    await expect(prepare(company, [theirs])).rejects.toMatchObject({
      face: { code: 'kernel.not-found', field: 'invoiceIds.0' },
    })
    await expect(prepare(company, [good], { sourceAccountId: other.sourceAccountId })).rejects.toMatchObject({
      face: { code: 'kernel.not-found', field: 'sourceAccountId' },
    })
    await prepare(company, [good])
    await expect(prepare(company, [good])).rejects.toMatchObject({
      face: { code: 'payables.planned-already', what: { ja: 'えだまめ（受付2）は、支払 No.1に入っています。' } },
    })
  })

  test('a vendor that is paid otherwise, and a fee taken off a vendor under 取適法, consent or not', async () => {
    const company = await payingCompany(office)
    const card = await placeVendor(company, { name: 'カード払い', kana: 'ｶ-ﾄﾞ', method: 'card' })
    await expect(prepare(company, [await placeInvoice(company, card, { total: 1_000 })])).rejects.toMatchObject({
      face: { code: 'payables.method' },
    })
    const small = await placeVendor(company, { name: '小さな工場', kana: 'ﾁｲｻﾅ', lawClass: 'toritekihou' })
    const invoiceIds = [await placeInvoice(company, small, { total: 50_000 })]
    await expect(prepare(company, invoiceIds, { feeBearer: 'payee' })).rejects.toMatchObject({
      face: {
        code: 'payables.fee-on-payee',
        field: 'feeBearer',
        what: { ja: expect.stringContaining('合意があっても代金の減額') },
      },
    })
    const { runId } = await prepare(company, invoiceIds)
    const { transferRows } = await runQuery(office, payables.runDetails, company.clerk, { runId })
    expect([transferRows[0]?.sent, transferRows[0]?.feeByUs]).toEqual([50_000, 660])
  })

  test('tax withheld while 預り金 has no sub-account for it: said before anything is transferred', async () => {
    const company = await payingCompany(office, { withheldPart: '住民税' })
    const designer = await placeVendor(company, { name: '山田デザイン', kana: 'ﾔﾏﾀﾞ' })
    const [plain, withTax] = [
      await placeInvoice(company, designer, { total: 11_000 }),
      await placeInvoice(company, designer, { total: 55_000, withholding: 5_105 }),
    ]
    await expect(prepare(company, [plain, withTax])).rejects.toMatchObject({
      face: { code: 'payables.no-withheld-part', field: 'invoiceIds.1' },
    })
    await prepare(company, [plain])
  })

  test('names the vendor of a due date after day 60 or one month after the closing, and pays it nevertheless', async () => {
    const company = await payingCompany(office)
    const vendorId = await placeVendor(company, { name: '小さな工場', kana: 'ﾁｲｻﾅ', lawClass: 'toritekihou' })
    const invoice = { total: 1_000, serviceFrom: '2026-10-01', dueOn: '2026-12-31' }
    const { warnings } = await prepare(company, [await placeInvoice(company, vendorId, invoice)])
    expect(warnings.map(({ ja }) => ja)).toEqual([
      '小さな工場：支払期日2026年12月31日は受領日から92日目で、法律上の期限2026年11月29日を過ぎています。',
    ])
  })
})

describe('変更された口座', () => {
  test('holds the payment at every step until a second person has confirmed it, and then only the new one is paid', async () => {
    const company = await payingCompany(office)
    const { clerk, president } = company
    const vendorId = await placeVendor(company, { name: 'えだまめ', kana: 'ｴﾀﾞﾏﾒ' })
    const invoiceId = await placeInvoice(company, vendorId, { total: 1_000 })
    const { runId } = await prepare(company, [invoiceId])
    await changeAccount(company, vendorId, 'waiting')
    await expect(runCommand(office, payables.releaseRun, president, { runId })).rejects.toMatchObject({
      face: { code: 'payables.account-waiting' },
    })
    const held = await runQuery(office, payables.runDetails, clerk, { runId })
    expect(held.transferRows[0]?.findings.map(({ level, code }) => `${level} ${code}`)).toEqual([
      'hold account-waiting',
    ])
    await changeAccount(company, vendorId, 'confirmed')
    await expect(runCommand(office, payables.releaseRun, president, { runId })).rejects.toMatchObject({
      face: { code: 'payables.account-changed' },
    })
    await runCommand(office, payables.changeRun, clerk, { runId })
    await runCommand(office, payables.releaseRun, president, { runId })
    await changeAccount(company, vendorId, 'waiting')
    await expect(runCommand(office, payables.takeRunFile, clerk, { runId })).rejects.toMatchObject({
      face: { code: 'payables.account-waiting' },
    })
    await expect(prepare(company, [await placeInvoice(company, vendorId, { total: 9 })])).rejects.toMatchObject({
      face: { code: 'payables.account-waiting', field: 'invoiceIds.0' },
    })
  })
})

describe('順序と締め', () => {
  test('refuses to pay before the release and the file, in a locked month, and twice', async () => {
    const company = await payingCompany(office)
    const { clerk, president } = company
    const vendorId = await placeVendor(company, { name: 'えだまめ', kana: 'ｴﾀﾞﾏﾒ' })
    const { runId } = await prepare(company, [await placeInvoice(company, vendorId, { total: 1_000 })])
    const pay = (paidOn = payOn) => runCommand(office, payables.markRunPaid, clerk, { runId, paidOn })
    await expect(pay()).rejects.toMatchObject({ face: { code: 'payables.run-state' } })
    await expect(runCommand(office, payables.takeRunFile, clerk, { runId })).rejects.toMatchObject({
      face: { code: 'payables.run-state' },
    })
    await runCommand(office, payables.releaseRun, president, { runId })
    await expect(runCommand(office, payables.changeRun, clerk, { runId })).rejects.toMatchObject({
      face: { code: 'payables.run-state' },
    })
    await expect(pay()).rejects.toMatchObject({ face: { todo: { ja: '先に総合振込ファイルを出力してください。' } } })
    await runCommand(office, payables.takeRunFile, clerk, { runId })
    await expect(pay()).rejects.toMatchObject({ face: { code: 'payables.not-yet' } })
    office.clock.set('2026-12-01T09:00:00+09:00')
    await expect(pay('2026-11-27')).rejects.toMatchObject({ face: { code: 'payables.paid-too-early' } })
    await runCommand(office, ledger.lockMonth, president, { month: '2026-11-01' })
    await expect(pay()).rejects.toMatchObject({ face: { code: 'ledger.month-locked', field: 'paidOn' } })
    await pay('2026-12-01')
    await expect(pay('2026-12-01')).rejects.toMatchObject({ face: { code: 'payables.run-state' } })
    expect(await balanceOf(company, '未払金')).toBe(0)
  })

  test('refuses a source account whose kana no bank takes, and closes one only when nothing is to be paid from it', async () => {
    const company = await payingCompany(office)
    const { president, account, subAccountId, sourceAccountId } = company
    const form = { name: '別口座', accountId: account('普通預金'), subAccountId }
    const add = (bank: object, more = {}) =>
      runCommand(office, payables.addSourceAccount, president, { ...form, bank: { ...mizuho, ...bank }, ...more })
    await expect(add({ clientKana: '株式会社見本' })).rejects.toMatchObject({
      face: { code: 'payables.bank-kana', field: 'bank.clientKana' },
    })
    await expect(add({ branchKana: 'ヒガシトウキヨウエイギヨウブ' })).rejects.toMatchObject({
      face: { code: 'payables.name-too-long' },
    })
    await expect(add({ clientCode: '123' })).rejects.toMatchObject({ face: { field: 'bank.clientCode' } })
    await expect(add({}, { subAccountId: null })).rejects.toMatchObject({ face: { field: 'subAccountId' } })
    await expect(add({}, { name: 'みずほ普通' })).rejects.toMatchObject({ face: { code: 'payables.name-taken' } })
    const vendorId = await placeVendor(company, { name: 'えだまめ', kana: 'ｴﾀﾞﾏﾒ' })
    const { runId } = await prepare(company, [await placeInvoice(company, vendorId, { total: 1_000 })])
    const close = () => runCommand(office, payables.closeSourceAccount, president, { sourceAccountId })
    await expect(close()).rejects.toMatchObject({ face: { code: 'payables.has-open-runs' } })
    await runCommand(office, payables.cancelRun, president, { runId, reason: '中止' })
    await close()
    await expect(prepare(company, [newId()])).rejects.toMatchObject({ face: { code: 'payables.source-closed' } })
  })
})

describe('源泉所得税の納付', () => {
  test('is due by the 10th for designers and half-yearly for 士業 with 納期の特例, moved over days off, and paid once', async () => {
    const company = await payingCompany(office)
    const { clerk, president, companyId, sourceAccountId } = company
    const designer = await placeVendor(company, { name: 'デザイナー', kana: 'ﾃﾞｻﾞｲﾅ-', withholdingGroup: 'other' })
    const accountant = await placeVendor(company, { name: '税理士', kana: 'ｾﾞｲﾘｼ', withholdingGroup: 'professional' })
    const invoiceIds = [
      await placeInvoice(company, designer, { total: 55_000, withholding: 5_105 }),
      await placeInvoice(company, accountant, { total: 110_000, withholding: 10_210 }),
    ]
    const { runId } = await prepare(company, invoiceIds)
    await runCommand(office, payables.releaseRun, president, { runId })
    await runCommand(office, payables.takeRunFile, clerk, { runId })
    office.clock.set('2026-12-01T09:00:00+09:00')
    await runCommand(office, payables.markRunPaid, clerk, { runId, paidOn: payOn })
    const dues = async () =>
      (await runQuery(office, payables.withholdingDues, clerk, {})).map((due) =>
        [due.group, due.from, due.until, due.dueOn, `${due.payees}人`, due.paidTotal, due.open].join(' '),
      )
    expect(await dues()).toEqual([
      'professional 2026-11-01 2026-11-30 2026-12-10 1人 110000 10210',
      'other 2026-11-01 2026-11-30 2026-12-10 1人 55000 5105',
    ])
    const settings = await runQuery(office, payables.settings, president, {})
    await runCommand(office, payables.setSettings, president, {
      ...settings.settings,
      version: settings.version,
      halfYearlyWithholding: true,
    })
    expect(await dues()).toEqual([
      'other 2026-11-01 2026-11-30 2026-12-10 1人 55000 5105',
      'professional 2026-07-01 2026-12-31 2027-01-20 1人 110000 10210',
    ])
    const order = {
      period: 'month',
      group: 'other',
      from: '2026-11-01',
      amount: 5_105,
      paidOn: '2026-12-01',
      sourceAccountId,
    } as const
    const pay = (more = {}) => runCommand(office, payables.payWithholding, clerk, { ...order, ...more })
    await expect(pay({ amount: 5_000 })).rejects.toMatchObject({
      face: { code: 'payables.withholding-amount', field: 'amount' },
    })
    await expect(pay({ from: '2026-10-01' })).rejects.toMatchObject({ face: { code: 'kernel.not-found' } })
    const half = { period: 'half-year', group: 'professional', from: '2026-07-01', amount: 10_210 }
    await expect(pay(half)).rejects.toMatchObject({ face: { code: 'payables.period-not-over' } })
    const twice = await Promise.allSettled([pay(), pay()])
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    office.clock.set('2027-01-19T09:00:00+09:00')
    const { journalId } = await pay({ ...half, paidOn: '2027-01-19' })
    expect(await linesOf(company, journalId)).toEqual(['debit 預り金 10210', 'credit 普通預金 10210'])
    expect([await balanceOf(company, '預り金'), companyId]).toEqual([0, companyId])
  })
})
