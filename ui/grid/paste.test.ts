import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GridColumn } from './cells.ts'
import { parseTsv, textsBetween, writeTexts, writeTsv } from './paste.ts'

type Kind = {
  readonly id: string
  readonly name: string | null
  readonly timing: string | null
  readonly minutes: number | null
  readonly fee: number | null
  readonly reviewedOn: string | null
  readonly hasManual: boolean
}
const columns: readonly GridColumn<Kind>[] = [
  { key: 'name', head: '業務', kind: 'text' },
  {
    key: 'timing',
    head: '頻度',
    kind: 'choice',
    options: [
      { value: 'daily', label: '毎日', kana: 'マイニチ' },
      { value: 'monthly', label: '毎月', kana: 'マイツキ' },
    ],
  },
  { key: 'minutes', head: '所要時間', kind: 'minutes' },
  { key: 'fee', head: '費用', kind: 'amount' },
  { key: 'reviewedOn', head: '見直し', kind: 'date', near: '2026-11-20' },
  { key: 'hasManual', head: '手順書', kind: 'flag' },
]
let lastId = 0
const blank = (): Kind => {
  lastId += 1
  return { id: `k${lastId}`, name: null, timing: null, minutes: null, fee: null, reviewedOn: null, hasManual: false }
}
const rowId = (row: Kind) => row.id
const paste = (text: string, rows: readonly Kind[] = [], column = 0) =>
  writeTexts({ rows, unread: {} }, columns, rowId, { row: 0, column }, parseTsv(text), blank)
const withoutId = ({ id: _, ...rest }: Kind) => rest

describe('text from a spreadsheet', () => {
  test('tabs part cells and line ends part rows; the last line end adds no row', () => {
    expect(parseTsv('郵便\t毎日\r\n給与\t毎月\r\n')).toEqual([
      ['郵便', '毎日'],
      ['給与', '毎月'],
    ])
  })
  test('a quoted cell keeps its line ends, tabs and doubled quotes', () => {
    expect(parseTsv('"一行目\n二行目"\t"「""至急""」"\t"a\tb"')).toEqual([['一行目\n二行目', '「"至急"」', 'a\tb']])
  })
  test('a quote that is only a letter stays', () => {
    expect(parseTsv('"27インチ\t3台')).toEqual([['"27インチ', '3台']])
    expect(parseTsv('27"\t3台')).toEqual([['27"', '3台']])
  })
  test('what goes to the clipboard comes back', () => {
    const cell = fc.string({ unit: fc.constantFrom('あ', '1', '"', '\t', '\n', ' ', 'x') })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(table, (cells) => {
        expect(parseTsv(writeTsv(cells))).toEqual(cells)
      }),
    )
  })
})

describe('pasting into the grid', () => {
  test('each cell is read as its column reads, as people write it', () => {
    const { rows, unread } = paste('請求書の発行\t毎月\t1時間半\t1,200円\tR8.4.1\t○\n郵便\tまいにち\t15\t\t\t')
    expect(rows.map(withoutId)).toEqual([
      { name: '請求書の発行', timing: 'monthly', minutes: 90, fee: 1200, reviewedOn: '2026-04-01', hasManual: true },
      { name: '郵便', timing: 'daily', minutes: 15, fee: null, reviewedOn: null, hasManual: false },
    ])
    expect(unread).toEqual({})
  })
  test('what cannot be read stays as written with its sentence, and the other cells are taken', () => {
    const { rows, unread } = paste('給与振込\tときどき\t30')
    const id = rows[0]?.id ?? ''
    expect(rows.map(withoutId)).toEqual([
      { name: '給与振込', timing: null, minutes: 30, fee: null, reviewedOn: null, hasManual: false },
    ])
    expect(unread[`${id} timing`]?.text).toBe('ときどき')
    expect(unread[`${id} timing`]?.sentence.ja).toBe('「ときどき」は選択肢にありません。')
    expect(
      textsBetween({ rows, unread }, columns, rowId, [
        { row: 0, column: 0 },
        { row: 0, column: 2 },
      ]),
    ).toEqual([['給与振込', 'ときどき', '30分']])
  })
  test('31 February is refused, not moved', () => {
    const { rows, unread } = paste('契約の更新\t毎月\t\t\t2026-02-31')
    expect(rows[0]?.reviewedOn).toBe(null)
    expect(Object.keys(unread)).toEqual([`${rows[0]?.id} reviewedOn`])
  })
  test('writing a readable text over an unreadable one clears the complaint', () => {
    const first = paste('給与振込\tときどき')
    const second = writeTexts(first, columns, rowId, { row: 0, column: 1 }, [['毎月']], blank)
    expect(second.unread).toEqual({})
    expect(second.rows[0]?.timing).toBe('monthly')
  })
  test('columns past the right edge are left out, and without new rows so are rows past the end', () => {
    const rows = [blank()]
    const pasted = writeTexts({ rows, unread: {} }, columns, rowId, { row: 0, column: 5 }, [['○', 'あふれた'], ['○']])
    expect(pasted.rows.map((row) => row.hasManual)).toEqual([true])
  })
})
