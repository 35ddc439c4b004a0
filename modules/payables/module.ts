import type { Module } from '@ennoshita/kernel/server'
import { invoiceCommands } from './commands/invoice/index.ts'
import { paymentCommands } from './commands/payment/index.ts'
import { recurringCommands } from './commands/recurring/index.ts'
import { vendorCommands } from './commands/vendor/index.ts'
import { invoiceEvents, paymentEvents, recurringEvents, vendorEvents } from './events.ts'
import { invoicePermissions, paymentPermissions, recurringPermissions, vendorPermissions } from './permissions.ts'
import { invoiceQueries } from './queries/invoice/index.ts'
import { paymentQueries } from './queries/payment/index.ts'
import { recurringQueries } from './queries/recurring/index.ts'
import { vendorQueries } from './queries/vendor/index.ts'

/** What the module is for, in one sentence. */
export const payables: Module = {
  name: 'payables',
  tier: 'business',
  says: { ja: '支払', en: 'Payables' },
  tables: new URL('./tables/', import.meta.url),
  permissions: { ...invoicePermissions, ...vendorPermissions, ...paymentPermissions, ...recurringPermissions },
  commands: [...invoiceCommands, ...vendorCommands, ...paymentCommands, ...recurringCommands],
  queries: [...invoiceQueries, ...vendorQueries, ...paymentQueries, ...recurringQueries],
  events: { ...invoiceEvents, ...vendorEvents, ...paymentEvents, ...recurringEvents },
}
