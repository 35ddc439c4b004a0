import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { largestAmount } from '../rules/journal.ts'
import { accountId, side, subAccountId, taxClass } from './chart.ts'

const journalId = field.id
const amount = z.int().min(1).max(largestAmount)
const note = z.string().trim().max(200)
const kind = z.enum(['ordinary', 'closing'])

const lineEntered = z.strictObject({
  accountId,
  subAccountId: subAccountId.nullable().default(null),
  departmentId: field.id.nullable().default(null),
  side,
  amount,
  /** That of the account when absent. */
  taxClass: taxClass.optional(),
  /** 内税 `included` or 外税 `added` books the tax apart; `apart`: the tax is no concern of this line. */
  tax: z.enum(['apart', 'included', 'added']).default('apart'),
  note: note.default(''),
})

export type LineEntered = z.output<typeof lineEntered>

export const journalCommands = {
  postJournal: defineCommand('ledger.post-journal', {
    says: { ja: '振替伝票を記帳する', en: 'post a journal' },
    input: z.strictObject({
      postedOn: field.localDate,
      /** `closing`: 決算整理仕訳. */
      kind: kind.default('ordinary'),
      description: note.default(''),
      /** 取引先: the name of the other side. */
      partner: z.string().trim().max(100).default(''),
      lines: z.array(lineEntered).min(1).max(1000),
    }),
    answer: z.object({ journalId }),
  }),
  reverseJournal: defineCommand('ledger.reverse-journal', {
    says: { ja: '仕訳を取り消す（赤伝票）', en: 'reverse a journal' },
    input: z.strictObject({ journalId, postedOn: field.localDate, reason: field.line(200) }),
    /** The journal that takes it back. */
    answer: z.object({ journalId }),
  }),
}

const lineShown = z.object({
  line: z.int(),
  accountId,
  accountCode: z.string(),
  accountName: z.string(),
  subAccountId: subAccountId.nullable(),
  subAccountName: z.string().nullable(),
  departmentId: field.id.nullable(),
  departmentName: z.string().nullable(),
  side,
  amount,
  taxClass,
  /** What clerks call the class on that day: 課税売上10%, 課対仕入（控70）10%. */
  taxName: z.string(),
  taxAmount: z.int(),
  note: z.string(),
})

export type LineShown = z.output<typeof lineShown>

const link = z
  .object({ journalId, number: z.int().nullable(), postedOn: field.localDate, reason: z.string() })
  .nullable()

/** What is looked for among the journals; all that is given must hold. */
export const journalFilters = {
  fromOn: field.localDate.optional(),
  untilOn: field.localDate.optional(),
  /** The amount of the whole journal or of one of its lines. */
  amountFrom: z.coerce.number().int().min(0).max(largestAmount).optional(),
  amountUntil: z.coerce.number().int().min(0).max(largestAmount).optional(),
  /** Part of description, partner or a note; kana, width and case are equal. */
  text: z.string().trim().max(100).default(''),
  accountId: accountId.optional(),
  number: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
}

export const journalQueries = {
  journalList: defineQuery('ledger.journal-list', {
    says: { ja: '仕訳帳', en: 'journals' },
    input: z.strictObject({
      ...journalFilters,
      /** The last journal of the page before. */
      afterOn: field.localDate.optional(),
      afterJournalId: journalId.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    /** The newest first. */
    answer: z.object({
      journals: z.array(
        z.object({
          journalId,
          number: z.int().nullable(),
          postedOn: field.localDate,
          kind,
          description: z.string(),
          partner: z.string(),
          amount: z.int(),
          /** The account of a side, tax booked apart left aside; null where several stand there (諸口). */
          debitAccount: z.string().nullable(),
          creditAccount: z.string().nullable(),
          reverses: journalId.nullable(),
          reversedBy: journalId.nullable(),
        }),
      ),
      next: z.object({ afterOn: field.localDate, afterJournalId: journalId }).nullable(),
    }),
  }),
  journalDetails: defineQuery('ledger.journal-details', {
    says: { ja: '仕訳の詳細', en: 'a journal' },
    input: z.strictObject({ journalId }),
    answer: z.object({
      journalId,
      number: z.int().nullable(),
      /** The first month of the fiscal year in which the number was given, `YYYY-MM`. */
      numberedIn: z.string(),
      postedOn: field.localDate,
      kind,
      description: z.string(),
      partner: z.string(),
      amount: z.int(),
      lines: z.array(lineShown),
      reverses: link,
      reversedBy: link,
      /** The command and event that made it. */
      madeBy: z
        .object({
          eventId: field.id,
          command: z.string(),
          activity: z.string(),
          occurredAt: field.instant,
          personName: z.string().nullable(),
        })
        .nullable(),
      /** What that event concerned besides the journal and may be seen: the paper, the invoice, the approval. At most fifty. */
      related: z.array(z.object({ type: z.string(), id: field.id, text: z.string(), opens: z.string() })),
    }),
  }),
}
