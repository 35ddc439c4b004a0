import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeCp932 } from '../text/encode-cp932.ts'
import { statementSample } from '../zengin/sample-files.ts'
import { writeZengin } from '../zengin/write-zengin.ts'
import type { StatementMapping } from './mappings.ts'
import { readBankStatement } from './read-bank-statement.ts'

const cp932 = (...lines: readonly string[]): Uint8Array => encodeCp932(`${lines.join('\r\n')}\r\n`).bytes
const utf8 = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(`\ufeff${lines.join('\n')}\n`)
const short = (bytes: Uint8Array, mapping?: StatementMapping) => {
  const { lines, faults } = readBankStatement(bytes, mapping === undefined ? {} : { mapping })
  expect(faults).toEqual([])
  return lines.map(({ date, description, withdrawal, deposit, balance }) => [
    date,
    description,
    withdrawal,
    deposit,
    balance,
  ])
}

const smbc = (...lines: string[]) => cp932('年月日,お引出し,お預入れ,お取り扱い内容,残高,メモ,ラベル', ...lines)

describe('the layouts of the banks are recognised by their titles', () => {
  test.each<[string, Uint8Array, unknown[]]>([
    [
      'mufg-direct',
      cp932(
        '"日付","摘要","摘要内容","支払い金額","預かり金額","差引残高","メモ","未資金化区分","入払区分"',
        '"2026/4/1","振込１","ヤマダ（カ","","110,000","1,110,000","","","入金"',
        '"2026/4/2","手数料","","440","","1,109,560","","","支払い"',
      ),
      [
        ['2026-04-01', '振込１ ヤマダ（カ', 0, 110_000, 1_110_000],
        ['2026-04-02', '手数料', 440, 0, 1_109_560],
      ],
    ],
    [
      'smbc-direct',
      smbc('2026/4/1,,110000,ﾌﾘｺﾐ ﾔﾏﾀﾞ,1110000,"",""', '2026/4/2,440,,テスウリヨウ,1109560,"",""', ',,,,1109560,"",""'),
      [
        ['2026-04-01', 'ﾌﾘｺﾐ ﾔﾏﾀﾞ', 0, 110_000, 1_110_000],
        ['2026-04-02', 'テスウリヨウ', 440, 0, 1_109_560],
      ],
    ],
    [
      'mizuho-direct',
      cp932(
        ...['お客さま入出金明細', '', '店番,001', '口座番号,普通 1234567', '期間,2026年4月', ''],
        '明細通番,日付,お引出金額,お預入金額,残高,お取引内容',
        ...['1,2026.04.01,-,"110,000","1,110,000",振込 ヤマダ', '2,2026.04.02,440,-,"1,109,560",手数料'],
      ),
      [
        ['2026-04-01', '振込 ヤマダ', 0, 110_000, 1_110_000],
        ['2026-04-02', '手数料', 440, 0, 1_109_560],
      ],
    ],
    [
      'rakuten',
      cp932(
        '取引日,入出金(円),残高(円),入出金先内容',
        '20260401,110000,1110000,振込,ヤマダ',
        '20260402,-440,1109560,手数料',
      ),
      [
        ['2026-04-01', '振込,ヤマダ', 0, 110_000, 1_110_000],
        ['2026-04-02', '手数料', 440, 0, 1_109_560],
      ],
    ],
    [
      'rakuten',
      cp932('取引日,入出金(円),取引後残高(円),入出金内容', '20260402,-440,1109560,手数料'),
      [['2026-04-02', '手数料', 440, 0, 1_109_560]],
    ],
    [
      'sbi-sumishin',
      cp932(
        '"日付","内容","出金金額(円)","入金金額(円)","残高(円)","メモ"',
        '"2026/04/02","手数料","440","","1,109,560","-"',
        '"2026/04/01","振込＊ヤマダ","","110,000","1,110,000","-"',
      ),
      [
        ['2026-04-02', '手数料', 440, 0, 1_109_560],
        ['2026-04-01', '振込＊ヤマダ', 0, 110_000, 1_110_000],
      ],
    ],
    [
      'paypay-bank',
      cp932(
        '操作日(年),操作日(月),操作日(日),操作時刻(時),操作時刻(分),操作時刻(秒),取引順番号,摘要,お支払金額,お預り金額,残高,メモ',
        '2026,4,1,9,30,00,1,振込 ヤマダ,,110000,1110000,""',
      ),
      [['2026-04-01', '振込 ヤマダ', 0, 110_000, 1_110_000]],
    ],
    [
      'gmo-aozora',
      cp932('日付,摘要,入金金額,出金金額,残高,メモ', '20260401,振込,110000,,1110000,', '20260402,手数料,,440,1109560,'),
      [
        ['2026-04-01', '振込', 0, 110_000, 1_110_000],
        ['2026-04-02', '手数料', 440, 0, 1_109_560],
      ],
    ],
    [
      'sbi-shinsei',
      utf8('取引日,摘要,出金金額,入金金額,残高,メモ', '2026/04/02,手数料,440,,1109560,'),
      [['2026-04-02', '手数料', 440, 0, 1_109_560]],
    ],
    [
      'yucho-direct',
      cp932(
        ...['お客さま口座情報', '現在高：,"1,109,560",円,', '出力日時：令和 08 年 04 月 06 日'],
        ...['お客さま口座番号：12345-1234567', '照会対象：期間指定', '明細件数：2', ''],
        '取引日,入出金明細ＩＤ,受入金額（円）,払出金額（円）,詳細１,詳細２,現在（貸付）高,',
        '20260401,0001,"110,000",,振込,ヤマダ,"1,110,000",',
        '20260402,0002,,440,料金,,"1,109,560",',
      ),
      [
        ['2026-04-01', '振込 ヤマダ', 0, 110_000, 1_110_000],
        ['2026-04-02', '料金', 440, 0, 1_109_560],
      ],
    ],
    [
      'aeon',
      cp932('日付,お取引内容,お引出し,お預入れ,残高（お借入れはマイナス表示）', '2026/4/2,カードローン,440,,-440'),
      [['2026-04-02', 'カードローン', 440, 0, -440]],
    ],
    [
      'anser-csv',
      cp932(
        '"照会口座","番号","勘定日","(起算日)","出金金額(円)","入金金額(円)","小切手区分","残高(円)","取引区分","明細区分","金融機関名","支店名","摘要"',
        '"本店 普通 1234567","1","2026年04月01日","","","110,000","","1,110,000","振込入金","","ﾐﾎﾝ","ﾎﾝﾃﾝ","ﾔﾏﾀﾞ(ｶ"',
      ),
      [['2026-04-01', '振込入金 ﾔﾏﾀﾞ(ｶ', 0, 110_000, 1_110_000]],
    ],
  ])('%s', (id, bytes, lines) => {
    expect(readBankStatement(bytes).layout).toBe(id)
    expect(short(bytes)).toEqual(lines)
  })
  test('the account, where the file names it', () => {
    const yucho = cp932(
      'お客さま口座番号：12345-1234567',
      '取引日,入出金明細ＩＤ,受入金額（円）,払出金額（円）,詳細１,詳細２,現在（貸付）高',
    )
    expect(readBankStatement(yucho).account).toBe('12345-1234567')
  })
})

describe('any other file by a saved mapping', () => {
  test('two columns, years of the era without the era, totals passed over', () => {
    const bytes = cp932(
      ...[
        '○○信用金庫',
        '口座番号：1234567',
        '',
        '取扱日,出金額,入金額,残高,お取引の内容',
        '08.04.01,,"5,000円",105000,預入',
      ],
      ...['8-4-2,▲300,,105300,訂正', '令和8年4月3日,1000,,104300,引出', '合計,700,5000,,', '取引件数,3件,,,'],
    )
    const mapping = {
      date: '取扱日',
      withdrawal: '出金額',
      deposit: '入金額',
      balance: '残高',
      description: 'お取引の内容',
    }
    expect(short(bytes, mapping)).toEqual([
      ['2026-04-01', '預入', 0, 5_000, 105_000],
      ['2026-04-02', '訂正', -300, 0, 105_300],
      ['2026-04-03', '引出', 1_000, 0, 104_300],
    ])
  })
  test('one column beside 入出金区分, split dates, carried forward', () => {
    const bytes = cp932(
      ...[
        '年,月,日,区分,金額,残高,摘要',
        '8,4,1,,,100000,前月繰越',
        '8,4,1,入金,5000,105000,振込',
        '8,4,2,出金,300,104700,手数料',
      ],
    )
    const mapping = {
      date: { year: '年', month: '月', day: '日' },
      ...{ amount: '金額', direction: '区分', balance: '残高', description: '摘要' },
    }
    expect(short(bytes, mapping)).toEqual([
      ['2026-04-01', '振込', 0, 5_000, 105_000],
      ['2026-04-02', '手数料', 300, 0, 104_700],
    ])
  })
  test('columns by number, without a header', () => {
    expect(short(cp932('20260401,振込,5000', '20260402,手数料,△300'), { date: 1, description: 2, amount: 3 })).toEqual([
      ['2026-04-01', '振込', 0, 5_000, undefined],
      ['2026-04-02', '手数料', 300, 0, undefined],
    ])
  })
  test('columns by number, below a line of titles', () => {
    const bytes = cp932('日付,摘要,金額', '20260401,振込,5000')
    expect(short(bytes, { date: 1, description: 2, amount: 3 })).toEqual([['2026-04-01', '振込', 0, 5_000, undefined]])
  })
  test.each([
    [{ date: 1, description: 2, amount: 4 }, '「4列目」'],
    [{ date: 0, description: 2, amount: 3 }, '「0列目」'],
    [{ date: 1, description: 2 }, '金額の列が指定されていません'],
  ])('a mapping of columns that there are not: %j', (mapping, sentence) => {
    const { lines, faults } = readBankStatement(cp932('20260401,振込,5000'), { mapping })
    expect(lines).toEqual([])
    expect(faults).toMatchObject([{ rule: 'mapping', message: expect.stringContaining(sentence) }])
  })
  test('every withdrawal with a minus, with and without a balance; a correction stays one', () => {
    const mapping = { date: '日付', description: '摘要', withdrawal: '出金', deposit: '入金' }
    const header = '日付,摘要,出金,入金,残高'
    const minus = cp932(header, '2026/4/1,振込,,1000,2000', '2026/4/2,家賃,△300,,1700', '2026/4/3,電気,△200,,1500')
    const wanted = [0, 300, 200]
    expect(readBankStatement(minus, { mapping }).lines.map(({ withdrawal }) => withdrawal)).toEqual(wanted)
    expect(short(minus, { ...mapping, balance: '残高' }).map(([, , withdrawal]) => withdrawal)).toEqual(wanted)
    const correction = cp932(header, '2026/4/1,振込,,1000,2000', '2026/4/2,訂正,△300,,2300')
    expect(
      short(correction, { ...mapping, balance: '残高' })
        .at(1)
        ?.at(2),
    ).toBe(-300)
  })
  test('a mapping whose columns the file has not', () => {
    const { faults, lines } = readBankStatement(smbc(), {
      mapping: { date: '取引日', description: '残高', amount: '残高' },
    })
    expect(lines).toEqual([])
    expect(faults).toMatchObject([{ rule: 'mapping', message: expect.stringContaining('「取引日」') }])
  })
  test('an unknown layout: the columns found, and a proposal that reads it', () => {
    const bytes = cp932('お取引日,お支払い金額,入金,差引残高,備考', '2026/4/1,,5000,105000,振込')
    const { faults, lines, proposal } = readBankStatement(bytes)
    expect(lines).toEqual([])
    expect(faults).toMatchObject([{ rule: 'layout', message: expect.stringContaining('お取引日、お支払い金額、入金') }])
    expect(proposal).toMatchObject({ date: 'お取引日', deposit: '入金', balance: '差引残高' })
    if (proposal) expect(short(bytes, proposal)).toEqual([['2026-04-01', '振込', 0, 5_000, 105_000]])
  })
  test.each([
    ['取扱日,摘要,出金額,入金額,残高', { date: '取扱日', withdrawal: '出金額', deposit: '入金額' }],
    ['日付,相手先,出金(円),入金(円),残高(円)', { description: '相手先', balance: '残高(円)' }],
    ['Date,Description,Withdrawal,Deposit,Balance', { date: 'Date', withdrawal: 'Withdrawal', deposit: 'Deposit' }],
  ])('a proposal for %s', (header, wanted) => {
    expect(readBankStatement(cp932(header, '')).proposal).toMatchObject(wanted)
  })
  test('totals with the date of their period, and a balance carried over that stands as an amount', () => {
    const bytes = smbc(
      ...['2026/4/1,,1000,前月より繰越,1000,,', '2026/4/1,,100,振込,1100,,', '2026/4/2,30,,手数料,1070,,'],
      ...['2026/4/30,30,100,合計,1070,,', '2026/4/30,0,0,繰越利息,1070,,'],
    )
    expect(short(bytes).map(([, description]) => description)).toEqual(['振込', '手数料', '繰越利息'])
  })
  test('an amount parted by its own comma is no smaller amount', () => {
    const bytes = cp932(
      '日付,摘要,入金金額,出金金額,残高,メモ',
      '20260401,振込,1,000,,1,100,',
      '20260402,手数料,,440,660,',
    )
    const { lines, faults } = readBankStatement(bytes)
    expect(lines.map(({ date }) => date)).toEqual(['2026-04-02'])
    expect(faults).toMatchObject([{ rule: 'amount', line: 2, message: expect.stringContaining('桁区切りのカンマ') }])
  })
  test('what cannot be read is said with its line and column, and the rest is read', () => {
    const { faults, lines } = readBankStatement(
      smbc('2026/4/1,,1万,振込,1010000,,', '2026/13/2,440,,手数料,1009560,,', '2026/4/3,60,,手数料,1009500,,'),
    )
    expect(faults.map(({ line, column, rule }) => [line, column, rule])).toEqual([
      [2, 3, 'amount'],
      [3, 1, 'date'],
    ])
    expect(lines.map(({ date }) => date)).toEqual(['2026-04-03'])
  })
})

describe('the running balance', () => {
  const days = ['2026/4/1,,100,a,1100,,', '2026/4/2,30,,b,1070,,', '2026/4/3,,5,c,1075,,', '2026/4/4,70,,d,1005,,']
  test('is proved oldest first and newest first', () => {
    expect(short(smbc(...days))).toHaveLength(4)
    expect(short(smbc(...days.toReversed()))).toHaveLength(4)
  })
  test('breaks where a line is missing', () => {
    const without = days.filter((_, index) => index !== 1)
    expect(readBankStatement(smbc(...without)).faults).toMatchObject([{ rule: 'balance', line: 3 }])
    expect(readBankStatement(smbc(...without.toReversed())).faults).toMatchObject([{ rule: 'balance', line: 3 }])
  })
})

describe('keys for importing again', () => {
  const keysOf = (...lines: string[]) => readBankStatement(smbc(...lines)).lines.map(({ key }) => key)
  const [one, two, three] = [
    '2026/4/1,,100,ﾌﾘｺﾐ,1100,,',
    '2026/4/2,100,,ﾃｽｳﾘﾖｳ,1000,,',
    '2026/4/3,,100,ﾌﾘｺﾐ,1100,memo,',
  ]
  test('overlapping exports, in either order, give the same keys', () => {
    const [first, second] = [keysOf(one, two), keysOf(three, two)]
    expect(new Set([...first, ...second]).size).toBe(3)
    expect(second[1]).toBe(first[1])
  })
  test('lines alike in everything are counted; the width of letters does not matter', () => {
    const same = '2026/4/1,0,0,ﾘｿｸ,1000,,'
    expect(new Set(keysOf(same, same, same)).size).toBe(3)
    expect(keysOf('2026/4/1,,100,フリコミ,1100,,')).toEqual(keysOf(one))
  })
})

test('全銀 03 gives the same lines', () => {
  const { account, lines, faults } = readBankStatement(writeZengin(statementSample))
  expect([account, faults]).toEqual(['0597-101-2-0765432', []])
  expect(lines.map(({ date, withdrawal, deposit, balance }) => [date, withdrawal, deposit, balance])).toEqual([
    ['2026-05-01', 0, 330_000, 1_330_000],
    ['2026-05-07', 1_430_000, 0, -100_000],
  ])
})

test('any bytes are answered', () => {
  const original = smbc('2026/4/1,,100,ﾌﾘｺﾐ,1100,,', '2026/4/2,"1,000",,"a""b",100,,')
  const edit = fc.record({ at: fc.nat(original.length - 1), byte: fc.integer({ min: 0, max: 255 }) })
  const mutated = fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) => {
    const bytes = original.slice()
    for (const { at, byte } of edits) bytes[at] = byte
    return bytes
  })
  const row = fc.constantFrom('日付,摘要,入金金額,出金金額,残高', '2026/4/1,a,1,,2', ',,,', '"', '合計,1')
  const table = fc.array(row, { maxLength: 5 }).map((rows) => cp932(...rows))
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 100 }), mutated, table), (bytes) => {
      const { lines, faults } = readBankStatement(bytes)
      for (const { withdrawal, deposit, key } of lines) {
        expect(Number.isSafeInteger(withdrawal) && Number.isSafeInteger(deposit) && key !== '').toBe(true)
      }
      expect(lines.length + faults.length).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 10_000 },
  )
}, 120_000)
