/** 支払方法: 振込, 口座振替, カード, ペイジー, 現金. Only a transfer enters the file for the bank. */
export const paymentMethods = ['transfer', 'account-transfer', 'card', 'pay-easy', 'cash'] as const
export type PaymentMethod = (typeof paymentMethods)[number]

/** What money goes out of: 銀行口座, 現金, カード. */
export const sourceKinds = ['bank', 'cash', 'card'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** From which kind of source each method is paid. */
export const sourceOf: Readonly<Record<PaymentMethod, SourceKind>> = {
  transfer: 'bank',
  'account-transfer': 'bank',
  'pay-easy': 'bank',
  card: 'card',
  cash: 'cash',
}

/** A payment run: prepared, released by a second person, its file taken, paid; or cancelled. */
export const runStates = ['prepared', 'released', 'file-taken', 'paid', 'cancelled'] as const
export type RunState = (typeof runStates)[number]

/** A transfer: planned, paid, refused by the bank before it was paid (振込不能), taken back afterwards (組戻し), cancelled with its run. */
export const transferStates = ['planned', 'paid', 'failed', 'returned', 'cancelled'] as const
export type TransferState = (typeof transferStates)[number]

/** 預金種目 from which transfers are made. */
export const sourceAccountTypes = ['ordinary', 'current', 'other'] as const
export const feeBearers = ['us', 'payee'] as const
export type FeeBearer = (typeof feeBearers)[number]

/** 振込手数料, tax included, by where the money goes and whether 30,000 yen or more is sent. */
export type TransferFees = {
  readonly sameBranch: FeeSteps
  readonly sameBank: FeeSteps
  readonly otherBank: FeeSteps
}
export type FeeSteps = { readonly under30000: number; readonly from30000: number }

/** 納付の単位: each month, or half a year by 納期の特例. */
export const withholdingPeriods = ['month', 'half-year'] as const
/** 士業 (所得税法204条1項2号: may follow 納期の特例) and other fees (always by the 10th of the next month). */
export const withholdingGroups = ['professional', 'other'] as const
export type WithholdingGroup = (typeof withholdingGroups)[number]
