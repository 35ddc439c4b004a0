import type { RunDetails, TransferRow } from '../payment-words.tsx'

export type InvoiceOfRun = TransferRow['invoices'][number]

/** A line of the table of a run: a transfer, or one of its invoices below it. */
export type TransferLine =
  | { readonly kind: 'transfer'; readonly id: string; readonly transfer: TransferRow }
  | { readonly kind: 'invoice'; readonly id: string; readonly transfer: TransferRow; readonly invoice: InvoiceOfRun }

/** Each transfer with its invoices below it, in the order of the file. */
export function transferLines(run: RunDetails): readonly TransferLine[] {
  return run.transferRows.flatMap((transfer) => [
    { kind: 'transfer', id: transfer.transferId, transfer },
    ...transfer.invoices.map(
      (invoice): TransferLine => ({ kind: 'invoice', id: invoice.invoiceId, transfer, invoice }),
    ),
  ])
}
