import {
  type CommandContext,
  dateInWords,
  type EventObject,
  refuse,
  refuseNotFound,
  type Sql,
  type Tx,
} from '@ennoshita/kernel/server'
import type { DocumentKind } from '../rules/document.ts'
import { kindWords } from '../rules/document.ts'

export type Row = {
  readonly kind: DocumentKind
  readonly transactionOn: string | null
  readonly amount: number | null
  readonly partner: string
  readonly note: string
  readonly departmentId: string | null
  readonly fileId: string
  readonly fileName: string
  readonly sha256: string
  readonly fileVersion: number
  readonly discarded: boolean
  readonly keptBy: string | null
  readonly version: number
}

/** Locks a document that the actor may reach, at the version that was read; refuses what is not there or was changed meanwhile. */
export async function lockDocument(
  tx: Tx,
  { actor }: Pick<CommandContext, 'actor'>,
  documentId: string,
  reach: Sql,
  version?: number,
): Promise<Row> {
  const row =
    await tx.row<Row>`select kind, transaction_on as "transactionOn", amount, partner, note, department_id as "departmentId",
      file_id as "fileId", file_name as "fileName", sha256, file_version as "fileVersion", discarded_at is not null as discarded,
      kept_by as "keptBy", version
    from documents.document where company_id = ${actor.companyId} and id = ${documentId} and ${reach} for no key update`
  if (!row) refuseNotFound({ ja: '書類', en: 'document' }, 'documentId')
  if (version !== undefined && version !== row.version) refuseChanged()
  return row
}

/** The document as an object of an event, called by its kind, partner and date. */
export function documentObject(
  documentId: string,
  {
    kind,
    partner,
    transactionOn,
    fileName,
    keptBy,
    departmentId,
  }: Omit<Row, 'version' | 'fileId' | 'sha256' | 'fileVersion' | 'discarded' | 'note' | 'amount'>,
): EventObject {
  const text = partner === '' ? `${kindWords[kind].ja} ${fileName}` : `${kindWords[kind].ja} ${partner}`
  return {
    type: 'document',
    id: documentId,
    label: {
      text: transactionOn === null ? text : `${text} ${dateInWords(transactionOn)}`,
      opens: `/documents/${documentId}`,
      may: 'documents.see',
      own: keptBy === null ? [] : [keptBy],
      departmentId,
    },
  }
}

type Deed = 'corrected' | 'replaced' | 'discarded' | 'restored'

/** Adds the line of the history without which the database refuses a change; `version` is the one that the change made. */
export function writeChange(
  tx: Tx,
  { actor, now }: Pick<CommandContext, 'actor' | 'now'>,
  documentId: string,
  change: { version: number; deed: Deed; reason: string; before: object; after: object },
): Promise<number> {
  return tx.run`insert into documents.change (company_id, document_id, place, deed, changed_at, changed_by, reason, before, after)
    values (${actor.companyId}, ${documentId}, ${change.version}, ${change.deed}, ${now}, ${actor.personId ?? null}, ${change.reason},
      ${JSON.stringify(change.before)}, ${JSON.stringify(change.after)})`
}

function refuseChanged(): never {
  refuse({
    kind: 'conflict',
    code: 'documents.changed-meanwhile',
    what: {
      ja: '画面を開いている間に、別の方がこの書類を変更しました。何も変更していません。',
      en: 'Somebody changed this document meanwhile. Nothing was changed.',
    },
    field: 'version',
    rule: {
      says: {
        ja: '後から保存した内容で、先の変更を消してしまわないための確認です。',
        en: 'A later save must not wipe out an earlier one unseen.',
      },
    },
    todo: { ja: '画面を開き直してから、もう一度入力してください。', en: 'Reload and enter your change again.' },
  })
}

/** Refuses to change what was discarded. */
export function refuseDiscarded({ discarded }: Row): void {
  if (!discarded) return
  refuse({
    kind: 'conflict',
    code: 'documents.discarded',
    what: { ja: 'この書類は削除扱いです。', en: 'This document was discarded.' },
    field: 'documentId',
    rule: { says: { ja: '削除扱いの書類は直せません。', en: 'A discarded document is not changed.' } },
    todo: { ja: '直す前に、元に戻してください。', en: 'Restore it first.' },
  })
}

export async function refuseUnknownDepartment(
  tx: Tx,
  company: string,
  id: string | null,
  field: string,
): Promise<void> {
  if (id === null) return
  const found = await tx.row`select 1 from people.department where company_id = ${company} and id = ${id}`
  if (!found) refuseNotFound({ ja: '部署', en: 'department' }, field)
}
