import type { Statute } from '../../core/statute.ts'
import { percent, type WithholdingTable } from '../withholding-table/withholding-table.ts'
import { dailyRows2026 } from './table-2026.ts'

const above2026 = {
  kou: [
    { from: 24_000, rate: percent(20_420), taxes: [2_250, 2_035, 1_820, 1_600, 1_390, 1_175, 960, 740] },
    { from: 26_500, rate: percent(23_483), taxes: [2_760, 2_545, 2_330, 2_115, 1_900, 1_685, 1_470, 1_250] },
    { from: 32_500, rate: percent(33_693), taxes: [4_170, 3_955, 3_740, 3_525, 3_310, 3_095, 2_880, 2_660] },
    { from: 57_500, rate: percent(40_840), taxes: [12_595, 12_380, 12_165, 11_950, 11_735, 11_520, 11_305, 11_085] },
    { from: 71_000, rate: percent(40_840), taxes: [18_225, 18_010, 17_795, 17_575, 17_360, 17_145, 16_935, 16_715] },
    { from: 72_500, rate: percent(40_840), taxes: [19_020, 18_805, 18_590, 18_370, 18_160, 17_945, 17_730, 17_510] },
    { from: 73_500, rate: percent(40_840), taxes: [19_615, 19_400, 19_185, 18_965, 18_750, 18_535, 18_320, 18_100] },
    { from: 75_000, rate: percent(40_840), taxes: [20_410, 20_195, 19_980, 19_760, 19_545, 19_330, 19_120, 18_900] },
    { from: 116_500, rate: percent(45_945), taxes: [37_360, 37_145, 36_930, 36_710, 36_495, 36_280, 36_070, 35_850] },
  ],
  otsu: [
    { from: 24_000, rate: percent(40_840), taxes: [8_300] },
    { from: 57_500, rate: percent(45_945), taxes: [21_980] },
  ],
  hei: [
    { from: 24_000, rate: percent(10_210), taxes: [746] },
    { from: 26_500, rate: percent(20_420), taxes: [1_001] },
    { from: 32_500, rate: percent(25_525), taxes: [2_226] },
    { from: 57_500, rate: percent(33_693), taxes: [8_608] },
    { from: 116_500, rate: percent(40_840), taxes: [28_486] },
  ],
}

/**
 * 給与所得の源泉徴収税額表（日額表）. One transcription of the official file (github.com/kishida-devil/jp-payroll-mcp, read with
 * care); all 2,050 printed cells are reproduced by the rule in the tests. The tables of other years have not been seen.
 */
export const dailyWithholdingTable: Statute<WithholdingTable> = {
  name: '給与所得の源泉徴収税額表（日額表）',
  nameEn: 'Withholding tax table for salary, daily',
  keyedBy: 'pay-date',
  checkedThrough: '2026-12-31',
  versions: [
    {
      from: '2026-01-01',
      value: { rows: dailyRows2026, above: above2026, otsuBelow: percent(3_063), perDependent: 50 },
      source: {
        law: '所得税法・平成24年財務省告示第115号',
        article: '法185条、告示別表第二',
        title: '令和8年分 日額表',
        url: 'https://www.nta.go.jp/publication/pamph/gensen/zeigakuhyo2026/data/08-14.xls',
        trust: 'S',
      },
    },
  ],
}
