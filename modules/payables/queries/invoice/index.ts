import { duplicateInvoices } from './duplicate-invoices.ts'
import { invoiceDetails } from './invoice-details.ts'
import { invoiceHistories } from './invoice-histories.ts'
import { invoiceList } from './invoice-list.ts'
import { invoiceMapCases } from './invoice-map-cases.ts'
import { invoiceMaps } from './invoice-maps.ts'
import { invoicePreviews } from './invoice-previews.ts'
import { invoiceReadings } from './invoice-readings.ts'

/** Received invoices as lists, one by one, before they are kept, and as a flow. */
export const invoiceQueries = [
  invoiceList,
  invoiceDetails,
  invoicePreviews,
  invoiceReadings,
  duplicateInvoices,
  invoiceHistories,
  invoiceMaps,
  invoiceMapCases,
]
