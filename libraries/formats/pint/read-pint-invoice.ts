import { kindOf, readUbl } from './check-pint-invoice.ts'
import type { PintInvoice } from './invoice.ts'
import { PintDocumentError } from './pint-document-error.ts'
import type { ReadingContext } from './ubl/codec.ts'
import { invoiceCodec } from './ubl/invoice-codec.ts'
import { currencyOf } from './ubl/party-codec.ts'

/**
 * Reads a JP PINT invoice or credit note of any of its three kinds. Texts stay as they are; yen become integers, other amounts stay decimal
 * text. The rules are not checked here (see `checkPintInvoice`), only that everything can be read: throws PintDocumentError with every fault
 * found. What JP PINT does not know is named in `unread`. At most 60 MB, 40 levels and attachments of 30 MB.
 */
export function readPintInvoice(xml: string | Uint8Array): PintInvoice {
  const { root, lineOf } = readUbl(xml)
  const kind = kindOf(root)
  const document = root.name === 'Invoice' ? 'invoice' : 'credit-note'
  const context: ReadingContext = { currency: currencyOf(root), faults: [], unread: [], lineOf }
  const read = invoiceCodec(kind, document).read(root, context)
  if (read === undefined || context.faults.length > 0) {
    throw new PintDocumentError(context.faults)
  }
  const { lines = [], ...head } = read
  return { ...head, kind, document, lines, ...(context.unread.length === 0 ? {} : { unread: context.unread }) }
}
