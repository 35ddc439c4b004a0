import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { changedDocument } from './change-document.ts'
import { checkPintInvoice } from './check-pint-invoice.ts'
import {
  creditNoteSample,
  euroSample,
  fullSample,
  mixedRatesSample,
  nonTaxSample,
  selfBillingSample,
  untaxedSample,
} from './sample-invoices.ts'
import { writePintInvoice } from './write-pint-invoice.ts'

type Case = { sample: string; change: string; breaks: string[] }

const cases: Case[] = parse(readFileSync(new URL('./cases/broken-rules.yaml', import.meta.url), 'utf8'))
const documents: Record<string, string> = Object.fromEntries(
  Object.entries({
    creditNoteSample,
    euroSample,
    fullSample,
    mixedRatesSample,
    nonTaxSample,
    selfBillingSample,
    untaxedSample,
  }).map(([name, sample]) => [name, writePintInvoice(sample)]),
)

const broken = (xml: string): string[] => [...new Set(checkPintInvoice(xml).map(({ id }) => id))].sort()

describe('a changed invoice breaks the rules that the official schematron of JP PINT 1.1.3 names', () => {
  test.each(cases)('$sample: $change', ({ sample, change, breaks }) => {
    expect(broken(changedDocument(documents[sample] ?? '', change))).toEqual([...breaks].sort())
  })

  test('the table holds every kind of document and most rules', () => {
    expect(new Set(cases.map(({ sample }) => sample)).size).toBe(6)
    expect(new Set(cases.flatMap(({ breaks }) => breaks)).size).toBeGreaterThan(150)
  })
})

describe('identifiers with a check digit or a fixed form', () => {
  test.each([
    ['0088', '4512345678906', []],
    ['0088', '4512345678907', ['ibr-068']],
    ['0151', '51824753556', []],
    ['0151', '51824753557', ['ibr-120']],
    ['0192', '923609016', []],
    ['0208', '0202239951', []],
    ['0210', 'RSSMRA85T10A562S', []],
    ['0210', 'RSSMRA85T10A5625', ['ibr-115']],
    ['0211', 'IT12345678901', ['ibr-116']],
    ['0188', '1234567890123', []],
  ])('%s %s', (scheme, value, breaks) => {
    const endpoint = 'cac:AccountingSupplierParty/cac:Party/cbc:EndpointID'
    const renamed = changedDocument(documents.fullSample ?? '', `attr ${endpoint}@schemeID=${scheme}`)
    expect(broken(changedDocument(renamed, `set ${endpoint}=${value}`))).toEqual(breaks)
  })
})

describe('a finding says where and what to do', () => {
  test('the registration number of the seller', () => {
    const xml = changedDocument(
      documents.mixedRatesSample ?? '',
      'set cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID=T12345',
    )
    expect(checkPintInvoice(xml)).toEqual([
      {
        id: 'aligned-ibr-jp-01',
        severity: 'fatal',
        path: '/Invoice/cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme',
        line: 1,
        message: '登録番号（ibt-031）は T と数字13桁で書きます（2023年10月1日以後の取引）。',
        messageEn: 'The registration number (ibt-031) must be T and 13 digits, for transactions from 2023-10-01.',
      },
    ])
  })

  test('税額を行ごとに丸めて足した請求書は、税率ごとの税額で断る', () => {
    const changed = changedDocument(
      documents.mixedRatesSample ?? '',
      'set cac:TaxTotal/cac:TaxSubtotal/cbc:TaxAmount=241',
    )
    expect(broken(changed)).toEqual(['aligned-ibrp-051-jp', 'ibr-co-14'])
  })

  test('what UBL itself does not allow is told under names of our own', () => {
    const full = documents.fullSample ?? ''
    expect(broken(changedDocument(full, 'set cac:InvoiceLine/cbc:InvoicedQuantity=十'))).toEqual(['ubl-datatype'])
    expect(broken(changedDocument(full, 'twice cbc:ID'))).toEqual(['ubl-cardinality'])
  })

  test('a file that is no invoice is one finding, never an exception', () => {
    for (const xml of ['', '請求書', '<a/>', '<!DOCTYPE a><a/>', new Uint8Array([0xff, 0xfe, 0x00])]) {
      expect(checkPintInvoice(xml).map(({ id, severity }) => `${id} ${severity}`)).toEqual(['xml fatal'])
    }
  })

  test('one rule broken on three thousand lines is told a hundred times', () => {
    const line = '<cac:InvoiceLine/>'
    const xml = (documents.mixedRatesSample ?? '').replace('</Invoice>', `${line.repeat(3_000)}</Invoice>`)
    expect(checkPintInvoice(xml).filter(({ id }) => id === 'ibr-021')).toHaveLength(100)
  })

  test('a flood of totals is refused at once, without setting each against every line', () => {
    const total = '<cac:LegalMonetaryTotal/>'
    const xml = (documents.mixedRatesSample ?? '').replace('</Invoice>', `${total.repeat(5_000)}</Invoice>`)
    expect(checkPintInvoice(xml).map(({ id, path }) => `${id} ${path}`)).toEqual([
      'ubl-cardinality /Invoice/cac:LegalMonetaryTotal[51]',
    ])
  })
})
