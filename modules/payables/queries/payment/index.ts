import type { Query } from '@ennoshita/kernel/server'
import { payableInvoices } from './payable-invoices.ts'
import { paymentCalendars } from './payment-calendars.ts'
import { paymentRuns } from './payment-runs.ts'
import { runDetails } from './run-details.ts'
import { runFiles } from './run-files.ts'
import { sourceAccounts } from './source-accounts.ts'
import { withholdingDues } from './withholding-dues.ts'

/** What is to be paid, what was, and what of it is owed to the tax office. */
export const paymentQueries: readonly Query[] = [
  sourceAccounts,
  payableInvoices,
  paymentCalendars,
  paymentRuns,
  runDetails,
  runFiles,
  withholdingDues,
]
