import { describeDocument } from '@ennoshita/documents/server'
import type { CommandContext, EventObject } from '@ennoshita/kernel/server'
import type { FactsRead } from '../../queries/invoice/invoice-facts.ts'
import type { InvoiceForm } from '../../rules/invoice/invoice-form.ts'

/**
 * Tells the kept document what it is (書類種別・取引年月日・金額・取引先), and answers it as an object of the event with the hash of its file.
 * What is still missing in the form stays as the document says it.
 */
export async function describePaper(
  { tx, actor, now }: CommandContext,
  form: InvoiceForm,
  facts: FactsRead,
): Promise<{ objects: EventObject[]; sha256: string | null }> {
  const { documentId } = form
  if (documentId === null) return { objects: [], sha256: null }
  const known = await tx.row<{ sha256: string; transactionOn: string | null; amount: number | null; partner: string }>`
    select sha256, transaction_on as "transactionOn", amount, partner
    from documents.document_name where company_id = ${actor.companyId} and document_id = ${documentId}`
  const object = await describeDocument(tx, { actor, now }, documentId, {
    kind: 'invoice',
    transactionOn: form.invoicedOn ?? known?.transactionOn ?? null,
    amount: form.total ?? known?.amount ?? null,
    partner: facts.vendor?.name ?? known?.partner ?? '',
    departmentId: form.departmentId,
  })
  return { objects: [object], sha256: known?.sha256 ?? null }
}
