import { command, sql } from '@ennoshita/kernel/server'
import { documents } from '../contract.ts'
import { documentObject, lockDocument, refuseDiscarded, writeChange } from './document-row.ts'
import { takeFile, writeVersion } from './keep-documents.ts'

export const replaceFile = command(documents.replaceFile, {
  may: 'documents.correct',
  emits: ['documents.file-replaced'],
  async run(context, { documentId, version, fileId, reason }) {
    const { tx, actor, within } = context
    const reach = within({ own: sql`kept_by`, department: sql`department_id` })
    const row = await lockDocument(tx, context, documentId, reach, version)
    refuseDiscarded(row)
    const file = await takeFile(context, fileId, 'fileId')
    const fileVersion = row.fileVersion + 1
    await tx.run`update documents.document set file_id = ${fileId}, file_name = ${file.fileName}, media = ${file.media}, sha256 = ${file.sha256},
        bytes = ${file.bytes}, file_version = ${fileVersion}, version = version + 1
      where company_id = ${actor.companyId} and id = ${documentId}`
    await writeVersion(context, documentId, fileVersion, fileId, file)
    await writeChange(tx, context, documentId, {
      ...{ version: row.version + 1, deed: 'replaced', reason },
      before: { fileVersion: row.fileVersion, fileName: row.fileName, sha256: row.sha256 },
      after: { fileVersion, fileName: file.fileName, sha256: file.sha256 },
    })
    return {
      events: [
        {
          activity: 'documents.file-replaced',
          objects: [documentObject(documentId, { ...row, fileName: file.fileName })],
          data: { fileVersion, reason },
        },
      ],
      answer: { version: row.version + 1, fileVersion },
    }
  },
})
