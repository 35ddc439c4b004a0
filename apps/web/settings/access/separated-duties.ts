import type { CommandContract } from '@ennoshita/kernel'
import { payables } from '@ennoshita/payables'
import { work } from '@ennoshita/work'

/** What nobody may do to a thing of their own making, except by a named exception. */
export const separatedDuties: readonly CommandContract[] = [
  payables.approveInvoice,
  payables.confirmBankAccount,
  payables.releaseRun,
  work.confirmKind,
]
