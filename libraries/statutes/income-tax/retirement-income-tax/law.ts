import type { Rate } from '../../core/rounding.ts'
import type { Source, Statute } from '../../core/statute.ts'

/** 退職所得: years of service, yen and how much of the excess is taxed. */
export type RetirementIncomeLaw = {
  readonly deduction: {
    readonly perYear: number
    readonly leastAmount: number
    /** Years counted at the lower amount; each further year counts at the higher. */
    readonly lowerYears: number
    readonly perFurtherYear: number
    readonly byDisability: number
  }
  /** 短期退職手当等・特定役員退職手当等: service of at most this many years. */
  readonly shortYears: number
  /** 短期退職手当等: half up to this excess, in full above it. */
  readonly shortHalvedThrough: number
  /** 退職所得の受給に関する申告書 not handed in: this rate on the whole pay. */
  readonly withoutDeclaration: Rate
}

const source = (law: string, article: string, title: string): Source => ({
  law,
  article,
  title,
  url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/gensen/2732.htm',
  trust: 'V',
})

export const retirementIncome: Statute<RetirementIncomeLaw> = {
  name: '退職所得の金額',
  nameEn: 'Retirement income',
  keyedBy: 'pay-date',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '2022-01-01',
      value: {
        deduction: {
          perYear: 400_000,
          leastAmount: 800_000,
          lowerYears: 20,
          perFurtherYear: 700_000,
          byDisability: 1_000_000,
        },
        shortYears: 5,
        shortHalvedThrough: 3_000_000,
        withoutDeclaration: { parts: 2_042, over: 10_000 },
      },
      source: source(
        '所得税法・所得税法施行令',
        '法30条・201条、令69条〜71条の2',
        'No.2732 退職手当等に対する源泉徴収',
      ),
    },
  ],
}

/** 退職所得に係る個人住民税の特別徴収: each tax is cut to 100 yen by itself. */
export const retirementResidentTax: Statute<{ readonly city: Rate; readonly prefecture: Rate }> = {
  name: '退職所得に係る住民税',
  nameEn: 'Resident tax on retirement income',
  keyedBy: 'pay-date',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '2022-01-01',
      value: { city: { parts: 6, over: 100 }, prefecture: { parts: 4, over: 100 } },
      source: source('地方税法', '50条の2〜50条の10、328条〜328条の13', '退職所得の分離課税に係る所得割'),
    },
  ],
}
