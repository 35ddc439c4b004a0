import { command, refuse, sql } from '@ennoshita/kernel/server'
import { documents } from '../contract.ts'
import { documentObject, lockDocument, refuseDiscarded, refuseUnknownDepartment, writeChange } from './document-row.ts'

export const correctDocument = command(documents.correctDocument, {
  may: 'documents.correct',
  emits: ['documents.document-corrected'],
  async run(context, { documentId, version, reason, ...given }) {
    const { tx, actor, within } = context
    const company = actor.companyId
    const reach = within({ own: sql`kept_by`, department: sql`department_id` })
    const row = await lockDocument(tx, context, documentId, reach, version)
    refuseDiscarded(row)
    await refuseUnknownDepartment(tx, company, given.departmentId ?? null, 'departmentId')
    const { kind, transactionOn, amount, partner, note, departmentId } = row
    const before = { kind, transactionOn, amount, partner, note, departmentId }
    const told = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    const after = { ...before, ...told }
    if (JSON.stringify(after) === JSON.stringify(before)) refuseNothing()
    await tx.run`update documents.document set kind = ${after.kind}, transaction_on = ${after.transactionOn}, amount = ${after.amount},
        partner = ${after.partner}, note = ${after.note}, department_id = ${after.departmentId}, version = version + 1
      where company_id = ${company} and id = ${documentId}`
    await writeChange(tx, context, documentId, { version: row.version + 1, deed: 'corrected', reason, before, after })
    return {
      events: [
        {
          activity: 'documents.document-corrected',
          objects: [documentObject(documentId, { ...row, ...after })],
          data: { fields: Object.keys(told), ...(reason !== '' && { reason }) },
        },
      ],
      answer: { version: row.version + 1 },
    }
  },
})

function refuseNothing(): never {
  refuse({
    kind: 'bad-input',
    code: 'documents.nothing-corrected',
    what: { ja: '直すところがありません。', en: 'Nothing would be corrected.' },
    field: 'documentId',
    rule: {
      says: {
        ja: '訂正の履歴には、内容が変わったときだけ残します。',
        en: 'The history of corrections holds only what changed.',
      },
    },
    todo: { ja: '今と違う内容を入れてください。', en: 'Enter what differs from what stands there.' },
  })
}
