import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../text/decode-text.ts'
import { encodeCp932, UnwritableTextError } from '../text/encode-cp932.ts'
import type { Journal } from './journal.ts'
import { journalLayouts } from './layouts.ts'
import { readJournals } from './read-journals.ts'
import { freeeText, journalSamples, moneyforwardText, yayoiText } from './sample-files.ts'
import { UnwritableJournalError, writeJournals } from './write-journals.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const cp932 = (text: string) => encodeCp932(text).bytes
const textOf = (bytes: Uint8Array) => decodeText(bytes).text
const yayoi = (text: string) => readJournals(cp932(text), { from: 'yayoi' })
const row = (text: string) => `${text},,,0,,,0,0,no\r\n`

describe('reading 弥生', () => {
  test('a row alone, a voucher of three rows, a closing entry', () => {
    const { journals, unmapped, faults } = yayoi(yayoiText)
    expect({ unmapped, faults }).toEqual({ unmapped: [], faults: [] })
    expect(journals.map(({ date, number, closing, lines }) => [date, number, closing, lines.length])).toEqual([
      ['2026-11-20', '', '', 2],
      ['2026-11-25', '12', '', 3],
      ['2027-03-31', '13', 'final', 2],
    ])
    expect(journals[0]?.lines[0]).toEqual({
      ...{ side: 'debit', account: '消耗品費', subAccount: '', department: '', partner: '', row: 0 },
      ...{ amount: 3300, taxAmount: 300, description: '文具店C, "A4"用紙' },
      ...{ taxText: '課対仕入込10%適格', taxMethod: 'included' },
      taxClass: {
        ...{ side: 'purchase', nature: 'taxable', rateClass: 'std', use: 'taxableOnly' },
        ...{ invoice: 'qualified', isReturn: false },
      },
    })
    expect(journals[1]?.lines.map(({ side, account, amount }) => [side, account, amount])).toEqual([
      ['debit', '給料手当', 250_000],
      ['credit', '普通預金', 220_000],
      ['credit', '預り金', 30_000],
    ])
    expect(journals[2]).toMatchObject({ memo: '備品', other: [{ 付箋1: '1', 調整: 'yes', 識別フラグ: '2111' }] })
  })
  test('with a line of titles, in UTF-8, with dates and amounts as people write them', () => {
    const header = `${journalLayouts.yayoi.titles.join(',')}\r\n`
    const rows = ['20261120', '2026/1/5', 'H30/07/01', 'R01/07/01', 'R.08/11/20'].map((date) =>
      row(`2000,,,${date},現金,,,対象外,"1,234",,売上高,,,課税売上込10%,"1,234",112,売上`),
    )
    const { journals, faults } = readJournals(utf8(`\ufeff${header}${rows.join('')}`), { from: 'yayoi' })
    expect(faults).toEqual([])
    expect(journals.map(({ date }) => date)).toEqual([
      '2026-11-20',
      '2026-01-05',
      '2018-07-01',
      '2019-07-01',
      '2026-11-20',
    ])
    expect(journals[0]?.lines[1]?.amount).toBe(1234)
  })
  test('外税: the tax comes on top; a negative correction balances too', () => {
    const outer = row('2000,,,2026/11/20,消耗品費,,,課対仕入外10%適格,3000,300,現金,,,対象外,3300,,用紙')
    const minus = row('2000,,,2026/11/21,現金,,,対象外,-500,,売上高,,,課税売返込10%,-500,-45,値引')
    const { journals, faults } = yayoi(outer + minus)
    expect(faults).toEqual([])
    expect(journals[1]?.lines[1]).toMatchObject({ amount: -500, taxClass: { side: 'sale', isReturn: true } })
    const { bytes, unmapped } = writeJournals(journals.slice(0, 1), { to: 'moneyforward' })
    expect(textOf(bytes)).toContain('課税仕入 10%,適格,3300,300')
    expect(unmapped).toContainEqual(expect.objectContaining({ text: '外税' }))
  })
  test.each([
    ['a balance that is off', row('2000,,,2026/11/20,現金,,,対象外,100,,売上高,,,対象外,90,,x'), 'balance', 1],
    ['an impossible day', row('2000,,,2026/02/30,現金,,,対象外,100,,売上高,,,対象外,100,,x'), 'date', 1],
    ['an amount with a fraction', row('2000,,,2026/11/20,現金,,,対象外,100.5,,売上高,,,対象外,100,,x'), 'amount', 1],
    ['no account', row('2000,,,2026/11/20,,,,対象外,100,,売上高,,,対象外,100,,x'), 'account', 1],
    ['a flag that is none', row('2200,,,2026/11/20,現金,,,対象外,100,,売上高,,,対象外,100,,x'), 'flag', 1],
    ['an opening balance', row('1000,,,2026/11/20,現金,,,対象外,100,,売上高,,,対象外,100,,x'), 'flag', 1],
    ['a last row without a first', row('2101,,,2026/11/20,現金,,,対象外,100,,売上高,,,対象外,100,,x'), 'order', 1],
    ['a voucher without an end', row('2110,,,2026/11/20,現金,,,対象外,100,,売上高,,,対象外,100,,x'), 'order', 1],
    [
      'another number in one voucher',
      row('2110,5,,2026/11/20,現金,,,対象外,100,,,,,対象外,0,,x') +
        row('2101,6,,2026/11/20,,,,対象外,0,,売上高,,,対象外,100,,x'),
      'order',
      2,
    ],
    ['another word for closing', row('2000,,期中,2026/11/20,現金,,,対象外,100,,売上高,,,対象外,100,,x'), 'closing', 1],
  ])('%s is named with its place', (_name, text, rule, line) => {
    const { faults } = yayoi(text)
    expect(faults).toContainEqual(
      expect.objectContaining({ rule, line, message: expect.stringContaining(`${line}行目`) }),
    )
  })
  test('a tax text that is not known is kept, reported with its lines, and written back', () => {
    const text = row('2000,,,2026/11/20,雑費,,,課対仕入妙10%,100,,現金,,,対象外,100,,x')
    const { journals, unmapped, faults } = yayoi(text + text)
    expect(faults).toEqual([])
    expect(unmapped).toMatchObject([{ field: '借方税区分', text: '課対仕入妙10%', count: 2, places: [1, 2] }])
    expect(textOf(writeJournals(journals, { to: 'yayoi' }).bytes)).toBe(text + text)
    const other = writeJournals(journals, { to: 'freee' })
    expect(textOf(other.bytes)).toContain('課対仕入妙10%')
    expect(other.unmapped).toContainEqual(
      expect.objectContaining({ field: '借方税区分', text: '課対仕入妙10%', count: 2 }),
    )
  })
})

describe('reading マネーフォワード and freee', () => {
  test('rows of the same number and day are one journal', () => {
    const { journals, unmapped, faults } = readJournals(journalSamples.moneyforward, { from: 'moneyforward' })
    expect({ unmapped, faults }).toEqual({ unmapped: [], faults: [] })
    expect(journals.map(({ number, lines, tags }) => [number, lines.length, tags])).toEqual([
      ['1', 2, ['制作', '外注']],
      ['2', 3, []],
    ])
    expect(journals[0]?.lines[0]).toMatchObject({
      partner: '田中デザイン',
      taxClass: { invoice: 'transitional', deductiblePercent: 70 },
    })
  })
  test('without the line of titles, in CP932', () => {
    const text = moneyforwardText.slice(moneyforwardText.indexOf('\n') + 1)
    expect(readJournals(cp932(text), { from: 'moneyforward' }).journals).toHaveLength(2)
  })
  test('freee: a purchase without a word is deducted in full', () => {
    const { journals, faults } = readJournals(utf8(freeeText), { from: 'freee' })
    expect(faults).toEqual([])
    expect(journals[1]?.lines[0]?.taxClass).toMatchObject({ rateClass: 'reduced', invoice: 'qualified' })
    expect(journals[0]?.other).toEqual([{ 貸方品目: '商品B' }])
  })
  test('month 13, deals instead of journals, and another file are refused with what to do', () => {
    const messages = (text: string) => readJournals(utf8(text), { from: 'freee' }).faults.map(({ message }) => message)
    expect(messages(freeeText.replace('2026/11/20', '2026/13/31'))).toContainEqual(
      expect.stringContaining('決算日に直し'),
    )
    expect(messages('収支区分,管理番号,発生日\n収入,1,2026/11/20\n')).toEqual([
      expect.stringContaining('「取引」の形式'),
    ])
    expect(messages('氏名,住所\n山田,東京\n')).toEqual([expect.stringContaining('先頭の行：氏名、住所')])
    expect(messages('')).toEqual([expect.stringContaining('空です')])
  })
})

describe('from one product to another', () => {
  const journals = () => yayoi(yayoiText).journals
  test('弥生 → マネーフォワード, byte by byte', () => {
    const [, ...lines] = textOf(writeJournals(journals(), { to: 'moneyforward' }).bytes).split('\r\n')
    expect(lines).toEqual([
      '1,2026/11/20,消耗品費,,,,課税仕入 10%,適格,3300,300,現金,,,,対象外,,3300,0,"文具店C, ""A4""用紙",,,,,,,,',
      '12,2026/11/25,給料手当,,本社,,対象外,,250000,0,,,,,,,,,11月分給与,,,,,,,,',
      '12,2026/11/25,,,,,,,,,普通預金,みずほ,,,対象外,,220000,0,11月分給与,,,,,,,,',
      '12,2026/11/25,,,,,,,,,預り金,源泉所得税,,,対象外,,30000,0,11月分給与 源泉,,,,,,,,',
      '13,2027/03/31,減価償却費,,,,対象外,,240000,,減価償却累計額,,,,対象外,,240000,,期末,備品,,,1,,,,',
      '',
    ])
  })
  test('マネーフォワード → 弥生: what 弥生 has no column for is named', () => {
    const read = readJournals(journalSamples.moneyforward, { from: 'moneyforward' }).journals
    const { bytes, unmapped } = writeJournals(read, { to: 'yayoi' })
    expect(textOf(bytes).split('\r\n').slice(0, 2)).toEqual([
      '2000,1,,2026/10/05,外注費,,開発部,課対仕入込10%区分70%,110000,10000,未払金,,,対象外,110000,0,10月分制作,,,0,,,0,0,no',
      '2110,2,,2026/10/10,普通預金,,,対象外,109670,0,売掛金,,,対象外,110000,0,A社 入金,,,3,,,0,0,no',
    ])
    expect(unmapped.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['タグ', '借方取引先', '作成者', '最終更新日時']),
    )
  })
  test('弥生 → マネーフォワード → 弥生 keeps what both know', () => {
    const there = writeJournals(journals(), { to: 'moneyforward' })
    const back = readJournals(there.bytes, { from: 'moneyforward' })
    expect(back.faults).toEqual([])
    const plain = (list: Journal[]) =>
      list.map(({ date, closing, memo, lines }) => ({
        ...{ date, closing, memo },
        lines: lines.map(({ taxText: _text, taxMethod: _method, invoiceText: _invoice, ...line }) => line),
      }))
    expect(plain(back.journals)).toEqual(plain(journals()))
    expect(there.unmapped.map(({ field }) => field)).toEqual(['伝票番号', '付箋1', '調整'])
  })
  test('勘定奉行, PCA, TKC: codes are asked for, vouchers stay whole', () => {
    for (const to of ['bugyo', 'pca', 'tkc'] as const) {
      const { bytes, unmapped } = writeJournals(journals(), { to })
      const back = readJournals(bytes, { from: to })
      expect(back.faults).toEqual([])
      expect(back.journals.map(({ lines }) => lines.length)).toEqual([2, 3, 2])
      expect(unmapped.map(({ message }) => message)).toContainEqual(expect.stringContaining('コードに直して'))
      expect(journalLayouts[to].certainty).toBe('S')
    }
  })
  test('a layout of one’s own, with one amount for both sides', () => {
    const own = {
      columns: {
        ...{ date: '月日', number: '伝番', description: '備考' },
        debit: { account: '借方', amount: '金額' },
        credit: { account: '貸方', amount: '金額' },
      },
    }
    const text = '月日,伝番,借方,貸方,金額,備考\n2026/11/20,1,現金,売上高,"1,000",a\n'
    const { journals: read, faults } = readJournals(utf8(text), { from: own })
    expect(faults).toEqual([])
    expect(read[0]?.lines.map(({ amount }) => amount)).toEqual([1000, 1000])
    expect(readJournals(writeJournals(read, { to: own }).bytes, { from: own }).journals).toEqual(read)
  })
  test('what the target cannot say of tax methods, tags and numbers is named', () => {
    const apart = row('2000,1234567,,2026/11/20,消耗品費,,,課対仕入別10%適格,100,,現金,,,対象外,100,,x')
    const { journals: read } = yayoi(apart)
    expect(writeJournals(read, { to: 'moneyforward' }).unmapped).toMatchObject([{ field: '借方金額', text: '別記' }])
    const tagged = read.map((journal) => ({ ...journal, tags: ['a|b'] }))
    expect(writeJournals(tagged, { to: 'moneyforward' }).unmapped).toContainEqual(
      expect.objectContaining({ field: 'タグ', text: 'a|b' }),
    )
    expect(writeJournals(read, { to: 'yayoi' }).unmapped).toMatchObject([{ field: '伝票番号', text: '1234567' }])
  })
  test('a layout with a column 0 is refused, not read as nothing', () => {
    const own = { columns: { date: 0, debit: { account: 2, amount: 4 }, credit: { account: 3, amount: 4 } } }
    expect(readJournals(utf8('2026/11/20,現金,売上高,1000\n'), { from: own })).toMatchObject({
      journals: [],
      faults: [{ rule: 'layout' }],
    })
  })
  test('numbers that stand twice on a day do not join two journals', () => {
    const text = row('2000,7,,2026/11/20,現金,,,対象外,100,,雑収入,,,対象外,100,,x')
    const { bytes, unmapped } = writeJournals(yayoi(text + text).journals, { to: 'moneyforward' })
    expect(readJournals(bytes, { from: 'moneyforward' }).journals.map(({ number }) => number)).toEqual(['7', '1'])
    expect(unmapped).toContainEqual(expect.objectContaining({ field: '伝票番号', text: '7', places: [2] }))
  })
  test('a layout that nobody knows is refused, also by the name of what every object has', () => {
    for (const from of ['obic', 'toString']) {
      expect(() => readJournals(utf8(freeeText), { from: from as 'freee' })).toThrow('知りません')
    }
  })
  test('what no file should hold is refused', () => {
    const [good] = journals()
    const broken = { ...good, lines: good?.lines.slice(0, 1) ?? [] } as Journal
    expect(() => writeJournals([broken], { to: 'freee' })).toThrow(UnwritableJournalError)
    expect(() => writeJournals([{ ...broken, date: '2026-02-30' }], { to: 'freee' })).toThrow('2026-02-30')
    const unwritable = { ...good, lines: good?.lines.map((line) => ({ ...line, description: '𠮷田' })) } as Journal
    expect(() => writeJournals([unwritable], { to: 'yayoi' })).toThrow(UnwritableTextError)
    expect(() => writeJournals([unwritable], { to: 'yayoi' })).toThrow('「吉」に置き換えて')
    expect(writeJournals([unwritable], { to: 'freee' }).bytes.length).toBeGreaterThan(0)
  })
})

describe('a round trip keeps everything', () => {
  const text = fc.string({ unit: fc.constantFrom(...'あア漢aZ09 ,";\n\t=-（髙社'), maxLength: 10 })
  const account = fc.constantFrom('現金', '売掛金', '消耗品費', '外注費, "制作"')
  const taxes = {
    yayoi: [
      '課対仕入込10%適格',
      '課対仕入込軽減8%区分80%',
      '課税売上内四10%',
      '対象外',
      '非課売上',
      '課税売返込8%',
      '課対仕入込10%区分控不',
    ],
    moneyforward: [
      '課税仕入 10%',
      '課税仕入 (軽)8%',
      '共-課仕 10%',
      '課税売上 10% 四種',
      '対象外',
      '輸出売上 0%',
      '非課税仕入',
    ],
    freee: ['課対仕入10%', '課対仕入（控80）8%（軽）', '課税売上8%', '課売上四10%', '不課税', '有価譲渡'],
  } as const
  const journal = (to: keyof typeof taxes) =>
    fc
      .record({
        amounts: fc.array(fc.integer({ min: -9_999_999, max: 9_999_999 }), { minLength: 1, maxLength: 4 }),
        accounts: fc.array(account, { minLength: 5, maxLength: 5 }),
        texts: fc.array(text, { minLength: 5, maxLength: 5 }),
        tax: fc.constantFrom(...taxes[to]),
        closing: fc.constantFrom('' as const, 'final' as const),
        memo: text.map((memo) => memo.trim()),
      })
      .map(({ amounts, accounts, texts, tax, closing, memo }, index = 0): Journal => {
        const side = {
          subAccount: '',
          department: '',
          partner: '',
          taxText: tax,
          ...(to === 'moneyforward' ? { invoiceText: '' } : {}),
        }
        const lines = amounts.flatMap((amount, at) => [
          {
            ...side,
            side: 'debit' as const,
            account: accounts[at] ?? '',
            amount,
            description: texts[at] ?? '',
            row: at,
          },
          ...(at === 0
            ? [
                {
                  ...side,
                  side: 'credit' as const,
                  account: '諸口',
                  amount: amounts.reduce((sum, one) => sum + one),
                  description: texts[at] ?? '',
                  row: at,
                },
              ]
            : []),
        ])
        return {
          date: '2026-11-20',
          number: String(index),
          closing,
          lines,
          memo: to === 'freee' ? '' : memo,
          tags: [],
          origin: to,
        }
      })
  test.each(['yayoi', 'moneyforward', 'freee'] as const)('%s', (to) => {
    fc.assert(
      fc.property(fc.array(journal(to), { minLength: 1, maxLength: 5 }), (drawn) => {
        const journals = drawn.map((one, at) => ({ ...one, number: String(at + 1) }))
        const first = writeJournals(journals, { to, encoding: 'utf-8-bom' }).bytes
        const read = readJournals(first, { from: to })
        expect(read.faults).toEqual([])
        expect(
          read.journals.map(({ lines }) => lines.map(({ taxClass: _class, taxMethod: _method, ...line }) => line)),
        ).toEqual(journals.map(({ lines }) => lines))
        expect(read.journals.map(({ lines: _lines, ...rest }) => rest)).toMatchObject(
          journals.map(({ lines: _lines, ...rest }) => rest),
        )
        expect(writeJournals(read.journals, { to, encoding: 'utf-8-bom' }).bytes).toEqual(first)
      }),
      { numRuns: 150 },
    )
  })
})
