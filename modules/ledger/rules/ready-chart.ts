import { type Division, divisionNames, divisions, type Side } from './divisions.ts'
import { readyProfitAccounts } from './ready-profit-accounts.ts'
import { readySheetAccounts } from './ready-sheet-accounts.ts'
import { outOfScope, type TaxClass } from './tax-class.ts'

export const subAccountUses = ['none', 'optional', 'required'] as const
export type SubAccountUse = (typeof subAccountUses)[number]

export const purposes = ['tax-paid', 'tax-received', 'retained-earnings'] as const
export type Purpose = (typeof purposes)[number]

/** An account as a company adopts it. */
export type ReadyAccount = {
  readonly code: string
  readonly name: string
  readonly kana: string
  readonly division: Division
  readonly side: Side
  readonly taxClass: TaxClass
  readonly subAccounts: SubAccountUse
  readonly purpose: Purpose | null
}

const sale: TaxClass = { ...outOfScope, side: 'sale', nature: 'taxable', rateClass: 'standard' }
const purchase: TaxClass = { ...sale, side: 'purchase', use: 'taxable-only', invoice: 'qualified' }

/** The usual classes by the short words of the lists. */
const usual: Readonly<Record<string, TaxClass>> = {
  S10: sale,
  S8: { ...sale, rateClass: 'reduced' },
  SR: { ...sale, isReturn: true },
  SE: { ...outOfScope, side: 'sale', nature: 'export' },
  SX: { ...outOfScope, side: 'sale', nature: 'exempt' },
  P10: purchase,
  P8: { ...purchase, rateClass: 'reduced' },
  PR: { ...purchase, isReturn: true },
  PB: { ...purchase, invoice: 'book-only' },
  PX: { ...outOfScope, side: 'purchase', nature: 'exempt' },
}

function accountOf(division: Division, line: string): ReadyAccount {
  const [code = '', name = '', kana = '', ...marks] = line.split(' ')
  const { side } = divisions[division]
  const taxMark = marks.find((mark) => usual[mark])
  return {
    ...{ code, name, kana, division },
    side: marks.includes('contra') ? (side === 'debit' ? 'credit' : 'debit') : side,
    taxClass: (taxMark && usual[taxMark]) || outOfScope,
    subAccounts: marks.includes('sub') ? 'required' : marks.includes('nosub') ? 'none' : 'optional',
    purpose: purposes.find((purpose) => marks.includes(`=${purpose}`)) ?? null,
  }
}

/** The chart of accounts that comes with the product, in the order of the statements. */
export const readyChart: readonly ReadyAccount[] = divisionNames.flatMap((division) =>
  ((readySheetAccounts[division] ?? readyProfitAccounts[division]) || '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => accountOf(division, line)),
)
