import { z } from 'zod'
import { defineQuery } from '../../command/contract.ts'
import * as field from '../../command/fields.ts'
import { scope } from './commands.ts'

const words = z.object({ ja: z.string(), en: z.string() })
const name = z.string().nullable()

const eventLine = z.object({
  eventId: field.id,
  activity: z.string(),
  says: words,
  occurredAt: z.string(),
  recordedAt: z.string(),
  actorKind: z.enum(['human', 'system', 'external']),
  personId: field.id.nullable(),
  personName: name,
  onBehalfOf: field.id.nullable(),
  onBehalfOfName: name,
  exception: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
})

const role = z.object({
  role: z.string(),
  name: z.string(),
  nameEn: z.string(),
  members: z.int(),
  grants: z.array(z.object({ permission: z.string(), scope, says: words })),
})

/** One line of an object's history. */
export type EventLine = z.output<typeof eventLine>
/** A role with what it may do, in sentences. */
export type RoleFace = z.output<typeof role>

export const kernelQueries = {
  foundObjects: defineQuery('kernel.found-objects', {
    says: { ja: 'さがす', en: 'search' },
    input: z.strictObject({ text: field.line(100) }),
    answer: z.array(z.object({ type: z.string(), id: field.id, label: z.string(), opens: z.string() })),
  }),
  objectHistories: defineQuery('kernel.object-histories', {
    says: { ja: '経緯', en: 'history' },
    input: z.strictObject({ objectId: field.id, ...field.page }),
    answer: z.object({ type: z.string(), label: z.string(), opens: z.string(), events: z.array(eventLine) }),
  }),
  members: defineQuery('kernel.members', {
    says: { ja: '利用者と役割', en: 'members and roles' },
    input: z.strictObject({ ...field.page }),
    answer: z.array(
      z.object({
        personId: field.id,
        name,
        roles: z.array(z.string()),
        fromOn: z.string(),
        untilOn: z.string().nullable(),
        signsIn: z.boolean(),
        invitation: z
          .object({ invitationId: field.id, email: z.string(), expiresAt: z.string(), expired: z.boolean() })
          .nullable(),
      }),
    ),
  }),
  invitationLinks: defineQuery('kernel.invitation-links', {
    says: { ja: '招待の宛先', en: 'the link of an invitation' },
    input: z.strictObject({ invitationId: field.id }),
    answer: z.object({ link: z.string(), email: z.string(), expiresAt: z.string() }),
  }),
  roles: defineQuery('kernel.roles', {
    says: { ja: '役割と権限', en: 'roles and permissions' },
    input: z.strictObject({}),
    answer: z.object({
      roles: z.array(role),
      permissions: z.array(z.object({ permission: z.string(), module: z.string(), says: words })),
    }),
  }),
  dutyExceptions: defineQuery('kernel.duty-exceptions', {
    says: { ja: '職務分掌の例外', en: 'exceptions from segregation of duties' },
    input: z.strictObject({ withdrawn: field.flag.default(false) }),
    answer: z.array(
      z.object({
        exceptionId: field.id,
        command: z.string(),
        says: words,
        personId: field.id,
        personName: name,
        reason: z.string(),
        untilOn: z.string().nullable(),
        withdrawnAt: z.string().nullable(),
      }),
    ),
  }),
  delegations: defineQuery('kernel.delegations', {
    says: { ja: '代理', en: 'delegations' },
    input: z.strictObject({ past: field.flag.default(false) }),
    answer: z.array(
      z.object({
        delegationId: field.id,
        personId: field.id,
        personName: name,
        deputyId: field.id,
        deputyName: name,
        fromOn: z.string(),
        untilOn: z.string(),
      }),
    ),
  }),
  deadLetters: defineQuery('kernel.dead-letters', {
    says: { ja: '届かなかった連携', en: 'dead letters' },
    input: z.strictObject({}),
    answer: z.array(
      z.object({
        jobId: z.string(),
        flow: z.string().nullable(),
        eventId: field.id.nullable(),
        attempts: z.int(),
        fault: z.string(),
        lastTriedAt: z.string(),
      }),
    ),
  }),
  securityEntries: defineQuery('kernel.security-entries', {
    says: { ja: 'サインインと拒否の記録', en: 'sign-ins and refusals' },
    input: z.strictObject({ ...field.page }),
    answer: z.array(
      z.object({
        id: z.int(),
        at: z.string(),
        kind: z.string(),
        personId: field.id.nullable(),
        personName: name,
        detail: z.string(),
        address: z.string(),
      }),
    ),
  }),
}
