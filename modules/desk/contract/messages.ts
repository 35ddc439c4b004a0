import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'

const wants = z.enum(['call-back', 'will-call-again', 'hear-only'])
const outcome = z.enum(['called-back', 'done'])
const named = z.object({ personId: field.id, name: z.string() })

export const messageContracts = {
  takeMessage: defineCommand('desk.take-message', {
    says: { ja: '伝言を預かる', en: 'take a message' },
    input: z
      .strictObject({
        toPersonId: field.id,
        callerCompany: field.text(100).default(''),
        callerName: field.text(60).default(''),
        callerNumber: field.text(40).default(''),
        /** When the call came, if not now. */
        calledAt: field.instant.optional(),
        wants: wants.default('call-back'),
        callBackBy: field.instant.optional(),
        text: field.text(1000).default(''),
      })
      .refine((message) => `${message.callerCompany}${message.callerName}${message.callerNumber}`.trim() !== '', {
        path: ['callerName'],
        error: '会社名・お名前・電話番号のどれか一つを入れてください。/ Give the caller’s company, name or number.',
      }),
    answer: z.object({ messageId: field.id }),
  }),
  settleMessage: defineCommand('desk.settle-message', {
    says: { ja: '伝言を済みにする', en: 'settle a message' },
    input: z.strictObject({
      messageId: field.id,
      outcome: outcome.default('called-back'),
      note: field.text(500).default(''),
    }),
    answer: z.object({}),
  }),
  messages: defineQuery('desk.messages', {
    says: { ja: '伝言メモ', en: 'telephone messages' },
    input: z.strictObject({
      /** `to-me`, `by-me` (taken by me), or `all` that I may see. */
      whose: z.enum(['to-me', 'by-me', 'all']).default('to-me'),
      settled: field.flag.default(false),
      ...field.page,
    }),
    answer: z.object({
      rows: z.array(
        z.object({
          messageId: field.id,
          to: named,
          callerCompany: z.string(),
          callerName: z.string(),
          callerNumber: z.string(),
          calledAt: z.string(),
          wants,
          callBackBy: z.string().nullable(),
          /** The time to call back by has passed. */
          isCallBackDue: z.boolean(),
          text: z.string(),
          takenBy: named.nullable(),
          outcome: outcome.nullable(),
          outcomeNote: z.string(),
          settledAt: z.string().nullable(),
        }),
      ),
      more: z.boolean(),
    }),
  }),
}
