import { kernelCommands } from './contract/commands.ts'
import { kernelQueries } from './contract/queries.ts'

export type { EventLine, RoleFace } from './contract/queries.ts'

/** Companies, roles, grants, invitations, delegations and the log: what the kernel offers to screens and programs. */
export const kernel = { ...kernelCommands, ...kernelQueries }
