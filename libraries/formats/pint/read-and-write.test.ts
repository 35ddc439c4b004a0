import { describe, expect, test } from 'vitest'
import { checkPintInvoice } from './check-pint-invoice.ts'
import { completePintInvoice } from './complete-pint-invoice.ts'
import type { PintInvoice } from './invoice.ts'
import { PintDocumentError } from './pint-document-error.ts'
import { readPintInvoice } from './read-pint-invoice.ts'
import {
  creditNoteSample,
  euroSample,
  fullSample,
  mixedRatesSample,
  nonTaxSample,
  selfBillingSample,
  summarySample,
  untaxedSample,
} from './sample-invoices.ts'
import { writePintInvoice } from './write-pint-invoice.ts'

const samples: Record<string, PintInvoice> = {
  請求書: mixedRatesSample,
  全項目: fullSample,
  '非課税・輸出・不課税': untaxedSample,
  仕入明細書: selfBillingSample,
  免税事業者の請求書: nonTaxSample,
  クレジットノート: creditNoteSample,
  ユーロ建て: euroSample,
  合計請求書: summarySample(100),
}

const faultsOf = (invoice: PintInvoice): string[] => {
  try {
    writePintInvoice(invoice)
    return []
  } catch (error) {
    return error instanceof PintDocumentError ? error.faults.map(({ path, message }) => `${path}: ${message}`) : ['?']
  }
}

describe('what is written can be read, and breaks no rule', () => {
  test.each(Object.entries(samples))('%s', (_, sample) => {
    const xml = writePintInvoice(sample)
    expect(checkPintInvoice(xml)).toEqual([])
    expect(readPintInvoice(xml)).toEqual(completePintInvoice(sample))
    expect(writePintInvoice(readPintInvoice(xml))).toBe(xml)
  })
})

describe('消費税の端数処理は、税率ごとに一回', () => {
  test('10 % と 8 % の請求書：8 % は 33×98 − 2×98 = 3,038 円、10 % は 7×151 = 1,057 円', () => {
    const { tax, totals } = completePintInvoice(mixedRatesSample)
    expect(tax).toEqual({
      total: 348,
      subtotals: [
        { base: 3038, tax: 243, category: { code: 'AA', percent: '8' } },
        { base: 1057, tax: 105, category: { code: 'S', percent: '10' } },
      ],
    })
    expect(totals).toEqual({ lines: 4095, withoutTax: 4095, withTax: 4443, payable: 4443 })
  })

  /** Net amounts and taxes as in 国税庁 タックスアンサー No.6371 and インボイス Q&A 問57; rounding each line would give 1,854, 1,862 and 1,860. */
  test.each([
    ['floor', 926, 932],
    ['ceil', 927, 932],
    ['half-up', 926, 932],
  ] as const)('%s', (rounding, reduced, standard) => {
    const amounts = [
      ...[1962, 3855, 2832, 2932].map((net) => ({ net, tax: { code: 'AA', percent: '8' } })),
      ...[3576, 2285, 1512, 1947].map((net) => ({ net, tax: { code: 'S', percent: '10' } })),
    ]
    const [line] = mixedRatesSample.lines
    if (line === undefined) throw new Error('the sample has lines')
    const invoice: PintInvoice = {
      ...mixedRatesSample,
      lines: amounts.map(({ net, tax }, index) => ({
        ...line,
        id: String(index + 1),
        netAmount: net,
        item: { name: '品', tax },
      })),
    }
    const { tax } = completePintInvoice(invoice, { rounding })
    expect(tax?.subtotals?.map((each) => each.tax)).toEqual([reduced, standard])
  })

  test('返品だけの請求書は、売ったときと同じ端数処理で負になる', () => {
    const [line] = mixedRatesSample.lines
    if (line === undefined) throw new Error('the sample has lines')
    const returned = { ...mixedRatesSample, lines: [{ ...line, quantity: { value: '-33', unit: 'H87' } }] }
    expect(completePintInvoice(returned).tax?.subtotals?.[0]).toMatchObject({ base: -3234, tax: -258 })
    expect(completePintInvoice(returned, { rounding: 'ceil' }).tax?.subtotals?.[0]).toMatchObject({ tax: -259 })
    expect(checkPintInvoice(writePintInvoice(returned))).toEqual([])
  })

  test('明細は 数量×単価÷基準数量、値引と追加料金を加減した額：10.5×1,234.5÷10 = 1,296 − 30 + 10', () => {
    expect(completePintInvoice(fullSample).lines[0]?.netAmount).toBe(1276)
    expect(completePintInvoice(fullSample).totals).toEqual({
      lines: 1297,
      allowances: 100,
      charges: 550,
      withoutTax: 1747,
      withTax: 1896,
      prepaid: 500,
      rounding: -4,
      payable: 1392,
    })
  })

  test('ユーロの金額は小数の文字のまま：2×12.505 = 25.01、税 2.50', () => {
    const { tax, totals } = completePintInvoice(euroSample)
    expect(tax?.total).toBe('2.5')
    expect(totals).toMatchObject({ lines: '25.01', withTax: '27.51' })
  })
})

describe('読むときは何も変えない', () => {
  test('番号の 0012 は 0012 のまま、円は整数', () => {
    const read = readPintInvoice(writePintInvoice(mixedRatesSample))
    expect(read.number).toBe('0012')
    expect(read.payments?.[0]?.account?.id).toBe('0001:123:1:0012345')
    expect(read.totals?.payable).toBe(4443)
  })

  test('接頭辞が cbc・cac でなくても、UTF-8 のBOM付きでも読む', () => {
    const xml = writePintInvoice(mixedRatesSample)
    const renamed = xml
      .replaceAll('cbc:', 'b:')
      .replaceAll('cac:', 'a:')
      .replaceAll('xmlns:cbc', 'xmlns:b')
      .replaceAll('xmlns:cac', 'xmlns:a')
      .replace(/<(\/?)Invoice/g, '<$1u:Invoice')
      .replace('xmlns="', 'xmlns:u="')
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(renamed)])
    expect(readPintInvoice(bytes)).toEqual(readPintInvoice(xml))
    expect(checkPintInvoice(bytes)).toEqual([])
  })

  test('JP PINT にない要素は、黙って捨てずに名前を挙げる', () => {
    const xml = writePintInvoice(mixedRatesSample).replace('<cbc:DueDate>', '<cbc:UUID>1</cbc:UUID>\n<cbc:DueDate>')
    expect(readPintInvoice(xml).unread).toEqual(['/Invoice/cbc:UUID'])
  })

  test('欠けている要素、数字でない金額、ない日付は、場所と直し方を言う', () => {
    const xml = writePintInvoice(mixedRatesSample)
      .replace('<cbc:ID>0012</cbc:ID>', '')
      .replace('>4443</cbc:PayableAmount>', '>4,443円</cbc:PayableAmount>')
      .replace('2026-11-30', '2026-11-31')
    try {
      readPintInvoice(xml)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(PintDocumentError)
      expect(error instanceof PintDocumentError && error.faults.map(({ path, line }) => `${path} ${line}`)).toEqual([
        '/Invoice 2',
        '/Invoice/cbc:DueDate 7',
        '/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount 94',
      ])
    }
  })
})

describe('書けないものは、項目と直し方を言って断る', () => {
  test('空の品名、ない日付、浮動小数点の金額、制御文字', () => {
    const [line, ...lines] = mixedRatesSample.lines
    if (line === undefined) throw new Error('the sample has lines')
    const faults = faultsOf({
      ...mixedRatesSample,
      issuedOn: '2026-02-30',
      note: 'a\u0001b',
      lines: [{ ...line, netAmount: 3234, item: { ...line.item, name: ' ' } }, ...lines],
      totals: { prepaid: 0, payable: 4443 },
      prepayments: [{ amount: 0.5 }],
    })
    expect(faults).toEqual([
      'issuedOn: 「2026-02-30」は 2026-11-20 の形の日付ではありません。',
      'note: 制御文字など、XMLに書けない文字があります。',
      "prepayments[0].amount: 「0.5」は金額・数量として書けません。整数か、'12.5' のような文字にしてください。",
      'lines[0].item.name: 空です。値がなければ項目ごと除いてください。',
    ])
  })

  test('規則に反する請求書は、公式の規則の番号を添えて断る', () => {
    const faults = faultsOf({
      ...mixedRatesSample,
      seller: { ...mixedRatesSample.seller, registrationNumber: 'T12345' },
    })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain('［aligned-ibr-jp-01］')
  })

  test('仕入明細書と免税事業者のクレジットノートは、JP PINT 1.1.3 にない', () => {
    expect(faultsOf({ ...creditNoteSample, kind: 'self-billing' }).join()).toContain('［ibr-cl-01-jp-sb］')
    expect(faultsOf({ ...nonTaxSample, document: 'credit-note', dueOn: undefined }).join()).toContain(
      '［ibr-cl-01-jp-ntr］',
    )
  })

  test('税区分のない明細からは、税額を計算しない', () => {
    const [line] = mixedRatesSample.lines
    if (line === undefined) throw new Error('the sample has lines')
    const faults = faultsOf({ ...mixedRatesSample, lines: [{ ...line, item: { name: '品' } }] })
    expect(faults[0]).toContain('lines[0].item.tax')
  })
})
