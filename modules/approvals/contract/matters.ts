import { defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { deeds, matterStates, passings, stepStates } from '../rules/matter.ts'
import { facts, kind, named, words } from './routes.ts'

/** A command of the module that asked, to be called through its route with `comment` (and `to`) added. */
const toCall = z.object({ name: z.string(), input: z.record(z.string(), z.unknown()) })
const commands = z.object({ approve: toCall, sendBack: toCall, withdraw: toCall.nullable() })
export type CommandToCall = z.output<typeof toCall>

const matter = z.object({
  matterId: field.id,
  kind,
  title: z.string(),
  /** Whole yen; null where there is none. */
  amount: z.int().nullable(),
  facts,
  documentId: field.id.nullable(),
  /** Where the subject itself opens. */
  opens: z.string(),
  applicant: named,
  departmentName: z.string().nullable(),
  round: z.int(),
})

const stepNow = z.object({ number: z.int(), name: z.string(), count: z.int() })
const limit = z.coerce.number().int().min(1).max(200).default(50)

export const matterQueries = {
  waitingApprovals: defineQuery('approvals.waiting-approvals', {
    says: { ja: '自分の承認を待っているもの', en: 'what waits for my approval' },
    input: z.strictObject({
      kind: kind.optional(),
      /** The last row of the page before. */
      afterSince: field.instant.optional(),
      afterSeatId: field.id.optional(),
      limit,
    }),
    /** What has waited longest first; also what waits for those whom one represents today. */
    answer: z.object({
      rows: z.array(
        matter.extend({
          seatId: field.id,
          step: stepNow,
          waitingSince: field.instant,
          /** Business days of the company. */
          waitedDays: z.int(),
          /** The person in whose place one decides (代); null for oneself. */
          onBehalfOf: named.nullable(),
          /** The asker is the only one who can approve (自己承認). */
          isSelfApproval: z.boolean(),
          commands,
        }),
      ),
      next: z.object({ afterSince: field.instant, afterSeatId: field.id }).nullable(),
      /** How many wait; counted up to 1,000. */
      count: z.int(),
    }),
  }),
  myMatters: defineQuery('approvals.my-matters', {
    says: { ja: '自分が申請したもの', en: 'what I asked approval for' },
    input: z.strictObject({
      state: z.enum(matterStates).optional(),
      afterSince: field.instant.optional(),
      afterMatterId: field.id.optional(),
      limit,
    }),
    /** The newest first. */
    answer: z.object({
      rows: z.array(
        matter.extend({
          state: z.enum(matterStates),
          step: stepNow.nullable(),
          waitingFor: z.array(named),
          askedAt: field.instant,
          waitingSince: field.instant.nullable(),
          waitedDays: z.int(),
          decidedAt: field.instant.nullable(),
        }),
      ),
      next: z.object({ afterSince: field.instant, afterMatterId: field.id }).nullable(),
    }),
  }),
  matterDetails: defineQuery('approvals.matter-details', {
    says: { ja: '申請の経過', en: 'an approval matter' },
    input: z.strictObject({ matterId: field.id }),
    answer: matter.extend({
      state: z.enum(matterStates),
      askedAt: field.instant,
      waitingSince: field.instant.nullable(),
      waitedDays: z.int(),
      decidedAt: field.instant.nullable(),
      subject: z.object({ type: z.string(), id: field.id }),
      route: z.object({ routeId: field.id, name: z.string(), version: z.int() }),
      /** Of this round. */
      steps: z.array(
        z.object({
          number: z.int(),
          name: z.string(),
          need: z.enum(['any', 'all']),
          state: z.enum(stepStates),
          passedOver: z.enum(passings).nullable(),
          openedAt: field.instant.nullable(),
          /** Of a step to come: who is asked in words; of the others: the people. */
          approverNames: z.array(words),
          people: z.array(
            named.extend({
              state: z.enum(['waiting', 'approved', 'released']),
              /** Who decided in this person's place (代). */
              deputy: named.nullable(),
              isSelfApproval: z.boolean(),
              /** Has left: the step needs its approvers found anew when nobody else can decide. */
              hasLeft: z.boolean(),
            }),
          ),
        }),
      ),
      decisions: z.array(
        z.object({
          decisionId: field.id,
          deed: z.enum(deeds),
          round: z.int(),
          step: z.object({ number: z.int(), name: z.string() }).nullable(),
          /** Who acted; null for the program. */
          person: named.nullable(),
          onBehalfOf: named.nullable(),
          comment: z.string(),
          /** 差戻し: to the applicant, or to that step. */
          returnedTo: z.union([z.literal('applicant'), z.int()]).nullable(),
          passedOver: z.enum(passings).nullable(),
          /** 自己承認: the reason why nobody else decided. */
          selfApproval: z.string().nullable(),
          decidedAt: field.instant,
        }),
      ),
      commands,
      /** What the one who asks may do now. */
      may: z.object({
        decide: z.boolean(),
        /** In whose place, when the step asks that person and not oneself. */
        onBehalfOf: named.nullable(),
        /** Earlier steps to which it can go back, besides the applicant. */
        returnTo: z.array(z.object({ number: z.int(), name: z.string() })),
        withdraw: z.boolean(),
        findApprovers: z.boolean(),
      }),
    }),
  }),
}
