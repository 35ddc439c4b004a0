import approvals from '@ennoshita/approvals/web'
import desk from '@ennoshita/desk/web'
import documents from '@ennoshita/documents/web'
import ledger from '@ennoshita/ledger/web'
import payables from '@ennoshita/payables/web'
import people from '@ennoshita/people/web'
import type { WebModule } from '@ennoshita/ui'
import work from '@ennoshita/work/web'
import { settings } from './settings/index.tsx'
import { today } from './today/today-module.ts'

/** The modules of this web app, in the order of the navigation. */
export const modules: readonly WebModule[] = [
  today,
  work,
  desk,
  payables,
  ledger,
  documents,
  approvals,
  people,
  settings,
]
