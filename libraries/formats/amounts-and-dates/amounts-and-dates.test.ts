import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatYen, parseAmount, readAmount } from './amounts.ts'
import { formatWareki, parseDate, readDate } from './dates.ts'
import { formatMinutes, parseMinutes, readMinutes } from './minutes.ts'
import { UnreadableTextError } from './reading.ts'

describe('amounts as people write them', () => {
  test.each([
    ['１２３４', 1234],
    ['1,234円', 1234],
    ['▲5,000', -5000],
    ['△５，０００', -5000],
    ['▼300', -300],
    ['−300', -300],
    ['(5,000)', -5000],
    ['1200*3+500', 4100],
    ['（1200＋300）×2', 3000],
    ['1000/4', 250],
    ['100/3*3', 100],
    ['1.5万', 15000],
    ['1億2,000万', 120_000_000],
    ['3千円', 3000],
    ['2百万円', 2_000_000],
    ['¥5,000-', 5000],
    ['￥ 1,000', 1000],
    ['￥1,234.-', 1234],
    ['金1,234円也', 1234],
    ['金　１万円也', 10_000],
    ['ー500', -500],
    ['1 億 2,000 万', 120_000_000],
    ['0', 0],
    ['10-▲3', 13],
    ['9007199254740991', 9_007_199_254_740_991],
  ])('%s → %d', (text, yen) => {
    expect(parseAmount(text)).toBe(yen)
  })
  test.each([
    ['', '入力してください'],
    ['1,23', '金額として読めません'],
    ['12,34,567', '金額として読めません'],
    ['1.5', '1円未満'],
    ['100/3', '1円未満'],
    ['1/0', '金額として読めません'],
    ['五千円', '金額として読めません'],
    ['$5', '金額として読めません'],
    ['100 200', '金額として読めません'],
    ['金', '入力してください'],
    ['1万2億', '金額として読めません'],
    ['=SUM(A1)', '金額として読めません'],
    ['9007199254740992', '大きすぎます'],
    [`${'('.repeat(50)}1${')'.repeat(50)}`, '金額として読めません'],
  ])('「%s」 is refused: %s', (text, sentence) => {
    expect(readAmount(text)).toMatchObject({ ok: false, message: expect.stringContaining(sentence) })
    expect(() => parseAmount(text)).toThrow(UnreadableTextError)
  })
  test('written and read back', () => {
    expect(formatYen(-5000)).toBe('▲5,000円')
    expect(formatYen(1234567, { unit: '¥' })).toBe('¥1,234,567')
    expect(formatYen(-12, { negative: '−', unit: '' })).toBe('−12')
    expect(() => formatYen(0.5)).toThrow(RangeError)
    fc.assert(fc.property(fc.maxSafeInteger(), (yen) => parseAmount(formatYen(yen)) === (yen === 0 ? 0 : yen)))
  })
})

describe('dates as people write them', () => {
  const near = '2026-11-20'
  test.each([
    ['20261120', '2026-11-20'],
    ['1120', '2026-11-20'],
    ['11/20', '2026-11-20'],
    ['1/5', '2027-01-05'],
    ['6/1', '2026-06-01'],
    ['11月20日', '2026-11-20'],
    ['R8.11.20', '2026-11-20'],
    ['r8/11/20', '2026-11-20'],
    ['Ｒ８．１１．２０', '2026-11-20'],
    ['R081120', '2026-11-20'],
    ['令和元年5月1日', '2019-05-01'],
    ['令和8年11月20日（金）', '2026-11-20'],
    ['㋿8年1月2日', '2026-01-02'],
    ['平成31年4月30日', '2019-04-30'],
    ['令和 08 年 02 月 06 日', '2026-02-06'],
    ['令8.11.20', '2026-11-20'],
    ['昭64.1.7', '1989-01-07'],
    ['令和八年十一月二十日', '2026-11-20'],
    ['平成三十一年四月三十日', '2019-04-30'],
    ['昭和二十一年十月十日', '1946-10-10'],
    ['二〇二六年一月三日', '2026-01-03'],
    ['平成35年3月31日', '2023-03-31'],
    ['S64.1.7', '1989-01-07'],
    ['2026年11月20日', '2026-11-20'],
    ['2026/2/3', '2026-02-03'],
    ['2026-11-20 00:00:00', '2026-11-20'],
    ['2026-11-20T09:30:00+09:00', '2026-11-20'],
    ['2026-11-20T14:59:59Z', '2026-11-20'],
    ['2026-11-20T15:00:00Z', '2026-11-21'],
    ['2026-12-31T23:00:00.000-0500', '2027-01-01'],
    ['2026-11-21T00:30:00+10:00', '2026-11-20'],
    ['11/23（月・祝）', '2026-11-23'],
    ['明治6年1月1日', '1873-01-01'],
    ['2028-02-29', '2028-02-29'],
  ])('%s → %s', (text, date) => {
    expect(parseDate(text, { near })).toBe(date)
  })
  test.each([
    ['2026-02-30', '2026年2月は28日までです'],
    ['2026-13-01', '月が1から12ではありません'],
    ['令和元年4月30日', '平成31年4月30日ではありませんか'],
    ['2/29', '2026年2月は28日までです'],
    ['26/11/20', '西暦か和暦か'],
    ['8.11.20', '西暦か和暦か'],
    ['令和八年十一月三十一日', '2026年11月は30日までです'],
    ['令和十十年一月一日', '日付として読めません'],
    ['M1.1.1', '旧暦'],
    ['明治5年12月2日', '旧暦'],
    ['2026-11-20T24:00:00Z', '日付として読めません'],
    ['昨日', '日付として読めません'],
    ['', '入力してください'],
  ])('「%s」 is refused: %s', (text, sentence) => {
    expect(readDate(text, { near })).toMatchObject({ ok: false, message: expect.stringContaining(sentence) })
  })
  test('without a year and without a day to be near, it asks for the year', () => {
    expect(readDate('11/20')).toMatchObject({ ok: false, message: expect.stringContaining('年がありません') })
  })
  test('和暦, with the first year as 元年', () => {
    expect(formatWareki('2019-05-01')).toBe('令和元年5月1日')
    expect(formatWareki('2019-04-30')).toBe('平成31年4月30日')
    expect(formatWareki('2026-11-20')).toBe('令和8年11月20日')
    expect(formatWareki('1989-01-07')).toBe('昭和64年1月7日')
    expect(formatWareki('1926-12-25')).toBe('昭和元年12月25日')
    expect(() => formatWareki('2026-02-30')).toThrow(RangeError)
    expect(() => formatWareki('1872-12-31')).toThrow(RangeError)
  })
  test('any text gets an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(typeof readDate(text, { near }).ok).toBe('boolean')
        expect(typeof readAmount(text).ok).toBe('boolean')
        expect(typeof readMinutes(text).ok).toBe('boolean')
      }),
    )
  })
})

describe('durations as people write them', () => {
  test.each([
    ['1時間30分', 90],
    ['90分', 90],
    ['1.5h', 90],
    ['1:30', 90],
    ['９０', 90],
    ['1時間半', 90],
    ['２時間', 120],
    ['約30分', 30],
    ['15分程度', 15],
    ['1h15m', 75],
    ['0.25時間', 15],
    ['45 min', 45],
  ])('%s → %d', (text, minutes) => {
    expect(parseMinutes(text)).toBe(minutes)
  })
  test('what could be hours or minutes is asked', () => {
    expect(readMinutes('1.5')).toMatchObject({ ok: false, message: expect.stringContaining('単位') })
    expect(readMinutes('半日')).toMatchObject({ ok: false })
  })
  test('written and read back', () => {
    expect(formatMinutes(90)).toBe('1時間30分')
    expect(formatMinutes(60)).toBe('1時間')
    expect(formatMinutes(5)).toBe('5分')
    expect(formatMinutes(90, 'en')).toBe('1 h 30 min')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (minutes) => parseMinutes(formatMinutes(minutes)) === minutes),
    )
  })
})
