import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { passings } from '../rules/matter.ts'

const version = z.int().min(1)
const largestAmount = 1_000_000_000_000
/** What is approved, as `module.noun`; null stands for every kind. */
export const kind = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z-]*\.[a-z][a-z-]*$/, {
    error: '承認する書類の種類を「payables.invoice」の形で指定してください。/ Give the kind as module.noun.',
  })
export const named = z.object({ personId: field.id, name: z.string() })

const of = z.enum(['applicant-department', 'subject-department', 'company'])
/** Who is asked: a person, whoever holds a post, the head of a department (vacant: of the one above), or a role. */
export const approver = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('person'), personId: field.id }),
  z.strictObject({ by: z.literal('post'), postId: field.id, of: of.default('applicant-department') }),
  z.strictObject({ by: z.literal('head'), of: of.default('applicant-department') }),
  z.strictObject({ by: z.literal('role'), role: z.enum(['president', 'administrator']) }),
])
export type Approver = z.output<typeof approver>

const step = z.strictObject({
  name: field.line(40),
  approvers: z.array(approver).min(1).max(20),
  /** One of them decides, or each of them. */
  need: z.enum(['any', 'all']).default('any'),
})
export type RouteStep = z.output<typeof step>

/** Facts of a matter by their names, in the order in which they are shown. */
export const facts = z
  .record(z.string().min(1).max(40), z.string().max(200))
  .refine((all) => Object.keys(all).length <= 30, {
    error: '項目は30までです。/ At most 30 facts.',
  })

const amountLimit = z.int().min(0).max(largestAmount).nullable().default(null)
const conditions = z
  .strictObject({
    /** Yen, both included; of a negative amount (赤伝, 返金) the size counts. An unknown amount is under no limit. */
    amountFrom: amountLimit,
    amountUntil: amountLimit,
    /** The subject's department or one below it. */
    departmentId: field.id.nullable().default(null),
    /** Each must read exactly so. */
    facts: facts.default({}),
  })
  .refine((all) => all.amountFrom === null || all.amountUntil === null || all.amountFrom <= all.amountUntil, {
    path: ['amountUntil'],
    error: '上限の金額は、下限より小さくできません。/ The upper limit is below the lower one.',
  })
  .prefault({})
export type RouteConditions = z.output<typeof conditions>

export const words = z.object({ ja: z.string(), en: z.string() })

export const stepShown = z.object({
  number: z.int(),
  name: z.string(),
  need: z.enum(['any', 'all']),
  /** Who is asked, in words: 申請した部署の長, 社長. */
  approverNames: z.array(words),
})

const route = z.object({
  /** Null: a ready route of the product that the company has not adopted yet. */
  routeId: field.id.nullable(),
  version,
  kind: kind.nullable(),
  name: z.string(),
  conditions: z.object({
    amountFrom: z.int().nullable(),
    amountUntil: z.int().nullable(),
    departmentId: field.id.nullable(),
    departmentName: z.string().nullable(),
    facts: z.record(z.string(), z.string()),
  }),
  steps: z.array(stepShown.extend({ approvers: z.array(approver) })),
  isReady: z.boolean(),
  retiredOn: field.localDate.nullable(),
  /** Steps that nobody could decide today, in words; empty when all is well. */
  faults: z.array(words),
})

export const routeCommands = {
  setRoute: defineCommand('approvals.set-route', {
    says: { ja: '承認経路を定める', en: 'set an approval route' },
    /** Without `routeId` a new route; with it the next version. Matters that are under way keep the version they began with. */
    input: z
      .strictObject({
        routeId: field.id.optional(),
        version: version.optional(),
        kind: kind.nullable(),
        name: field.line(60),
        conditions,
        steps: z.array(step).min(1).max(10),
      })
      .refine((route) => (route.routeId === undefined) === (route.version === undefined), {
        path: ['version'],
        error: '変える経路と、その版を併せて指定してください。/ Give the route and its version together.',
      }),
    answer: z.object({ routeId: field.id, version }),
  }),
  retireRoute: defineCommand('approvals.retire-route', {
    says: { ja: '承認経路の使用をやめる', en: 'retire an approval route' },
    input: z.strictObject({ routeId: field.id, version }),
    answer: z.object({}),
  }),
  adoptRoutes: defineCommand('approvals.adopt-routes', {
    says: { ja: '標準の承認経路を取り入れる', en: 'adopt the ready approval routes' },
    input: z.strictObject({}),
    answer: z.object({ routeIds: z.array(field.id) }),
  }),
  findApprovers: defineCommand('approvals.find-approvers', {
    says: { ja: '承認する人を決め直す', en: 'find the approvers anew' },
    /** For a step whose people have left or moved: they are found by today's organisation; who approved stays. */
    input: z.strictObject({ matterId: field.id }),
    answer: z.object({ waitingFor: z.array(named) }),
  }),
}

export const routeQueries = {
  routeList: defineQuery('approvals.route-list', {
    says: { ja: '承認経路の一覧', en: 'approval routes' },
    input: z.strictObject({ kind: kind.optional(), includeRetired: field.flag.default(false) }),
    answer: z.array(route),
  }),
  routePreviews: defineQuery('approvals.route-previews', {
    says: { ja: '承認経路の下見', en: 'preview of an approval route' },
    input: z.strictObject({
      kind,
      amount: z.coerce.number().int().min(-largestAmount).max(largestAmount).optional(),
      departmentId: field.id.optional(),
      facts: facts.default({}),
    }),
    /** As if the one who asks were the applicant today. */
    answer: z.object({
      route: z.object({ routeId: field.id.nullable(), name: z.string(), version }).nullable(),
      steps: z.array(
        stepShown.extend({
          passedOver: z.enum(passings).nullable(),
          people: z.array(named),
          isSelfApproval: z.boolean(),
        }),
      ),
      /** Why such a matter would be refused, and what to do. */
      refusal: z
        .object({
          what: words,
          todo: words,
        })
        .nullable(),
    }),
  }),
}
