import type { WithholdingGroup } from './payment-form.ts'

/** An approved invoice or credit note, its amounts above zero as on the paper. */
export type InvoiceToPay = {
  readonly invoiceId: string
  readonly vendorId: string
  readonly kind: 'ordinary' | 'credit-note'
  readonly total: number
  readonly withholding: number
  readonly withholdingGroup: WithholdingGroup | null
}

/** An invoice in a transfer: below zero for a credit note. */
export type PaymentPart = {
  readonly invoiceId: string
  readonly total: number
  readonly withheld: number
  readonly withholdingGroup: WithholdingGroup | null
}

/** One vendor's money of a day. */
export type MergedTransfer = {
  readonly vendorId: string
  readonly parts: readonly PaymentPart[]
  /** Invoices less credit notes, tax included. */
  readonly total: number
  readonly withheld: number
  /** `total` less `withheld`: what the vendor is owed, before a fee. */
  readonly owed: number
}

/** Credit notes that are larger than the invoices they are set off against: `short` yen are missing. */
export type OffsetTooLarge = { readonly vendorId: string; readonly short: number }

/**
 * Merges the invoices of a run: one transfer a vendor, in the order in which the vendors first appear, credit notes set off (相殺).
 * A vendor whose credit notes exceed its invoices is answered apart: money is never sent below zero.
 */
export function mergeTransfers(invoices: readonly InvoiceToPay[]): {
  transfers: MergedTransfer[]
  tooLarge: OffsetTooLarge[]
} {
  const transfers: MergedTransfer[] = []
  const tooLarge: OffsetTooLarge[] = []
  for (const [vendorId, own] of Map.groupBy(invoices, (invoice) => invoice.vendorId)) {
    const parts = own.map(partOf)
    const total = parts.reduce((sum, part) => sum + part.total, 0)
    const withheld = parts.reduce((sum, part) => sum + part.withheld, 0)
    const owed = total - withheld
    if (total < 0 || owed < 0) tooLarge.push({ vendorId, short: -Math.min(total, owed) })
    else transfers.push({ vendorId, parts, total, withheld, owed })
  }
  return { transfers, tooLarge }
}

function partOf({ invoiceId, kind, total, withholding, withholdingGroup }: InvoiceToPay): PaymentPart {
  if (kind === 'ordinary') return { invoiceId, total, withheld: withholding, withholdingGroup }
  return { invoiceId, total: 0 - total, withheld: 0 - withholding, withholdingGroup }
}
