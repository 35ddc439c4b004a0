import { defineQuery, download, field, sheet } from '@ennoshita/kernel'
import { z } from 'zod'
import { documentKinds, medias } from '../rules/document.ts'
import { amount, documentId } from './commands.ts'

const queryAmount = z.coerce.number().pipe(amount)

/** All that is given must hold at once (規則2条6項5号: ranges of date and amount, and two or more items together). */
const filters = {
  fromOn: field.localDate.optional(),
  untilOn: field.localDate.optional(),
  amountFrom: queryAmount.optional(),
  amountUntil: queryAmount.optional(),
  /** Part of the partner's name; kana, width, case and legal forms are equal. */
  partner: z.string().trim().max(100).default(''),
  kind: z.enum(documentKinds).optional(),
  /** Part of partner, file name or note. A text that folds to nothing (株式会社, ・) finds all. */
  text: z.string().trim().max(100).default(''),
  includeDiscarded: field.flag.default(false),
}

const row = z.object({
  documentId,
  kind: z.enum(documentKinds),
  transactionOn: field.localDate.nullable(),
  amount: z.int().nullable(),
  partner: z.string(),
  note: z.string(),
  fileId: field.id,
  fileName: z.string(),
  media: z.enum(medias),
  bytes: z.int(),
  fileVersion: z.int(),
  keptAt: field.instant,
  keptByName: z.string().nullable(),
  departmentId: field.id.nullable(),
  discardedAt: field.instant.nullable(),
  version: z.int(),
})
export type DocumentRow = z.output<typeof row>

const placed = z.object({
  text: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
})
const words = z.object({ ja: z.string(), en: z.string() })

export const documentQueries = {
  documentList: defineQuery('documents.document-list', {
    says: { ja: '書類の検索', en: 'documents' },
    input: z.strictObject({
      ...filters,
      /** The last document of the page before. */
      afterOn: field.localDate.optional(),
      afterDocumentId: documentId.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    /** The latest transaction first; a document without its date stands at the day it was kept. */
    answer: z.object({
      documents: z.array(row),
      next: z.object({ afterOn: field.localDate, afterDocumentId: documentId }).nullable(),
      /** How many there are in all, counted to 10,000. */
      count: z.int(),
    }),
  }),
  documentDetails: defineQuery('documents.document-details', {
    says: { ja: '書類の詳細', en: 'a document' },
    input: z.strictObject({ documentId }),
    answer: row.extend({
      sha256: z.string(),
      departmentName: z.string().nullable(),
      discardReason: z.string().nullable(),
      discardedByName: z.string().nullable(),
      /** The newest first. */
      versions: z.array(
        z.object({
          fileVersion: z.int(),
          fileId: field.id,
          fileName: z.string(),
          media: z.enum(medias),
          sha256: z.string(),
          bytes: z.int(),
          keptAt: field.instant,
          keptByName: z.string().nullable(),
        }),
      ),
      /** 訂正・削除の履歴, the newest first. */
      changes: z.array(
        z.object({
          deed: z.enum(['corrected', 'replaced', 'discarded', 'restored']),
          changedAt: field.instant,
          changedByName: z.string().nullable(),
          reason: z.string(),
          /** Fields that changed, by name. */
          before: z.record(z.string(), z.unknown()),
          after: z.record(z.string(), z.unknown()),
        }),
      ),
      /** Documents that hold the very same file, as far as one may see them. */
      twinDocumentIds: z.array(documentId),
      hiddenTwins: z.int(),
    }),
  }),
  documentReadings: defineQuery('documents.document-readings', {
    says: { ja: '書類から読み取った文字', en: 'what is read from a document' },
    input: z.strictObject({ documentId }),
    answer: z.object({
      media: z.enum(medias),
      pageCount: z.int(),
      /** Texts of a PDF by page; the origin is the upper left corner, units are PDF points. */
      pages: z.array(z.object({ page: z.int(), width: z.number(), height: z.number(), texts: z.array(placed) })),
      /** A JP PINT invoice as `readPintInvoice` of the formats reads it. */
      pint: z.record(z.string(), z.unknown()).nullable(),
      /** Why nothing can be read. */
      fault: words.nullable(),
    }),
  }),
  documentFiles: defineQuery('documents.document-files', {
    says: { ja: '書類のファイル', en: 'the file of a document' },
    input: z.strictObject({
      documentId,
      /** The newest when absent. */
      fileVersion: z.coerce.number().int().min(1).max(100_000).optional(),
    }),
    answer: download,
  }),
  documentExports: defineQuery('documents.document-exports', {
    says: { ja: '書類の一覧の書き出し', en: 'export of the list of documents' },
    input: z.strictObject(filters),
    /** Always in Japanese, the latest first, at most 100,000; who took it stands in the log. */
    answer: sheet,
  }),
  documentArchives: defineQuery('documents.document-archives', {
    says: { ja: '選んだ書類をZIPと一覧表（CSV）で取り出す', en: 'documents as a ZIP with a list' },
    /** The documents named, or all that the filters find; at most 1,000 and 200 MB. */
    input: z.strictObject({ ...filters, documentIds: z.array(documentId).min(1).max(1000).optional() }),
    answer: download,
  }),
}
