import type { Rate } from '../../core/rounding.ts'
import type { Statute } from '../../core/statute.ts'
import { accidentRateTable2024 } from './rate-table-2024.ts'

/** 労災保険率表: lines of class, per mille, business. */
export const accidentInsuranceRates: Statute<string> = {
  name: '労災保険率',
  nameEn: 'Workers’ accident insurance rates',
  keyedBy: 'closing-date',
  checkedThrough: '2027-03-31',
  versions: [
    {
      from: '2024-04-01',
      value: accidentRateTable2024,
      source: {
        law: '労働保険の保険料の徴収等に関する法律施行規則（昭和47年労働省令第8号）',
        article: '16条、別表第1',
        title: '労災保険率表（令和6年4月1日施行、令和8年度も変更なし）',
        url: 'https://laws.e-gov.go.jp/law/347M50002000008',
        trust: 'V',
      },
    },
  ],
}

/** 石綿健康被害救済のための一般拠出金: on the same wages, whatever the class. */
export const asbestosContribution: Statute<Rate> = {
  name: '一般拠出金率（石綿健康被害救済）',
  nameEn: 'General contribution for asbestos victims',
  keyedBy: 'closing-date',
  checkedThrough: '2027-03-31',
  versions: [
    {
      from: '2014-04-01',
      value: { parts: 2, over: 100_000 },
      source: {
        law: '石綿による健康被害の救済に関する法律（平成18年法律第4号）',
        article: '37条',
        title: '一般拠出金の徴収制度について（神奈川労働局）',
        url: 'https://jsite.mhlw.go.jp/kanagawa-roudoukyoku/hourei_seido_tetsuzuki/rousai_hoken/hourei_seido/kyosyutukin.html',
        trust: 'S',
      },
    },
  ],
}
