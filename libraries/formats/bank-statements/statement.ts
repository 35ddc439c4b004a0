import type { StatementMapping } from './mappings.ts'

/**
 * One transaction in whole yen. `withdrawal` and `deposit` are 0 where the line has none, and negative where the bank corrects one so;
 * `balance` is undefined where the file has none. `key` is the same in every export that holds the line. `account` only where the file names one for each line.
 */
export type StatementLine = {
  date: string
  description: string
  withdrawal: number
  deposit: number
  balance: number | undefined
  key: string
  account?: string
}

/** What kind of thing is wrong with a statement. */
export type StatementFaultRule = 'file' | 'layout' | 'mapping' | 'date' | 'amount' | 'direction' | 'balance'

/** What is wrong, where (line and column counted from 1), and what to do. */
export type StatementFault = {
  rule: StatementFaultRule
  line?: number
  column?: number
  message: string
  messageEn: string
}

/** What a file says of one account, or of several where its lines name them. */
export type BankStatement = {
  /** The account as the file names it, or '' . */
  account: string
  /** The id of the layout that was recognised; absent with a mapping. */
  layout?: string
  lines: StatementLine[]
  faults: StatementFault[]
  /** For an unknown layout: what the columns seem to be, to be confirmed by a person. */
  proposal?: StatementMapping
}

/** A transaction before its key: `line` is its line in the file, `isRead` false where an amount could not be read. */
export type Entry = {
  date: string
  description: string
  withdrawal: number
  deposit: number
  balance: number | undefined
  account: string
  line: number
  isRead: boolean
  /** 繰越: only a balance. */
  isCarried: boolean
}
