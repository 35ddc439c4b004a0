import { query, refuseNotFound } from '@ennoshita/kernel/server'
import { type DocumentRow, documents } from '../contract.ts'
import type { Media } from '../rules/document.ts'
import { documentColumns } from './document-list.ts'
import { visibleTo } from './visible-to.ts'

type Details = DocumentRow & {
  sha256: string
  departmentName: string | null
  discardReason: string | null
  discardedByName: string | null
}
type Version = {
  fileVersion: number
  fileId: string
  fileName: string
  media: Media
  sha256: string
  bytes: number
  keptAt: string
  keptByName: string | null
}
type Change = {
  deed: 'corrected' | 'replaced' | 'discarded' | 'restored'
  changedAt: string
  changedByName: string | null
  reason: string
  before: Record<string, unknown>
  after: Record<string, unknown>
}

export const documentDetails = query(documents.documentDetails, {
  may: 'documents.see',
  async run({ tx, actor, today, within }, { documentId }) {
    const company = actor.companyId
    const [row, versions, changes, twins] = await Promise.all([
      tx.row<Details>`select ${documentColumns}, d.sha256, d.discard_reason as "discardReason",
          (select t.name from people.department_on(${company}, ${today}) t where t.id = d.department_id) as "departmentName",
          (select p.display_name from people.person_name p where p.company_id = d.company_id and p.person_id = d.discarded_by) as "discardedByName"
        from documents.document d
        where d.company_id = ${company} and d.id = ${documentId} and ${visibleTo({ actor, within })}`,
      tx.rows<Version>`select v.file_version as "fileVersion", v.file_id as "fileId", v.file_name as "fileName", v.media, v.sha256, v.bytes,
          v.kept_at as "keptAt", (select p.display_name from people.person_name p where p.company_id = v.company_id and p.person_id = v.kept_by) as "keptByName"
        from documents.file_version v where v.company_id = ${company} and v.document_id = ${documentId} order by v.file_version desc`,
      tx.rows<Change>`select c.deed, c.changed_at as "changedAt", c.reason, c.before, c.after,
          (select p.display_name from people.person_name p where p.company_id = c.company_id and p.person_id = c.changed_by) as "changedByName"
        from documents.change c where c.company_id = ${company} and c.document_id = ${documentId} order by c.place desc`,
      tx.rows<{
        id: string
        isVisible: boolean
      }>`select d.id, ${visibleTo({ actor, within })} as "isVisible" from documents.document d
        where d.company_id = ${company} and d.id <> ${documentId} and d.discarded_at is null
          and d.sha256 = (select o.sha256 from documents.document o where o.company_id = ${company} and o.id = ${documentId})
        order by d.id limit 1000`,
    ])
    if (!row) refuseNotFound({ ja: '書類', en: 'document' }, 'documentId')
    const seen = twins.filter(({ isVisible }) => isVisible)
    return {
      ...row,
      versions,
      changes: changes.map((change) => onlyChanged(change)),
      twinDocumentIds: seen.slice(0, 20).map(({ id }) => id),
      hiddenTwins: twins.length - seen.length,
    }
  },
})

/** The fields that differ, by their names. */
function onlyChanged(change: Change): Change {
  const names = Object.keys(change.after).filter((name) => change.before[name] !== change.after[name])
  const some = (all: Record<string, unknown>) => Object.fromEntries(names.map((name) => [name, all[name] ?? null]))
  return { ...change, before: some(change.before), after: some(change.after) }
}
