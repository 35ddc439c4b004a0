import type { AnswerOf } from '@ennoshita/kernel'
import type { ledger } from '../../contract.ts'
import { descriptionWord } from '../words.ts'

/** A row of the ledger on the screen: what was carried forward (no journal), or a line. */
export type BookRow = {
  readonly key: string
  readonly on: string
  readonly journalId: string | null
  readonly number: number | null
  readonly counterAccount: string | null
  readonly description: string
  readonly taxName: string
  readonly debit: number | null
  readonly credit: number | null
  readonly balance: number
}

/** The page as a ledger shows it: first the balance carried forward, then each line on its side. */
export function bookRowsOf(book: AnswerOf<typeof ledger.accountLedgers>, fromOn: string): readonly BookRow[] {
  const carried: BookRow = {
    ...{ key: 'carried', on: fromOn, journalId: null, number: null, counterAccount: null },
    ...{ description: '', taxName: '', debit: null, credit: null, balance: book.opening },
  }
  return [
    carried,
    ...book.lines.map((line) => ({
      key: `${line.journalId} ${line.line}`,
      on: line.postedOn,
      journalId: line.journalId,
      number: line.number,
      counterAccount: line.counterAccount,
      description: descriptionWord({ ...line, more: [line.note, line.subAccountName] }),
      taxName: line.taxName,
      debit: line.side === 'debit' ? line.amount : null,
      credit: line.side === 'credit' ? line.amount : null,
      balance: line.balance,
    })),
  ]
}
