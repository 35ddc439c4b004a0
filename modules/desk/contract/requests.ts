import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { requestStates } from '../rules/request-life-cycle.ts'

const state = z.enum(requestStates)
const written = z.string().trim().min(1).max(4000)
const named = z.object({ personId: field.id, name: z.string() }).nullable()

const requestRow = z.object({
  requestId: field.id,
  /** As people write it: R-12. */
  number: z.string(),
  title: z.string(),
  templateName: z.string(),
  state,
  submitter: named,
  assignee: named,
  departmentId: field.id.nullable(),
  departmentName: z.string().nullable(),
  submittedAt: z.string(),
  wantedOn: z.string().nullable(),
  promisedOn: z.string().nullable(),
  /** Business days since it came in; for an answered one, until the answer. */
  waitedDays: z.int(),
  /** The promised date has passed and no answer is there yet. */
  isPastPromise: z.boolean(),
})

const listed = z.object({ rows: z.array(requestRow), more: z.boolean() })

export const requestContracts = {
  submitRequest: defineCommand('desk.submit-request', {
    says: { ja: '依頼・質問を出す', en: 'submit a request' },
    input: z.strictObject({
      templateId: field.id,
      title: field.line(120),
      body: field.text().default(''),
      /** By the keys of the template's fields. */
      values: z.record(z.string(), z.union([z.string().max(2000), z.number(), z.boolean()])).default({}),
      wantedOn: field.localDate.optional(),
      /** Whose request it is, when someone of the desk writes down what came by telephone. */
      forPersonId: field.id.optional(),
    }),
    answer: z.object({ requestId: field.id }),
  }),
  takeRequest: defineCommand('desk.take-request', {
    says: { ja: '依頼を引き受ける', en: 'take a request' },
    input: z.strictObject({
      requestId: field.id,
      /** The person from whom it is taken over; without it a request in someone's hands is refused. */
      insteadOf: field.id.optional(),
    }),
    answer: z.object({}),
  }),
  promiseDate: defineCommand('desk.promise-date', {
    says: { ja: '回答予定日を約束する', en: 'promise a date' },
    /** `reason` is needed when a promised date changes. */
    input: z.strictObject({ requestId: field.id, promisedOn: field.localDate, reason: field.text(500).default('') }),
    answer: z.object({}),
  }),
  askBack: defineCommand('desk.ask-back', {
    says: { ja: '依頼した人に確認する', en: 'ask back' },
    input: z.strictObject({ requestId: field.id, text: written }),
    answer: z.object({}),
  }),
  replyRequest: defineCommand('desk.reply-request', {
    says: { ja: '確認に答える', en: 'reply to a question about the request' },
    input: z.strictObject({ requestId: field.id, text: written }),
    answer: z.object({}),
  }),
  answerRequest: defineCommand('desk.answer-request', {
    says: { ja: '依頼に回答する', en: 'answer a request' },
    input: z.strictObject({ requestId: field.id, text: written }),
    answer: z.object({}),
  }),
  closeRequest: defineCommand('desk.close-request', {
    says: { ja: '依頼を完了にする', en: 'close a request' },
    input: z.strictObject({ requestId: field.id }),
    answer: z.object({}),
  }),
  reopenRequest: defineCommand('desk.reopen-request', {
    says: { ja: 'もう一度たずねる', en: 'ask again' },
    input: z.strictObject({ requestId: field.id, text: written }),
    answer: z.object({}),
  }),
  withdrawRequest: defineCommand('desk.withdraw-request', {
    says: { ja: '依頼を取り下げる', en: 'withdraw a request' },
    input: z.strictObject({ requestId: field.id, reason: field.text(500).default('') }),
    answer: z.object({}),
  }),
  passRequest: defineCommand('desk.pass-request', {
    says: { ja: '依頼をほかの部門・人に回す', en: 'pass a request to another department or person' },
    input: z
      .strictObject({
        requestId: field.id,
        departmentId: field.id.optional(),
        assigneeId: field.id.optional(),
        reason: written,
      })
      .refine((pass) => pass.departmentId !== undefined || pass.assigneeId !== undefined, {
        path: ['departmentId'],
        error: '回す先の部門か人を選んでください。/ Choose a department or a person.',
      }),
    answer: z.object({}),
  }),
  linkRequest: defineCommand('desk.link-request', {
    says: { ja: '依頼を業務に結ぶ', en: 'link a request to a kind of work' },
    input: z.strictObject({ requestId: field.id, kindId: field.id.nullable() }),
    answer: z.object({}),
  }),
  shareAnswer: defineCommand('desk.share-answer', {
    says: { ja: 'よくある質問に載せる', en: 'share an answer with everybody' },
    /** In words made for everybody: nothing personal of the one who asked. */
    input: z.strictObject({ requestId: field.id, question: field.line(300), answer: written }),
    answer: z.object({}),
  }),
  unshareAnswer: defineCommand('desk.unshare-answer', {
    says: { ja: 'よくある質問から下ろす', en: 'take a shared answer back' },
    input: z.strictObject({ requestId: field.id }),
    answer: z.object({}),
  }),
  requestsWaiting: defineQuery('desk.requests-waiting', {
    says: { ja: '回答を待っている依頼', en: 'requests waiting for an answer' },
    input: z.strictObject({
      /** `me`: in my hands; `nobody`: not taken yet; `all`: all that I may see. */
      whose: z.enum(['me', 'nobody', 'all']).default('all'),
      departmentId: field.id.optional(),
      ...field.page,
    }),
    answer: listed,
  }),
  myRequests: defineQuery('desk.my-requests', {
    says: { ja: '自分が出した依頼', en: 'my requests' },
    input: z.strictObject({ open: field.flag.default(false), ...field.page }),
    answer: listed,
  }),
  requestDetails: defineQuery('desk.request-details', {
    says: { ja: '依頼の中身', en: 'request details' },
    input: z.strictObject({ requestId: field.id }),
    answer: requestRow.extend({
      templateId: field.id,
      body: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      kindId: field.id.nullable(),
      takenAt: z.string().nullable(),
      answeredAt: z.string().nullable(),
      closedAt: z.string().nullable(),
      reopenedCount: z.int(),
      sharedAnswer: z.object({ question: z.string(), answer: z.string() }).nullable(),
      thread: z.array(
        z.object({
          postId: field.id,
          kind: z.enum(['answer', 'ask-back', 'reply', 'promise', 'pass', 'reopen', 'withdraw', 'take-over']),
          text: z.string(),
          promisedOn: z.string().nullable(),
          author: named,
          writtenAt: z.string(),
        }),
      ),
    }),
  }),
  answeredQuestions: defineQuery('desk.answered-questions', {
    says: { ja: 'よくある質問と、これまでの回答', en: 'answered questions' },
    input: z.strictObject({ text: field.text(100).default(''), ...field.page }),
    answer: z.object({
      rows: z.array(
        z.object({
          requestId: field.id,
          question: z.string(),
          answer: z.string(),
          /** Shown to everybody; otherwise only to those who may see the request itself. */
          isShared: z.boolean(),
          answeredAt: z.string(),
        }),
      ),
      more: z.boolean(),
    }),
  }),
}
