import type { InvoiceFacts, VendorFacts } from './invoice-facts.ts'
import type { InvoiceForm, InvoiceLine } from './invoice-form.ts'
import { reckonInvoice } from './reckon-invoice.ts'

/** For the tests of the rules: a line, an invoice of October, its vendor and company, and what they come to. */
export const line: InvoiceLine = {
  ...{
    accountId: 'cost',
    subAccountId: null,
    departmentId: null,
    serviceFrom: null,
    serviceUntil: null,
    description: '',
  },
  ...{
    amount: 110_000,
    taxKind: 'standard',
    use: 'taxable-only',
    ground: 'auto',
    bookOnly: null,
    isFee: true,
    spreadFrom: null,
    spreadUntil: null,
  },
}
export const form: InvoiceForm = {
  ...{
    kind: 'ordinary',
    vendorId: 'v',
    vendorNumber: '1',
    documentId: 'd',
    departmentId: null,
    serviceFrom: '2026-10-05',
    serviceUntil: '2026-10-05',
  },
  ...{
    invoicedOn: '2026-10-31',
    receivedOn: '2026-11-01',
    bookingMonth: '2026-10-01',
    dueOn: '2026-11-30',
    total: 110_000,
    includesTax: true,
  },
  ...{
    taxes: [],
    areTaxesStated: true,
    lines: [line],
    foreign: null,
    withholding: null,
    withholdingReason: '',
    lateReason: '',
    note: '',
  },
}
export const unregistered: VendorFacts = {
  ...{ name: '個人商店', isIndividual: false, registrationNumber: null, registeredFrom: null, registeredUntil: null },
  ...{ withholdingKind: null, payableAccountId: null, method: 'transfer', closingDay: null, shift: 'previous' },
  ...{ lawClass: 'none', commissionKind: null, capital: null, employees: null, officers: null },
}
export const registered: VendorFacts = {
  ...unregistered,
  registrationNumber: 'T7000012050002',
  registeredFrom: '2023-10-01',
}
export const facts = (vendor: VendorFacts, more: Partial<InvoiceFacts> = {}): InvoiceFacts => ({
  ...{
    today: '2026-11-20',
    vendor,
    accounts: new Map(),
    lockedMonths: new Set<string>(),
    bought: new Map(),
    departmentsThen: new Set<string>(),
    feesBefore: 0,
  },
  company: {
    ...{
      payableAccountId: 'debt',
      taxAccountId: 'tax',
      prepaidAccountId: 'prepaid',
      postsOn: 'month-end',
      needsAcceptance: false,
    },
    ...{ fiscalStart: { month: 4, day: 1 }, salesToldOn: null },
    own: { capital: null, employees: null, officers: null },
  },
  ...more,
})
export const reckon = (given: Partial<InvoiceForm>, vendor = unregistered, more: Partial<InvoiceFacts> = {}) =>
  reckonInvoice({ ...form, ...given }, facts(vendor, more), { number: 1, isAccepted: true })
export const booked = (reckoned: ReturnType<typeof reckon>) =>
  reckoned.journal?.lines.map(({ side, accountId, amount }) => `${side} ${accountId} ${amount}`)
export const codes = (reckoned: ReturnType<typeof reckon>) =>
  reckoned.findings.map(({ level, code }) => `${level} ${code}`)
