import type { Words } from '@ennoshita/kernel'

/** 借方, 貸方. */
export type Side = 'debit' | 'credit'

type Place = { readonly says: Words; readonly side: Side; readonly statement: 'balance-sheet' | 'profit-and-loss' }

const sheet = (side: Side, ja: string, en: string): Place => ({ says: { ja, en }, side, statement: 'balance-sheet' })
const profit = (side: Side, ja: string, en: string): Place => ({ says: { ja, en }, side, statement: 'profit-and-loss' })

/** 区分 in the order of the balance sheet and the profit and loss statement. 会社計算規則 73–76条, 88条, 93条. */
export const divisions = {
  'current-assets': sheet('debit', '流動資産', 'Current assets'),
  'tangible-assets': sheet('debit', '有形固定資産', 'Tangible fixed assets'),
  'intangible-assets': sheet('debit', '無形固定資産', 'Intangible fixed assets'),
  investments: sheet('debit', '投資その他の資産', 'Investments and other assets'),
  'deferred-assets': sheet('debit', '繰延資産', 'Deferred assets'),
  'current-liabilities': sheet('credit', '流動負債', 'Current liabilities'),
  'fixed-liabilities': sheet('credit', '固定負債', 'Fixed liabilities'),
  capital: sheet('credit', '資本金', 'Capital'),
  'capital-surplus': sheet('credit', '資本剰余金', 'Capital surplus'),
  'retained-earnings': sheet('credit', '利益剰余金', 'Retained earnings'),
  'treasury-shares': sheet('credit', '自己株式', 'Treasury shares'),
  valuation: sheet('credit', '評価・換算差額等', 'Valuation and translation adjustments'),
  'share-subscription-rights': sheet('credit', '株式引受権', 'Share subscription rights'),
  'share-options': sheet('credit', '新株予約権', 'Share options'),
  sales: profit('credit', '売上高', 'Sales'),
  'cost-of-sales': profit('debit', '売上原価', 'Cost of sales'),
  'selling-and-administrative': profit('debit', '販売費及び一般管理費', 'Selling and administrative expenses'),
  'non-operating-income': profit('credit', '営業外収益', 'Non-operating income'),
  'non-operating-expenses': profit('debit', '営業外費用', 'Non-operating expenses'),
  'extraordinary-income': profit('credit', '特別利益', 'Extraordinary income'),
  'extraordinary-losses': profit('debit', '特別損失', 'Extraordinary losses'),
  'income-taxes': profit('debit', '法人税等', 'Income taxes'),
} as const satisfies Record<string, Place>

export type Division = keyof typeof divisions

/** The names of the divisions, in order. */
export const divisionNames = Object.keys(divisions) as [Division, ...Division[]] // as: the keys of the object above

/** Whether the account starts every fiscal year at zero. */
export function isProfitAndLoss(division: Division): boolean {
  return divisions[division].statement === 'profit-and-loss'
}

const assets = ['current-assets', 'tangible-assets', 'intangible-assets', 'investments', 'deferred-assets'] as const
const liabilities = ['current-liabilities', 'fixed-liabilities'] as const
const equity = ['capital', 'capital-surplus', 'retained-earnings', 'treasury-shares'] as const
const netAssets = [...equity, 'valuation', 'share-subscription-rights', 'share-options'] as const
const gross = ['sales', 'cost-of-sales'] as const
const operating = [...gross, 'selling-and-administrative'] as const
const ordinary = [...operating, 'non-operating-income', 'non-operating-expenses'] as const
const beforeTax = [...ordinary, 'extraordinary-income', 'extraordinary-losses'] as const

/** A sum of divisions that stands below the last of them. */
export type Sum = { readonly says: Words; readonly side: Side; readonly of: readonly Division[] }

const sum = (side: Side, ja: string, en: string, of: readonly Division[]): Sum => ({ says: { ja, en }, side, of })

/** Sums and profits (段階利益), each below the last division that it holds. 会社計算規則 89–94条; a negative profit is a loss. */
export const sums = {
  'fixed-assets': sum('debit', '固定資産合計', 'Fixed assets', assets.slice(1, 4)),
  assets: sum('debit', '資産合計', 'Assets', assets),
  liabilities: sum('credit', '負債合計', 'Liabilities', liabilities),
  'shareholders-equity': sum('credit', '株主資本合計', 'Shareholders’ equity', equity),
  'net-assets': sum('credit', '純資産合計', 'Net assets', netAssets),
  'liabilities-and-net-assets': sum('credit', '負債純資産合計', 'Liabilities and net assets', [
    ...liabilities,
    ...netAssets,
  ]),
  'gross-profit': sum('credit', '売上総利益', 'Gross profit', gross),
  'operating-profit': sum('credit', '営業利益', 'Operating profit', operating),
  'ordinary-profit': sum('credit', '経常利益', 'Ordinary profit', ordinary),
  'profit-before-tax': sum('credit', '税引前当期純利益', 'Profit before income taxes', beforeTax),
  'net-profit': sum('credit', '当期純利益', 'Net profit', [...beforeTax, 'income-taxes']),
} as const satisfies Record<string, Sum>

export type SumName = keyof typeof sums
export const sumNames = Object.keys(sums) as [SumName, ...SumName[]] // as: the keys of the object above
