import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'

const deedText = field.line(200)
const named = z.object({ personId: field.id, name: z.string() })
const thanksLine = z.object({ thanksId: field.id, from: named, text: z.string(), writtenAt: z.string() })

const deedRow = z.object({
  deedId: field.id,
  text: z.string(),
  occurredAt: z.string(),
  forPerson: named.nullable(),
  forWhom: z.string(),
  kindId: field.id.nullable(),
  kindName: z.string(),
  isShared: z.boolean(),
})

const span = { from: field.localDate.optional(), until: field.localDate.optional() }

/** これもやった: the nameless work in one line, the doer's own until they choose to show it; and thanks. */
export const deeds = {
  recordDeed: defineCommand('work.record-deed', {
    says: { ja: 'これもやった', en: 'record a deed' },
    input: z.strictObject({
      text: deedText,
      minutes: field.minutes.optional(),
      forPersonId: field.id.optional(),
      /** For whom, in words: 取引先, 全員, 来客. */
      forWhom: field.text(60).default(''),
      /** Now when absent. */
      occurredAt: field.instant.optional(),
      kindId: field.id.optional(),
    }),
    answer: z.object({ deedId: field.id }),
  }),
  changeDeed: defineCommand('work.change-deed', {
    says: { ja: 'これもやったを書き直す', en: 'change a deed' },
    input: z.strictObject({
      deedId: field.id,
      version: z.int(),
      text: deedText,
      minutes: field.minutes.nullable(),
      forPersonId: field.id.nullable(),
      forWhom: field.text(60),
    }),
    answer: z.object({ version: z.int() }),
  }),
  removeDeed: defineCommand('work.remove-deed', {
    says: { ja: 'これもやったを消す', en: 'remove a deed' },
    input: z.strictObject({ deedId: field.id }),
    answer: z.object({}),
  }),
  groupDeeds: defineCommand('work.group-deeds', {
    says: { ja: 'これもやったを業務にまとめる', en: 'group deeds into a kind of work' },
    /** Into an existing kind, or a new one by its name; null for both takes them out of their kind. */
    input: z
      .strictObject({
        deedIds: z.array(field.id).min(1).max(200),
        kindId: field.id.nullable().default(null),
        newKind: z
          .strictObject({
            name: field.line(120),
            major: field.text(60).default(''),
            middle: field.text(60).default(''),
          })
          .nullable()
          .default(null),
      })
      .refine((grouping) => grouping.kindId === null || grouping.newKind === null, {
        path: ['newKind'],
        error:
          '業務を選ぶか、新しい業務の名前を入れるか、どちらか一方にしてください。/ Choose a kind of work or name a new one, not both.',
      }),
    answer: z.object({ kindId: field.id.nullable() }),
  }),
  shareDeeds: defineCommand('work.share-deeds', {
    says: { ja: 'これもやったを見せる・しまう', en: 'show or hide deeds' },
    input: z.strictObject({ deedIds: z.array(field.id).min(1).max(200), isShared: z.boolean() }),
    answer: z.object({}),
  }),
  attachThanks: defineCommand('work.attach-thanks', {
    says: { ja: 'ありがとうを添える', en: 'attach thanks' },
    input: z
      .strictObject({
        about: z.strictObject({ type: z.enum(['deed', 'task', 'request']), id: field.id }),
        /** Whom it thanks; a deed thanks its doer, so it is needed for tasks and requests only. */
        toPersonId: field.id.optional(),
        text: field.line(200),
      })
      .refine((thanks) => thanks.about.type === 'deed' || thanks.toPersonId !== undefined, {
        path: ['toPersonId'],
        error: 'お礼を伝える相手を選んでください。/ Choose whom you thank.',
      }),
    answer: z.object({ thanksId: field.id }),
  }),
  removeThanks: defineCommand('work.remove-thanks', {
    says: { ja: '添えたありがとうを消す', en: 'remove thanks' },
    input: z.strictObject({ thanksId: field.id }),
    answer: z.object({}),
  }),
  myDeeds: defineQuery('work.my-deeds', {
    says: { ja: '自分のこれもやった', en: 'my deeds' },
    input: z.strictObject({
      ...span,
      text: field.text(100).default(''),
      /** Only those in no kind of work yet. */
      ungrouped: field.flag.default(false),
      ...field.page,
    }),
    answer: z.object({
      rows: z.array(deedRow.extend({ minutes: z.int().nullable(), version: z.int(), thanks: z.array(thanksLine) })),
      more: z.boolean(),
    }),
  }),
  deedsOfTeam: defineQuery('work.deeds-of-team', {
    says: { ja: 'みんなが見せてくれたこれもやった', en: 'deeds that people chose to show' },
    input: z.strictObject({ ...span, ...field.page }),
    answer: z.object({ rows: z.array(deedRow.extend({ doer: named })), more: z.boolean() }),
  }),
  thanksReceived: defineQuery('work.thanks-received', {
    says: { ja: 'もらったありがとう', en: 'thanks received' },
    input: z.strictObject({ ...span, ...field.page }),
    answer: z.object({
      rows: z.array(thanksLine.extend({ about: z.object({ type: z.string(), id: field.id, text: z.string() }) })),
      more: z.boolean(),
    }),
  }),
} as const
