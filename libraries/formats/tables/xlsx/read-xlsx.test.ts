import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readTable } from '../read-table.ts'
import { kindOfFormat, textOfNumber } from './number-formats.ts'
import { workbookOf } from './workbook-fixture.ts'

const rowsOf = (bytes: Uint8Array) => readTable(bytes).sheets[0]?.rows
const sheetOf = (data: string) => `<sheetData>${data}</sheetData>`

describe('what stands in the cells', () => {
  test('shared texts with rich runs, without their phonetic guides; inline texts; entities and line breaks', () => {
    const bytes = workbookOf({
      sharedStrings:
        '<si><r><t>給与</t></r><r><t xml:space="preserve"> 計算</t></r><rPh sb="0" eb="2"><t>キュウヨ</t></rPh></si><si><t>A&amp;B_x000D_\n次</t></si>',
      sheets: {
        表: sheetOf(
          '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>001</t></is></c></row>',
        ),
      },
    })
    expect(rowsOf(bytes)).toEqual([['給与 計算', 'A&B\n次', '001']])
  })
  test('numbers by their format: dates, zeros in front, durations; general ones as they are', () => {
    const bytes = workbookOf({
      styles:
        '<numFmts><numFmt numFmtId="170" formatCode="000"/><numFmt numFmtId="171" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="172" formatCode="[h]:mm"/><numFmt numFmtId="173" formatCode="#,##0_ ;[Red]\\-#,##0\\ "/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="22"/><xf numFmtId="173"/></cellXfs>',
      sheets: {
        表: sheetOf(
          '<row r="1"><c r="A1"><v>1234.5</v></c><c r="B1" s="1"><v>46346</v></c><c r="C1" s="2"><v>1</v></c><c r="D1" s="3"><v>46346</v></c><c r="E1" s="4"><v>1.0625</v></c><c r="F1" s="5"><v>46346.4375</v></c><c r="G1" s="6"><v>-5000</v></c><c r="H1"><v>0.30000000000000004</v></c></row>',
        ),
      },
    })
    expect(rowsOf(bytes)).toEqual([
      ['1234.5', '2026-11-20', '001', '2026-11-20', '25:30', '2026-11-20 10:30', '-5000', '0.3'],
    ])
  })
  test('dates of a workbook that counts from 1904', () => {
    const bytes = workbookOf({
      workbookProperties: '<workbookPr date1904="1"/>',
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
      sheets: { 表: sheetOf('<row><c s="0"><v>44884</v></c></row>') },
    })
    expect(rowsOf(bytes)).toEqual([['2026-11-20']])
  })
  test('formulas give the stored result and are never computed; errors and missing results are named', () => {
    const bytes = workbookOf({
      sheets: {
        表: sheetOf(
          '<row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3" t="str"><f>"a"</f><v>a</v></c><c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D3"><f>NOW()</f></c><c r="E3" t="b"><v>1</v></c></row>',
        ),
      },
    })
    const table = readTable(bytes)
    expect(table.sheets[0]?.rows).toEqual([[], [], ['2', 'a', '', '', 'TRUE']])
    expect(table.faults).toMatchObject([
      { sheet: '表', line: 3, column: 3, message: expect.stringContaining('エラー') },
      { sheet: '表', line: 3, column: 4, message: expect.stringContaining('保存されていません') },
    ])
  })
  test('merged ranges are filled down and right, but not beyond the used part', () => {
    const bytes = workbookOf({
      sheets: {
        表: `${sheetOf('<row r="1"><c r="A1" t="str"><v>経理</v></c><c r="C1" t="str"><v>x</v></c></row><row r="2"><c r="B2"><v>1</v></c></row>')}<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="C1:XFD1048576"/></mergeCells>`,
      },
    })
    expect(rowsOf(bytes)).toEqual([
      ['経理', '', 'x'],
      ['経理', '1', 'x'],
    ])
  })
  test('several sheets, a hidden one marked; prefixed names; rows without references', () => {
    const bytes = workbookOf({
      hidden: ['裏'],
      sheets: { 表: '<x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData>', 裏: sheetOf('') },
    })
    expect(readTable(bytes).sheets).toEqual([
      { name: '表', rows: [['1']], lines: [1] },
      { name: '裏', rows: [], lines: [], isHidden: true },
    ])
  })
})

describe('kinds of number formats', () => {
  test.each([
    ['General', 'number'],
    ['G/標準', 'number'],
    ['#,##0;[Red]-#,##0', 'number'],
    ['0.00E+00', 'number'],
    ['0"年"', 'number'],
    ['yyyy/m/d', 'date'],
    ['m"月"d"日"', 'date'],
    ['h:mm', 'time'],
    ['[mm]:ss', 'duration'],
  ])('%s is a %s', (code, kind) => {
    expect(kindOfFormat(164, code)).toBe(kind)
  })
  test.each([
    ['000', '7', '007'],
    ['00000', '123456', '123456'],
    ['000;-000', '7', '007'],
    ['000-0000', '10012', '001-0012'],
    ['[<=999]000;[<=9999]000-00;000-0000', '600001', '060-0001'],
    ['[<=999]000;[<=9999]000-00;000-0000', '60', '060'],
    ['[<=999]000;[<=9999]000-00;000-0000', '1234', '012-34'],
    ['00-0000-0000', '312345678', '03-1234-5678'],
    ['000', '-7', '-7'],
    ['000', '1.5', '1.5'],
    ['0-0', '5', '0-5'],
  ])('%s of %s is %s: zeros in front are kept', (code, number, text) => {
    expect(textOfNumber(number, kindOfFormat(164, code), false)).toBe(text)
  })
  test('the leap day of 1900 that spreadsheets believe in, and what is no date', () => {
    expect(textOfNumber('59', 'date', false)).toBe('1900-02-28')
    expect(textOfNumber('61', 'date', false)).toBe('1900-03-01')
    expect(textOfNumber('-1', 'date', false)).toBe('-1')
    expect(textOfNumber('9e99', 'date', false)).toBe('9e+99')
  })
})

describe('bad workbooks are answered with a sentence', () => {
  const good = workbookOf({ sheets: { 表: sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>') } })
  const sentence = (bytes: Uint8Array, options = {}) => readTable(bytes, options).faults[0]?.message

  test('cut off in the middle', () => {
    expect(sentence(good.subarray(0, good.length >> 1))).toContain('壊れています')
  })
  test('a ZIP that is no workbook', () => {
    expect(sentence(zipSync({ 'a.txt': strToU8('a') }))).toContain('Excelのブック（XLSX）ではありません')
  })
  test('a document type (entities) inside', () => {
    const bytes = workbookOf({ sheets: { 表: '<!DOCTYPE a [<!ENTITY b "c">]><sheetData/>' } })
    expect(sentence(bytes)).toContain('壊れています')
  })
  test('a bomb by its own directory', () => {
    const bytes = zipSync({ 'xl/workbook.xml': new Uint8Array(12_000_000) })
    expect(sentence(bytes)).toContain('大きすぎます（展開後200 MBまで）')
    expect(sentence(bytes, { maxInflatedBytes: 1_000_000 })).toContain('展開後1 MBまで')
  })
  test('a bomb that lies in its directory', () => {
    const bytes = zipSync({ 'xl/workbook.xml': new Uint8Array(12_000_000) })
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const directory = view.getUint32(bytes.length - 6, true)
    view.setUint32(directory + 24, 100, true)
    expect(sentence(bytes, { maxInflatedBytes: 1_000_000 })).toContain('大きすぎます（展開後1 MBまで）')
  })
  test('rows beyond the limit: what fits is read, the rest is named', () => {
    const data = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    const table = readTable(workbookOf({ sheets: { 表: sheetOf(data) } }))
    expect(table.sheets[0]?.rows).toEqual([['1']])
    expect(table.faults).toMatchObject([
      { sheet: '表', line: 1_048_576, message: expect.stringContaining('100,000行まで') },
    ])
  })
  test('a cell far to the right', () => {
    const bytes = workbookOf({ sheets: { 表: sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>') } })
    expect(sentence(bytes)).toContain('セルが多すぎます')
  })
  test('one broken sheet does not take the other with it', () => {
    const bytes = workbookOf({ sheets: { 壊: '<!DOCTYPE a>', 表: sheetOf('<row><c><v>1</v></c></row>') } })
    const table = readTable(bytes)
    expect(table.sheets.map((sheet) => sheet.name)).toEqual(['表'])
    expect(table.faults).toMatchObject([{ sheet: '壊' }])
  })
  test('bytes changed anywhere never throw and never hang', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 12,
        }),
        (changes) => {
          const bytes = good.slice()
          for (const [at, byte] of changes) bytes[at] = byte
          const table = readTable(bytes)
          return table.sheets.length > 0 || table.faults.length > 0
        },
      ),
      { numRuns: 400 },
    )
  })
  test('sheets of random markup never throw', () => {
    const token = fc.constantFrom(
      '<row>',
      '</row>',
      '<c r="B2">',
      '<c>',
      '</c>',
      '<v>',
      '7',
      '</v>',
      '<f/>',
      '<!--',
      '-->',
      '<',
      '>',
      '"',
      '&#0;',
      '&x;',
      '<mergeCell ref="A1:C9"/>',
      '<![CDATA[',
      ']]>',
      '<rPh>',
    )
    fc.assert(
      fc.property(fc.array(token, { maxLength: 60 }), (tokens) => {
        const table = readTable(workbookOf({ sheets: { 表: tokens.join('') } }))
        return table.sheets.length > 0 || table.faults.length > 0
      }),
      { numRuns: 400 },
    )
  })
})
