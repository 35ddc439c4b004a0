import { query } from '../../command/command.ts'
import { refuseNotFound } from '../../command/refusal.ts'
import { kernel } from '../contract.ts'
import { invitationLink, type KernelParts } from '../parts.ts'

/** The link of an open invitation, for handing over where no mail is set up; that it was shown is in the log. */
export const invitationLinks = (parts: KernelParts) =>
  query(kernel.invitationLinks, {
    may: 'kernel.invite',
    leaves: 'kernel.invitation-shown',
    async run({ tx, actor, now }, { invitationId }) {
      const found = await tx.row<{ email: string; expiresAt: string }>`
        select email, expires_at as "expiresAt" from kernel.invitation
        where company_id = ${actor.companyId} and id = ${invitationId} and accepted_at is null and withdrawn_at is null and expires_at > ${now}`
      if (!found) refuseNotFound({ ja: '有効な招待', en: 'open invitation' }, 'invitationId')
      return { ...found, link: invitationLink(parts, invitationId) }
    },
  })
