import type { AnswerOf, InputOf } from '@ennoshita/kernel'
import type { payables } from '../../contract.ts'
import type { InvoiceForm, InvoiceLine, StatedTax } from '../../rules/invoice/invoice-form.ts'

export type InvoiceDetails = AnswerOf<typeof payables.invoiceDetails>
export type InvoicePreview = AnswerOf<typeof payables.invoicePreviews>

/** A line while it is being entered: anything may still be missing. */
export type LineDraft = { readonly rowId: string } & {
  readonly [Name in keyof InvoiceLine]: InvoiceLine[Name] | null
}

/** What stands in the form. `byHand`: the fields that a person has written and that nothing fills in any more. */
export type EntryDraft = Omit<InvoiceForm, 'lines' | 'areTaxesStated'> & {
  readonly lines: readonly LineDraft[]
  readonly byHand: readonly string[]
  readonly duplicateReason: string
}

const usualLine: Omit<LineDraft, 'rowId'> = {
  accountId: null,
  subAccountId: null,
  departmentId: null,
  serviceFrom: null,
  serviceUntil: null,
  description: null,
  amount: null,
  taxKind: 'standard',
  use: 'taxable-only',
  ground: 'auto',
  bookOnly: null,
  isFee: true,
  spreadFrom: null,
  spreadUntil: null,
}

/** A line with an id that no other line of the form has. */
export function newLine(lines: readonly LineDraft[], given: Partial<LineDraft> = {}): LineDraft {
  const largest = lines.reduce((most, { rowId }) => Math.max(most, Number(rowId.slice(1))), 0)
  return { ...usualLine, ...given, rowId: `l${largest + 1}` }
}

/** An empty form on this day. */
export function emptyDraft(today: string, documentId: string | null): EntryDraft {
  return {
    kind: 'ordinary',
    vendorId: null,
    vendorNumber: '',
    documentId,
    departmentId: null,
    serviceFrom: null,
    serviceUntil: null,
    invoicedOn: null,
    receivedOn: today,
    bookingMonth: null,
    dueOn: null,
    total: null,
    includesTax: true,
    taxes: [],
    lines: [],
    foreign: null,
    withholding: null,
    withholdingReason: '',
    lateReason: '',
    note: '',
    byHand: [],
    duplicateReason: '',
  }
}

/** An invoice as it was saved, to go on entering it. What it holds counts as written by hand. */
export function draftOf(invoice: InvoiceDetails): EntryDraft {
  const lines: LineDraft[] = []
  for (const { accountName: _, subAccountName: _s, departmentName: _d, ...line } of invoice.lines)
    lines.push(newLine(lines, line))
  const { kind, vendorId, vendorNumber, documentId, departmentId, serviceFrom, serviceUntil, invoicedOn } = invoice
  const { receivedOn, bookingMonth, dueOn, total, includesTax, foreign, withholdingReason, lateReason, note } = invoice
  return {
    ...{ kind, vendorId, vendorNumber, documentId, departmentId, serviceFrom, serviceUntil, invoicedOn, receivedOn },
    ...{ bookingMonth, dueOn, total, includesTax, foreign, withholdingReason, lateReason, note, lines },
    taxes: invoice.taxesStated,
    withholding: invoice.withholdingEntered,
    byHand: [
      ...(bookingMonth === null ? [] : ['bookingMonth']),
      ...(dueOn === null ? [] : ['dueOn']),
      ...(invoice.areTaxesStated && invoice.taxesStated.length > 0 ? ['taxes'] : []),
    ],
    duplicateReason: invoice.duplicateReason,
  }
}

/** True while nothing of the paper has been entered. */
export function isUntouched(draft: EntryDraft): boolean {
  return draft.vendorId === null && draft.total === null && draft.lines.length === 0 && draft.invoicedOn === null
}

/** The draft as the command wants it; empty lines are left out. */
export function formOf(
  draft: EntryDraft,
): Omit<InputOf<typeof payables.registerInvoice>, 'duplicateOf' | 'duplicateReason'> {
  const { byHand, duplicateReason: _d, lines, taxes, foreign, ...rest } = draft
  return {
    ...rest,
    foreign: foreign === null ? null : { ...foreign },
    taxes: taxes.map((tax) => ({ ...tax })),
    areTaxesStated: taxes.length === 0 || byHand.includes('taxes'),
    lines: lines.filter(isWritten).map(({ rowId: _r, description, amount, taxKind, use, ground, isFee, ...line }) => ({
      ...line,
      description: description ?? '',
      amount: amount ?? 0,
      taxKind: taxKind ?? 'standard',
      use: use ?? 'taxable-only',
      ground: ground ?? 'auto',
      isFee: isFee ?? true,
    })),
  }
}

export function isWritten(line: LineDraft): boolean {
  return line.amount !== null || line.accountId !== null || (line.description ?? '') !== ''
}

/** The id of the line that the server counts as `place`: empty lines are not sent. */
export function rowIdAt(draft: EntryDraft, place: number): string | undefined {
  return draft.lines.filter(isWritten)[place]?.rowId
}

/**
 * Changes fields as a person does, and lets follow what depends on them: the last day of a service its first, the booking
 * month the service, an only line the total, and the departments of lines that of the order.
 */
export function change(draft: EntryDraft, some: Partial<EntryDraft>): EntryDraft {
  const names = Object.keys(some).filter((name) => !draft.byHand.includes(name))
  return follow(draft, { ...draft, ...some, byHand: [...draft.byHand, ...names] })
}

/** Fills in fields that nobody has written yet; `some` may name any. */
export function fillIn(draft: EntryDraft, some: Partial<EntryDraft>): EntryDraft {
  const open = Object.entries(some).filter(([name]) => !draft.byHand.includes(name))
  return follow(draft, { ...draft, ...Object.fromEntries(open) })
}

function follow(before: EntryDraft, after: EntryDraft): EntryDraft {
  const isOneDay = after.serviceUntil === null || after.serviceUntil === before.serviceFrom
  const serviceUntil = isOneDay && after.serviceFrom !== before.serviceFrom ? after.serviceFrom : after.serviceUntil
  return { ...after, serviceUntil, bookingMonth: monthAfter(after, serviceUntil), lines: linesAfter(before, after) }
}

function linesAfter(before: EntryDraft, { lines, total, includesTax, departmentId }: EntryDraft): readonly LineDraft[] {
  const ordered = lines.map((line) => (line.departmentId === before.departmentId ? { ...line, departmentId } : line))
  if (total === before.total || !includesTax) return ordered
  if (ordered.length === 0) return [newLine([], { amount: total, departmentId })]
  const [only, second] = ordered
  const follows = only !== undefined && second === undefined && (only.amount === null || only.amount === before.total)
  return follows ? [{ ...only, amount: total }] : ordered
}

function monthAfter({ byHand, bookingMonth, serviceFrom, invoicedOn }: EntryDraft, serviceUntil: string | null) {
  const day = serviceUntil ?? serviceFrom ?? invoicedOn
  return byHand.includes('bookingMonth') || day === null ? bookingMonth : `${day.slice(0, 7)}-01`
}

/** The taxes as the law gives them for the lines, to be compared with the paper; those written by hand stay. */
export function taxesFrom(preview: InvoicePreview, draft: EntryDraft): readonly StatedTax[] | undefined {
  if (draft.byHand.includes('taxes')) return undefined
  const taxes = preview.taxes.flatMap(({ taxKind, linesSum, acceptableTaxes }) => {
    const tax = acceptableTaxes.reduce<number | undefined>(
      (least, each) => (least === undefined || Math.abs(each) < Math.abs(least) ? each : least),
      undefined,
    )
    return tax === undefined ? [] : [{ taxKind, base: linesSum, tax }]
  })
  return JSON.stringify(taxes) === JSON.stringify(draft.taxes) ? undefined : taxes
}
