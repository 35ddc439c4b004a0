import { z } from 'zod'
import { defineCommand } from '../../command/contract.ts'
import * as field from '../../command/fields.ts'

const role = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

/** How far a grant reaches: one's own things, one's departments', the company's. */
export const scope = z.enum(['own', 'department', 'company'])

export const kernelCommands = {
  openSample: defineCommand('kernel.open-sample', {
    says: { ja: '見本の会社を開く', en: 'open the sample company' },
    input: z.strictObject({}),
    answer: z.object({}),
  }),
  foundCompany: defineCommand('kernel.found-company', {
    says: { ja: '会社を開設する', en: 'found a company' },
    input: z.strictObject({
      name: field.line(100),
      accountId: z.string().optional(),
      person: z.strictObject({
        familyName: field.line(40),
        givenName: field.line(40),
        familyKana: field.line(60),
        givenKana: field.line(60),
        email: z.email().max(200),
      }),
    }),
    answer: z.object({ companyId: field.id, personId: field.id }),
  }),
  offerPermissions: defineCommand('kernel.offer-permissions', {
    says: { ja: '新しい権限を既定の役割に付ける', en: 'offer new permissions to the preset roles' },
    input: z.strictObject({ permissions: z.array(z.string()) }),
    answer: z.object({}),
  }),
  grantRole: defineCommand('kernel.grant-role', {
    says: { ja: '役割を付ける', en: 'grant a role' },
    input: z.strictObject({ personId: field.id, role }),
    answer: z.object({}),
  }),
  revokeRole: defineCommand('kernel.revoke-role', {
    says: { ja: '役割を外す', en: 'revoke a role' },
    input: z.strictObject({ personId: field.id, role }),
    answer: z.object({}),
  }),
  defineRole: defineCommand('kernel.define-role', {
    says: { ja: '役割を定める', en: 'define a role' },
    input: z.strictObject({
      role,
      name: field.line(40),
      nameEn: field.line(40),
      grants: z.record(z.string().max(100), scope),
    }),
    answer: z.object({}),
  }),
  invitePerson: defineCommand('kernel.invite-person', {
    says: { ja: '招待する', en: 'invite a person' },
    input: z.strictObject({ personId: field.id, email: z.email().max(200) }),
    answer: z.object({ invitationId: field.id, expiresAt: z.string() }),
  }),
  withdrawInvitation: defineCommand('kernel.withdraw-invitation', {
    says: { ja: '招待を取り消す', en: 'withdraw an invitation' },
    input: z.strictObject({ invitationId: field.id }),
    answer: z.object({}),
  }),
  acceptInvitation: defineCommand('kernel.accept-invitation', {
    says: { ja: '招待を受ける', en: 'accept an invitation' },
    input: z.strictObject({ invitationId: field.id, accountId: z.string() }),
    answer: z.object({}),
  }),
  delegate: defineCommand('kernel.delegate', {
    says: { ja: '代理を頼む', en: 'name a deputy' },
    input: z.strictObject({
      personId: field.id,
      deputyId: field.id,
      fromOn: field.localDate,
      untilOn: field.localDate,
    }),
    answer: z.object({ delegationId: field.id }),
  }),
  endDelegation: defineCommand('kernel.end-delegation', {
    says: { ja: '代理を終える', en: 'end a delegation' },
    input: z.strictObject({ delegationId: field.id }),
    answer: z.object({}),
  }),
  exceptDuty: defineCommand('kernel.except-duty', {
    says: { ja: '職務分掌の例外を登録する', en: 'name an exception from segregation of duties' },
    input: z.strictObject({
      command: z.string().max(100),
      personId: field.id,
      reason: field.line(200),
      untilOn: field.localDate.optional(),
    }),
    answer: z.object({ exceptionId: field.id }),
  }),
  withdrawException: defineCommand('kernel.withdraw-exception', {
    says: { ja: '職務分掌の例外を取り消す', en: 'withdraw an exception from segregation of duties' },
    input: z.strictObject({ exceptionId: field.id }),
    answer: z.object({}),
  }),
  retryDeadLetter: defineCommand('kernel.retry-dead-letter', {
    says: { ja: '届かなかった連携を送り直す', en: 'deliver a dead letter again' },
    input: z.strictObject({ jobId: z.string().regex(/^\d{1,18}$/) }),
    answer: z.object({}),
  }),
}
