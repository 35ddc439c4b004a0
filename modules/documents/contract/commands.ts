import { defineCommand, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { documentKinds } from '../rules/document.ts'

export const documentId = field.id
const version = z.int().min(1)
export const amount = z.int().min(-999_999_999_999).max(999_999_999_999)
const reason = field.line(200)

const facts = {
  kind: z.enum(documentKinds).default('other'),
  transactionOn: field.localDate.nullable().default(null),
  /** Yen, tax included. */
  amount: amount.nullable().default(null),
  partner: z.string().trim().max(100).default(''),
  departmentId: field.id.nullable().default(null),
  note: z.string().trim().max(1000).default(''),
}

export const documentCommands = {
  keepDocuments: defineCommand('documents.keep-documents', {
    says: { ja: '書類を保存する', en: 'keep documents' },
    /** Files that were uploaded before. One that cannot be read refuses all of them. */
    input: z.strictObject({
      files: z
        .array(z.strictObject({ fileId: field.id, ...facts }))
        .min(1)
        .max(100),
    }),
    answer: z.object({
      documents: z.array(
        z.object({
          documentId,
          fileId: field.id,
          sha256: z.string(),
          /** Documents that hold the very same file, as far as who keeps this one may see them. */
          twinDocumentIds: z.array(documentId),
          /** How many more hold it. */
          hiddenTwins: z.int(),
        }),
      ),
    }),
  }),
  correctDocument: defineCommand('documents.correct-document', {
    says: { ja: '書類の取引年月日・金額・取引先などを直す', en: 'correct what a document is about' },
    /** What is left out stays; what stood before is kept in the history. */
    input: z.strictObject({
      documentId,
      version,
      kind: z.enum(documentKinds).optional(),
      transactionOn: field.localDate.nullable().optional(),
      amount: amount.nullable().optional(),
      partner: z.string().trim().max(100).optional(),
      departmentId: field.id.nullable().optional(),
      note: z.string().trim().max(1000).optional(),
      reason: z.string().trim().max(200).default(''),
    }),
    answer: z.object({ version }),
  }),
  replaceFile: defineCommand('documents.replace-file', {
    says: { ja: '書類のファイルを差し替える（前の版は残る）', en: 'replace the file of a document' },
    input: z.strictObject({ documentId, version, fileId: field.id, reason }),
    answer: z.object({ version, fileVersion: z.int() }),
  }),
  discardDocument: defineCommand('documents.discard-document', {
    says: { ja: '書類を削除扱いにする', en: 'discard a document' },
    /** A flag: the file stays and is found with `includeDiscarded`. */
    input: z.strictObject({ documentId, version: version.optional(), reason }),
    answer: z.object({ version }),
  }),
  restoreDocument: defineCommand('documents.restore-document', {
    says: { ja: '削除扱いの書類を元に戻す', en: 'restore a discarded document' },
    input: z.strictObject({ documentId, version: version.optional() }),
    answer: z.object({ version }),
  }),
}
