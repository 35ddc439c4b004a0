import type { Rate } from '../../core/rounding.ts'
import type { Source, Statute } from '../../core/statute.ts'

export type FeeKind =
  | 'general'
  | 'judicial-scrivener'
  | 'land-and-house-investigator'
  | 'marine-procedure-commission-agent'
  | 'sales-agent'
  | 'hostess'
  | 'advertising-prize'
  | 'administrative-scrivener'

/** What is deducted before the rate: a sum per payment, per month less the salary of that month, or per day. */
export type FeeRule = {
  readonly deducted: { readonly per: 'payment' | 'month' | 'day'; readonly amount: number }
  readonly rate: Rate
  /** Above this amount the second rate applies. */
  readonly above?: { readonly from: number; readonly rate: Rate }
}

const lower: Rate = { parts: 1_021, over: 10_000 }
const higher: Rate = { parts: 2_042, over: 10_000 }
const perPayment = (amount: number): FeeRule => ({ deducted: { per: 'payment', amount }, rate: lower })

const value: Readonly<Record<FeeKind, FeeRule>> = {
  general: { ...perPayment(0), above: { from: 1_000_000, rate: higher } },
  'judicial-scrivener': perPayment(10_000),
  'land-and-house-investigator': perPayment(10_000),
  'marine-procedure-commission-agent': perPayment(10_000),
  'sales-agent': { deducted: { per: 'month', amount: 120_000 }, rate: lower },
  hostess: { deducted: { per: 'day', amount: 5_000 }, rate: lower },
  'advertising-prize': perPayment(500_000),
  'administrative-scrivener': { ...perPayment(0), rate: { parts: 0, over: 1 } },
}

const source = (title: string, url: string): Source => ({
  law: '所得税法・所得税法施行令',
  article: '法204条・205条、令320条・322条',
  title,
  url,
  trust: 'S',
})

/** 報酬・料金等の源泉徴収. The rates include the surtaxes, whose sum stays 2.1 % in 2027. */
export const feeWithholding: Statute<Readonly<Record<FeeKind, FeeRule>>> = {
  name: '報酬・料金等の源泉徴収',
  nameEn: 'Withholding tax on fees',
  keyedBy: 'pay-date',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '2013-01-01',
      value,
      source: source(
        'No.2792, No.2801, No.2804, No.2807（復興特別所得税 2.1% を含む）',
        'https://www.nta.go.jp/taxes/shiraberu/taxanswer/gensen/2792.htm',
      ),
    },
    {
      from: '2027-01-01',
      value,
      source: source(
        '防衛特別所得税 1.0% と復興特別所得税 1.1% を含む',
        'https://www.nta.go.jp/publication/pamph/pdf/0026005-024_03.pdf',
      ),
    },
  ],
}
