import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { kindChanges, kindFields, kindRow, kindStep, timings } from './kind-fields.ts'

const versioned = z.object({ kindId: field.id, version: z.int() })
const { name, ...otherFields } = kindFields

/** Commands and queries of kinds of work (業務) and their inventory. */
export const kinds = {
  addKind: defineCommand('work.add-kind', {
    says: { ja: '業務を登録する', en: 'register a kind of work' },
    input: z.strictObject({
      name,
      ...z.strictObject(otherFields).partial().shape,
      mainId: field.id.nullable().default(null),
      deputyIds: z.array(field.id).max(20).default([]),
      steps: z.array(kindStep).max(100).default([]),
    }),
    answer: versioned,
  }),
  changeKind: defineCommand('work.change-kind', {
    says: { ja: '業務を書き直す', en: 'change a kind of work' },
    input: z.strictObject({ kindId: field.id, version: z.int(), fields: kindChanges }),
    answer: versioned,
  }),
  changeKinds: defineCommand('work.change-kinds', {
    says: { ja: '棚卸表をまとめて書き直す', en: 'edit the inventory' },
    input: z.strictObject({
      changes: z
        .array(z.strictObject({ kindId: field.id, version: z.int(), fields: z.record(z.string(), z.unknown()) }))
        .min(1)
        .max(500),
    }),
    answer: z.object({
      outcomes: z.array(
        z.object({
          kindId: field.id,
          outcome: z.enum(['changed', 'conflict', 'not-found', 'bad-input']),
          version: z.int().nullable(),
          field: z.string().nullable(),
          message: z.object({ ja: z.string(), en: z.string() }).nullable(),
        }),
      ),
    }),
  }),
  changeSteps: defineCommand('work.change-steps', {
    says: { ja: '手順を書き直す', en: 'change the steps' },
    input: z.strictObject({ kindId: field.id, version: z.int(), steps: z.array(kindStep).max(100) }),
    answer: versioned,
  }),
  setKindPeople: defineCommand('work.set-kind-people', {
    says: { ja: '担当を決める', en: 'set who does it' },
    input: z.strictObject({
      kindId: field.id,
      version: z.int(),
      mainId: field.id.nullable(),
      deputyIds: z.array(field.id).max(20).default([]),
    }),
    answer: versioned,
  }),
  confirmKind: defineCommand('work.confirm-kind', {
    says: { ja: '業務の手順を承認する', en: 'confirm the steps of a kind of work' },
    input: z.strictObject({ kindId: field.id, version: z.int() }),
    answer: versioned,
  }),
  retireKind: defineCommand('work.retire-kind', {
    says: { ja: '業務をやめる', en: 'retire a kind of work' },
    input: z.strictObject({ kindId: field.id, version: z.int(), reason: z.string().trim().max(500).default('') }),
    answer: versioned.extend({ withdrawnTasks: z.int() }),
  }),
  restoreKind: defineCommand('work.restore-kind', {
    says: { ja: 'やめた業務を戻す', en: 'restore a kind of work' },
    input: z.strictObject({ kindId: field.id, version: z.int() }),
    answer: versioned,
  }),
  adoptReadyKinds: defineCommand('work.adopt-ready-kinds', {
    says: { ja: '用意された業務を取り入れる', en: 'adopt ready kinds of work' },
    input: z.strictObject({ keys: z.array(z.string().max(80)).min(1).max(300) }),
    answer: z.object({
      adopted: z.array(z.object({ key: z.string(), kindId: field.id })),
      /** Keys that were adopted before and are left as they are. */
      alreadyThere: z.array(z.string()),
    }),
  }),
  readyKinds: defineQuery('work.ready-kinds', {
    says: { ja: '用意された業務', en: 'ready kinds of work' },
    input: z.strictObject({}),
    answer: z.array(
      z.object({
        key: z.string(),
        major: z.string(),
        middle: z.string(),
        name: z.string(),
        department: z.string(),
        timing: z.enum(timings),
        dueText: z.string(),
        usualMinutes: z.int().nullable(),
        law: z.string(),
        isAdopted: z.boolean(),
      }),
    ),
  }),
  inventoryRows: defineQuery('work.inventory-rows', {
    says: { ja: '業務棚卸表', en: 'the inventory of work' },
    input: z.strictObject({
      ...field.page,
      departmentId: field.id.optional(),
      personId: field.id.optional(),
      timing: z.enum(timings).optional(),
      major: z.string().max(120).optional(),
      middle: z.string().max(120).optional(),
      text: z.string().max(100).optional(),
      state: z.enum(['active', 'retired']).default('active'),
    }),
    answer: z.object({
      total: z.int(),
      rows: z.array(
        kindRow.extend({
          dueText: z.string(),
          /** 直近12か月の月平均件数 and 月間工数, from the log. */
          observedMonthlyCount: z.number().nullable(),
          monthlyMinutes: z.number().nullable(),
          /** 代替者数: deputies and others who did it three times or more in twelve months. */
          substituteCount: z.int(),
          lastDoneOn: field.localDate.nullable(),
        }),
      ),
      /** The tree beside the table: 大分類 and 中分類 with counts, of all rows that pass the filter. */
      tree: z.array(z.object({ major: z.string(), middle: z.string(), count: z.int() })),
    }),
  }),
  kindDetails: defineQuery('work.kind-details', {
    says: { ja: '業務の中身', en: 'a kind of work in full' },
    input: z.strictObject({ kindId: field.id }),
    answer: z.object({
      kind: kindRow.extend({ dueText: z.string(), readyKey: z.string().nullable() }),
      steps: z.array(z.object({ place: z.int(), text: z.string(), who: z.string(), usualMinutes: z.int().nullable() })),
      lastDone: z.array(
        z.object({
          taskId: field.id,
          dueOn: field.localDate.nullable(),
          doneAt: z.string(),
          doneBy: field.id.nullable(),
          doneByName: z.string(),
        }),
      ),
      next: z.array(z.object({ taskId: field.id, dueOn: field.localDate.nullable(), assigneeName: z.string() })),
      /** Minutes given by people in twelve months; hidden (null) where fewer than five people gave them. */
      usual: z.object({ medianMinutes: z.number(), p90Minutes: z.number(), n: z.int(), people: z.int() }).nullable(),
      /** The asking person's own minutes. */
      own: z.object({ medianMinutes: z.number(), p90Minutes: z.number(), n: z.int() }).nullable(),
    }),
  }),
} as const
