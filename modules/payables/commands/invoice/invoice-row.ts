import {
  type CommandContext,
  type EventObject,
  type LocalDate,
  refuse,
  refuseNotFound,
  type Sql,
  sql,
  type Words,
} from '@ennoshita/kernel/server'
import type { invoiceStates } from '../../rules/invoice/invoice-form.ts'

export type InvoiceState = (typeof invoiceStates)[number]

export type InvoiceRow = {
  invoiceId: string
  number: number | null
  kind: 'ordinary' | 'credit-note'
  state: InvoiceState
  version: number
  vendorId: string | null
  vendorName: string
  vendorNumber: string
  documentId: string | null
  departmentId: string | null
  total: number | null
  bookingMonth: LocalDate | null
  dueOn: LocalDate | null
  matterId: string | null
  journalId: string | null
  acceptedOn: LocalDate | null
  enteredBy: string | null
}

/** Locks an invoice within reach, before anything is decided; what is out of reach reads as not found. */
export async function lockInvoice(
  { tx, actor }: CommandContext,
  invoiceId: string,
  version: number | undefined,
  reach: Sql = sql`true`,
): Promise<InvoiceRow> {
  const company = actor.companyId
  const row = await tx.row<Omit<InvoiceRow, 'vendorName'>>`
    select i.id as "invoiceId", i.number, i.kind, i.state, i.version, i.vendor_id as "vendorId", i.vendor_number as "vendorNumber",
      i.document_id as "documentId", i.department_id as "departmentId", i.total, i.booking_month as "bookingMonth", i.due_on as "dueOn",
      i.matter_id as "matterId", i.journal_id as "journalId", i.accepted_on as "acceptedOn", i.entered_by as "enteredBy"
    from payables.invoice i where i.company_id = ${company} and i.id = ${invoiceId} and ${reach} for update`
  if (!row) refuseNotFound({ ja: '請求書', en: 'invoice' }, 'invoiceId')
  const vendor = row.vendorId
    ? await tx.row<{
        name: string
      }>`select name from payables.vendor where company_id = ${company} and id = ${row.vendorId}`
    : undefined
  if (version !== undefined && version !== row.version) refuseOlder(row.number)
  return { ...row, vendorName: vendor?.name ?? '' }
}

function refuseOlder(number: number | null): never {
  refuse({
    kind: 'conflict',
    code: 'payables.changed-meanwhile',
    what: {
      ja: `画面を開いている間に、請求書（受付${number ?? ''}）が変わりました。何も変更していません。`,
      en: `Invoice ${number ?? ''} changed while your screen was open. Nothing was changed.`,
    },
    field: 'version',
    rule: {
      says: {
        ja: '見ていた内容と違うものを、知らずに変えないための確認です。',
        en: 'Nothing is done to what you have not seen.',
      },
    },
    todo: { ja: '画面を開き直して、今の内容を確かめてください。', en: 'Reload and look at what stands there now.' },
  })
}

const stateWords: Readonly<Record<InvoiceState, Words>> = {
  draft: { ja: '下書き', en: 'a draft' },
  submitted: { ja: '承認待ち', en: 'waiting for approval' },
  returned: { ja: '差戻し', en: 'returned' },
  approved: { ja: '承認済み', en: 'approved' },
  cancelled: { ja: '取消済み', en: 'cancelled' },
}

/** Refuses an act that has no place in the invoice's state. */
export function refuseUnlessIn(row: InvoiceRow, states: readonly InvoiceState[], todo: Words): void {
  if (states.includes(row.state)) return
  const [now, wanted] = [stateWords[row.state], states.map((state) => stateWords[state])]
  refuse({
    kind: 'conflict',
    code: 'payables.invoice-moved-on',
    what: {
      ja: `請求書（受付${row.number ?? ''}）は、いま「${now.ja}」のため、この操作はできません。何も変更していません。`,
      en: `Invoice ${row.number ?? ''} is ${now.en} now, so this has no place. Nothing was changed.`,
    },
    field: 'invoiceId',
    rule: {
      says: {
        ja: `この操作は「${wanted.map(({ ja }) => ja).join('・')}」の請求書だけにできます。`,
        en: `It is for an invoice that is ${wanted.map(({ en }) => en).join(' or ')}.`,
      },
    },
    todo,
  })
}

type Named = Pick<
  InvoiceRow,
  | 'invoiceId'
  | 'number'
  | 'kind'
  | 'vendorId'
  | 'vendorName'
  | 'vendorNumber'
  | 'documentId'
  | 'departmentId'
  | 'enteredBy'
>

/** What an event about an invoice concerns: the invoice with its label, vendor, paper and department. */
export function invoiceObjects(row: Named): [EventObject, ...EventObject[]] {
  return [
    {
      type: 'invoice',
      id: row.invoiceId,
      label: {
        text: invoiceTitle(row),
        opens: `/invoices/${row.invoiceId}`,
        may: 'payables.see-invoices',
        own: row.enteredBy ? [row.enteredBy] : [],
        departmentId: row.departmentId,
      },
    },
    ...(row.vendorId ? [{ type: 'vendor', id: row.vendorId }] : []),
    ...(row.documentId ? [{ type: 'document', id: row.documentId }] : []),
    ...(row.departmentId ? [{ type: 'department', id: row.departmentId }] : []),
  ]
}

/** 請求書 受付12 株式会社えだまめ商事 INV-1. */
export function invoiceTitle({
  kind,
  number,
  vendorName,
  vendorNumber,
}: Pick<Named, 'kind' | 'number' | 'vendorName' | 'vendorNumber'>): string {
  const what = kind === 'credit-note' ? '返還請求書' : '請求書'
  return [what, number === null ? '' : `受付${number}`, vendorName, vendorNumber]
    .filter((part) => part !== '')
    .join(' ')
}
