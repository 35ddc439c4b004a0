import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { readNoticePeriod } from '../rules/register-notice.ts'

/** 契約, 許認可, 点検・車検, 保険, ドメイン・証明書, リース, その他. */
export const entrySorts = ['contract', 'licence', 'inspection', 'insurance', 'domain', 'lease', 'other'] as const
const sort = z.enum(entrySorts)
/** 自動更新, 更新なし, その都度手続きして更新. */
const renews = z.enum(['auto', 'none', 'by-hand'])

const content = {
  sort,
  name: field.line(120),
  counterpart: field.text(120).default(''),
  /** Number on the paper: contract, licence, policy or plate number. */
  reference: field.text(80).default(''),
  startsOn: field.localDate.nullable().default(null),
  /** The last day of the term; null for no end. */
  endsOn: field.localDate.nullable().default(null),
  /** As the paper says it: 3か月前, 90日前, 2週間前, １年前. */
  noticePeriod: z
    .string()
    .trim()
    .max(20)
    .refine((text) => text === '' || readNoticePeriod(text) !== undefined, {
      error: '「3か月前」「60日前」「2週間前」「1年前」のように入れてください。/ Write it like 3か月前 or 60日前.',
    })
    .default(''),
  /** A notice date that no period gives; stronger than the period. */
  noticeTypedOn: field.localDate.nullable().default(null),
  renews: renews.default('none'),
  /** Months of the next term when it renews by itself. */
  renewalMonths: z.int().min(1).max(600).nullable().default(null),
  /** Days ahead of a date at which its task appears. */
  leadDays: z.int().min(0).max(400).default(30),
  responsibleId: field.id.nullable().default(null),
  deputyId: field.id.nullable().default(null),
  departmentId: field.id.nullable().default(null),
  kindId: field.id.nullable().default(null),
  /** Where the paper lies: キャビネットA-3, 金庫, 共有フォルダー. */
  place: field.text(120).default(''),
  notes: field.text(2000).default(''),
}

const named = z.object({ personId: field.id, name: z.string() }).nullable()

const entryRow = z.object({
  entryId: field.id,
  sort,
  name: z.string(),
  counterpart: z.string(),
  reference: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  noticeOn: z.string().nullable(),
  renews,
  /** The next date that asks for something, and which one it is. */
  nextOn: z.string().nullable(),
  nextIs: z.enum(['notice', 'end']).nullable(),
  /** Days until then; negative when it has passed. */
  daysLeft: z.int().nullable(),
  responsible: named,
  deputy: named,
  departmentId: field.id.nullable(),
  state: z.enum(['active', 'ended']),
  version: z.int(),
})

/** 期限台帳: things with dates, so that nothing lapses. */
export const register = {
  addEntry: defineCommand('work.add-entry', {
    says: { ja: '期限台帳に載せる', en: 'enter in the register of dates' },
    input: z.strictObject(content),
    answer: z.object({ entryId: field.id, noticeOn: z.string().nullable() }),
  }),
  changeEntry: defineCommand('work.change-entry', {
    says: { ja: '期限台帳を直す', en: 'change an entry of the register' },
    input: z.strictObject({ entryId: field.id, version: z.int(), ...content }),
    answer: z.object({ version: z.int(), noticeOn: z.string().nullable() }),
  }),
  renewEntry: defineCommand('work.renew-entry', {
    says: { ja: '期限を更新する', en: 'renew an entry' },
    /** `startsOn` is the day after the term before when absent. */
    input: z.strictObject({
      entryId: field.id,
      version: z.int(),
      startsOn: field.localDate.optional(),
      endsOn: field.localDate,
      noticeTypedOn: field.localDate.optional(),
      note: field.text(500).default(''),
    }),
    answer: z.object({ version: z.int(), noticeOn: z.string().nullable() }),
  }),
  endEntry: defineCommand('work.end-entry', {
    says: { ja: '期限台帳から終える', en: 'end an entry' },
    input: z.strictObject({
      entryId: field.id,
      version: z.int(),
      endedOn: field.localDate,
      reason: field.text(500).default(''),
    }),
    answer: z.object({ version: z.int() }),
  }),
  raiseRegisterTasks: defineCommand('work.raise-register-tasks', {
    says: { ja: '期限台帳から、やることを用意する', en: 'make tasks from the register of dates' },
    input: z.strictObject({}),
    answer: z.object({ raisedCount: z.int(), renewedCount: z.int() }),
  }),
  registerEntries: defineQuery('work.register-entries', {
    says: { ja: '期限台帳', en: 'the register of dates' },
    input: z.strictObject({
      state: z.enum(['active', 'ended']).default('active'),
      sort: sort.optional(),
      /** Only what asks for something within so many days (or is past). */
      withinDays: z.coerce.number().int().min(0).max(4000).optional(),
      text: field.text(100).default(''),
      ...field.page,
    }),
    answer: z.object({ rows: z.array(entryRow), more: z.boolean() }),
  }),
  entryDetails: defineQuery('work.entry-details', {
    says: { ja: '期限台帳の一件', en: 'an entry of the register' },
    input: z.strictObject({ entryId: field.id }),
    answer: entryRow.extend({
      noticePeriod: z.string(),
      noticeTypedOn: z.string().nullable(),
      renewalMonths: z.int().nullable(),
      leadDays: z.int(),
      kindId: field.id.nullable(),
      place: z.string(),
      notes: z.string(),
      endedOn: z.string().nullable(),
      endReason: z.string(),
      /** The terms before, newest first. */
      terms: z.array(
        z.object({
          startsOn: z.string().nullable(),
          endsOn: z.string().nullable(),
          noticeOn: z.string().nullable(),
          renewedAt: z.string(),
          note: z.string(),
        }),
      ),
      taskIds: z.array(field.id),
    }),
  }),
} as const
