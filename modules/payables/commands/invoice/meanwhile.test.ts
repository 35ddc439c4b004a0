import { approvals } from '@ennoshita/approvals'
import { newId, runCommand, runQuery } from '@ennoshita/kernel/server'
import type { TestOffice } from '@ennoshita/kernel/test'
import { ledger } from '@ennoshita/ledger'
import { people } from '@ennoshita/people'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { payables } from '../../contract.ts'
import {
  approved,
  details,
  type InvoicingCompany,
  invoicingCompany,
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

const code = (wanted: string, more: object = {}) => ({ face: { code: wanted, ...more } })
const approve = ({ salesHead }: InvoicingCompany, invoiceId: string) =>
  runCommand(office, payables.approveInvoice, salesHead, { invoiceId })
const journals = async ({ sato }: InvoicingCompany) =>
  (await runQuery(office, ledger.journalList, sato, {})).journals.length

describe('申請と承認のあいだに変わったもの', () => {
  test('an account that was closed refuses the approval whole; returned, another is chosen', async () => {
    const company = await invoicingCompany(office)
    const { invoiceId } = await submitted(company)
    const accounts = await runQuery(office, ledger.accountList, company.program, {})
    const cost = accounts.find(({ name }) => name === '外注費')
    await runCommand(office, ledger.changeAccount, company.program, {
      ...{ accountId: company.account('外注費'), version: cost?.version ?? 0, closedOn: '2026-09-30' },
    })
    await expect(approve(company, invoiceId)).rejects.toMatchObject(
      code('payables.account-closed', { field: 'lines.0.accountId' }),
    )
    expect([await journals(company), (await details(company, invoiceId)).state]).toEqual([0, 'submitted'])
  })

  test('what waits in the inbox is approved as it was shown: withdrawn, corrected and submitted again, it is looked at anew', async () => {
    const company = await invoicingCompany(office)
    const { sato, salesHead } = company
    const { invoiceId } = await submitted(company)
    const inbox = async () => (await runQuery(office, approvals.waitingApprovals, salesHead, {})).rows[0]?.commands
    const seen = await inbox()
    await runCommand(office, payables.withdrawInvoice, sato, { invoiceId, reason: '金額の誤り' })
    const { version } = await details(company, invoiceId)
    const dearer = { total: 330_000, taxes: [{ taxKind: 'standard' as const, base: 330_000, tax: 30_000 }] }
    const lines = [{ accountId: company.account('外注費'), description: 'システム保守', amount: 330_000 }]
    await runCommand(office, payables.correctInvoice, sato, {
      ...{ ...octoberInvoice(company, { ...dearer, lines }), invoiceId, version },
    })
    await runCommand(office, payables.submitInvoice, sato, { invoiceId })
    const by = (input: unknown) =>
      runCommand(office, payables.approveInvoice, salesHead, input as { invoiceId: string }) // as: the inbox hands it on as it is kept
    await expect(by(seen?.approve.input)).rejects.toMatchObject(code('payables.changed-meanwhile'))
    await runCommand(office, payables.acceptInvoice, company.tanaka, { invoiceId })
    expect((await by((await inbox())?.approve.input)).state).toBe('approved')
  })

  test('who decides two steps in a row decides what is on the screen: tapped twice, the second step still waits', async () => {
    const company = await invoicingCompany(office)
    const approvers = [{ by: 'person' as const, personId: company.salesHead.personId }]
    await runCommand(office, approvals.setRoute, company.program, {
      ...{ kind: 'payables.invoice', name: '二段とも営業部長' },
      steps: ['確認', '決裁'].map((name) => ({ name, approvers })),
    })
    const { invoiceId } = await submitted(company)
    const tap = (step: number) => runCommand(office, payables.approveInvoice, company.salesHead, { invoiceId, step })
    expect((await tap(1)).state).toBe('waiting')
    await expect(tap(1)).rejects.toMatchObject(code('approvals.step-decided'))
    expect((await tap(2)).state).toBe('approved')
  })

  test('検収 is of what was seen: another amount is accepted anew, another note is not', async () => {
    const company = await invoicingCompany(office)
    const { sato, tanaka } = company
    const { invoiceId } = await register(company)
    await runCommand(office, payables.acceptInvoice, tanaka, { invoiceId })
    const correct = async (more: Parameters<typeof octoberInvoice>[1]) => {
      const { version } = await details(company, invoiceId)
      await runCommand(office, payables.correctInvoice, sato, { ...octoberInvoice(company, more), invoiceId, version })
      return (await details(company, invoiceId)).isAccepted
    }
    expect(await correct({ note: '倉庫で確認' })).toBe(true)
    const lines = [{ accountId: company.account('外注費'), description: 'システム保守', amount: 1_100_000 }]
    const taxes = [{ taxKind: 'standard' as const, base: 1_100_000, tax: 100_000 }]
    expect(await correct({ total: 1_100_000, taxes, lines })).toBe(false)
    await expect(
      runCommand(office, payables.acceptInvoice, company.accountingHead, { invoiceId }),
    ).rejects.toMatchObject(code('kernel.not-found'))
  })

  test('a vendor that was retired takes no new submission, but what was submitted is still owed', async () => {
    const company = await invoicingCompany(office)
    const [waiting, draft] = [
      await submitted(company),
      await register(company, { vendorNumber: 'E-2', total: 1, taxes: [], lines: [] }),
    ]
    const { version } = await runQuery(office, payables.vendorDetails, company.sato, { vendorId: company.edamame })
    await runCommand(office, payables.retireVendor, company.sato, {
      ...{ vendorId: company.edamame, version, reason: '取引終了' },
    })
    await expect(
      runCommand(office, payables.submitInvoice, company.sato, { invoiceId: draft.invoiceId }),
    ).rejects.toMatchObject(code('payables.vendor-retired'))
    expect((await approve(company, waiting.invoiceId)).state).toBe('approved')
  })
})

test('a number is the same whatever dash was typed', async () => {
  const company = await invoicingCompany(office)
  await register(company)
  for (const vendorNumber of ['Ｅー１００１', 'E−1001', 'e‐1001'])
    await expect(register(company, { vendorNumber, total: 1, lines: [], taxes: [] })).rejects.toMatchObject(
      code('payables.duplicate-invoice'),
    )
  await register(company, { vendorNumber: 'E-1002', total: 1, lines: [], taxes: [] })
})

test('a department that the day of posting does not have is told at the submission, not first at the approval', async () => {
  const company = await invoicingCompany(office)
  const { departmentId } = await runCommand(office, people.addDepartment, company.program, {
    ...{ name: '新事業部', fromOn: '2026-11-01' },
  })
  const line = { accountId: company.account('外注費'), description: 'システム保守', amount: 110_000 }
  const { invoiceId } = await register(company, { lines: [{ ...line, departmentId }] })
  await expect(runCommand(office, payables.submitInvoice, company.sato, { invoiceId })).rejects.toMatchObject(
    code('payables.department-then', { field: 'lines.0.departmentId' }),
  )
})

describe('二人が同時に', () => {
  test('approve two fees of one payment: the million is counted once, whoever comes first', async () => {
    const company = await invoicingCompany(office)
    const vendorId = await company.vendor({
      name: '山田デザイン',
      isIndividual: true,
      withholdingKind: 'judicial-scrivener',
    })
    const invoices = [
      await submitted(company, { vendorId }),
      await submitted(company, { vendorId, vendorNumber: 'Y-2', invoicedOn: '2026-10-30' }),
    ]
    await Promise.all(invoices.map(({ invoiceId }) => approve(company, invoiceId)))
    const withheld = await Promise.all(
      invoices.map(async ({ invoiceId }) => (await details(company, invoiceId)).withholding),
    )
    // 司法書士 (所得税法205条2号): 100,000 − 10,000 = 9,189; the second 100,000 whole: 10,210
    expect(withheld.toSorted((one, other) => one - other)).toEqual([9_189, 10_210])
  })

  test('approve 66,000,000 each of one unregistered supplier: together 100,000,000 are deducted, not 132,000,000 and not 68,000,000', async () => {
    const company = await invoicingCompany(office)
    const [profile] = await runQuery(office, people.companyProfiles, company.program, {})
    const october = { fiscalYearMonth: 10, fiscalYearDay: 1 }
    await runCommand(office, people.setCompanyProfile, company.program, { version: profile?.version ?? 0, ...october })
    const vendorId = await company.vendor({ name: '個人商店そら' })
    const huge = (vendorNumber: string, day: string) => ({
      ...{ vendorId, vendorNumber, taxes: [], total: 66_000_000, serviceFrom: day, serviceUntil: day, invoicedOn: day },
      lines: [{ accountId: company.account('外注費'), description: '工事', amount: 66_000_000 }],
    })
    const invoices = [
      await submitted(company, huge('1', '2026-10-30')),
      await submitted(company, huge('2', '2026-10-31')),
    ]
    for (const { invoiceId } of invoices) await approve(company, invoiceId)
    await Promise.all(
      invoices.map(({ invoiceId }) => runCommand(office, payables.approveInvoice, company.president, { invoiceId })),
    )
    const asked = { accountId: company.account('仮払消費税等'), fromOn: '2026-10-01', untilOn: '2026-10-31' }
    const { lines } = await runQuery(office, ledger.accountLedgers, company.program, asked)
    expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(6_363_636) // 100,000,000 × 10/110 × 70 %
  })
})

test('a journal that was reversed in the books by hand is neither paid nor reversed again: the invoice is cancelled with it', async () => {
  const company = await invoicingCompany(office)
  const vendorId = await company.vendor({ name: '現金の店', method: 'cash' })
  const { invoiceId, journalId } = await approved(company, { vendorId })
  const byHand = { journalId, postedOn: '2026-11-01', reason: '誤り' }
  const reversal = await runCommand(office, ledger.reverseJournal, company.program, byHand)
  const { sourceAccountId } = await runCommand(office, payables.addSourceAccount, company.program, {
    ...{ name: '小口現金', kind: 'cash', accountId: company.account('現金') },
  })
  const run = { sourceAccountId, invoiceIds: [invoiceId], payOn: '2026-11-30', method: 'cash' as const }
  await expect(runCommand(office, payables.prepareRun, company.sato, run)).rejects.toMatchObject(
    code('payables.debt-reversed', { field: 'invoiceIds.0' }),
  )
  const cancelled = await runCommand(office, payables.cancelInvoice, company.sato, { invoiceId, reason: '誤り' })
  expect(cancelled.journalId).toBe(reversal.journalId)
  expect(await details(company, invoiceId)).toMatchObject({
    ...{ state: 'cancelled', reversal: { journalId: reversal.journalId, postedOn: '2026-11-01' } },
  })
  expect(await journals(company)).toBe(2)
})

describe('他社のもの', () => {
  test('is not found wherever it is named', async () => {
    const [company, other] = [await invoicingCompany(office), await invoicingCompany(office)]
    const line = { accountId: company.account('外注費'), description: '', amount: 110_000 }
    const cases: [Parameters<typeof register>[1], string][] = [
      [{ departmentId: other.sales }, 'departmentId'],
      [{ lines: [{ ...line, accountId: other.account('外注費') }] }, 'lines.0.accountId'],
      [{ lines: [line, { ...line, departmentId: other.sales }] }, 'lines.1.departmentId'],
      [{ lines: [{ ...line, subAccountId: newId() }] }, 'lines.0.subAccountId'],
      [{ documentId: newId() }, 'documentId'],
    ]
    for (const [given, field] of cases)
      await expect(register(company, given)).rejects.toMatchObject(code('kernel.not-found', { field }))
    const theirs = await approved(other)
    for (const act of [payables.approveInvoice, payables.submitInvoice, payables.acceptInvoice] as const)
      await expect(runCommand(office, act, company.president, { invoiceId: theirs.invoiceId })).rejects.toMatchObject(
        code('kernel.not-found'),
      )
    const preview = await runQuery(office, payables.invoicePreviews, company.sato, {
      ...{ ...octoberInvoice(company), vendorId: other.edamame, invoiceId: theirs.invoiceId },
    })
    expect([preview.duplicates, preview.hiddenTwins, preview.journal]).toEqual([[], 0, null])
  })
})

test('twins beyond what the person may see are counted and not told', async () => {
  const company = await invoicingCompany(office)
  await register(company)
  const { sato, accounting } = company
  const grants = new Map(sato.grants).set('payables.see-invoices', 'department')
  const narrow = { ...sato, personId: newId(), departmentIds: [accounting], grants }
  const asked = octoberInvoice(company)
  const preview = await runQuery(office, payables.invoicePreviews, narrow, asked)
  expect([preview.duplicates, preview.hiddenTwins]).toEqual([[], 1])
  await expect(runCommand(office, payables.registerInvoice, narrow, asked)).rejects.toMatchObject({
    face: { code: 'payables.duplicate-invoice', what: { ja: expect.stringContaining('閲覧できない請求書1件') } },
  })
})
