import {
  type CommandContext,
  useFile as claimFile,
  command,
  newId,
  refuse,
  refuseNotFound,
} from '@ennoshita/kernel/server'
import { documents } from '../contract.ts'
import { visibleTo } from '../queries/visible-to.ts'
import { checkFile } from '../rules/check-file.ts'
import type { Media } from '../rules/document.ts'
import { documentObject, refuseUnknownDepartment } from './document-row.ts'

export type UsableFile = { fileName: string; media: Media; sha256: string; bytes: number }

export const keepDocuments = command(documents.keepDocuments, {
  may: 'documents.keep',
  emits: ['documents.document-kept'],
  async run(context, { files }) {
    const { tx, actor, now, today } = context
    const company = actor.companyId
    const keptBy = actor.personId ?? null
    const own = await departmentOf(context)
    const kept = []
    for (const [place, { fileId, ...given }] of files.entries()) {
      await refuseUnknownDepartment(tx, company, given.departmentId, `files.${place}.departmentId`)
      const file = await takeFile(context, fileId, `files.${place}.fileId`)
      const documentId = newId()
      const facts = { ...given, departmentId: given.departmentId ?? own }
      await tx.run`insert into documents.document (company_id, id, kind, transaction_on, amount, partner, note, department_id, file_id, file_name,
          media, sha256, bytes, kept_at, kept_on, kept_by)
        values (${company}, ${documentId}, ${facts.kind}, ${facts.transactionOn}, ${facts.amount}, ${facts.partner}, ${facts.note},
          ${facts.departmentId}, ${fileId}, ${file.fileName}, ${file.media}, ${file.sha256}, ${file.bytes}, ${now}, ${today}, ${keptBy})`
      await writeVersion(context, documentId, 1, fileId, file)
      const object = documentObject(documentId, { ...facts, fileName: file.fileName, keptBy })
      kept.push({ documentId, fileId, sha256: file.sha256, object })
    }
    const [first, ...rest] = kept.map(({ object }) => object)
    if (!first) throw new Error('No document was kept.')
    const twins = await twinsOf(
      context,
      kept.map(({ sha256 }) => sha256),
    )
    const answered = kept.map(({ object: _, ...one }) => {
      const same = twins.filter(({ id, sha256 }) => sha256 === one.sha256 && id !== one.documentId)
      const seen = same.filter(({ isVisible }) => isVisible).map(({ id }) => id)
      return { ...one, twinDocumentIds: seen.slice(0, 20), hiddenTwins: same.length - seen.length }
    })
    return {
      events: [{ activity: 'documents.document-kept', objects: [first, ...rest] }],
      answer: { documents: answered },
    }
  },
})

/** The department in which who keeps a document works (主務 first), so that its head sees the document. */
async function departmentOf({ tx, actor, today }: CommandContext): Promise<string | null> {
  if (actor.personId === undefined) return null
  const row = await tx.row<{ id: string }>`select department_id as id from people.placement
    where company_id = ${actor.companyId} and person_id = ${actor.personId} and from_on <= ${today} and (until_on is null or until_on >= ${today})
    order by main desc, from_on, assignment_id limit 1`
  return row?.id ?? null
}

/** Records an uploaded file as in use and looks into it; refuses one that is not there, is used already or cannot be read. */
export async function takeFile(context: CommandContext, fileId: string, field: string): Promise<UsableFile> {
  const { tx, actor } = context
  const used =
    await tx.row`select 1 from documents.file_version where company_id = ${actor.companyId} and file_id = ${fileId} limit 1`
  const stored = used ? undefined : await claimFile(tx, actor.companyId, fileId)
  const file = stored && (await context.readFile(fileId))
  if (!file) refuseNotFound({ ja: '送ったファイル', en: 'uploaded file' }, field)
  const { media, fault } = await checkFile(file.bytes, file.name)
  if (fault)
    refuse({
      kind: 'bad-input',
      code: `documents.${fault.code}`,
      what: { ja: `「${file.name}」：${fault.says.ja}`, en: `"${file.name}": ${fault.says.en}` },
      field,
      rule: {
        says: {
          ja: '受け取ったときに開けることを確かめてから保存します。',
          en: 'A file is kept once it is known that it opens.',
        },
      },
      todo: fault.todo,
    })
  return { fileName: file.name, media, sha256: file.sha256, bytes: file.bytes.length }
}

export function writeVersion(
  { tx, actor, now }: CommandContext,
  documentId: string,
  fileVersion: number,
  fileId: string,
  { fileName, media, sha256, bytes }: UsableFile,
): Promise<number> {
  return tx.run`insert into documents.file_version (company_id, document_id, file_version, file_id, file_name, media, sha256, bytes, kept_at, kept_by)
    values (${actor.companyId}, ${documentId}, ${fileVersion}, ${fileId}, ${fileName}, ${media}, ${sha256}, ${bytes}, ${now}, ${actor.personId ?? null})`
}

type Twin = { id: string; sha256: string; isVisible: boolean }

/** Every document that holds one of these files and was not discarded, with whether the actor may see it. */
function twinsOf(context: CommandContext, sha256s: readonly string[]): Promise<Twin[]> {
  return context.tx.rows<Twin>`select d.id, d.sha256, ${visibleTo(context)} as "isVisible" from documents.document d
    where d.company_id = ${context.actor.companyId} and d.sha256 = any(${[...new Set(sha256s)]}) and d.discarded_at is null
    order by d.id limit 10000`
}
