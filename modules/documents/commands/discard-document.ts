import { command, sql } from '@ennoshita/kernel/server'
import { documents } from '../contract.ts'
import { documentObject, lockDocument, refuseDiscarded, writeChange } from './document-row.ts'

export const discardDocument = command(documents.discardDocument, {
  may: 'documents.discard',
  emits: ['documents.document-discarded'],
  async run(context, { documentId, version, reason }) {
    const { tx, actor, now, within } = context
    const reach = within({ own: sql`kept_by`, department: sql`department_id` })
    const row = await lockDocument(tx, context, documentId, reach, version)
    refuseDiscarded(row)
    await tx.run`update documents.document set discarded_at = ${now}, discarded_by = ${actor.personId ?? null}, discard_reason = ${reason},
        version = version + 1 where company_id = ${actor.companyId} and id = ${documentId}`
    await writeChange(tx, context, documentId, {
      ...{
        version: row.version + 1,
        deed: 'discarded',
        reason,
        before: { discarded: false },
        after: { discarded: true },
      },
    })
    return {
      events: [
        { activity: 'documents.document-discarded', objects: [documentObject(documentId, row)], data: { reason } },
      ],
      answer: { version: row.version + 1 },
    }
  },
})
