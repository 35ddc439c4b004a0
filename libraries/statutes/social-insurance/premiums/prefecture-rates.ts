import { readOnce } from '../../core/read-once.ts'
import type { Statute } from '../../core/statute.ts'

/** 令和7年度: code (JIS X 0401), prefecture, rate in percent. */
const rates2025 = `01,北海道,10.31
02,青森県,9.85
03,岩手県,9.62
04,宮城県,10.11
05,秋田県,10.01
06,山形県,9.75
07,福島県,9.62
08,茨城県,9.67
09,栃木県,9.82
10,群馬県,9.77
11,埼玉県,9.76
12,千葉県,9.79
13,東京都,9.91
14,神奈川県,9.92
15,新潟県,9.55
16,富山県,9.65
17,石川県,9.88
18,福井県,9.94
19,山梨県,9.89
20,長野県,9.69
21,岐阜県,9.93
22,静岡県,9.80
23,愛知県,10.03
24,三重県,9.99
25,滋賀県,9.97
26,京都府,10.03
27,大阪府,10.24
28,兵庫県,10.16
29,奈良県,10.02
30,和歌山県,10.19
31,鳥取県,9.93
32,島根県,9.94
33,岡山県,10.17
34,広島県,9.97
35,山口県,10.36
36,徳島県,10.47
37,香川県,10.21
38,愛媛県,10.18
39,高知県,10.13
40,福岡県,10.31
41,佐賀県,10.78
42,長崎県,10.41
43,熊本県,10.12
44,大分県,10.25
45,宮崎県,10.09
46,鹿児島県,10.31
47,沖縄県,9.44`

/** 令和8年度: the same columns. */
const rates2026 = `01,北海道,10.28
02,青森県,9.85
03,岩手県,9.51
04,宮城県,10.10
05,秋田県,10.01
06,山形県,9.75
07,福島県,9.50
08,茨城県,9.52
09,栃木県,9.82
10,群馬県,9.68
11,埼玉県,9.67
12,千葉県,9.73
13,東京都,9.85
14,神奈川県,9.92
15,新潟県,9.21
16,富山県,9.59
17,石川県,9.70
18,福井県,9.71
19,山梨県,9.55
20,長野県,9.63
21,岐阜県,9.80
22,静岡県,9.61
23,愛知県,9.93
24,三重県,9.77
25,滋賀県,9.88
26,京都府,9.89
27,大阪府,10.13
28,兵庫県,10.12
29,奈良県,9.91
30,和歌山県,10.06
31,鳥取県,9.86
32,島根県,9.94
33,岡山県,10.05
34,広島県,9.78
35,山口県,10.15
36,徳島県,10.24
37,香川県,10.02
38,愛媛県,9.98
39,高知県,10.05
40,福岡県,10.11
41,佐賀県,10.55
42,長崎県,10.06
43,熊本県,10.08
44,大分県,10.08
45,宮崎県,9.77
46,鹿児島県,10.13
47,沖縄県,9.44`

/** Rates in 1/100,000 by prefecture code, from a table as published. */
export const prefectureRates = readOnce(
  (table: string): ReadonlyMap<string, number> =>
    new Map(
      table.split('\n').map((line) => {
        const [code = '', , percent = ''] = line.split(',')
        const [whole = '', hundredths = ''] = percent.split('.')
        return [code, Number(`${whole}${hundredths}0`)]
      }),
    ),
)

/** 協会けんぽの都道府県単位保険料率 (健康保険法160条), by insured month: lines of code, prefecture, percent. */
export const kyoukaiKenpoRates: Statute<string> = {
  name: '協会けんぽの都道府県単位保険料率',
  nameEn: 'Health insurance rates of the Japan Health Insurance Association by prefecture',
  keyedBy: 'insured-month',
  checkedThrough: '2027-02-28',
  versions: [
    {
      from: '2025-03-01',
      value: rates2025,
      source: {
        law: '健康保険法（大正11年法律第70号）',
        article: '160条',
        title: '令和7年度都道府県単位保険料率（令和7年3月分から）',
        url: 'https://www.kyoukaikenpo.or.jp/about/business/insurance_rate/rate_prefectures/r07/index.html',
        trust: 'S',
      },
    },
    {
      from: '2026-03-01',
      value: rates2026,
      source: {
        law: '健康保険法（大正11年法律第70号）',
        article: '160条',
        title: '令和8年度都道府県単位保険料率（令和8年3月分から）',
        url: 'https://www.kyoukaikenpo.or.jp/about/business/insurance_rate/rate_prefectures/r08/index.html',
        trust: 'V',
      },
    },
  ],
}
