import type { Rate } from '../core/rounding.ts'
import type { Statute } from '../core/statute.ts'
import { stepOf } from './steps.ts'

type Bracket = { readonly through: number; readonly percent: number; readonly minus: number }

/** 所得税の速算表: taxable income cut to 1,000 yen, times percent, less the amount. */
export const incomeTaxBrackets: Statute<readonly Bracket[]> = {
  name: '所得税の税率（速算表）',
  nameEn: 'Income tax rates',
  keyedBy: 'calendar-year',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '2015-01-01',
      value: [
        { through: 1_950_000, percent: 5, minus: 0 },
        { through: 3_300_000, percent: 10, minus: 97_500 },
        { through: 6_950_000, percent: 20, minus: 427_500 },
        { through: 9_000_000, percent: 23, minus: 636_000 },
        { through: 18_000_000, percent: 33, minus: 1_536_000 },
        { through: 40_000_000, percent: 40, minus: 2_796_000 },
        { through: Number.POSITIVE_INFINITY, percent: 45, minus: 4_796_000 },
      ],
      source: {
        law: '所得税法',
        article: '89条1項',
        title: '令和8年分 年末調整のための所得税額の速算表',
        url: 'https://www.nta.go.jp/publication/pamph/gensen/nencho2026/01.htm',
        trust: 'V',
      },
    },
  ],
}

/** Income tax before surtax on a taxable income that is a multiple of 1,000 yen, so that no fraction arises. */
export function incomeTaxOn(brackets: readonly Bracket[], taxable: number): number {
  const { percent, minus } = stepOf(brackets, taxable)
  return (taxable / 100) * percent - minus
}

/** Income tax with its surtaxes as a multiple of the income tax: fractions are treated on the sum. */
export const incomeTaxWithSurtax: Statute<Rate> = {
  name: '復興特別所得税・防衛特別所得税を合わせた税額',
  nameEn: 'Income tax with reconstruction and defence surtax',
  keyedBy: 'pay-date',
  checkedThrough: '2047-12-31',
  versions: [
    {
      from: '2013-01-01',
      value: { parts: 1_021, over: 1_000 },
      source: {
        law: '東日本大震災からの復興のための施策を実施するために必要な財源の確保に関する特別措置法',
        article: '13条・28条',
        title: '復興特別所得税 2.1%',
        url: 'https://laws.e-gov.go.jp/law/423AC0000000117',
        trust: 'V',
      },
    },
    {
      from: '2027-01-01',
      value: { parts: 1_021, over: 1_000 },
      source: {
        law: '我が国の防衛力の抜本的な強化等のために必要な財源の確保に関する特別措置法（令和8年法律第12号改正）',
        article: '5条の5〜5条の29',
        title: '防衛特別所得税 1.0% と復興特別所得税 1.1%',
        url: 'https://www.nta.go.jp/publication/pamph/pdf/0026005-024_03.pdf',
        trust: 'V',
      },
    },
  ],
}
