import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'

/** A part of the page. Headings and texts are the person's to change; a part left out is never sent. */
export const reportSection = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  heading: field.line(80),
  text: field.text(4000),
  isLeftOut: z.boolean().default(false),
})
export type ReportSection = z.output<typeof reportSection>

const sections = z.array(reportSection).max(20)
/** Any day of the month stands for it; the first is kept. */
const month = field.localDate
const named = z.object({ personId: field.id, name: z.string() })

/** 今月の縁の下: one page that a person edits and sends by choice. */
export const report = {
  draftReport: defineCommand('work.draft-report', {
    says: { ja: '今月の縁の下を下書きする', en: 'draft the page of a month' },
    input: z.strictObject({ month }),
    answer: z.object({ reportId: field.id, sections, version: z.int() }),
  }),
  changeReport: defineCommand('work.change-report', {
    says: { ja: '今月の縁の下を書き直す', en: 'change the page of a month' },
    input: z.strictObject({ reportId: field.id, version: z.int(), title: field.line(120), sections }),
    answer: z.object({ version: z.int() }),
  }),
  discardReport: defineCommand('work.discard-report', {
    says: { ja: '下書きを捨てる', en: 'discard a draft' },
    input: z.strictObject({ reportId: field.id }),
    answer: z.object({}),
  }),
  sendReport: defineCommand('work.send-report', {
    says: { ja: '今月の縁の下を送る', en: 'send the page of a month' },
    /** `version` is the one that was read before sending: nothing else is sent. */
    input: z.strictObject({ reportId: field.id, version: z.int(), toPersonId: field.id }),
    answer: z.object({}),
  }),
  addCorrection: defineCommand('work.add-correction', {
    says: { ja: '送ったあとに書き添える', en: 'add a correction to what was sent' },
    input: z.strictObject({ reportId: field.id, text: z.string().trim().min(1).max(2000) }),
    answer: z.object({ correctionId: field.id }),
  }),
  myReports: defineQuery('work.my-reports', {
    says: { ja: '自分の今月の縁の下', en: 'my pages' },
    input: z.strictObject({ ...field.page }),
    answer: z.object({
      rows: z.array(
        z.object({
          reportId: field.id,
          month: z.string(),
          title: z.string(),
          state: z.enum(['draft', 'sent']),
          sentTo: z.array(named),
          version: z.int(),
        }),
      ),
      more: z.boolean(),
    }),
  }),
  reportDetails: defineQuery('work.report-details', {
    says: { ja: '今月の縁の下', en: 'the page of a month' },
    input: z.strictObject({ reportId: field.id }),
    answer: z.object({
      reportId: field.id,
      author: named,
      month: z.string(),
      title: z.string(),
      state: z.enum(['draft', 'sent']),
      /** A recipient receives only the parts that were not left out. */
      sections,
      sentTo: z.array(named.extend({ sentAt: z.string() })),
      corrections: z.array(z.object({ correctionId: field.id, text: z.string(), writtenAt: z.string() })),
      isMine: z.boolean(),
      version: z.int(),
    }),
  }),
  receivedReports: defineQuery('work.received-reports', {
    says: { ja: '届いた今月の縁の下', en: 'pages received' },
    input: z.strictObject({ ...field.page }),
    answer: z.object({
      rows: z.array(
        z.object({ reportId: field.id, author: named, month: z.string(), title: z.string(), sentAt: z.string() }),
      ),
      more: z.boolean(),
    }),
  }),
} as const
