import { createHash } from 'node:crypto'
import { instantInTokyo } from '../../clock/clock.ts'
import { command } from '../../command/command.ts'
import { refuse, refuseNotFound } from '../../command/refusal.ts'
import { addDays } from '../../dates/local-date.ts'
import { newId } from '../../ids/ids.ts'
import { kernel } from '../contract.ts'
import { invitationToken, type KernelParts } from '../parts.ts'

/** Invites a member to sign in, for seven days; an invitation sent before is replaced. The mail follows from the event. */
export const invitePerson = (parts: Pick<KernelParts, 'secret'>) =>
  command(kernel.invitePerson, {
    may: 'kernel.invite',
    emits: ['kernel.person-invited'],
    async run({ tx, actor, now, today }, { personId, email }) {
      const member = await tx.row<{ accountId: string | null }>`select account_id as "accountId" from kernel.member
        where company_id = ${actor.companyId} and person_id = ${personId} and (until_on is null or until_on >= ${today}) for update`
      if (!member) refuseNotFound({ ja: '利用者', en: 'member' }, 'personId')
      if (member.accountId) {
        refuse({
          kind: 'conflict',
          code: 'kernel.signs-in-already',
          what: { ja: 'この人はすでにサインインできます。', en: 'This person can sign in already.' },
          field: 'personId',
          todo: { ja: '招待は要りません。', en: 'No invitation is needed.' },
        })
      }
      const invitationId = newId()
      const expiresAt = instantInTokyo(addDays(today, 8))
      const tokenSha256 = createHash('sha256').update(invitationToken(parts.secret, invitationId)).digest()
      await tx.run`update kernel.invitation set withdrawn_at = ${now}
        where company_id = ${actor.companyId} and person_id = ${personId} and accepted_at is null and withdrawn_at is null`
      await tx.run`insert into kernel.invitation (company_id, id, person_id, email, token_sha256, expires_at)
        values (${actor.companyId}, ${invitationId}, ${personId}, ${email.toLowerCase()}, ${tokenSha256}, ${expiresAt})`
      return {
        events: [
          {
            activity: 'kernel.person-invited',
            objects: [
              { type: 'person', id: personId },
              { type: 'invitation', id: invitationId },
            ],
          },
        ],
        answer: { invitationId, expiresAt },
      }
    },
  })
