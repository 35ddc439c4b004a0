import { createHash } from 'node:crypto'
import { readZengin } from '@ennoshita/formats'
import { inTransaction, newId, runCommand, runQuery } from '@ennoshita/kernel/server'
import { storyOf, type TestOffice } from '@ennoshita/kernel/test'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { payables } from '../../contract.ts'
import {
  balanceOf,
  linesOf,
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

/** Prepares as the clerk, releases as the president. */
async function released(company: PayingCompany, invoiceIds: string[], more = {}) {
  const { clerk, president, sourceAccountId } = company
  const prepared = await runCommand(office, payables.prepareRun, clerk, { sourceAccountId, payOn, invoiceIds, ...more })
  await runCommand(office, payables.releaseRun, president, { runId: prepared.runId })
  return prepared
}

async function bytesOf({ clerk }: PayingCompany, takeId: string): Promise<Uint8Array> {
  const file = await runQuery(office, payables.runFiles, clerk, { takeId })
  if (!('bytes' in file.content)) throw new Error('no bytes')
  return file.content.bytes
}

/** As above, its file taken, and paid on the day. */
async function paid(company: PayingCompany, invoiceIds: string[], more = {}) {
  const { runId } = await released(company, invoiceIds, more)
  await runCommand(office, payables.takeRunFile, company.clerk, { runId })
  office.clock.set('2026-11-30T16:00:00+09:00')
  await runCommand(office, payables.markRunPaid, company.clerk, { runId, paidOn: payOn })
  return runQuery(office, payables.runDetails, company.clerk, { runId })
}

describe('支払の一通り', () => {
  test('is prepared by one, released by another, written for the bank, paid and booked', async () => {
    const company = await payingCompany(office)
    const { clerk } = company
    const edamame = await placeVendor(company, { name: '株式会社えだまめ商事', kana: 'ｴﾀﾞﾏﾒｼﾖｳｼﾞ' })
    const sora = await placeVendor(company, {
      name: '空豆税理士事務所',
      kana: 'ｿﾗﾏﾒ',
      bankCode: '0001',
      withholdingGroup: 'professional',
    })
    const [one, two] = [
      await placeInvoice(company, edamame, { total: 110_000 }),
      await placeInvoice(company, edamame, { total: 22_000 }),
    ]
    const three = await placeInvoice(company, sora, { total: 110_000, withholding: 10_210 })
    const open = await runQuery(office, payables.payableInvoices, clerk, {})
    expect(open.invoices.map((each) => [each.vendorName, each.payOn, each.payable, each.findings.length])).toEqual([
      ['株式会社えだまめ商事', '2026-11-30', 110_000, 0],
      ['株式会社えだまめ商事', '2026-11-30', 22_000, 0],
      ['空豆税理士事務所', '2026-11-30', 99_790, 0],
    ])
    const { runId, transfers, total } = await released(company, [one, two, three])
    expect([transfers, total]).toEqual([2, 231_790])
    const taken = await runCommand(office, payables.takeRunFile, clerk, { runId })
    const bytes = await bytesOf(company, taken.takeId)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(taken.sha256)
    const { files, faults } = readZengin(bytes, { near: '2026-11-20' })
    expect(faults).toEqual([])
    expect(files).toMatchObject([
      {
        kind: '21',
        header: {
          clientCode: '1234567890',
          clientName: 'ｶ)ｻﾝﾌﾟﾙ',
          transferDate: '2026-11-30',
          bankCode: '0001',
          bankName: 'ﾐｽﾞﾎ',
        },
        records: [
          { accountName: 'ｴﾀﾞﾏﾒｼﾖｳｼﾞ', amount: 132_000, bankCode: '0005' },
          { accountName: 'ｿﾗﾏﾒ', amount: 99_790, bankCode: '0001' },
        ],
        trailer: { count: 2, total: 231_790 },
      },
    ])
    office.clock.set('2026-11-30T16:00:00+09:00')
    expect(await runCommand(office, payables.markRunPaid, clerk, { runId, paidOn: payOn })).toMatchObject({
      paid: 2,
      total: 231_790,
    })
    const shown = await runQuery(office, payables.runDetails, clerk, { runId })
    expect(shown).toMatchObject({
      number: 1,
      state: 'paid',
      total: 231_790,
      sums: { total: 242_000, withheld: 10_210, feesByUs: 880, sent: 231_790 },
    })
    const [first, second] = shown.transferRows
    expect(await linesOf(company, first?.journal?.journalId ?? '')).toEqual([
      'debit 未払金 132000',
      'debit 支払手数料 600',
      'debit 仮払消費税等 60',
      'credit 普通預金 132000',
      'credit 普通預金 660',
    ])
    expect(await linesOf(company, second?.journal?.journalId ?? '')).toEqual([
      'debit 未払金 110000',
      'debit 支払手数料 200',
      'debit 仮払消費税等 20',
      'credit 預り金 10210',
      'credit 普通預金 99790',
      'credit 普通預金 220',
    ])
    expect(await balanceOf(company, '未払金')).toBe(0)
    expect((await runQuery(office, payables.payableInvoices, clerk, {})).invoices).toEqual([])
    expect((await storyOf(office, company.companyId, company.names)).slice(-4)).toEqual([
      '11/20 09:00 担当 支払を準備した（2026年11月30日の支払 みずほ普通）',
      '11/20 09:00 社長 支払を承認した（2026年11月30日の支払 みずほ普通）',
      '11/20 09:00 担当 総合振込ファイルを出力した（2026年11月30日の支払 みずほ普通）',
      '11/30 16:00 担当 支払った（2026年11月30日 支払 株式会社えだまめ商事・2026年11月30日 支払 空豆税理士事務所・2026年11月30日の支払 みずほ普通）',
    ])
  })

  test('sets a credit note off, never below zero, and books it on the other side of the debt', async () => {
    const company = await payingCompany(office)
    const { clerk, sourceAccountId } = company
    const vendorId = await placeVendor(company, { name: '赤伝工業', kana: 'ｱｶﾃﾞﾝ' })
    const invoice = await placeInvoice(company, vendorId, { total: 50_000 })
    const credit = await placeInvoice(company, vendorId, { total: 20_000, kind: 'credit-note' })
    const alone = runCommand(office, payables.prepareRun, clerk, { sourceAccountId, payOn, invoiceIds: [credit] })
    await expect(alone).rejects.toMatchObject({
      face: {
        code: 'payables.offset-too-large',
        what: { ja: '赤伝工業への支払は、赤伝を差し引くと20,000円足りません。' },
      },
    })
    const shown = await paid(company, [invoice, credit])
    expect(shown.transferRows.map(({ sent, feeByUs }) => [sent, feeByUs])).toEqual([[30_000, 660]])
    expect(await linesOf(company, shown.transferRows[0]?.journal?.journalId ?? '')).toEqual([
      'debit 未払金 50000',
      'credit 未払金 20000',
      'debit 支払手数料 600',
      'debit 仮払消費税等 60',
      'credit 普通預金 30000',
      'credit 普通預金 660',
    ])
  })

  test('that is set off to nothing has no file and is marked as paid', async () => {
    const company = await payingCompany(office)
    const { clerk } = company
    const vendorId = await placeVendor(company, { name: '同額商店', kana: 'ﾄﾞｳｶﾞｸ' })
    const invoice = await placeInvoice(company, vendorId, { total: 9_000 })
    const credit = await placeInvoice(company, vendorId, { total: 9_000, kind: 'credit-note' })
    const { runId } = await released(company, [invoice, credit])
    await expect(runCommand(office, payables.takeRunFile, clerk, { runId })).rejects.toMatchObject({
      face: { code: 'payables.nothing-to-send' },
    })
    office.clock.set('2026-11-30T16:00:00+09:00')
    await runCommand(office, payables.markRunPaid, clerk, { runId, paidOn: payOn })
    expect(await balanceOf(company, '未払金')).toBe(0)
  })
})

describe('戻ってきた振込', () => {
  test('takes the payment back, keeps the fee as cost, and lets the invoices be paid anew', async () => {
    const company = await payingCompany(office)
    const { clerk } = company
    const vendorId = await placeVendor(company, { name: '先方負担堂', kana: 'ｾﾝﾎﾟｳ', feeBearer: 'payee' })
    const invoice = await placeInvoice(company, vendorId, { total: 44_000 })
    const shown = await paid(company, [invoice])
    const [transfer] = shown.transferRows
    expect([transfer?.sent, transfer?.feeByPayee, transfer?.feeByUs]).toEqual([43_340, 660, 0])
    const returned = {
      transferId: transfer?.transferId ?? '',
      returnedOn: '2026-12-02',
      reason: '口座番号相違',
      returnFee: 880,
    }
    await expect(runCommand(office, payables.recordReturnedPayment, clerk, returned)).rejects.toMatchObject({
      face: { code: 'payables.not-yet' },
    })
    office.clock.set('2026-12-02T10:00:00+09:00')
    const answer = await runCommand(office, payables.recordReturnedPayment, clerk, returned)
    expect(answer.invoiceIds).toEqual([invoice])
    expect(await linesOf(company, answer.journalId)).toEqual([
      'debit 普通預金 43340',
      'debit 支払手数料 600',
      'debit 仮払消費税等 60',
      'debit 支払手数料 800',
      'debit 仮払消費税等 80',
      'credit 未払金 44000',
      'credit 普通預金 880',
    ])
    await expect(runCommand(office, payables.recordReturnedPayment, clerk, returned)).rejects.toMatchObject({
      face: { code: 'payables.returned-already' },
    })
    const open = await runQuery(office, payables.payableInvoices, clerk, {})
    expect(open.invoices.map(({ invoiceId, isOverdue }) => [invoiceId, isOverdue])).toEqual([[invoice, true]])
    await released(company, [invoice], { payOn: '2026-12-07' })
    expect((await storyOf(office, company.companyId, company.names)).slice(-3)).toEqual([
      '12/02 10:00 担当 振込が戻ってきた（組戻し）（2026年11月30日 支払 先方負担堂・2026年12月2日 組戻し 支払 No.1・2026年11月30日の支払 みずほ普通）',
      '12/02 10:00 担当 支払を準備した（2026年12月7日の支払 みずほ普通）',
      '12/02 10:00 社長 支払を承認した（2026年12月7日の支払 みずほ普通）',
    ])
  })

  test('that the bank never carried out leaves its invoice unpaid', async () => {
    const company = await payingCompany(office)
    const { clerk } = company
    const [good, bad] = [
      await placeVendor(company, { name: '良', kana: 'ﾘﾖｳ' }),
      await placeVendor(company, { name: '否', kana: 'ｲﾅ' }),
    ]
    const [one, two] = [
      await placeInvoice(company, good, { total: 1_000 }),
      await placeInvoice(company, bad, { total: 2_000 }),
    ]
    const { runId } = await released(company, [one, two])
    await runCommand(office, payables.takeRunFile, clerk, { runId })
    const { transferRows } = await runQuery(office, payables.runDetails, clerk, { runId })
    const failed = transferRows
      .filter(({ vendorId }) => vendorId === bad)
      .map(({ transferId }) => ({ transferId, reason: '該当口座なし' }))
    office.clock.set('2026-11-30T16:00:00+09:00')
    expect(await runCommand(office, payables.markRunPaid, clerk, { runId, paidOn: payOn, failed })).toMatchObject({
      paid: 1,
      total: 1_000,
    })
    expect(
      (await runQuery(office, payables.payableInvoices, clerk, {})).invoices.map(({ invoiceId }) => invoiceId),
    ).toEqual([two])
    expect(await balanceOf(company, '未払金')).toBe(-2_000)
  })
})

describe('ファイル', () => {
  test('is given a second time only with a reason, and then the same bytes', async () => {
    const company = await payingCompany(office)
    const { clerk, president } = company
    const vendorId = await placeVendor(company, { name: 'えだまめ', kana: 'ｴﾀﾞﾏﾒ' })
    const { runId } = await released(company, [await placeInvoice(company, vendorId, { total: 5_000 })])
    const first = await runCommand(office, payables.takeRunFile, clerk, { runId })
    const bytes = await bytesOf(company, first.takeId)
    await expect(runQuery(office, payables.runFiles, president, { takeId: first.takeId })).rejects.toMatchObject({
      face: { code: 'payables.take-over' },
    })
    await expect(runCommand(office, payables.takeRunFile, clerk, { runId })).rejects.toMatchObject({
      face: {
        code: 'payables.file-taken-already',
        field: 'reason',
        what: { ja: expect.stringContaining('二重に振り込まれます') },
      },
    })
    const second = await runCommand(office, payables.takeRunFile, clerk, {
      runId,
      reason: '銀行の画面が途中で切れ、届いていない',
    })
    expect([second.sha256, await bytesOf(company, second.takeId)]).toEqual([first.sha256, bytes])
    office.clock.set('2026-11-20T09:11:00+09:00')
    await expect(bytesOf(company, second.takeId)).rejects.toMatchObject({ face: { code: 'payables.take-over' } })
    await expect(runCommand(office, payables.cancelRun, clerk, { runId, reason: '中止' })).rejects.toMatchObject({
      face: { code: 'payables.file-at-large' },
    })
    await runCommand(office, payables.cancelRun, clerk, { runId, reason: '銀行で取消済み', fileWithdrawn: true })
    expect((await runQuery(office, payables.payableInvoices, clerk, {})).invoices).toHaveLength(1)
  })
})

describe('一人の事務所', () => {
  test('releases its own run only where the exception is named, which stands in the log', async () => {
    const company = await payingCompany(office)
    const { president, sourceAccountId, companyId } = company
    const vendorId = await placeVendor(company, { name: 'えだまめ', kana: 'ｴﾀﾞﾏﾒ' })
    const invoiceIds = [await placeInvoice(company, vendorId, { total: 5_000 })]
    const { runId } = await runCommand(office, payables.prepareRun, president, { sourceAccountId, payOn, invoiceIds })
    expect((await runQuery(office, payables.runDetails, president, { runId })).may.release).toBe(false)
    await expect(runCommand(office, payables.releaseRun, president, { runId })).rejects.toMatchObject({
      face: { code: 'kernel.same-person' },
    })
    await inTransaction(office.database.owner, async (tx) => {
      await tx.run`select set_config('ennoshita.company', ${companyId}, true), set_config('ennoshita.command', 'test', true)`
      await tx.run`insert into kernel.duty_exception (company_id, id, command, person_id, reason)
        values (${companyId}, ${newId()}, 'payables.release-run', ${president.personId}, '一人の会社のため')`
    })
    expect((await runQuery(office, payables.runDetails, president, { runId })).may.release).toBe(true)
    await runCommand(office, payables.releaseRun, president, { runId })
    expect((await storyOf(office, companyId, company.names)).at(-1)).toBe(
      '11/20 09:00 社長 支払を承認した（2026年11月30日の支払 みずほ普通）',
    )
    const logged = await inTransaction(
      office.database.owner,
      (tx) =>
        tx.row`select exception from kernel.event where company_id = ${companyId} and activity = 'payables.run-released'`,
    )
    expect(logged).toEqual({ exception: '一人の会社のため' })
  })
})
