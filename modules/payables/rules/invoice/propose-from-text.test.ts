import { describe, expect, test } from 'vitest'
import { proposeFromText } from './propose-from-text.ts'

/** A page of one text a line; several texts of a line are parted by ` | `. */
function page(...lines: string[]) {
  const texts = lines.flatMap((line, row) =>
    line.split(' | ').map((text, column) => ({ text, x: 40 + column * 150, y: 40 + row * 20, width: 120, height: 12 })),
  )
  return [{ page: 1, texts }]
}

/** Layouts written for this test, after the habits of Japanese invoices. */
const layouts: [string, string[], Record<string, unknown>][] = [
  [
    '和暦・ご請求金額・￥と末尾の-',
    [
      '請 求 書',
      '株式会社サンプル 御中',
      '請求日 | 令和8年11月20日',
      '株式会社えだまめ商事',
      '登録番号 T7 0000 1205 0002',
      'ご請求金額 ￥110,000-',
      '10%対象 100,000円 | 消費税 10,000円',
      'お支払期限：令和8年12月31日',
    ],
    {
      invoicedOn: '2026-11-20',
      dueOn: '2026-12-31',
      total: 110_000,
      registrationNumber: 'T7000012050002',
      vendorName: '株式会社えだまめ商事',
      taxes: [{ taxKind: 'standard', base: 100_000, tax: 10_000 }],
      includesTax: false,
    },
  ],
  [
    '全角の数字と複数の税率',
    [
      '請求書番号：ＥＤ－２０２６－０１１',
      '発行日　２０２６年１１月５日',
      '有限会社そらまめ食品',
      '８％対象　￥５０，０００　消費税　￥４，０００',
      '１０％対象　￥１０，０００　消費税　￥１，０００',
      '合計金額　￥６５，０００',
    ],
    {
      vendorNumber: 'ED-2026-011',
      invoicedOn: '2026-11-05',
      total: 65_000,
      taxes: [
        { taxKind: 'reduced', base: 50_000, tax: 4_000 },
        { taxKind: 'standard', base: 10_000, tax: 1_000 },
      ],
    },
  ],
  [
    '期間の役務',
    ['ご利用期間 2026/09/21 ～ 2026/10/20', '請求金額 33,000円', '発行日 2026/10/25'],
    { service: { from: '2026-09-21', until: '2026-10-20' }, invoicedOn: '2026-10-25', total: 33_000 },
  ],
  [
    '月分の記載',
    ['請求日 2026年1月5日', '12月分 保守料', '請求額 55,000'],
    { service: { from: '2025-12-01', until: '2025-12-31' }, total: 55_000 },
  ],
  [
    '源泉徴収',
    ['山田太郎デザイン事務所', '合計（税込） 110,000円', '源泉徴収税額 △10,210円'],
    { total: 110_000, withholding: 10_210 },
  ],
  ['金額が次の行', ['ご請求金額', '¥ 1,234,567', '支払期日 R8.12.10'], { total: 1_234_567, dueOn: '2026-12-10' }],
  [
    '振込先口座',
    ['振込先 みどり銀行 本店 普通 1234567', 'お振込期限 2026-11-30'],
    { accountNumber: '1234567', dueOn: '2026-11-30' },
  ],
  ['略号のみ', ['㈱よつば資材', 'No. 5', '請求No. 5-77'], { vendorName: '(株)よつば資材', vendorNumber: '5-77' }],
  ['登録番号がない', ['佐藤事務所', '請求金額 5,500円'], { registrationNumber: undefined, total: 5_500 }],
  [
    '請求書でない',
    ['ご案内', 'いつもありがとうございます'],
    { total: undefined, invoicedOn: undefined, vendorName: undefined },
  ],
]

describe('what is proposed from the text of a PDF', () => {
  test.each(layouts)('%s', (_, lines, expected) => {
    const { taxes, includesTax, ...read } = proposeFromText(page(...lines))
    const values = {
      ...Object.fromEntries(Object.entries(read).map(([name, each]) => [name, each?.value])),
      taxes: taxes.map(({ value }) => value),
      includesTax,
    }
    expect(values).toMatchObject(expected)
  })

  test('each proposal says where it stands', () => {
    const { total } = proposeFromText(page('請求書', 'ご請求金額 | 110,000円'))
    expect(total).toEqual({
      value: 110_000,
      words: 'ご請求金額 110,000円',
      place: { page: 1, x: 40, y: 60, width: 270, height: 12 },
    })
  })
})

test('whether the bases hold their tax follows from the total, and is left open where neither adds up', () => {
  const held = (total: string) =>
    proposeFromText(page(`ご請求金額 ${total}円`, '10%対象 110,000円 | 消費税 10,000円')).includesTax
  expect([held('120,000'), held('110,000'), held('115,000')]).toEqual([false, true, null])
})
