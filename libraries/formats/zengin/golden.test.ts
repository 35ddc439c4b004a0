import { describe, expect, test } from 'vitest'
import { encodeCp932 } from '../text/encode-cp932.ts'
import { layouts } from './layouts.ts'
import { readZengin } from './read-zengin.ts'
import { debitResultSample, noticeSample, salarySample, statementSample, transferSample } from './sample-files.ts'
import { writeZengin } from './write-zengin.ts'

const spaces = (count: number): string => ' '.repeat(count)
const textOf = (bytes: Uint8Array): string => new TextDecoder('shift_jis').decode(bytes)

/** Typed field by field from 群馬銀行「全銀協制定ファイルフォーマット【総合振込】」 and the descriptions of the other kinds. */
const record = (...fields: readonly string[]): string => fields.join('')
const header = (kind: string, date: string): string =>
  record(
    ...['1', kind, '0', '1234567890', `ｶ)ｻﾝﾌﾟﾙｼﾖｳｼﾞ${spaces(28)}`, date, '0001', `ﾐｽﾞﾎ${spaces(11)}`],
    ...['001', `ﾄｳｷﾖｳ${spaces(10)}`, '1', '1234567', spaces(17)],
  )

const transfer = [
  header('21', '1130'),
  record(
    ...['2', '0005', `ﾐﾂﾋﾞｼUFJ${spaces(7)}`, '001', `ﾎﾝﾃﾝ${spaces(11)}`, '0000', '1', '7654321'],
    ...[`ﾃｽﾄｺｳｷﾞﾖｳ(ｶ${spaces(19)}`, '0000330000', '0', spaces(10), spaces(10), '7', ' ', spaces(7)],
  ),
  record(
    ...['2', '0009', `ﾐﾂｲｽﾐﾄﾓ${spaces(8)}`, '001', `ﾎﾝﾃﾝ${spaces(11)}`, '0000', '4', '0000123'],
    ...[`ﾔﾏﾀﾞ ﾀﾛｳ${spaces(22)}`, '0000099790', '1', 'INV 2026/1', '1-0042    ', '8', 'Y', spaces(7)],
  ),
  record('8', '000002', '000000429790', spaces(101)),
  record('9', spaces(119)),
]
const salary = [
  header('11', '1225'),
  record(
    ...['2', '0137', `ｷﾗﾎﾞｼ${spaces(10)}`, '017', `ｼﾝｼﾞﾕｸ${spaces(9)}`, '0000', '1', '0012345'],
    ...[`ｻﾄｳ ﾊﾅｺ${spaces(23)}`, '0000214300', '0', '0000000017', '0000000200', spaces(9)],
  ),
  record('8', '000001', '000000214300', spaces(101)),
  record('9', spaces(119)),
]
const debitResult = [
  header('91', '0127'),
  record(
    ...['2', '0140', `ﾀﾞｲｼﾎｸｴﾂ${spaces(7)}`, '200', `ﾆｲｶﾞﾀ${spaces(10)}`, spaces(4), '3', '1111111'],
    ...[`ｽｽﾞｷ ｲﾁﾛｳ${spaces(21)}`, '0000005500', '2', '00000000000000000001', '0', spaces(8)],
  ),
  record(
    ...['2', '9900', `ﾕｳﾁﾖ${spaces(11)}`, '018', spaces(15), spaces(4), '1', '2222222'],
    ...[`ﾀｶﾊｼ ｼﾞﾛｳ${spaces(21)}`, '0000012000', '0', '00000000000000000002', '1', spaces(8)],
  ),
  record('8', '000002', '000000017500', '000001', '000000005500', '000001', '000000012000', spaces(65)),
  record('9', spaces(119)),
]
const statement = [
  record(
    ...['1', '03', '0', '080508', '080501', '080507', '0597', `ﾐﾎﾝ${spaces(12)}`, '101', `ﾎﾝﾃﾝ${spaces(11)}`],
    ...['000', '2', '0765432', `ｶ)ｻﾝﾌﾟﾙｼﾖｳｼﾞ${spaces(28)}`, '1', '1', '00000001000000', spaces(74)],
  ),
  record(
    ...['2', '00000001', '080501', '080501', '1', '11', '000000330000', '000000000000', '000000', '000000'],
    ...['0', '0000000', '000', '0000000042', `ﾃｽﾄｺｳｷﾞﾖｳ(ｶ${spaces(37)}`, `ﾐﾂﾋﾞｼUFJ${spaces(7)}`],
    ...[`ﾎﾝﾃﾝ${spaces(11)}`, `ﾌﾘｺﾐ${spaces(16)}`, `INV-0042${spaces(12)}`, ' '],
  ),
  record(
    ...['2', '00000002', '080507', '080506', '2', '13', '000001430000', '000000010000', '080507', '080507'],
    ...['2', '0001234', '012', '0000000000', spaces(48), spaces(15), spaces(15), `ﾃｶﾞﾀ${spaces(16)}`, spaces(20), ' '],
  ),
  record('8', '000001', '0000000330000', '000001', '0000001430000', '2', '00000000100000', '0000002', spaces(139)),
  record('9', '0000000005', '00001', spaces(184)),
]
const notice = [
  record(
    ...['1', '01', '0', '080508', '080507', '080507', '0172', `ｱﾜ${spaces(13)}`, '100', `ﾎﾝﾃﾝ${spaces(11)}`],
    ...['1', '0765432', `ｶ)ｻﾝﾌﾟﾙｼﾖｳｼﾞ${spaces(28)}`, spaces(93)],
  ),
  record(
    ...['2', '000001', '080507', '080507', '0000055000', '0000000000', '0000000042'],
    ...[`ﾃｽﾄｺｳｷﾞﾖｳ(ｶ${spaces(37)}`, `ﾐﾂﾋﾞｼUFJ${spaces(7)}`, `ﾎﾝﾃﾝ${spaces(11)}`, ' ', `A-1${spaces(17)}`, spaces(52)],
  ),
  record('8', '000001', '000000055000', '000000', '000000000000', spaces(163)),
  record('9', spaces(199)),
]

describe('byte for byte as the layouts say', () => {
  test.each([
    ['総合振込 21', transferSample, transfer, 120],
    ['給与振込 11', salarySample, salary, 120],
    ['口座振替 91, results', debitResultSample, debitResult, 120],
    ['入出金取引明細 03', statementSample, statement, 200],
    ['振込入金通知 01', noticeSample, notice, 200],
  ] as const)('%s', (_name, file, lines, bytes) => {
    expect(lines.map((line) => [...line].length)).toEqual(lines.map(() => bytes))
    expect(textOf(writeZengin(file, { newline: 'none' })).match(new RegExp(`.{${bytes}}`, 'g'))).toEqual(lines)
    expect(writeZengin(file, { newline: 'crlf' })).toEqual(
      encodeCp932(lines.map((line) => `${line}\r\n`).join('')).bytes,
    )
  })

  test('the lengths that banks publish', () => {
    const lengths = (kind: keyof typeof layouts, record: 'header' | 'record' | 'trailer') =>
      layouts[kind][record].map(({ length }) => length).join('/')
    const request = '1/2/1/10/40/4/4/15/3/15/1/7/17'
    expect(lengths('21', 'header')).toBe(request)
    expect(lengths('91', 'header')).toBe(request) // 宮崎銀行「全銀フォーマット ヘルプ」
    expect(lengths('21', 'record')).toBe('1/4/15/3/15/4/1/7/30/10/1/10/10/1/1/7')
    expect(lengths('21', 'trailer')).toBe('1/6/12/101')
    expect(lengths('11', 'record')).toBe('1/4/15/3/15/4/1/7/30/10/1/10/10/9')
    expect(lengths('91', 'record')).toBe('1/4/15/3/15/4/1/7/30/10/1/20/1/8')
    expect(lengths('91', 'trailer')).toBe('1/6/12/6/12/6/12/65')
    expect(lengths('01', 'header')).toBe('1/2/1/6/6/6/4/15/3/15/1/7/40/93') // 阿波銀行「振込入金通知」
    for (const { bytes, header, record, trailer, end } of Object.values(layouts)) {
      for (const fields of [header, record, trailer, end]) {
        expect(fields.reduce((sum, { length }) => sum + length, 0)).toBe(bytes)
      }
    }
  })
})

describe('years that are not written', () => {
  const file = writeZengin({ ...transferSample, header: { ...transferSample.header, transferDate: '2027-01-05' } })
  const dateRead = (near?: string) => readZengin(file, near === undefined ? {} : { near }).files[0]?.header

  test('a file made on 12/28 for 1/5 is for next year', () => {
    expect(dateRead('2026-12-28')).toMatchObject({ transferDate: '2027-01-05' })
    expect(dateRead('2027-01-04')).toMatchObject({ transferDate: '2027-01-05' })
    expect(dateRead()).toMatchObject({ transferDate: '01-05' })
  })
  test('2/29 is refused where no year near has it', () => {
    const leap = writeZengin({ ...transferSample, header: { ...transferSample.header, transferDate: '02-29' } })
    expect(readZengin(leap, { near: '2026-02-20' }).faults).toMatchObject([{ record: 1, byte: 55, rule: 'date' }])
    expect(readZengin(leap, { near: '2028-02-20' }).files[0]?.header).toMatchObject({ transferDate: '2028-02-29' })
  })
  test('08 is 令和8年, 01 before May is none, and near a day of 平成 31 is 2019', () => {
    const bytes = writeZengin(statementSample)
    expect(readZengin(bytes).files[0]?.header).toMatchObject({ from: '2026-05-01', to: '2026-05-07' })
    const at = (madeOn: string, near?: string) => {
      const changed = bytes.slice()
      changed.set(new TextEncoder().encode(madeOn), 4)
      return readZengin(changed, near === undefined ? {} : { near })
    }
    expect(at('310430', '2019-05-10').files[0]?.header).toMatchObject({ madeOn: '2019-04-30' })
    expect(at('010430', '2019-05-10').faults).toMatchObject([{ record: 1, byte: 5, rule: 'date' }])
    expect(at('010501', '2019-05-10').files[0]?.header).toMatchObject({ madeOn: '2019-05-01' })
  })
})

describe('取引前残高 + 入金 − 出金 = 取引後残高', () => {
  test('an overdrawn account is negative (貸越区分 2)', () => {
    expect(readZengin(writeZengin(statementSample)).files[0]?.trailer).toEqual({
      ...{ depositCount: 1, depositTotal: 330_000, withdrawalCount: 1, withdrawalTotal: 1_430_000 },
      ...{ closingBalance: -100_000, count: 2 },
    })
  })
})
