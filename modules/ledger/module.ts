import type { Module } from '@ennoshita/kernel/server'
import { addAccount } from './commands/add-account.ts'
import { addSubAccount } from './commands/add-sub-account.ts'
import { adoptChart } from './commands/adopt-chart.ts'
import { changeAccount } from './commands/change-account.ts'
import { lockMonth } from './commands/lock-month.ts'
import { postJournal } from './commands/post-journal.ts'
import { reverseJournal } from './commands/reverse-journal.ts'
import { unlockMonth } from './commands/unlock-month.ts'
import { ledgerEvents, ledgerPermissions } from './permissions-and-events.ts'
import { accountExports } from './queries/account-exports.ts'
import { accountLedgers } from './queries/account-ledgers.ts'
import { accountList } from './queries/account-list.ts'
import { journalDetails } from './queries/journal-details.ts'
import { journalExports } from './queries/journal-exports.ts'
import { journalList } from './queries/journal-list.ts'
import { ledgerExports } from './queries/ledger-exports.ts'
import { monthLocks } from './queries/month-locks.ts'
import { trialBalanceExports } from './queries/trial-balance-exports.ts'
import { trialBalances } from './queries/trial-balances.ts'

export { type PostedJournal, post } from './commands/post.ts'
export { postInBulk } from './commands/post-in-bulk.ts'
export { reverse } from './commands/reverse.ts'

export const ledger: Module = {
  name: 'ledger',
  tier: 'foundation',
  says: { ja: '会計帳簿', en: 'Ledger' },
  tables: new URL('./tables/', import.meta.url),
  permissions: ledgerPermissions,
  commands: [adoptChart, addAccount, changeAccount, addSubAccount, postJournal, reverseJournal, lockMonth, unlockMonth],
  queries: [
    ...[accountList, trialBalances, accountLedgers, journalList, journalDetails, monthLocks],
    ...[journalExports, ledgerExports, trialBalanceExports, accountExports],
  ],
  events: ledgerEvents,
}
