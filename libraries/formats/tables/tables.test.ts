import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeCp932, UnwritableTextError } from '../text/encode-cp932.ts'
import { findHeader } from './find-header.ts'
import { readTable } from './read-table.ts'
import { writeTableCsv, writeTableXlsx } from './write-table.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const rowsOf = (bytes: Uint8Array) => readTable(bytes, { name: '表.csv' }).sheets[0]?.rows

describe('CSV as people send it', () => {
  test('CP932 from Excel, with quotes, commas and line breaks inside; the line of each row is kept', () => {
    const table = readTable(encodeCp932('番号,業務名\r\n001,"請求, 入金\r\n消込"\r\n002,㈱髙橋"様"\r\n').bytes, {
      name: '棚卸.csv',
    })
    expect(table).toEqual({
      encoding: 'cp932',
      faults: [],
      sheets: [
        {
          name: '棚卸',
          rows: [
            ['番号', '業務名'],
            ['001', '請求, 入金\r\n消込'],
            ['002', '㈱髙橋"様"'],
          ],
          lines: [1, 2, 4],
        },
      ],
    })
  })
  test.each([
    [
      'semicolons',
      'a;b,c\n1;2\n',
      [
        ['a', 'b,c'],
        ['1', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'tabs between amounts with commas',
      '摘要\t金額\n振込\t1,234,000\n家賃\t2,000,000\n',
      [
        ['摘要', '金額'],
        ['振込', '1,234,000'],
        ['家賃', '2,000,000'],
      ],
    ],
    ['the line of Excel that names the delimiter', 'sep=;\na;b,c\n', [['a', 'b,c']]],
    ['empty lines and empty cells', 'a,b\n\n,\n', [['a', 'b'], [], ['', '']]],
    ['doubled quotes', '"a ""b""",c\n', [['a "b"', 'c']]],
    ['protected text', '="001",\'=1+1\n', [['001', '=1+1']]],
    [
      'a lone carriage return',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
  ])('%s', (_name, text, rows) => {
    expect(rowsOf(utf8(text))).toEqual(rows)
  })
  test('a quote that is never closed costs one cell and is named', () => {
    const table = readTable(utf8('a,b\n1,"x\n2,y\n'))
    expect(table.sheets[0]?.rows).toEqual([
      ['a', 'b'],
      ['1', '"x'],
      ['2', 'y'],
    ])
    expect(table.faults).toMatchObject([{ line: 2, column: 2, message: expect.stringContaining('引用符') }])
  })
  test('bytes without a meaning are named with their place', () => {
    const bytes = utf8('氏名,金額\n山田,1\n')
    const table = readTable(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes.subarray(0, 14), 0xff, ...bytes.subarray(14)))
    expect(table.faults).toMatchObject([{ line: 2, column: 1, message: expect.stringContaining('読めない文字') }])
  })
})

describe('what is no table', () => {
  const sentence = (bytes: Uint8Array, options = {}) => {
    const { sheets, faults } = readTable(bytes, options)
    expect(sheets).toEqual([])
    return faults[0]?.message
  }
  test('each is refused with what to do', () => {
    expect(sentence(new Uint8Array())).toContain('ファイルが空です（0バイト）')
    expect(sentence(new Uint8Array(60_000_000), { name: 'a.csv' })).toContain(
      'ファイルが大きすぎます（60 MB。20 MBまで）',
    )
    expect(sentence(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0))).toContain('パスワード')
    expect(sentence(utf8('%PDF-1.7'))).toContain('表のファイルではありません')
    expect(sentence(new Uint8Array(10))).toContain('表として読めない')
    expect(sentence(utf8('a,b'), { name: 'a.xlsx' })).toContain('壊れています')
  })
  test('too many rows: what fits is read', () => {
    const table = readTable(utf8('a\n1\n2\n3\n'), { maxRows: 2 })
    expect(table.sheets[0]?.rows).toEqual([['a'], ['1']])
    expect(table.faults).toMatchObject([{ line: 3, message: expect.stringContaining('2行まで') }])
  })
  test('any bytes are answered without a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const table = readTable(bytes)
        return table.sheets.length > 0 || table.faults.length > 0
      }),
      { numRuns: 500 },
    )
    const hostile = fc.array(fc.constantFrom('"', '""', ',', '\n', '\r', 'a', ';', '\t', '="', "'="), {
      maxLength: 200,
    })
    fc.assert(
      fc.property(hostile, (parts) => {
        expect(Array.isArray(readTable(utf8(parts.join(''))).sheets)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('finding the header', () => {
  const columns = [
    { key: 'name', titles: ['業務名', '小分類', '作業名'] },
    { key: 'owner', titles: ['主担当', '担当者', '担当'] },
    { key: 'deputy', titles: ['副担当', '代替者'] },
    { key: 'minutes', titles: ['1件あたり時間', '所要時間', '工数'] },
    { key: 'timing', titles: ['発生時期', '頻度', 'タイミング'] },
  ] as const

  test('below a title that is merged over all columns', () => {
    const rows = [
      ['業務棚卸表', '業務棚卸表', '業務棚卸表', '業務棚卸表'],
      [],
      ['No', '業務名 ※必須', '担当者', '頻度'],
      ['1', '請求書の発行', '山田', '毎月末'],
    ]
    expect(findHeader(rows, columns)).toEqual({
      headerRow: 2,
      headerRowCount: 1,
      firstRecordRow: 3,
      mapping: { name: 1, owner: 2, timing: 3 },
      unmatched: [{ index: 0, title: 'No' }],
      missing: ['deputy', 'minutes'],
      certainty: expect.closeTo(0.68, 1),
    })
  })
  test('of two rows with merged cells', () => {
    const rows = [
      ['業務名', '担当', '担当', '工数'],
      ['業務名', '主', '副', '工数'],
      ['給与計算', '山田', '佐藤', '90'],
    ]
    expect(findHeader(rows, columns)).toMatchObject({
      headerRow: 0,
      headerRowCount: 2,
      firstRecordRow: 2,
      mapping: { name: 0, owner: 1, deputy: 2, minutes: 3 },
      unmatched: [],
    })
    const named = [
      ['業務名', '体制', '体制'],
      ['業務名', '主担当', '副担当'],
      ['給与計算', '山田', '佐藤'],
    ]
    expect(findHeader(named, columns)).toMatchObject({ mapping: { name: 0, owner: 1, deputy: 2 } })
  })
  test('every title merged over two rows: the repetition is no record', () => {
    const rows = [
      ['業務名', '担当者'],
      ['業務名', '担当者'],
      ['給与計算', '山田'],
    ]
    expect(findHeader(rows, columns)).toMatchObject({
      headerRowCount: 2,
      firstRecordRow: 2,
      mapping: { name: 0, owner: 1 },
    })
  })
  test('half-width, spaces and brackets do not matter', () => {
    expect(findHeader([['ﾀｲﾐﾝｸﾞ', '業 務 名', '所要時間（分）']], columns)).toMatchObject({
      mapping: { timing: 0, name: 1, minutes: 2 },
    })
  })
  test('no header, no guess', () => {
    expect(
      findHeader(
        [
          ['1', '2'],
          ['あ', 'い'],
        ],
        columns,
      ),
    ).toBeUndefined()
    expect(findHeader([], columns)).toBeUndefined()
  })
})

describe('writing tables', () => {
  const sheet = {
    name: '業務/棚卸表',
    header: ['番号', '業務名', '分', '期日'],
    rows: [
      ['001', '=1+1', 90, { date: '2026-11-20' }],
      ['+81', '髙橋\n﨑', 1.5, null],
    ],
  } as const
  test('an XLSX keeps 001, formulas as text, dates as dates', async () => {
    const table = readTable(await writeTableXlsx([sheet, sheet]))
    expect(table.faults).toEqual([])
    expect(table.sheets.map(({ name }) => name)).toEqual(['業務 棚卸表', '業務 棚卸表 (2)'])
    expect(table.sheets[0]?.rows).toEqual([
      ['番号', '業務名', '分', '期日'],
      ['001', '=1+1', '90', '2026-11-20'],
      ['+81', '髙橋\n﨑', '1.5'],
    ])
  })
  test('what only looks like an escape of Excel stays text, a lone title as well', async () => {
    const rows = [['_x000D_'], ['a_x0041_b']]
    const bytes = await writeTableXlsx([{ name: 'a', header: ['_x0009_'], rows }])
    expect(readTable(bytes).sheets[0]?.rows).toEqual([['_x0009_'], ...rows])
  })
  test.each([
    ['no sheet', [], 'シートのない'],
    ['a date before March 1900', [{ ...sheet, rows: [[{ date: '1900-02-28' }]] }], '1900年3月1日から'],
    ['more text than a cell holds', [{ ...sheet, rows: [['あ'.repeat(32_768)]] }], '32,767文字'],
    ['more columns than Excel has', [{ ...sheet, rows: [new Array(16_385).fill('')] }], '16,384列まで'],
    ['more rows than Excel has', [{ ...sheet, rows: new Array(1_048_576).fill([]) }], '1,048,576行'],
    ['no number', [{ ...sheet, rows: [[Number.NaN]] }], 'NaN'],
  ])('%s is refused', async (_name, sheets, sentence) => {
    await expect(writeTableXlsx(sheets)).rejects.toThrow(sentence)
  })
  test('the first day that Excel and the calendar agree on', async () => {
    const bytes = await writeTableXlsx([{ ...sheet, rows: [[{ date: '1900-03-01' }]] }])
    expect(readTable(bytes).sheets[0]?.rows[1]).toEqual(['1900-03-01'])
  })
  test('an impossible date is refused', async () => {
    await expect(writeTableXlsx([{ ...sheet, rows: [[{ date: '2026-02-30' }]] }])).rejects.toThrow('2026-02-30')
  })
  test('CSV makes formulas harmless and readTable undoes it', () => {
    const bytes = writeTableCsv([['=cmd()', '-5', '@a', '001', -5, { date: '2026-11-20' }, 'a"b,c', true, null]], {
      encoding: 'utf-8-bom',
    })
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
      '\ufeff\'=cmd(),-5,\'@a,001,-5,2026/11/20,"a""b,c",TRUE,\r\n',
    )
    expect(rowsOf(bytes)?.[0]?.slice(0, 4)).toEqual(['=cmd()', '-5', '@a', '001'])
  })
  test('CP932 names what it cannot write', () => {
    expect(rowsOf(writeTableCsv([['髙﨑', '〜']], { encoding: 'cp932' }))).toEqual([['髙﨑', '～']])
    expect(() => writeTableCsv([['あ'], ['𠮷']], { encoding: 'cp932' })).toThrow(UnwritableTextError)
  })
  test('what is written is read back', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'あア漢aZ09 ,";\t\n=+-@\'（髙'), maxLength: 12 })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const bytes = writeTableCsv([['見出し,1', 'b,,,,,,,,,,,,,,,'], ...rows], { encoding: 'utf-8-bom' })
        const sheet = readTable(bytes).sheets[0]
        expect(sheet?.rows.slice(1)).toEqual(rows)
      }),
      { numRuns: 300 },
    )
  })
})
