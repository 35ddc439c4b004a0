/** One fault of a document or of an invoice to be written: where it is, what is wrong and what to do. */
export type PintFault = {
  /** `/Invoice/cac:InvoiceLine[3]/cbc:LineExtensionAmount` in a file, `lines[2].netAmount` in an invoice. */
  path: string
  /** Line of the file, counted from 1. */
  line?: number
  message: string
  messageEn: string
}

/** Thrown when a file is no invoice that can be read, or an invoice cannot be written as JP PINT; `faults` names every place found. */
export class PintDocumentError extends Error {
  readonly faults: readonly PintFault[]

  constructor(faults: readonly PintFault[]) {
    const [first] = faults
    super(first === undefined ? '' : `${first.message}（${first.path}${first.line ? `、${first.line}行目` : ''}）`)
    this.name = 'PintDocumentError'
    this.faults = faults
  }
}
