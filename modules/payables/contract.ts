import { invoiceFlowQueries } from './contract/invoice-flow.ts'
import { invoiceQueries } from './contract/invoice-queries.ts'
import { invoiceCommands } from './contract/invoices.ts'
import { paymentQueries } from './contract/payment-queries.ts'
import { paymentCommands } from './contract/payments.ts'
import { recurringCommands, recurringQueries } from './contract/recurring.ts'
import { settingCommands, settingQueries } from './contract/settings.ts'
import { vendorImportCommands, vendorImportQueries } from './contract/vendor-import.ts'
import { vendorQueries } from './contract/vendor-queries.ts'
import { vendorCommands } from './contract/vendors.ts'

/** Everything that the module takes and answers; safe in the browser. */
export const payables = {
  ...invoiceCommands,
  ...invoiceQueries,
  ...invoiceFlowQueries,
  ...paymentCommands,
  ...paymentQueries,
  ...settingCommands,
  ...settingQueries,
  ...vendorCommands,
  ...vendorQueries,
  ...vendorImportCommands,
  ...vendorImportQueries,
  ...recurringCommands,
  ...recurringQueries,
}

export type { Finding, InvoiceRowShown, InvoiceTwin } from './contract/invoice-queries.ts'
export type { PaymentFindingShown, RunRowShown, SourceAccountShown } from './contract/payment-queries.ts'
export type { PayablesSettings } from './contract/settings.ts'
export { type VendorColumn, type VendorFault, vendorColumns } from './contract/vendor-import.ts'
export type { ProposedLine, Protection } from './contract/vendor-queries.ts'
export type { BankAccountForm } from './contract/vendors.ts'
export { paymentTerms } from './contract/vendors.ts'
export type { InvoiceForm } from './rules/invoice/invoice-form.ts'
