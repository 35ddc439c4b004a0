import type { Rounding } from '../../core/rounding.ts'
import type { Source, Statute } from '../../core/statute.ts'
import { percent, type WithholdingTable } from '../withholding-table/withholding-table.ts'
import { rows2020 } from './table-2020.ts'
import { rows2026 } from './table-2026.ts'
import { rows2027 } from './table-2027.ts'

const above2020 = {
  kou: [
    { from: 740_000, rate: percent(20_420), taxes: [73_390, 66_920, 60_450, 53_980, 47_520, 41_050, 34_580, 28_120] },
    { from: 780_000, rate: percent(23_483), taxes: [81_560, 75_090, 68_620, 62_150, 55_690, 49_220, 42_750, 36_290] },
    {
      from: 950_000,
      rate: percent(33_693),
      taxes: [121_480, 115_010, 108_540, 102_070, 95_610, 89_140, 82_670, 76_210],
    },
    {
      from: 1_700_000,
      rate: percent(40_840),
      taxes: [374_180, 367_710, 361_240, 354_770, 348_310, 341_840, 335_370, 328_910],
    },
    {
      from: 2_170_000,
      rate: percent(40_840),
      taxes: [571_570, 565_090, 558_630, 552_160, 545_690, 539_230, 532_760, 526_290],
    },
    {
      from: 2_210_000,
      rate: percent(40_840),
      taxes: [593_340, 586_870, 580_410, 573_930, 567_470, 561_010, 554_540, 548_070],
    },
    {
      from: 2_250_000,
      rate: percent(40_840),
      taxes: [615_120, 608_650, 602_190, 595_710, 589_250, 582_790, 576_310, 569_850],
    },
    {
      from: 3_500_000,
      rate: percent(45_945),
      taxes: [1_125_620, 1_119_150, 1_112_690, 1_106_210, 1_099_750, 1_093_290, 1_086_810, 1_080_350],
    },
  ],
  otsu: [
    { from: 740_000, rate: percent(40_840), taxes: [259_800] },
    { from: 1_700_000, rate: percent(45_945), taxes: [651_900] },
  ],
}

const above2026 = {
  kou: [
    { from: 740_000, rate: percent(20_420), taxes: [71_680, 65_210, 58_750, 52_290, 45_810, 39_350, 32_890, 26_410] },
    { from: 790_000, rate: percent(23_483), taxes: [81_890, 75_420, 68_960, 62_500, 56_020, 49_560, 43_100, 36_620] },
    {
      from: 960_000,
      rate: percent(33_693),
      taxes: [121_820, 115_340, 108_880, 102_420, 95_940, 89_480, 83_020, 76_540],
    },
    {
      from: 1_710_000,
      rate: percent(40_840),
      taxes: [374_520, 368_040, 361_580, 355_120, 348_640, 342_180, 335_720, 329_240],
    },
    {
      from: 2_130_000,
      rate: percent(40_840),
      taxes: [549_440, 542_970, 536_500, 530_040, 523_570, 517_110, 510_640, 504_170],
    },
    {
      from: 2_170_000,
      rate: percent(40_840),
      taxes: [571_220, 564_750, 558_280, 551_820, 545_350, 538_880, 532_420, 525_950],
    },
    {
      from: 2_210_000,
      rate: percent(40_840),
      taxes: [593_000, 586_520, 580_060, 573_600, 567_120, 560_660, 554_200, 547_730],
    },
    {
      from: 2_250_000,
      rate: percent(40_840),
      taxes: [614_770, 608_300, 601_840, 595_380, 588_900, 582_440, 575_980, 569_500],
    },
    {
      from: 3_500_000,
      rate: percent(45_945),
      taxes: [1_125_270, 1_118_800, 1_112_340, 1_105_880, 1_099_400, 1_092_940, 1_086_480, 1_080_000],
    },
  ],
  otsu: [
    { from: 740_000, rate: percent(40_840), taxes: [259_200] },
    { from: 1_710_000, rate: percent(45_945), taxes: [655_400] },
  ],
}

const above2027 = {
  kou: [
    { from: 740_000, rate: percent(20_420), taxes: [71_000, 64_540, 58_060, 51_600, 45_140, 38_670, 32_200, 25_740] },
    { from: 790_000, rate: percent(23_483), taxes: [81_210, 74_750, 68_270, 61_810, 55_350, 48_880, 42_410, 35_950] },
    {
      from: 960_000,
      rate: percent(33_693),
      taxes: [121_130, 114_670, 108_200, 101_730, 95_270, 88_800, 82_330, 75_870],
    },
    {
      from: 1_720_000,
      rate: percent(40_840),
      taxes: [377_200, 370_740, 364_270, 357_800, 351_340, 344_870, 338_400, 331_940],
    },
    {
      from: 2_130_000,
      rate: percent(40_840),
      taxes: [549_410, 542_950, 536_470, 530_010, 523_550, 517_080, 510_610, 504_150],
    },
    {
      from: 2_170_000,
      rate: percent(40_840),
      taxes: [571_190, 564_730, 558_250, 551_790, 545_330, 538_850, 532_390, 525_930],
    },
    {
      from: 2_210_000,
      rate: percent(40_840),
      taxes: [592_970, 586_500, 580_030, 573_570, 567_100, 560_630, 554_170, 547_710],
    },
    {
      from: 2_250_000,
      rate: percent(40_840),
      taxes: [614_740, 608_280, 601_810, 595_350, 588_880, 582_410, 575_950, 569_480],
    },
    {
      from: 3_500_000,
      rate: percent(45_945),
      taxes: [1_125_240, 1_118_780, 1_112_310, 1_105_850, 1_099_380, 1_092_910, 1_086_450, 1_079_980],
    },
  ],
  otsu: [
    { from: 740_000, rate: percent(40_840), taxes: [259_000] },
    { from: 1_720_000, rate: percent(45_945), taxes: [659_300] },
  ],
}

const nta = 'https://www.nta.go.jp/publication/pamph/gensen'
const tableSource = (title: string, url: string): Source => ({
  law: '所得税法・平成24年財務省告示第115号',
  article: '法185条、告示別表第一',
  title,
  url,
  trust: 'V',
})

const everyYear = { otsuBelow: percent(3_063), perDependent: 1_610 }

/** 給与所得の源泉徴収税額表（月額表） by the day of payment. */
export const monthlyWithholdingTable: Statute<WithholdingTable> = {
  name: '給与所得の源泉徴収税額表（月額表）',
  nameEn: 'Withholding tax table for salary, monthly',
  keyedBy: 'pay-date',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '2020-01-01',
      value: { ...everyYear, rows: rows2020, above: above2020 },
      source: tableSource('令和2年分から令和7年分 月額表', `${nta}/zeigakuhyo2019/01.htm`),
    },
    {
      from: '2026-01-01',
      value: { ...everyYear, rows: rows2026, above: above2026 },
      source: tableSource('令和8年分 月額表', `${nta}/zeigakuhyo2026/data/01-07.xls`),
    },
    {
      from: '2027-01-01',
      value: { ...everyYear, rows: rows2027, above: above2027 },
      source: tableSource('令和9年分 月額表', `${nta}/zeigakuhyo2027/data/01-07.xlsx`),
    },
  ],
}

/** 国税通則法119条: where the table states a rate, a fraction of a yen is dropped. One public program rounds to 10 yen instead. */
export const withholdingFraction: Statute<Rounding> = {
  name: '源泉徴収税額の端数処理',
  nameEn: 'Fractions of withholding tax',
  keyedBy: 'pay-date',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '2020-01-01',
      value: 'floor',
      source: {
        law: '国税通則法',
        article: '119条2項',
        url: 'https://laws.e-gov.go.jp/law/337AC0000000066',
        trust: 'S',
      },
    },
  ],
}
