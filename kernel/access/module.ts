import type { Module } from '../command/command.ts'
import { acceptInvitation } from './commands/accept-invitation.ts'
import { defineRole } from './commands/define-role.ts'
import { delegate } from './commands/delegate.ts'
import { endDelegation } from './commands/end-delegation.ts'
import { exceptDuty } from './commands/except-duty.ts'
import { foundCompany } from './commands/found-company.ts'
import { grantRole } from './commands/grant-role.ts'
import { invitePerson } from './commands/invite-person.ts'
import { offerPermissions } from './commands/offer-permissions.ts'
import { openSample } from './commands/open-sample.ts'
import { retryDeadLetter } from './commands/retry-dead-letter.ts'
import { revokeRole } from './commands/revoke-role.ts'
import { withdrawException } from './commands/withdraw-exception.ts'
import { withdrawInvitation } from './commands/withdraw-invitation.ts'
import type { KernelParts, KernelRest } from './parts.ts'
import { kernelPermissions } from './permissions.ts'
import { deadLetters } from './queries/dead-letters.ts'
import { delegations } from './queries/delegations.ts'
import { dutyExceptions } from './queries/duty-exceptions.ts'
import { foundObjects } from './queries/found-objects.ts'
import { invitationLinks } from './queries/invitation-links.ts'
import { members } from './queries/members.ts'
import { objectHistories } from './queries/object-histories.ts'
import { roles } from './queries/roles.ts'
import { securityEntries } from './queries/security-entries.ts'
import { kernelEvents } from './words.ts'

/** The kernel's own module, built over all others: companies, roles, invitations, delegations, exceptions, the log. */
export function kernelModule(parts: KernelParts): Module {
  const rest = restOf(parts)
  return {
    name: 'kernel',
    tier: 'kernel',
    says: { ja: '利用者と記録', en: 'Access and log' },
    permissions: kernelPermissions,
    commands: [
      foundCompany(rest),
      openSample,
      offerPermissions(rest),
      grantRole,
      revokeRole,
      defineRole(rest),
      invitePerson(rest),
      withdrawInvitation,
      acceptInvitation,
      delegate,
      endDelegation,
      exceptDuty(rest),
      withdrawException,
      retryDeadLetter,
    ],
    queries: [
      foundObjects,
      objectHistories(rest),
      members(rest),
      invitationLinks(rest),
      roles(rest),
      dutyExceptions(rest),
      delegations(rest),
      deadLetters,
      securityEntries(rest),
    ],
    events: kernelEvents,
  }
}

function restOf(parts: KernelParts): KernelRest {
  const own = { name: 'kernel', permissions: kernelPermissions }
  return {
    ...parts,
    permissions: new Map(
      [own, ...parts.modules].flatMap((module) =>
        Object.entries(module.permissions).map(([name, each]) => [name, { ...each, module: module.name }] as const),
      ),
    ),
    events: new Map(
      [kernelEvents, ...parts.modules.map((module) => module.events)].flatMap((all) => Object.entries(all)),
    ),
    commandWords: new Map(
      parts.modules.flatMap((module) => module.commands).map(({ contract }) => [contract.name, contract.says]),
    ),
  }
}
