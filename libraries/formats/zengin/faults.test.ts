import { describe, expect, test } from 'vitest'
import { encodeCp932 } from '../text/encode-cp932.ts'
import { UnwritableZenginError, type ZenginFault } from './fault.ts'
import { type Layout, layouts } from './layouts.ts'
import { readZengin } from './read-zengin.ts'
import {
  debitResultSample,
  noticeSample,
  salarySample,
  samples,
  statementSample,
  transferSample,
} from './sample-files.ts'
import { maxZenginBytes } from './split-records.ts'
import { writeZengin, type ZenginToWrite } from './write-zengin.ts'

const places = (faults: readonly ZenginFault[]) => faults.map(({ record, byte, rule }) => [record, byte, rule])
const kana = (text: string): Uint8Array => encodeCp932(text).bytes
/** The file with other bytes at a byte (from 1) of a record (from 1). */
const planted = (file: ZenginToWrite, record: number, byte: number, text: string): Uint8Array => {
  const step = layouts[file.kind].bytes + 2
  const bytes = writeZengin(file)
  bytes.set(kana(text), (record - 1) * step + byte - 1)
  return bytes
}

/** What is planted into a field of each rule, and the rule that must be reported. */
const plants: Record<string, [string, string]> = {
  code: ['A', 'digits'],
  digits: ['-', 'digits'],
  optionalDigits: ['A', 'digits'],
  choice: ['X', 'choice'],
  optionalChoice: ['X', 'choice'],
  name: ['ｯ', 'characters'],
  optionalName: ['a', 'characters'],
  optionalText: ['*', 'characters'],
  optionalBankText: ['\u0001', 'characters'],
  amount: ['ｱ', 'digits'],
  yen: [' ', 'digits'],
  optionalYen: ['.', 'digits'],
  count: ['X', 'digits'],
  monthDay: ['9', 'date'],
  wareki: ['X', 'digits'],
  optionalWareki: ['X', 'digits'],
  sign: ['3', 'choice'],
  balance: ['-', 'digits'],
  blank: ['X', 'blank'],
}

describe('a fault planted in each field of each record is reported with its byte and rule', () => {
  test.each(samples.map((file) => [`${file.kind} ${layouts[file.kind].title}`, file] as const))('%s', (_name, file) => {
    const layout: Layout = layouts[file.kind]
    const last = file.records.length + 1
    const records = [
      [1, layout.header],
      [2, layout.record],
      [last, layout.record],
      [last + 1, layout.trailer],
      [last + 2, layout.end],
    ] as const
    for (const [record, fields] of records) {
      for (const { from, rule, ja, length } of fields.filter((one) => one.rule !== 'fixed')) {
        const [text = '', expected] = plants[rule] ?? []
        const { faults } = readZengin(planted(file, record, from, text))
        expect(places(faults), ja).toContainEqual([record, from, expected])
        expect(faults.filter((fault) => fault.record === record && fault.byte === from)).toMatchObject([{ length }])
        expect(faults[0]?.message).toMatch(/^\d+件目のレコード/)
        expect(faults[0]?.messageEn).toContain('Record ')
      }
    }
    expect(places(readZengin(planted(file, 1, 2, '99')).faults)).toEqual([[1, 2, 'kind']])
    expect(places(readZengin(planted(file, 1, 4, '1')).faults)).toEqual([[1, 4, 'fixed']])
    expect(places(readZengin(planted(file, 2, 1, '7')).faults)).toContainEqual([2, 1, 'record-kind'])
  })

  test('every fault of a file is reported, not only the first', () => {
    const bytes = planted(transferSample, 2, 51, 'ﾃｯｼｭ')
    bytes.set(kana('ABCD'), 122 + 1)
    bytes.set(kana('8'), 122 * 2 + 42)
    bytes.set(kana('000003'), 122 * 3 + 1)
    expect(places(readZengin(bytes).faults)).toEqual([
      [2, 2, 'digits'],
      [2, 51, 'characters'],
      [3, 43, 'choice'],
      [4, 2, 'count'],
    ])
  })
})

describe('totals and balances are proved', () => {
  test('an amount that was changed shows in the total', () => {
    expect(readZengin(planted(transferSample, 2, 81, '0000330001')).faults).toMatchObject([
      { record: 4, byte: 8, rule: 'total', field: 'total', message: expect.stringContaining('計算すると429791') },
    ])
  })
  test('取引後残高 that does not follow', () => {
    expect(places(readZengin(planted(statementSample, 4, 41, '00000000100001')).faults)).toEqual([[4, 41, 'balance']])
    expect(places(readZengin(planted(statementSample, 4, 40, '1')).faults)).toEqual([[4, 41, 'balance']])
    expect(places(readZengin(planted(statementSample, 5, 2, '0000000009')).faults)).toEqual([[5, 2, 'count']])
    expect(places(readZengin(planted(statementSample, 5, 12, '00002')).faults)).toEqual([[5, 12, 'count']])
  })
  test('results of 口座振替: what failed is counted by 振替結果コード', () => {
    expect(places(readZengin(planted(debitResultSample, 3, 112, '0')).faults)).toEqual([
      ...[20, 26, 38, 44].map((byte) => [4, byte, byte === 20 || byte === 38 ? 'count' : 'total']),
    ])
  })
  test('an amount of 0, and an account number of 0 only', () => {
    expect(places(readZengin(planted(transferSample, 2, 81, '0000000000')).faults)[0]).toEqual([2, 81, 'amount'])
    expect(places(readZengin(planted(transferSample, 2, 44, '0000000')).faults)).toEqual([[2, 44, 'zero']])
    expect(places(readZengin(planted(transferSample, 1, 55, '0230')).faults)).toEqual([[1, 55, 'date']])
  })
})

describe('how the file is put together', () => {
  const good =
    new TextDecoder('shift_jis').decode(writeZengin(transferSample, { newline: 'none' })).match(/.{120}/g) ?? []
  const [head = '', first = '', second = '', trailer = '', end = ''] = good
  const read = (...records: string[]) => readZengin(kana(records.join('\r\n')))
  test.each<[string, string[], unknown[]]>([
    ['no header', [first, second, trailer, end], [1, 2, 3, 4].map((record) => [record, 1, 'order'])],
    ['no trailer', [head, first, second, end], [[4, 1, 'order']]],
    ['no end', [head, first, second, trailer], [[5, 1, 'order']]],
    ['no records', [head, `8${'0'.repeat(18)}${' '.repeat(101)}`, end], [[2, 1, 'records']]],
    [
      'a header after the end',
      [head, first, second, trailer, end, head, first, second, trailer, end],
      [[6, 1, 'order']],
    ],
    ['two ends', [head, first, second, trailer, end, end], [[6, 1, 'order']]],
    ['^Z on a line of its own', [head, first, second, trailer, end, '\u001a', ''], []],
    ['a record too short', [head, first.trimEnd(), second, trailer, end], [[2, 113, 'length']]],
    ['a record too long', [head, `${first} `, second, trailer, end], [[2, 121, 'length']]],
    ['two records on one line', [head, first + second, trailer, end], [[2, 121, 'newline']]],
  ])('%s', (_name, records, expected) => {
    expect(places(read(...records).faults)).toEqual(expected)
  })
  test('LF alone and CR alone are read, and reported once', () => {
    for (const newline of ['\n', '\r']) {
      const { files, faults } = readZengin(kana(good.map((line) => line + newline).join('')))
      expect(places(faults)).toEqual([[1, 121, 'newline']])
      expect(files).toMatchObject([{ trailer: { count: 2, total: 429_790 } }])
    }
  })
  test('without newlines, a file cut off', () => {
    expect(places(readZengin(kana(good.join('').slice(0, 300))).faults)).toEqual(
      [
        [3, 61, 'length'],
        [3, 81, 'digits'],
        [3, 91, 'choice'],
        [4, 1, 'order'],
        [4, 1, 'order'],
      ].filter(([, byte]) => byte !== 91),
    )
  })
  test('several headers in one file', () => {
    const bytes = writeZengin([transferSample, salarySample, transferSample])
    const { files, faults } = readZengin(bytes)
    expect(faults).toEqual([])
    expect(files.map(({ kind, records }) => [kind, records.length])).toEqual([
      ['21', 2],
      ['11', 1],
      ['21', 2],
    ])
  })
  test('UTF-8 and EBCDIC are said', () => {
    const { files, faults } = readZengin(new TextEncoder().encode(good.map((line) => `${line}\r\n`).join('')))
    expect(places(faults)).toEqual([[1, 1, 'encoding']])
    expect(files).toMatchObject([{ trailer: { total: 429_790 } }])
    expect(places(readZengin(Uint8Array.of(0xf1, 0xf2, 0xf1, 0xf0)).faults)).toEqual([[1, 1, 'encoding']])
  })
  test('a byte order mark before Shift_JIS is the only fault', () => {
    const { files, faults } = readZengin(
      Uint8Array.of(0xef, 0xbb, 0xbf, ...kana(good.map((line) => `${line}\r\n`).join(''))),
    )
    expect(places(faults)).toEqual([[1, 1, 'encoding']])
    expect(files).toMatchObject([{ trailer: { total: 429_790 } }])
  })
  test('a newline that is missing is said in a sentence', () => {
    const [missing] = read(head, first + second, trailer, end).faults
    expect(missing?.message).toContain('2件目のレコードの後に改行がありません。')
    expect(missing?.messageEn).toContain('There is no newline after record 2.')
  })
  test('nothing, and too much', () => {
    expect(places(readZengin(new Uint8Array()).faults)).toEqual([[1, 1, 'empty']])
    expect(places(readZengin(new Uint8Array(maxZenginBytes + 1)).faults)).toEqual([[1, 1, 'size']])
  })
})

describe('the writer refuses what a bank refuses, all at once', () => {
  const [first, second] = transferSample.records
  const refused = (record: Record<string, unknown>, file: ZenginToWrite = transferSample): unknown => {
    const records = [first, { ...second, ...record }] as (typeof transferSample)['records']
    try {
      writeZengin({ ...file, records } as ZenginToWrite)
    } catch (error) {
      return error instanceof UnwritableZenginError ? error.faults.map(({ field, rule }) => `${field} ${rule}`) : error
    }
  }
  test.each<[string, Record<string, unknown>, string[]]>([
    ['amount 0', { amount: 0 }, ['amount amount']],
    ['a negative amount', { amount: -1 }, ['amount amount']],
    ['a fraction', { amount: 1.5 }, ['amount amount']],
    ['eleven digits', { amount: 10_000_000_000 }, ['amount length']],
    ['an amount as text', { amount: '100' }, ['amount amount']],
    ['no amount', { amount: undefined }, ['amount required']],
    ['a name of 31 bytes', { accountName: 'ｱ'.repeat(31) }, ['accountName length']],
    ['16 voiced kana are 32 bytes', { accountName: 'ｶﾞ'.repeat(16) }, ['accountName length']],
    ['small kana', { accountName: 'ｼｬﾁｮｳ' }, ['accountName characters']],
    ['ｦ', { accountName: 'ｦｶﾞﾜ' }, ['accountName characters']],
    ['ｰ', { accountName: 'ｽｰﾊﾟｰ' }, ['accountName characters']],
    ['kanji', { accountName: '山田' }, ['accountName characters']],
    ['full-width kana', { accountName: 'ヤマダ' }, ['accountName characters']],
    ['lower case', { accountName: 'abc' }, ['accountName characters']],
    ['no name', { accountName: '' }, ['accountName required']],
    ['six digits of account', { accountNumber: '123456' }, ['accountNumber digits']],
    ['a hyphen in the account', { accountNumber: '123-456' }, ['accountNumber digits']],
    ['eight digits', { accountNumber: '12345678' }, ['accountNumber length']],
    ['預金種目 3', { accountType: '3' }, ['accountType choice']],
    ['a bank of three digits', { bankCode: '001' }, ['bankCode digits']],
    ['bank 0000', { bankCode: '0000' }, ['bankCode zero']],
    ['a branch of letters', { branchCode: '0A1' }, ['branchCode digits']],
    ['two faults', { amount: 0, accountName: '' }, ['accountName required', 'amount amount']],
  ])('%s', (_name, record, expected) => {
    expect(refused(record)).toEqual(expected)
  })
  test('a date that does not exist, no records, a result code in a request', () => {
    const header = { ...transferSample.header, transferDate: '2027-02-29' }
    expect(() => writeZengin({ ...transferSample, header })).toThrow('振込指定日')
    expect(() => writeZengin({ ...transferSample, records: [] })).toThrow('一件もありません')
    expect(() => writeZengin({ ...debitResultSample, isResult: false })).toThrow('振替結果コード')
    expect(() => writeZengin([])).toThrow('ヘッダー・レコード')
    expect(() => writeZengin([transferSample, statementSample])).toThrow('120バイトと200バイト')
    expect(() => writeZengin([statementSample, noticeSample])).toThrow('入出金取引明細と振込入金通知はエンド')
  })
  test('more records than 合計件数 can hold', () => {
    const records = new Array(1_000_000).fill(first)
    expect(() => writeZengin({ ...transferSample, records })).toThrow('999999件まで')
  })
})
