import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'

const content = {
  title: field.line(120),
  body: field.text().default(''),
  /** Why it is so: what happens behind the counter until that day. */
  reason: field.text(2000).default(''),
  kindId: field.id.nullable().default(null),
  /** Today when absent. */
  shownFrom: field.localDate.optional(),
  shownUntil: field.localDate.optional(),
}

export const noticeContracts = {
  publishNotice: defineCommand('desk.publish-notice', {
    says: { ja: '裏方からのお知らせを出す', en: 'publish a notice' },
    input: z.strictObject({ ...content, departmentId: field.id.optional() }),
    answer: z.object({ noticeId: field.id }),
  }),
  changeNotice: defineCommand('desk.change-notice', {
    says: { ja: 'お知らせを直す', en: 'change a notice' },
    input: z.strictObject({ noticeId: field.id, version: z.int(), ...content }),
    answer: z.object({ version: z.int() }),
  }),
  withdrawNotice: defineCommand('desk.withdraw-notice', {
    says: { ja: 'お知らせを下げる', en: 'withdraw a notice' },
    input: z.strictObject({ noticeId: field.id }),
    answer: z.object({}),
  }),
  readNotice: defineCommand('desk.read-notice', {
    says: { ja: 'お知らせを読んだ', en: 'mark a notice as read' },
    input: z.strictObject({ noticeId: field.id }),
    answer: z.object({}),
  }),
  notices: defineQuery('desk.notices', {
    says: { ja: '裏方からのお知らせ', en: 'notices' },
    input: z.strictObject({
      /** Also those that are not shown today; not the withdrawn ones. */
      all: field.flag.default(false),
      ...field.page,
    }),
    answer: z.object({
      rows: z.array(
        z.object({
          noticeId: field.id,
          title: z.string(),
          body: z.string(),
          reason: z.string(),
          kindId: field.id.nullable(),
          departmentId: field.id.nullable(),
          departmentName: z.string().nullable(),
          shownFrom: z.string(),
          shownUntil: z.string().nullable(),
          publishedAt: z.string(),
          changedAt: z.string().nullable(),
          version: z.int(),
          /** Whether the reader has read it, as it stands now. */
          isRead: z.boolean(),
        }),
      ),
      more: z.boolean(),
    }),
  }),
}
