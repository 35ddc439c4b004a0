import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'

const answerKind = z.enum(['done', 'text', 'date'])
const state = z.enum(['open', 'answered', 'received'])
/** Business days from the due date, such as -2, 1, 4; as many reminders as there are days, at most three. */
const reminderDays = z
  .array(z.int().min(-20).max(20))
  .max(3)
  .refine((days) => days.every((day, index) => index === 0 || day > (days[index - 1] ?? day)), {
    error: '催促の日は早い順に、重ならないように入れてください。/ Give the reminder days in order, each once.',
  })

const people = {
  personIds: z.array(field.id).max(5000).default([]),
  /** Everybody of these departments on `membersOn`. */
  departmentIds: z.array(field.id).max(200).default([]),
  /** The date whose members are asked; today when absent. */
  membersOn: field.localDate.optional(),
}

export const collectionContracts = {
  startCollection: defineCommand('desk.start-collection', {
    says: { ja: '回収を始める', en: 'start a collection' },
    input: z.strictObject({
      title: field.line(120),
      explanation: field.text(2000).default(''),
      answerKind: answerKind.default('done'),
      dueOn: field.localDate,
      reminderDays: reminderDays.default([-2, 1, 4]),
      departmentId: field.id.optional(),
      kindId: field.id.optional(),
      ...people,
    }),
    answer: z.object({ collectionId: field.id, askedCount: z.int() }),
  }),
  changeCollection: defineCommand('desk.change-collection', {
    says: { ja: '回収の内容を直す', en: 'change a collection' },
    input: z.strictObject({
      collectionId: field.id,
      version: z.int(),
      title: field.line(120),
      explanation: field.text(2000),
      dueOn: field.localDate,
      reminderDays,
    }),
    answer: z.object({ version: z.int() }),
  }),
  addCollectionPeople: defineCommand('desk.add-collection-people', {
    says: { ja: '回収の相手を足す', en: 'ask more people' },
    input: z.strictObject({ collectionId: field.id, ...people }),
    answer: z.object({ askedCount: z.int() }),
  }),
  answerCollection: defineCommand('desk.answer-collection', {
    says: { ja: '回収に答える', en: 'answer a collection' },
    input: z.strictObject({
      collectionId: field.id,
      text: field.text(2000).default(''),
      on: field.localDate.optional(),
    }),
    answer: z.object({ isLate: z.boolean() }),
  }),
  tickCollection: defineCommand('desk.tick-collection', {
    says: { ja: '受け取ったと記す', en: 'tick as received' },
    input: z.strictObject({
      collectionId: field.id,
      personIds: z.array(field.id).min(1).max(1000),
      note: field.text(500).default(''),
    }),
    answer: z.object({ receivedCount: z.int() }),
  }),
  untickCollection: defineCommand('desk.untick-collection', {
    says: { ja: '受け取りの印を消す', en: 'take a tick back' },
    input: z.strictObject({ collectionId: field.id, personId: field.id }),
    answer: z.object({}),
  }),
  closeCollection: defineCommand('desk.close-collection', {
    says: { ja: '回収を締める', en: 'close a collection' },
    input: z.strictObject({ collectionId: field.id }),
    answer: z.object({ openCount: z.int() }),
  }),
  sendDueReminders: defineCommand('desk.send-due-reminders', {
    says: { ja: '今日の催促を用意する', en: 'prepare today’s reminders' },
    input: z.strictObject({}),
    answer: z.object({ reminderCount: z.int() }),
  }),
  settleReminder: defineCommand('desk.settle-reminder', {
    says: { ja: 'お知らせの行方を記す', en: 'record what became of a reminder' },
    input: z.strictObject({ reminderId: field.id, outcome: z.enum(['sent', 'undeliverable']) }),
    answer: z.object({}),
  }),
  remindersToSend: defineQuery('desk.reminders-to-send', {
    says: { ja: 'これから送るお知らせ', en: 'reminders to send' },
    input: z.strictObject({ ...field.page }),
    answer: z.object({
      rows: z.array(
        z.object({
          reminderId: field.id,
          /** The address at work; empty where none is known. */
          to: z.string(),
          subject: z.string(),
          body: z.string(),
        }),
      ),
      more: z.boolean(),
    }),
  }),
  collections: defineQuery('desk.collections', {
    says: { ja: '回収の一覧', en: 'collections' },
    input: z.strictObject({ closed: field.flag.default(false), ...field.page }),
    answer: z.object({
      rows: z.array(
        z.object({
          collectionId: field.id,
          title: z.string(),
          dueOn: z.string(),
          departmentId: field.id.nullable(),
          askedCount: z.int(),
          openCount: z.int(),
          closedAt: z.string().nullable(),
        }),
      ),
      more: z.boolean(),
    }),
  }),
  collectionDetails: defineQuery('desk.collection-details', {
    says: { ja: '回収の中身', en: 'collection details' },
    input: z.strictObject({ collectionId: field.id, onlyOpen: field.flag.default(false), ...field.page }),
    answer: z.object({
      collectionId: field.id,
      title: z.string(),
      explanation: z.string(),
      answerKind,
      dueOn: z.string(),
      reminderDays: z.array(z.int()),
      /** The dates on which reminders go out, by the company's calendar. */
      reminderDates: z.array(z.string()),
      departmentId: field.id.nullable(),
      kindId: field.id.nullable(),
      startedAt: z.string(),
      closedAt: z.string().nullable(),
      version: z.int(),
      askedCount: z.int(),
      openCount: z.int(),
      people: z.array(
        z.object({
          personId: field.id,
          name: z.string(),
          state,
          answerText: z.string(),
          answerOn: z.string().nullable(),
          answeredAt: z.string().nullable(),
          remindersCount: z.int(),
        }),
      ),
      more: z.boolean(),
    }),
  }),
  myCollections: defineQuery('desk.my-collections', {
    says: { ja: '自分に求められているもの', en: 'what is asked of me' },
    input: z.strictObject({ answered: field.flag.default(false), ...field.page }),
    answer: z.object({
      rows: z.array(
        z.object({
          collectionId: field.id,
          title: z.string(),
          explanation: z.string(),
          answerKind,
          dueOn: z.string(),
          state,
          answerText: z.string(),
          answerOn: z.string().nullable(),
          answeredAt: z.string().nullable(),
        }),
      ),
      more: z.boolean(),
    }),
  }),
}
