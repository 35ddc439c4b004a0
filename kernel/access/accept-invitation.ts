import { createHash } from 'node:crypto'
import type { Office } from '../command/office.ts'
import { Refusal } from '../command/refusal.ts'
import { runCommand } from '../command/run-command.ts'
import { programFor } from '../permission/actor.ts'
import { inTransaction } from '../sql/database.ts'
import { invitationOver } from './commands/accept-invitation.ts'
import { kernel } from './contract.ts'
import type { Caller, Signed, SignIn } from './sign-in.ts'

/**
 * Takes an invitation: makes the account with this password, or signs in to the one that the address has, binds the
 * member to it and answers the cookies of the session. A link that does not work gives one and the same refusal.
 */
export async function takeInvitation(
  office: Office,
  signIn: SignIn,
  given: { token: string; password: string },
  caller: Caller,
): Promise<Signed & { twoFactor: boolean; companyId: string; email: string }> {
  const tokenSha256 = createHash('sha256').update(given.token).digest()
  const found = await inTransaction(
    office.database.owner,
    (tx) => tx.row<{ companyId: string; invitationId: string; email: string; accountId: string | null }>`
      select i.company_id as "companyId", i.id as "invitationId", i.email, u.id as "accountId"
      from kernel.invitation i left join signin."user" u on u.email = i.email
      where i.token_sha256 = ${tokenSha256} and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > ${office.clock.now()}`,
  )
  if (!found) throw new Refusal(invitationOver)
  const { companyId, invitationId, email } = found
  if (found.accountId) await signIn.signIn(email, given.password, caller)
  const accountId = found.accountId ?? (await signIn.createAccount(email, given.password))
  try {
    await runCommand(office, kernel.acceptInvitation, programFor(companyId), { invitationId, accountId })
  } catch (cause) {
    if (!found.accountId) await signIn.removeAccount(accountId)
    throw cause
  }
  return { ...(await signIn.signIn(email, given.password, caller)), companyId, email }
}
