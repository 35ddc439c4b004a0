import type { Source, Statute, Trust } from '../../core/statute.ts'
import { actReadThrough } from '../sources.ts'
import { minimumWageTable } from './amounts.ts'

const published = (year: string, url: string, trust: Trust): Source => ({
  law: '最低賃金法',
  article: `9条・14条（地域別最低賃金 ${year}）`,
  url,
  trust,
})

const sources = {
  2024: published('令和6年度', 'https://tool.shlc.jp/saichin_year', 'S'),
  2025: published('令和7年度', 'https://www.mhlw.go.jp/content/10200000/001646434.pdf', 'V'),
  2026: published('令和8年度', 'https://www.mhlw.go.jp/content/11200000/001753406.pdf', 'V'),
} as const

/** The day from which the amounts of fiscal 2024 were in force in every prefecture. */
const from2024 = '2024-11-01'

let byPrefecture: ReadonlyMap<string, Statute<number>> | undefined

/** 地域別最低賃金, one table a prefecture (JIS code '01'–'47'), because each changes on its own day; read when first asked. */
export function minimumWageByPrefecture(): ReadonlyMap<string, Statute<number>> {
  byPrefecture ??= new Map(
    minimumWageTable
      .trim()
      .split('\n')
      .map((line) => {
        const [code = '', prefecture = '', yen2024, yen2025, from2025 = '', yen2026, from2026 = ''] = line.split(',')
        return [
          code,
          {
            name: `地域別最低賃金（${prefecture}）`,
            nameEn: `Minimum wage, prefecture ${code}`,
            keyedBy: 'work-date',
            checkedThrough: '2027-09-30',
            versions: [
              { from: from2024, value: Number(yen2024), source: sources[2024] },
              { from: from2025, value: Number(yen2025), source: sources[2025] },
              { from: from2026, value: Number(yen2026), source: sources[2026] },
            ],
          },
        ]
      }),
  )
  return byPrefecture
}

/** Pay that does not count toward the minimum wage (最低賃金法4条3項, 施行規則1条). */
export const notForMinimumWage = [
  'extraordinary',
  'over-one-month',
  'overtime',
  'holiday-work',
  'night-premium',
  'perfect-attendance',
  'commuting',
  'family',
] as const

/** 最低賃金の対象とならない賃金. */
export const minimumWagePay: Statute<readonly string[]> = {
  name: '最低賃金の対象とならない賃金',
  nameEn: 'Pay that does not count toward the minimum wage',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [
    {
      from: '2019-04-01',
      value: notForMinimumWage,
      source: {
        law: '最低賃金法',
        article: '4条3項、施行規則1条・2条',
        url: 'https://hamagintarou.blogspot.com/2023/02/106.html',
        trust: 'S',
      },
    },
  ],
}
