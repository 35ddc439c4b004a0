import type { Source, Statute } from '../../core/statute.ts'

/** 通勤手当の非課税限度額, yen a month. */
export type CommutingLimits = {
  /** Public transport, and everything together. */
  readonly most: number
  /** 交通用具: from this many kilometres one way the limit is this. */
  readonly vehicle: readonly { readonly fromKm: number; readonly limit: number }[]
  /** 駐車場等の利用料 added to the vehicle's limit, where that limit is not 0. */
  readonly parking: number
}

const bands = (limits: readonly number[]): CommutingLimits['vehicle'] =>
  limits.map((limit, at) => ({ fromKm: [0, 2, 10, 15, 25, 35, 45, 55, 65, 75, 85, 95][at] ?? 0, limit }))

const source = (title: string, url: string): Source => ({
  law: '所得税法・所得税法施行令',
  article: '法9条1項5号、令20条の2',
  title,
  url,
  trust: 'S',
})

/** 通勤手当の非課税限度額 by the day the allowance falls due (支払われるべき日). */
export const commutingLimits: Statute<CommutingLimits> = {
  name: '通勤手当の非課税限度額',
  nameEn: 'Tax-free limit of commuting allowances',
  keyedBy: 'due-date',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '2016-01-01',
      value: { most: 150_000, vehicle: bands([0, 4_200, 7_100, 12_900, 18_700, 24_400, 28_000, 31_600]), parking: 0 },
      source: source('令和7年改正前の限度額', 'https://www.kannaikaikei.jp/?p=15514'),
    },
    {
      from: '2025-04-01',
      value: { most: 150_000, vehicle: bands([0, 4_200, 7_300, 13_500, 19_700, 25_900, 32_300, 38_700]), parking: 0 },
      source: source('令和7年11月19日公布の政令', 'https://www.nta.go.jp/users/gensen/2025tsukin/index.htm'),
    },
    {
      from: '2026-04-01',
      value: {
        most: 150_000,
        vehicle: bands([0, 4_200, 7_300, 13_500, 19_700, 25_900, 32_300, 38_700, 45_700, 52_700, 59_600, 66_400]),
        parking: 5_000,
      },
      source: source('No.2582, No.2585', 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/gensen/2585.htm'),
    },
  ],
}
