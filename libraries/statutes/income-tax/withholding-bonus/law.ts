import type { Source, Statute } from '../../core/statute.ts'

/**
 * 賞与に対する源泉徴収税額の算出率の表: the rate in thousandths of a percent, then the least pay of the month before, in
 * thousands of yen, for 0 to 7 or more dependents (甲欄); 乙欄 as pairs of least pay and rate.
 */
export type BonusRateTable = { readonly kou: string; readonly otsu: readonly (readonly [number, number])[] }

const kou2020 = `
0,0,0,0,0,0,0,0,0
2042,68,94,133,171,210,243,275,308
4084,79,243,269,295,300,300,333,372
6126,252,282,312,345,378,406,431,456
8168,300,338,369,398,424,450,476,502
10210,334,365,393,417,444,472,499,523
12252,363,394,420,445,470,496,521,545
14294,395,422,450,477,503,525,547,571
16336,426,455,484,510,534,557,582,607
18378,520,520,520,544,570,597,623,650
20420,601,617,632,647,662,677,693,708
22462,678,699,721,745,768,792,815,838
24504,708,733,757,782,806,831,856,880
26546,745,771,797,823,849,875,900,926
28588,788,814,841,868,896,923,950,978
30630,846,874,902,931,959,987,1015,1043
32672,914,944,975,1005,1036,1066,1096,1127
35735,1312,1336,1360,1385,1409,1434,1458,1482
38798,1521,1526,1526,1538,1555,1555,1555,1583
41861,2621,2645,2669,2693,2716,2740,2764,2788
45945,3495,3527,3559,3590,3622,3654,3685,3717`

const kou2026 = `
0,0,0,0,0,0,0,0,0
2042,82,107,143,181,218,251,284,317
4084,94,250,276,300,300,304,343,383
6126,260,289,321,354,387,412,438,463
8168,309,346,377,405,431,457,483,508
10210,342,373,400,424,452,479,505,529
12252,372,401,426,452,477,503,527,552
14294,402,430,457,484,509,531,553,578
16336,433,463,492,517,540,564,589,614
18378,520,520,525,550,577,604,630,657
20420,605,621,636,651,666,681,697,708
22462,684,705,728,751,774,798,821,845
24504,715,739,764,788,813,838,862,887
26546,752,778,804,830,856,881,907,933
28588,795,821,848,876,903,930,957,985
30630,854,882,910,938,966,994,1022,1051
32672,922,952,983,1013,1044,1074,1104,1135
35735,1318,1342,1367,1391,1416,1440,1464,1489
38798,1521,1526,1526,1538,1555,1555,1555,1583
41861,2621,2645,2669,2693,2716,2740,2764,2788
45945,3495,3527,3559,3590,3622,3654,3685,3717`

const otsu = (...from: readonly [number, number, number, number]): BonusRateTable['otsu'] => [
  [0, 10_210],
  [from[0], 20_420],
  [from[1], 30_630],
  [from[2], 38_798],
  [from[3], 45_945],
]

const nta = 'https://www.nta.go.jp/publication/pamph/gensen'
const rateSource = (title: string, url: string, trust: Source['trust']): Source => ({
  law: '所得税法・平成24年財務省告示第115号',
  article: '法186条、告示別表第三',
  title,
  url,
  trust,
})

/** 賞与に対する源泉徴収税額の算出率の表 by the day of payment. The table of 2027 has not been seen, so 2027 is refused. */
export const bonusWithholdingRates: Statute<BonusRateTable> = {
  name: '賞与に対する源泉徴収税額の算出率の表',
  nameEn: 'Withholding rates for bonuses',
  keyedBy: 'pay-date',
  checkedThrough: '2026-12-31',
  versions: [
    {
      from: '2020-01-01',
      value: { kou: kou2020, otsu: otsu(222, 293, 524, 1_118) },
      source: rateSource('令和2年分から令和7年分', `${nta}/zeigakuhyo2019/01.htm`, 'S'),
    },
    {
      from: '2026-01-01',
      value: { kou: kou2026, otsu: otsu(224, 295, 527, 1_118) },
      source: rateSource('令和8年分', `${nta}/zeigakuhyo2026/data/15-16.pdf`, 'V'),
    },
  ],
}

/** 法186条1項ただし書・2項: when the bonus is taxed by the monthly table, spread over how many months. */
export type BonusByMonthlyTable = { timesOfLastMonth: number; months: number; longMonths: number }

export const bonusByMonthlyTable: Statute<BonusByMonthlyTable> = {
  name: '賞与の源泉徴収に月額表を使う場合',
  nameEn: 'Bonuses taxed by the monthly table',
  keyedBy: 'pay-date',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '2020-01-01',
      value: { timesOfLastMonth: 10, months: 6, longMonths: 12 },
      source: {
        law: '所得税法',
        article: '186条1項・2項',
        title: 'No.2523 賞与に対する源泉徴収',
        url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/gensen/2523.htm',
        trust: 'S',
      },
    },
  ],
}
