import { describe, expect, test } from 'vitest'
import { encodeCp932 } from '../text/encode-cp932.ts'
import { payrollLayouts } from './layouts.ts'
import { readPayrollResults } from './read-payroll-results.ts'

const cp932 = (text: string) => encodeCp932(text).bytes
const header =
  '従業員番号,氏名,部門,支給日,出勤日数,残業時間,基本給,役職手当,通勤手当,総支給額,健康保険料,厚生年金保険料,所得税,住民税,社宅家賃,控除合計,差引支給額'

describe('results of a payroll product', () => {
  test('payments and deductions are kept by their titles, 001 stays 001, totals are passed over', () => {
    const text = [
      '支給控除一覧表',
      header,
      '001,山田 太郎,営業部,2026/11/25,20,12:30,"250,000",20000,10000,"280,000",14000,25620,6750,12000,30000,88370,191630',
      ',合計,,,20,12:30,250000,20000,10000,280000,14000,25620,6750,12000,30000,88370,191630',
    ].join('\r\n')
    expect(readPayrollResults(cp932(text), { from: 'yayoi' })).toEqual({
      faults: [],
      results: [
        {
          ...{
            line: 3,
            employeeNumber: '001',
            name: '山田 太郎',
            department: '営業部',
            month: '',
            paidOn: '2026-11-25',
          },
          ...{ gross: 280_000, deductionTotal: 88_370, net: 191_630 },
          payments: { 基本給: 250_000, 役職手当: 20_000, 通勤手当: 10_000 },
          deductions: { 健康保険料: 14_000, 厚生年金保険料: 25_620, 所得税: 6_750, 住民税: 12_000, 社宅家賃: 30_000 },
          others: { 出勤日数: '20', 残業時間: '12:30' },
        },
      ],
    })
  })
  test('what an item is, by its group, its words and its place', () => {
    const text = [
      '従業員番号,氏名,家賃補助,調整,支給_特別,総支給額,互助,控除_過不足,欠勤控除,控除合計,差引支給額,残業時間',
      '7,佐藤,20000,-1000,5,19005,500,-100,100,500,18505,3:00',
    ].join('\n')
    const { results, faults } = readPayrollResults(cp932(text), { from: 'freee' })
    expect(faults).toEqual([])
    expect(results[0]).toMatchObject({
      payments: { 家賃補助: 20_000, 調整: -1000, 支給_特別: 5 },
      deductions: { 互助: 500, 控除_過不足: -100, 欠勤控除: 100 },
      others: { 残業時間: '3:00' },
    })
  })
  test('overtime pay is a payment, overtime hours are not; two columns of one title stay two', () => {
    const titles = '残業時間,時間外労働時間,時間外手当,時間外労働割増賃金,深夜残業手当,残業手当時間,手当,手当'
    const text = [`従業員番号,氏名,${titles},総支給額,差引支給額`, '1,佐藤,3:00,3:00,10,20,30,3:00,4,5,69,69'].join(
      '\n',
    )
    const { results, faults } = readPayrollResults(cp932(text))
    expect(faults).toEqual([])
    expect(results[0]).toMatchObject({
      payments: { 時間外手当: 10, 時間外労働割増賃金: 20, 深夜残業手当: 30, 手当: 4, '手当 (2)': 5 },
      others: { 残業時間: '3:00', 時間外労働時間: '3:00', 残業手当時間: '3:00' },
    })
  })
  test.each([
    ['2026年11月分', '2026-11'],
    ['2026/11', '2026-11'],
    ['202611', '2026-11'],
    ['R8.11', '2026-11'],
    ['令和8年11月', '2026-11'],
    ['2026-11-25', '2026-11'],
    ['2026/13', '2026/13'],
    ['11月', '11月'],
    ['', ''],
  ])('the month %s is %s', (written, month) => {
    const text = `従業員番号,氏名,対象年月,差引支給額\n1,佐藤,${written},5\n`
    expect(readPayrollResults(cp932(text)).results[0]?.month).toBe(month)
  })
  test('what is no amount is no payment, wherever it stands; a number alone names a person', () => {
    const text = [
      '社員番号,姓,名,フリガナ,入社日,地域調整,総支給額,差引支給額',
      '007,山田,太郎,ヤマダ,2020/4/1,500,500,500',
    ].join('\n')
    expect(readPayrollResults(cp932(text))).toMatchObject({
      faults: [],
      results: [
        {
          ...{ employeeNumber: '007', name: '', payments: { 地域調整: 500 }, net: 500 },
          others: { 姓: '山田', 名: '太郎', フリガナ: 'ヤマダ', 入社日: '2020/4/1' },
        },
      ],
    })
  })
  test('titles below their groups', () => {
    const text = [
      '従業員番号,氏名,支給,支給,控除,控除,',
      '従業員番号,氏名,基本給,総支給額,健康保険料,控除合計,差引支給額',
      '007,佐藤,200000,200000,10000,10000,190000',
    ].join('\n')
    expect(readPayrollResults(cp932(text))).toMatchObject({
      faults: [],
      results: [{ employeeNumber: '007', payments: { 基本給: 200_000 }, deductions: { 健康保険料: 10_000 } }],
    })
  })
  test('faults by line and column: an amount, a day, a sum, a person without a name', () => {
    const rows = [
      '1,山田,,2026/11/31,,,25万5千円?,,,250000,,,,,,0,250000',
      '2,佐藤,,2026/11/25,,,100,,,100,,,,,,10,100',
      ',,,2026/11/25,,,1,,,1,,,,,,0,1',
    ]
    const { faults } = readPayrollResults(cp932([header, ...rows].join('\n')))
    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [2, 4],
      [2, 7],
      [4, 1],
      [3, undefined],
    ])
    expect(faults[3]?.message).toContain('総支給額100−控除合計10が差引支給額100と合いません')
  })
  test('another table is refused with the columns that are missing', () => {
    const { results, faults } = readPayrollResults(cp932('商品,単価\nりんご,100\n'))
    expect(results).toEqual([])
    expect(faults[0]?.message).toContain('「氏名」「差引支給額」の列が見つかりません')
  })
  test('a mapping of one’s own', () => {
    const mapping = {
      columns: [
        { key: 'name', titles: ['社員'] },
        { key: 'net', titles: ['手取り'] },
      ],
      deductions: ['旅行'],
    } as const
    const { results } = readPayrollResults(cp932('社員,手取り,旅行\n鈴木,90,10\n'), { from: mapping })
    expect(results[0]).toMatchObject({ name: '鈴木', net: 90, deductions: { 旅行: 10 } })
  })
  test('says that its titles are from memory', () => {
    expect(Object.values(payrollLayouts).map(({ certainty }) => certainty)).toEqual(['M', 'M', 'M'])
  })
})
