import { defineQuery, sheet } from '@ennoshita/kernel'
import { z } from 'zod'
import { bookQueries } from './books.ts'
import { chartQueries } from './chart.ts'
import { journalFilters } from './journals.ts'

const { accountId, subAccountId, departmentId, fromOn, untilOn } = bookQueries.accountLedgers.input.shape

/** The books for a tax accountant's file or for paper: always in Japanese; who took them stands in the log. At most 100,000 rows. */
export const exportQueries = {
  journalExports: defineQuery('ledger.journal-exports', {
    says: { ja: '仕訳帳の書き出し', en: 'export of journals' },
    input: z.strictObject(journalFilters),
    /** The oldest first; a journal takes as many rows as its longer side has lines. */
    answer: sheet,
  }),
  ledgerExports: defineQuery('ledger.ledger-exports', {
    says: { ja: '総勘定元帳の書き出し', en: 'export of the general ledger' },
    /** Days of one fiscal year; without an account all that stand in the books, in the order of the statements. */
    input: z.strictObject({ accountId: accountId.optional(), subAccountId, departmentId, fromOn, untilOn }),
    answer: sheet,
  }),
  trialBalanceExports: defineQuery('ledger.trial-balance-exports', {
    says: { ja: '合計残高試算表の書き出し', en: 'export of the trial balance' },
    input: bookQueries.trialBalances.input,
    answer: sheet,
  }),
  accountExports: defineQuery('ledger.account-exports', {
    says: { ja: '勘定科目の書き出し', en: 'export of the chart of accounts' },
    input: chartQueries.accountList.input,
    /** A row for each account, and one for each sub-account below it. */
    answer: sheet,
  }),
}
