import { query } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { twinsOf } from './invoice-twins.ts'

export const duplicateInvoices = query(payables.duplicateInvoices, {
  may: 'payables.register-invoices',
  async run({ tx, actor }, { invoiceId, vendorId, vendorNumber, total, invoicedOn, documentId }) {
    const { seen } = await twinsOf(tx, actor, {
      ...{ invoiceId: invoiceId ?? null, vendorId: vendorId ?? null, vendorNumber },
      ...{ total: total ?? null, invoicedOn: invoicedOn ?? null, documentId: documentId ?? null },
    })
    return seen
  },
})
