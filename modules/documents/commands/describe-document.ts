import { type CommandContext, type EventObject, sql, type Tx } from '@ennoshita/kernel/server'
import type { DocumentFacts } from '../rules/document.ts'
import { documentObject, lockDocument, refuseDiscarded, writeChange } from './document-row.ts'

/**
 * Says, inside the running command of a module above, what a document is about, and whose department it concerns (its people see it
 * then); what stood before goes to its history. Answers the document as an object of that command's event. Refuses one that is not
 * there or was discarded.
 */
export async function describeDocument(
  tx: Tx,
  context: Pick<CommandContext, 'actor' | 'now'>,
  documentId: string,
  facts: DocumentFacts,
  version?: number,
): Promise<EventObject> {
  const company = context.actor.companyId
  const row = await lockDocument(tx, context, documentId, sql`true`, version)
  refuseDiscarded(row)
  const { kind, transactionOn, amount, partner, departmentId } = row
  const before = { kind, transactionOn, amount, partner, departmentId }
  const after = {
    ...{ kind: facts.kind, transactionOn: facts.transactionOn, amount: facts.amount, partner: facts.partner },
    departmentId: facts.departmentId ?? departmentId,
  }
  if (JSON.stringify(before) !== JSON.stringify(after)) {
    await tx.run`update documents.document set kind = ${after.kind}, transaction_on = ${after.transactionOn}, amount = ${after.amount},
        partner = ${after.partner}, department_id = ${after.departmentId}, version = version + 1 where company_id = ${company} and id = ${documentId}`
    await writeChange(tx, context, documentId, {
      ...{ version: row.version + 1, deed: 'corrected', reason: '', before, after },
    })
  }
  return documentObject(documentId, { ...row, ...after })
}
