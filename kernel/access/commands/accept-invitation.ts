import { command } from '../../command/command.ts'
import { refuse } from '../../command/refusal.ts'
import { kernel } from '../contract.ts'

/** Binds the invited person to the account that accepted; an invitation works once. */
export const acceptInvitation = command(kernel.acceptInvitation, {
  may: 'kernel.found',
  emits: ['kernel.invitation-accepted'],
  internal: true,
  async run({ tx, actor, now }, { invitationId, accountId }) {
    const found = await tx.row<{ personId: string }>`update kernel.invitation set accepted_at = ${now}
      where company_id = ${actor.companyId} and id = ${invitationId} and accepted_at is null and withdrawn_at is null and expires_at > ${now}
      returning person_id as "personId"`
    const bound =
      found &&
      (await tx.run`update kernel.member set account_id = ${accountId}
        where company_id = ${actor.companyId} and person_id = ${found.personId} and account_id is null
          and not exists (select 1 from kernel.member o where o.company_id = ${actor.companyId} and o.account_id = ${accountId})`)
    if (!found || !bound) refuse(invitationOver)
    return {
      events: [
        {
          activity: 'kernel.invitation-accepted',
          objects: [
            { type: 'person', id: found.personId },
            { type: 'invitation', id: invitationId },
          ],
        },
      ],
      answer: {},
    }
  },
})

/** The one answer to a link that does not work, whatever the reason. */
export const invitationOver = {
  kind: 'not-found',
  code: 'kernel.invitation-over',
  what: {
    ja: 'この招待は使えません。期限が過ぎたか、すでに使われたか、取り消されています。',
    en: 'This invitation cannot be used: it has expired, was used or was withdrawn.',
  },
  field: 'token',
  todo: { ja: '管理者に招待を送り直してもらってください。', en: 'Ask an administrator to invite you anew.' },
} as const
