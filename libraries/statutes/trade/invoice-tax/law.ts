import type { Statute } from '../../core/statute.ts'

/** How often the tax of an invoice is rounded; how (floor, ceil, half-up) is free. Before the invoice system no rule bound it. */
export const invoiceRoundingLaw: Statute<'once per rate per invoice'> = {
  name: '適格請求書の消費税額等の端数処理',
  nameEn: 'Rounding of the tax on a qualified invoice',
  keyedBy: 'transaction-date',
  checkedThrough: '2032-03-31',
  versions: [
    {
      from: '2023-10-01',
      value: 'once per rate per invoice',
      source: {
        law: '消費税法施行令（昭和63年政令第360号）',
        article: '70条の10、消費税法基本通達1-8-15',
        title: '国税庁タックスアンサー No.6371 端数計算',
        url: 'https://www.nta.go.jp/law/tsutatsu/kihon/shohi/01/08.htm',
        trust: 'V',
      },
    },
  ],
}
