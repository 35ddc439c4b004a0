import { bookCommands, bookQueries } from './contract/books.ts'
import { chartCommands, chartQueries } from './contract/chart.ts'
import { exportQueries } from './contract/exports.ts'
import { journalCommands, journalQueries } from './contract/journals.ts'

/** Everything that the module takes and answers; safe in the browser. */
export const ledger = {
  ...chartCommands,
  ...chartQueries,
  ...journalCommands,
  ...journalQueries,
  ...bookCommands,
  ...bookQueries,
  ...exportQueries,
}

export type { AccountShown } from './contract/chart.ts'
export type { LineShown } from './contract/journals.ts'
export type { Journal, JournalLine } from './rules/journal.ts'
export { type TaxClass, taxClassName, taxClassOf } from './rules/tax-class.ts'
