import type { Query } from '@ennoshita/kernel/server'
import { settings } from '../settings/settings.ts'
import { vendorDetails } from './vendor-details.ts'
import { vendorImportPreviews } from './vendor-import-previews.ts'
import { vendorList } from './vendor-list.ts'
import { vendorProposals } from './vendor-proposals.ts'
import { waitingBankAccounts } from './waiting-bank-accounts.ts'

/** Settings, vendors and their bank accounts. */
export const vendorQueries: readonly Query[] = [
  settings,
  vendorList,
  vendorDetails,
  vendorProposals,
  waitingBankAccounts,
  vendorImportPreviews,
]
