import { acceptInvoice } from './accept-invoice.ts'
import { approveInvoice } from './approve-invoice.ts'
import { cancelInvoice } from './cancel-invoice.ts'
import { correctApprovedInvoice } from './correct-approved-invoice.ts'
import { correctInvoice } from './correct-invoice.ts'
import { registerInvoice } from './register-invoice.ts'
import { returnInvoice } from './return-invoice.ts'
import { submitInvoice } from './submit-invoice.ts'
import { withdrawInvoice } from './withdraw-invoice.ts'

/** Received invoices, from their registration to their approval and cancellation. */
export const invoiceCommands = [
  registerInvoice,
  correctInvoice,
  submitInvoice,
  approveInvoice,
  returnInvoice,
  withdrawInvoice,
  cancelInvoice,
  correctApprovedInvoice,
  acceptInvoice,
]
