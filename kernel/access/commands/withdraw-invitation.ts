import { command } from '../../command/command.ts'
import { refuseNotFound } from '../../command/refusal.ts'
import { kernel } from '../contract.ts'

/** Takes an open invitation back: its link stops working. */
export const withdrawInvitation = command(kernel.withdrawInvitation, {
  may: 'kernel.invite',
  emits: ['kernel.invitation-withdrawn'],
  async run({ tx, actor, now }, { invitationId }) {
    const found = await tx.row<{ personId: string }>`update kernel.invitation set withdrawn_at = ${now}
      where company_id = ${actor.companyId} and id = ${invitationId} and accepted_at is null and withdrawn_at is null
      returning person_id as "personId"`
    if (!found) refuseNotFound({ ja: '有効な招待', en: 'open invitation' }, 'invitationId')
    return {
      events: [
        {
          activity: 'kernel.invitation-withdrawn',
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
