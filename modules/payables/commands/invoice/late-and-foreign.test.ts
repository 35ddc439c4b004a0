import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documents } from '@ennoshita/documents'
import { type PintInvoice, writePintInvoice } from '@ennoshita/formats'
import { enterFile, inTransaction, runCommand, runQuery, storeContent } from '@ennoshita/kernel/server'
import type { TestOffice } from '@ennoshita/kernel/test'
import { ledger } from '@ennoshita/ledger'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { payables } from '../../contract.ts'
import {
  details,
  type InvoicingCompany,
  invoicingCompany,
  linesOf,
  octoberInvoice,
  openInvoicingOffice,
  register,
  submitted,
} from './invoicing-company.ts'

const filesFolder = mkdtempSync(join(tmpdir(), 'invoices-'))
let office: TestOffice
beforeAll(async () => {
  office = await openInvoicingOffice(filesFolder)
})
afterAll(async () => {
  await office.close()
  rmSync(filesFolder, { recursive: true })
})
beforeEach(() => office.clock.set('2026-11-20T09:00:00+09:00'))

const code = (wanted: string, more: object = {}) => ({ face: { code: wanted, ...more } })

describe('締めた月', () => {
  test('locked between submission and approval refuses the whole; returned, it goes into the next open month with its reason', async () => {
    const company = await invoicingCompany(office)
    const { sato, salesHead } = company
    const { invoiceId } = await submitted(company)
    await runCommand(office, ledger.lockMonth, company.program, { month: '2026-10-01' })
    await expect(runCommand(office, payables.approveInvoice, salesHead, { invoiceId })).rejects.toMatchObject(
      code('payables.month-locked', { kind: 'conflict', field: 'bookingMonth' }),
    )
    expect(await details(company, invoiceId)).toMatchObject({ state: 'submitted', journal: { journalId: null } })
    await runCommand(office, payables.returnInvoice, salesHead, { invoiceId, comment: '10月は締めました' })
    const late = { ...octoberInvoice(company, { bookingMonth: '2026-11-01' }), invoiceId, version: 3 }
    await runCommand(office, payables.correctInvoice, sato, late)
    await expect(runCommand(office, payables.submitInvoice, sato, { invoiceId })).rejects.toMatchObject(
      code('payables.late-reason', { field: 'lateReason' }),
    )
    await runCommand(office, payables.correctInvoice, sato, { ...late, version: 4, lateReason: '到着が遅れた' })
    await runCommand(office, payables.submitInvoice, sato, { invoiceId })
    await runCommand(office, payables.approveInvoice, salesHead, { invoiceId })
    expect((await details(company, invoiceId)).journal).toMatchObject({ postedOn: '2026-11-30', number: 1 })
  })
})

describe('受け付けないもの', () => {
  test("another company's vendor is not found, and what is missing is named", async () => {
    const [company, other] = [await invoicingCompany(office), await invoicingCompany(office)]
    await expect(register(company, { vendorId: other.edamame })).rejects.toMatchObject(
      code('kernel.not-found', { field: 'vendorId' }),
    )
    const { invoiceId } = await register(company, { dueOn: null, lines: [], taxes: [] })
    await expect(runCommand(office, payables.submitInvoice, company.sato, { invoiceId })).rejects.toMatchObject(
      code('payables.missing', {
        field: 'dueOn',
        what: { ja: '承認を申請できません。支払期日が入力されていません。明細が入力されていません。' },
      }),
    )
    for (const total of [-1, 1e99, 1.5])
      await expect(register(company, { total })).rejects.toMatchObject(code('kernel.bad-input', { field: 'total' }))
  })
})

test('源泉徴収: the fee of a designer keeps 10,210 back from the payment, not from the debt', async () => {
  const company = await invoicingCompany(office)
  const vendorId = await company.vendor({
    ...{
      name: '山田デザイン事務所',
      isIndividual: true,
      withholdingKind: 'general',
      registrationNumber: 'T1180301018771',
    },
  })
  const { invoiceId } = await submitted(company, { vendorId })
  const { journalId } = await runCommand(office, payables.approveInvoice, company.salesHead, { invoiceId })
  expect(await details(company, invoiceId)).toMatchObject({ withholding: 10_210, payable: 99_790 })
  expect((await linesOf(company, journalId ?? '')).at(-1)).toBe('貸方 未払金 110000 対象外')
})

const pint: PintInvoice = {
  ...{
    kind: 'standard',
    document: 'invoice',
    number: 'P-77',
    issuedOn: '2026-10-31',
    dueOn: '2026-11-30',
    currency: 'JPY',
  },
  period: { startsOn: '2026-10-01', endsOn: '2026-10-31' },
  seller: {
    ...{ name: '株式会社えだまめ商事', registrationNumber: 'T7000012050002', address: { country: 'JP' } },
    endpoint: { value: 'T7000012050002', scheme: '0221' },
  },
  buyer: { name: '株式会社サンプル', address: { country: 'JP' }, endpoint: { value: '1234567890123', scheme: '0188' } },
  payments: [{ code: '30', account: { id: '7654321' } }],
  lines: [
    {
      ...{ id: '1', quantity: { value: '1', unit: 'C62' }, price: { amount: '100000' } },
      item: { name: 'システム保守', tax: { code: 'S', percent: '10' } },
    },
  ],
}

/** Keeps a file as an upload and 書類 leave it. */
async function keep({ companyId, sato }: InvoicingCompany, name: string, bytes: Uint8Array): Promise<string> {
  async function* whole() {
    yield bytes
  }
  const content = await storeContent(filesFolder, whole())
  const { fileId } = await inTransaction(office.database.app, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${companyId}, true)`
    return enterFile(tx, companyId, content, { name, mediaType: 'application/octet-stream', storedBy: undefined })
  })
  const kept = await runCommand(office, documents.keepDocuments, sato, { files: [{ fileId }] })
  return kept.documents[0]?.documentId ?? ''
}

test('JP PINT is read exactly, its vendor found by number, and the paper then says what it is', async () => {
  const company = await invoicingCompany(office)
  const documentId = await keep(company, 'P-77.xml', new TextEncoder().encode(writePintInvoice(pint)))
  const read = await runQuery(office, payables.invoiceReadings, company.sato, { documentId })
  expect(read).toMatchObject({
    ...{ source: 'xml', vendor: { value: { vendorId: company.edamame, by: 'registration-number' } } },
    ...{
      vendorNumber: { value: 'P-77' },
      total: { value: 110_000 },
      includesTax: false,
      bankAccount: { agrees: null },
    },
    taxes: [{ value: { taxKind: 'standard', base: 100_000, tax: 10_000 } }],
    lines: [{ description: 'システム保守', amount: 100_000, taxKind: 'standard' }],
  })
  await register(company, { documentId, vendorNumber: 'P-77' })
  expect(await runQuery(office, documents.documentDetails, company.sato, { documentId })).toMatchObject({
    ...{ kind: 'invoice', partner: '株式会社えだまめ商事', amount: 110_000, transactionOn: '2026-10-31' },
  })
  await expect(register(company, { documentId, vendorNumber: 'P-78', invoicedOn: '2026-10-30' })).rejects.toMatchObject(
    code('payables.duplicate-invoice'),
  )
  const unnumbered = { ...pint, seller: { ...pint.seller, registrationNumber: 'T5835678256246' } }
  const second = await keep(company, 'P-79.xml', new TextEncoder().encode(writePintInvoice(unnumbered)))
  const byName = await runQuery(office, payables.invoiceReadings, company.sato, { documentId: second })
  expect(byName.vendor?.value).toEqual({ vendorId: company.edamame, name: '株式会社えだまめ商事', by: 'name' })
})
