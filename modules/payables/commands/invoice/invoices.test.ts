import { runCommand, runQuery } from '@ennoshita/kernel/server'
import type { TestOffice } from '@ennoshita/kernel/test'
import { ledger } from '@ennoshita/ledger'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { payables } from '../../contract.ts'
import {
  approved,
  details,
  invoicingCompany,
  linesOf,
  octoberInvoice,
  openInvoicingOffice,
  register,
  submitted,
} from './invoicing-company.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openInvoicingOffice()
})
afterAll(() => office.close())
beforeEach(() => office.clock.set('2026-11-20T09:00:00+09:00'))

const code = (wanted: string, more: object = {}) => ({ face: { code: `payables.${wanted}`, ...more } })

describe('普通の道すじ', () => {
  test('is registered, submitted, approved and booked at once; the second approval finds it decided', async () => {
    const company = await invoicingCompany(office)
    const { salesHead, sato, tanaka } = company
    const { invoiceId, waitingFor } = await submitted(company)
    expect(waitingFor).toEqual([salesHead.personId])
    const shown = await details(company, invoiceId, salesHead)
    expect(shown).toMatchObject({ number: 1, state: 'submitted', may: { decide: true, correct: false } })
    expect(shown.journal?.lines.map(({ side, accountName, amount }) => `${side} ${accountName} ${amount}`)).toEqual([
      'debit 外注費 100000',
      'debit 仮払消費税等 10000',
      'credit 未払金 110000',
    ])
    await runCommand(office, payables.acceptInvoice, tanaka, { invoiceId })
    office.clock.set('2026-11-20T10:30:00+09:00')
    const { journalId } = await runCommand(office, payables.approveInvoice, salesHead, {
      invoiceId,
      comment: '予算内です',
    })
    expect(await linesOf(company, journalId ?? '')).toEqual([
      '借方 外注費 100000 (10000) 課対仕入10% システム保守',
      '借方 仮払消費税等 10000 対象外 システム保守',
      '貸方 未払金 110000 対象外',
    ])
    expect(await runQuery(office, ledger.journalDetails, sato, { journalId: journalId ?? '' })).toMatchObject({
      ...{ number: 1, postedOn: '2026-10-31', partner: '株式会社えだまめ商事', description: '請求書 受付1 番号E-1001' },
    })
    await expect(runCommand(office, payables.approveInvoice, salesHead, { invoiceId })).rejects.toMatchObject(
      code('invoice-moved-on', { kind: 'conflict' }),
    )
    expect(await company.story()).toEqual([
      '11/20 09:00 佐藤 請求書を登録した（営業部・請求書 受付1 株式会社えだまめ商事 E-1001・株式会社えだまめ商事）',
      '11/20 09:00 佐藤 請求書の承認を申請した（営業部・請求書 受付1 株式会社えだまめ商事 E-1001・請求書 受付1 株式会社えだまめ商事 E-1001・株式会社えだまめ商事）',
      '11/20 09:00 田中 検収した（営業部・請求書 受付1 株式会社えだまめ商事 E-1001・株式会社えだまめ商事）',
      '11/20 10:30 営業部長 請求書を承認し、計上した（営業部・請求書 受付1 株式会社えだまめ商事 E-1001・2026年10月31日 請求書 受付1 番号E-1001・請求書 受付1 株式会社えだまめ商事 E-1001・株式会社えだまめ商事）',
    ])
  })

  test('of two people who approve at once only one decides, and one journal stands', async () => {
    const company = await invoicingCompany(office)
    const { invoiceId } = await submitted(company)
    const both = await Promise.allSettled(
      [1, 2].map(() => runCommand(office, payables.approveInvoice, company.salesHead, { invoiceId })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { journals } = await runQuery(office, ledger.journalList, company.sato, {})
    expect(journals).toHaveLength(1)
  })
})

describe('差戻しと訂正', () => {
  test('is returned with a comment, corrected, submitted again and approved; the applicant may withdraw it', async () => {
    const company = await invoicingCompany(office)
    const { sato, salesHead } = company
    const { invoiceId } = await submitted(company)
    await runCommand(office, payables.returnInvoice, salesHead, { invoiceId, comment: '部門が違います' })
    expect(await details(company, invoiceId)).toMatchObject({ state: 'returned', version: 3 })
    const corrected = { ...octoberInvoice(company, { note: '営業部で確認済み' }), invoiceId }
    await expect(runCommand(office, payables.correctInvoice, sato, { ...corrected, version: 2 })).rejects.toMatchObject(
      code('changed-meanwhile'),
    )
    await runCommand(office, payables.correctInvoice, sato, { ...corrected, version: 3 })
    await runCommand(office, payables.submitInvoice, sato, { invoiceId })
    await runCommand(office, payables.withdrawInvoice, sato, { invoiceId, reason: '金額を見直すため' })
    expect((await details(company, invoiceId)).state).toBe('draft')
    await runCommand(office, payables.submitInvoice, sato, { invoiceId })
    await runCommand(office, payables.approveInvoice, salesHead, { invoiceId })
    expect((await company.story()).map((line) => line.replace(/（.*/, ''))).toEqual([
      '11/20 09:00 佐藤 請求書を登録した',
      '11/20 09:00 佐藤 請求書の承認を申請した',
      '11/20 09:00 営業部長 請求書を差し戻した',
      '11/20 09:00 佐藤 請求書の入力を直した',
      '11/20 09:00 佐藤 請求書の承認を申請した',
      '11/20 09:00 佐藤 請求書の申請を引き戻した',
      '11/20 09:00 佐藤 請求書の承認を申請した',
      '11/20 09:00 営業部長 請求書を承認し、計上した',
    ])
  })

  test('an approved one is corrected by its reversal and a new draft that says what it replaces', async () => {
    const company = await invoicingCompany(office)
    const { invoiceId, journalId } = await approved(company)
    const anew = await runCommand(office, payables.correctApprovedInvoice, company.sato, {
      invoiceId,
      reason: '科目の誤り',
    })
    expect(await linesOf(company, anew.journalId)).toEqual([
      '貸方 外注費 100000 (10000) 課対仕入10% システム保守',
      '貸方 仮払消費税等 10000 対象外 システム保守',
      '借方 未払金 110000 対象外',
    ])
    expect(await details(company, invoiceId)).toMatchObject({
      ...{ state: 'cancelled', cancelReason: '科目の誤り', journal: { journalId, number: 1 } },
      ...{
        reversal: { journalId: anew.journalId, postedOn: '2026-10-31' },
        replacedBy: { invoiceId: anew.invoiceId, number: 2 },
      },
    })
    expect(await details(company, anew.invoiceId)).toMatchObject({
      ...{ state: 'draft', number: 2, total: 110_000, replaces: { invoiceId, number: 1 } },
    })
    await runCommand(office, payables.submitInvoice, company.sato, { invoiceId: anew.invoiceId })
  })

  test('a draft is cancelled by a mark; what waits for approval is withdrawn first', async () => {
    const company = await invoicingCompany(office)
    const { invoiceId } = await submitted(company)
    const cancel = () => runCommand(office, payables.cancelInvoice, company.sato, { invoiceId, reason: '誤登録' })
    await expect(cancel()).rejects.toMatchObject(code('invoice-moved-on'))
    await runCommand(office, payables.withdrawInvoice, company.sato, { invoiceId, reason: '誤登録' })
    expect((await cancel()).journalId).toBeNull()
    expect(await details(company, invoiceId)).toMatchObject({ state: 'cancelled', journal: { journalId: null } })
  })
})

describe('重複の疑い', () => {
  test('same vendor and number, or same vendor, amount and day, is asked about and passes only with a reason', async () => {
    const company = await invoicingCompany(office)
    await register(company)
    await expect(register(company)).rejects.toMatchObject(code('duplicate-invoice', { field: 'duplicateOf' }))
    await expect(
      register(company, { vendorNumber: 'e-１００１', total: 1, lines: [], taxes: [] }),
    ).rejects.toMatchObject(code('duplicate-invoice'))
    await expect(register(company, { duplicateOf: 'not-a-duplicate' })).rejects.toMatchObject(code('duplicate-reason'))
    const passed = await register(company, { duplicateOf: 'not-a-duplicate', duplicateReason: '拠点が違う同額の請求' })
    await runCommand(office, payables.submitInvoice, company.sato, { invoiceId: passed.invoiceId })
    const found = await runQuery(office, payables.duplicateInvoices, company.sato, {
      ...{ vendorId: company.edamame, total: 110_000, invoicedOn: '2026-10-31' },
    })
    expect(found.map(({ number, equal }) => [number, equal])).toEqual([
      [1, ['vendor-amount-and-day']],
      [2, ['vendor-amount-and-day']],
    ])
  })

  test('of two entered at once the second is asked', async () => {
    const company = await invoicingCompany(office)
    const both = await Promise.allSettled([register(company), register(company)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
