import { command, refuse, sql } from '@ennoshita/kernel/server'
import { documents } from '../contract.ts'
import { documentObject, lockDocument, writeChange } from './document-row.ts'

export const restoreDocument = command(documents.restoreDocument, {
  may: 'documents.discard',
  emits: ['documents.document-restored'],
  async run(context, { documentId, version }) {
    const { tx, actor, within } = context
    const reach = within({ own: sql`kept_by`, department: sql`department_id` })
    const row = await lockDocument(tx, context, documentId, reach, version)
    if (!row.discarded)
      refuse({
        kind: 'conflict',
        code: 'documents.not-discarded',
        what: { ja: 'この書類は削除扱いではありません。', en: 'This document is not discarded.' },
        field: 'documentId',
        todo: { ja: '画面を開き直してください。', en: 'Reload the screen.' },
      })
    await tx.run`update documents.document set discarded_at = null, discarded_by = null, discard_reason = null, version = version + 1
      where company_id = ${actor.companyId} and id = ${documentId}`
    await writeChange(tx, context, documentId, {
      ...{
        version: row.version + 1,
        deed: 'restored',
        reason: '',
        before: { discarded: true },
        after: { discarded: false },
      },
    })
    return {
      events: [{ activity: 'documents.document-restored', objects: [documentObject(documentId, row)] }],
      answer: { version: row.version + 1 },
    }
  },
})
