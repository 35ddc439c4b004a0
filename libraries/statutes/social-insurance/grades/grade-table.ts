import { readOnce } from '../../core/read-once.ts'
import type { Statute } from '../../core/statute.ts'

/** One grade (等級): remuneration from `from` up to the next grade's `from` gives this standard monthly remuneration. */
export type Grade = { grade: number; standard: number; from: number }

const published = `58000,0
68000,63000
78000,73000
88000,83000
98000,93000
104000,101000
110000,107000
118000,114000
126000,122000
134000,130000
142000,138000
150000,146000
160000,155000
170000,165000
180000,175000
190000,185000
200000,195000
220000,210000
240000,230000
260000,250000
280000,270000
300000,290000
320000,310000
340000,330000
360000,350000
380000,370000
410000,395000
440000,425000
470000,455000
500000,485000
530000,515000
560000,545000
590000,575000
620000,605000
650000,635000
680000,665000
710000,695000
750000,730000
790000,770000
830000,810000
880000,855000
930000,905000
980000,955000
1030000,1005000
1090000,1055000
1150000,1115000
1210000,1175000
1270000,1235000
1330000,1295000
1390000,1355000`

/** The health grades in ascending order; standard monthly remuneration and lower bound in yen. */
export const healthGradesOf = readOnce((table: string): readonly Grade[] =>
  table.split('\n').map((line, index) => {
    const [standard = '', from = ''] = line.split(',')
    return { grade: index + 1, standard: Number(standard), from: Number(from) }
  }),
)

/** 健康保険の標準報酬月額等級表: 50 grades, each line standard and lower bound of the remuneration. */
export const healthGradeTable: Statute<string> = {
  name: '健康保険の標準報酬月額等級表',
  nameEn: 'Grades of standard monthly remuneration, health insurance',
  keyedBy: 'insured-month',
  checkedThrough: '2030-08-31',
  versions: [
    {
      from: '2016-04-01',
      value: published,
      source: {
        law: '健康保険法（大正11年法律第70号）',
        article: '40条1項',
        title: '令和8年3月分からの保険料額表（東京支部）と全50等級一致',
        url: 'https://laws.e-gov.go.jp/law/211AC0000000070',
        trust: 'V',
      },
    },
  ],
}

/** Lowest and highest standard of the pension; between them its grades are those of health insurance, counted from 1. */
export type PensionGrades = { lowest: number; highest: number }

const announced = {
  law: '厚生年金保険法（昭和29年法律第115号）、令和7年法律第74号',
  article: '20条1項',
  url: 'https://laws.e-gov.go.jp/law/329AC0000000115',
  trust: 'S',
} as const

/** 厚生年金保険の標準報酬月額等級表: 32 grades since 2020-09, tops raised in September 2027, 2028 and 2029 as enacted. */
export const pensionGradeTable: Statute<PensionGrades> = {
  name: '厚生年金保険の標準報酬月額等級表',
  nameEn: 'Grades of standard monthly remuneration, employees’ pension',
  keyedBy: 'insured-month',
  checkedThrough: '2030-08-31',
  versions: [
    {
      from: '2020-09-01',
      value: { lowest: 88_000, highest: 650_000 },
      source: {
        law: '厚生年金保険法（昭和29年法律第115号）、厚生年金保険法の標準報酬月額の等級区分の改定等に関する政令（令和2年政令第246号）',
        article: '20条',
        url: 'https://laws.e-gov.go.jp/law/329AC0000000115',
        trust: 'V',
      },
    },
    { from: '2027-09-01', value: { lowest: 88_000, highest: 680_000 }, source: announced },
    { from: '2028-09-01', value: { lowest: 88_000, highest: 710_000 }, source: announced },
    { from: '2029-09-01', value: { lowest: 88_000, highest: 750_000 }, source: announced },
  ],
}
