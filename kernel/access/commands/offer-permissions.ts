import { command } from '../../command/command.ts'
import { kernel } from '../contract.ts'
import { grantPresets } from '../grant-presets.ts'
import type { KernelRest } from '../parts.ts'

/** Gives the preset roles of a company the permissions that a new version of the program brought. */
export const offerPermissions = (rest: KernelRest) =>
  command(kernel.offerPermissions, {
    may: 'kernel.found',
    emits: ['kernel.permissions-offered'],
    internal: true,
    async run({ tx, actor }, { permissions }) {
      await grantPresets(tx, actor.companyId, rest.permissions, permissions)
      return {
        events: [
          {
            activity: 'kernel.permissions-offered',
            objects: [{ type: 'company', id: actor.companyId }],
            data: { permissions },
          },
        ],
        answer: {},
      }
    },
  })
