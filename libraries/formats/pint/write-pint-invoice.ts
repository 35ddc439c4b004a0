import { findingsIn, readUbl } from './check-pint-invoice.ts'
import { completePintInvoice, type PintRounding } from './complete-pint-invoice.ts'
import type { PintInvoice } from './invoice.ts'
import { PintDocumentError } from './pint-document-error.ts'
import type { WritingContext } from './ubl/codec.ts'
import { invoiceCodec } from './ubl/invoice-codec.ts'

const namespaces = (name: string): string =>
  [
    ` xmlns="urn:oasis:names:specification:ubl:schema:xsd:${name}-2"`,
    ' xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"',
    ' xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"',
  ].join('')

/**
 * Writes an invoice or credit note as JP PINT 1.1.3 (UBL 2.1, to be stored as UTF-8). What is absent of line amounts, tax and totals is
 * computed (see `completePintInvoice`). Throws PintDocumentError when something cannot be written, or when the result would break a rule
 * of JP PINT: what this function returns passes `checkPintInvoice`.
 */
export function writePintInvoice(invoice: PintInvoice, options: { rounding?: PintRounding } = {}): string {
  const complete = completePintInvoice(invoice, options)
  const name = invoice.document === 'invoice' ? 'Invoice' : 'CreditNote'
  const context: WritingContext = { currency: invoice.currency, faults: [], out: [], depth: 0, path: '' }
  invoiceCodec(invoice.kind, invoice.document).write(name, complete, context)
  if (context.faults.length > 0) throw new PintDocumentError(context.faults)
  context.out[0] = `<?xml version="1.0" encoding="UTF-8"?>\n<${name}${namespaces(name)}>\n`
  const xml = context.out.join('')
  const findings = findingsIn(readUbl(xml), invoice.kind)
  if (findings.length > 0) {
    throw new PintDocumentError(
      findings.map(({ id, path, message, messageEn }) => ({
        path,
        message: `${message}［${id}］`,
        messageEn: `${messageEn} [${id}]`,
      })),
    )
  }
  return xml
}
