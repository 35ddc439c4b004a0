import { matterQueries } from './contract/matters.ts'
import { routeCommands, routeQueries } from './contract/routes.ts'

export type { CommandToCall } from './contract/matters.ts'
export type { Approver, RouteConditions, RouteStep } from './contract/routes.ts'

/** Everything that the module takes and answers; safe in the browser. */
export const approvals = { ...routeCommands, ...routeQueries, ...matterQueries }
