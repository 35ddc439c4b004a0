import type { Module } from '@ennoshita/kernel/server'
import { adoptRoutes } from './commands/adopt-routes.ts'
import { findApprovers } from './commands/find-approvers.ts'
import { retireRoute } from './commands/retire-route.ts'
import { setRoute } from './commands/set-route.ts'
import { approvalEvents, approvalPermissions } from './permissions-and-events.ts'
import { matterDetails } from './queries/matter-details.ts'
import { myMatters } from './queries/my-matters.ts'
import { routeList } from './queries/route-list.ts'
import { routePreviews } from './queries/route-previews.ts'
import { waitingApprovals } from './queries/waiting-approvals.ts'

export { askApproval } from './commands/ask-approval.ts'
export { decide } from './commands/decide.ts'
export type { Decided } from './commands/matter-row.ts'
export { sendBack } from './commands/send-back.ts'
export { withdraw } from './commands/withdraw.ts'
export type { ApprovalAsked, ApprovalTold } from './contract/asking.ts'

/** 承認: one engine for every document that somebody approves. */
export const approvals: Module = {
  name: 'approvals',
  tier: 'foundation',
  says: { ja: '承認', en: 'Approvals' },
  tables: new URL('./tables/', import.meta.url),
  permissions: approvalPermissions,
  commands: [setRoute, retireRoute, adoptRoutes, findApprovers],
  queries: [routeList, routePreviews, waitingApprovals, myMatters, matterDetails],
  events: approvalEvents,
}
