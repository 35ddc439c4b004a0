import { describe, expect, test } from 'vitest'
import { type TaxClass, taxKinds } from './tax-class.ts'
import { readTaxText, writeTaxText } from './tax-text.ts'

const now = '2026-11-20'
const plainClass: TaxClass = {
  ...{ side: 'purchase', nature: 'taxable', rateClass: 'std', use: 'taxableOnly' },
  ...{ invoice: 'unstated', isReturn: false },
}
const standard = { ...plainClass, invoice: 'qualified' } as const

describe('one class in three vocabularies', () => {
  test.each<[string, Partial<TaxClass>, string, string, string, string]>([
    ['課税売上', { side: 'sale', use: 'none' }, '課税売上込10%', '課税売上 10%', '', '課税売上10%'],
    [
      '軽減の売上',
      { side: 'sale', use: 'none', rateClass: 'reduced' },
      '課税売上込軽減8%',
      '課税売上 (軽)8%',
      '',
      '課税売上8%（軽）',
    ],
    ['旧8%の売上', { side: 'sale', use: 'none', rateClass: 'old8' }, '課税売上込8%', '課税売上 8%', '', '課税売上8%'],
    [
      '第四種',
      { side: 'sale', use: 'none', businessType: 4 },
      '課税売上込四10%',
      '課税売上 10% 四種',
      '',
      '課売上四10%',
    ],
    [
      '売上の返還',
      { side: 'sale', use: 'none', isReturn: true },
      '課税売返込10%',
      '課税売上-返還等 10%',
      '',
      '課税売返10%',
    ],
    ['適格の仕入', { invoice: 'qualified' }, '課対仕入込10%適格', '課税仕入 10%', '適格', '課対仕入10%'],
    [
      '80%控除',
      { invoice: 'transitional', deductiblePercent: 80 },
      '課対仕入込10%区分80%',
      '課税仕入 10%',
      '80%控除',
      '課対仕入（控80）10%',
    ],
    [
      '軽減の70%控除',
      { rateClass: 'reduced', invoice: 'transitional', deductiblePercent: 70 },
      '課対仕入込軽減8%区分70%',
      '課税仕入 (軽)8%',
      '70%控除',
      '課対仕入（控70）8%（軽）',
    ],
    [
      '共通対応',
      { use: 'common', invoice: 'qualified' },
      '共対仕入込10%適格',
      '共通課税仕入 10%',
      '適格',
      '共対仕入10%',
    ],
    [
      '非課税対応の返還',
      { use: 'exemptOnly', isReturn: true, invoice: 'qualified' },
      '非対仕返込10%適格',
      '非課税対応仕入-返還等 10%',
      '適格',
      '非対仕返10%',
    ],
    ['輸入の本体', { nature: 'import_body' }, '課対輸本7.8%', '輸入仕入-本体 10%', '', '課対輸本10%'],
    ['輸入の国税', { nature: 'import_tax_national' }, '課対輸税7.8%', '輸入仕入-消費税額 7.8%', '', '課対輸税7.8%'],
    ['輸入の地方税', { nature: 'import_tax_local' }, '地消貨割2.2%', '輸入仕入-地方消費税額 2.2%', '', '地消貨割2.2%'],
    [
      '輸出',
      { side: 'sale', nature: 'export', use: 'none', rateClass: 'none' },
      '輸出売上',
      '輸出売上 0%',
      '',
      '輸出売上',
    ],
    [
      '有価証券',
      { side: 'sale', nature: 'securities', use: 'none', rateClass: 'none' },
      '有価譲渡',
      '非課税売上-有価証券譲渡',
      '',
      '有価譲渡',
    ],
    [
      '対象外',
      { side: 'none', nature: 'nontaxable', use: 'none', rateClass: 'none' },
      '対象外',
      '対象外',
      '',
      '対象外',
    ],
  ])('%s', (_name, change, yayoi, moneyforward, invoice, freee) => {
    const taxClass: TaxClass = { ...plainClass, ...change }
    expect(writeTaxText('yayoi', taxClass, 'included')?.text).toBe(yayoi)
    expect(writeTaxText('moneyforward', taxClass, 'included')).toMatchObject({
      text: moneyforward,
      invoiceText: invoice,
    })
    expect(writeTaxText('freee', taxClass, 'included')?.text).toBe(freee)
    expect(readTaxText('yayoi', yayoi, now)?.taxClass).toEqual(taxClass)
    expect(readTaxText('moneyforward', moneyforward, now, invoice)?.taxClass).toEqual(taxClass)
    expect(readTaxText('freee', freee, now)?.taxClass).toEqual(taxClass)
  })
  test('込・内・外・別, full-width and the short names of マネーフォワード', () => {
    const methods = ['込', '内', '外', '別'].map((sign) => readTaxText('yayoi', `課対仕入${sign}10%`, now)?.taxMethod)
    expect(methods).toEqual(['included', 'inner', 'outer', 'separate'])
    expect(readTaxText('yayoi', '課税売上内四１０％', now)?.taxClass).toMatchObject({
      businessType: 4,
      rateClass: 'std',
    })
    expect(readTaxText('moneyforward', '共-課仕　（軽）８％', now)?.taxClass).toMatchObject({
      use: 'common',
      rateClass: 'reduced',
    })
    expect(readTaxText('moneyforward', '課仕 10%80%控除', now)?.taxClass).toMatchObject({
      invoice: 'transitional',
      deductiblePercent: 80,
    })
    expect(readTaxText('yayoi', '課対仕入込10%区分控不', now)?.taxClass.invoice).toBe('none')
  })
  test('a transitional purchase without its percentage is not guessed', () => {
    for (const deductiblePercent of [undefined, 0, 60]) {
      const taxClass: TaxClass = {
        ...plainClass,
        invoice: 'transitional',
        ...(deductiblePercent === undefined ? {} : { deductiblePercent }),
      }
      for (const vocabulary of ['yayoi', 'moneyforward', 'freee'] as const) {
        expect(writeTaxText(vocabulary, taxClass, 'included')).toBeUndefined()
      }
    }
  })
  test('freee states only exceptions; before invoices nothing is said', () => {
    expect(readTaxText('freee', '課対仕入10%', '2023-10-01')?.taxClass.invoice).toBe('qualified')
    expect(readTaxText('freee', '課対仕入10%', '2023-09-30')?.taxClass.invoice).toBe('unstated')
    expect(writeTaxText('freee', { ...plainClass, invoice: 'none' }, 'included')).toBeUndefined()
  })
  test('a name from memory and what is lost are said', () => {
    expect(writeTaxText('yayoi', { ...standard, nature: 'reverse' }, 'included')?.certainty).toBe('M')
    expect(writeTaxText('moneyforward', { ...plainClass, invoice: 'none' }, 'included')?.certainty).toBe('M')
    expect(writeTaxText('yayoi', { ...plainClass, invoice: 'smallAmount' }, 'included')?.lost).toEqual(['invoice'])
    expect(
      writeTaxText('yayoi', { ...plainClass, nature: 'import_tax_local', use: 'common' }, 'included'),
    ).toMatchObject({
      text: '地消貨割2.2%',
      lost: ['use'],
    })
  })
  test.each(['', '不明', '課対仕入込12%', '課対仕入込軽減10%', '課税仕入10%', '対象外10%', '込10%'])(
    '「%s」 is not understood by 弥生',
    (text) => {
      expect(readTaxText('yayoi', text, now)).toBeUndefined()
    },
  )
  test('every kind that a vocabulary names is read back from what is written', () => {
    for (const vocabulary of ['yayoi', 'moneyforward', 'freee'] as const) {
      const found = taxKinds.filter(({ names }) => names[vocabulary] !== undefined)
      expect(found.length).toBeGreaterThan(25)
      for (const { names: _names, rate, hasInvoice, ...kind } of found) {
        const taxClass: TaxClass = {
          ...kind,
          rateClass: rate === 'none' ? 'none' : 'reduced',
          invoice: hasInvoice ? 'qualified' : 'unstated',
        }
        const written = writeTaxText(vocabulary, taxClass, 'included')
        expect(readTaxText(vocabulary, written?.text ?? '', now, written?.invoiceText)?.taxClass).toEqual(taxClass)
      }
    }
  })
})
