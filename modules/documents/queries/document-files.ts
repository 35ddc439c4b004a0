import { query, refuseNotFound } from '@ennoshita/kernel/server'
import { documents } from '../contract.ts'
import { type Media, mediaTypeOf } from '../rules/document.ts'
import { visibleTo } from './visible-to.ts'

export const documentFiles = query(documents.documentFiles, {
  may: 'documents.see',
  async run({ tx, actor, within }, { documentId, fileVersion }) {
    const file = await tx.row<{ name: string; media: Media; fileId: string }>`
      select v.file_name as name, v.media, v.file_id as "fileId"
      from documents.document d join documents.file_version v on v.company_id = d.company_id and v.document_id = d.id
        and v.file_version = coalesce(${fileVersion ?? null}, d.file_version)
      where d.company_id = ${actor.companyId} and d.id = ${documentId} and ${visibleTo({ actor, within })}`
    if (!file) refuseNotFound({ ja: '書類のファイル', en: 'file of the document' }, 'documentId')
    const { name, media, fileId } = file
    return { name, mediaType: mediaTypeOf(media), content: { fileId } }
  },
})
