import type { Office } from '../command/office.ts'
import type { Flow } from '../event/flow.ts'
import type { Mail } from '../mail/mail.ts'
import { inTransaction } from '../sql/database.ts'
import { invitationLink, type KernelParts } from './parts.ts'

/** Sends the link to the invited person, once the invitation is in the log; tried again until the mail is taken. */
export function invitationMail(
  database: Office['database'],
  mail: Mail,
  parts: Pick<KernelParts, 'address' | 'secret'>,
): Flow {
  return {
    name: 'kernel.invitation-mail',
    on: 'kernel.person-invited',
    async calls(event) {
      const invitation = event.objects.find((each) => each.type === 'invitation')
      if (!invitation) return []
      const open = await inTransaction(
        database.owner,
        (tx) => tx.row<{ email: string; company: string; until: string }>`
          select i.email, c.name as company, to_char(i.expires_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI') as until
          from kernel.invitation i join kernel.company c on c.company_id = i.company_id
          where i.company_id = ${event.companyId} and i.id = ${invitation.id} and i.accepted_at is null and i.withdrawn_at is null`,
      )
      if (!open) return []
      await mail.send({
        to: open.email,
        subject: `【縁の下】${open.company}への招待 / Invitation`,
        text: [
          `${open.company}の「縁の下」に招待されました。`,
          `次のページでパスワードを決めると、使い始められます（${open.until}まで）。`,
          '',
          invitationLink(parts, invitation.id),
          '',
          'お心当たりのないときは、このメールを捨ててください。',
          '',
          `You are invited to Ennoshita of ${open.company}. Set a password on the page above before ${open.until} (Tokyo).`,
          'If you did not expect this, discard it.',
          '',
        ].join('\n'),
      })
      return []
    },
  }
}
