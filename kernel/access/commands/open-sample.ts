import { command } from '../../command/command.ts'
import { kernel } from '../contract.ts'

/** Opens a company as the sample, once it is lived through: from now on its people are chosen without a password, on this machine. */
export const openSample = command(kernel.openSample, {
  may: 'kernel.found',
  emits: ['kernel.sample-opened'],
  internal: true,
  async run({ tx, actor }) {
    await tx.run`update kernel.company set sample = true where company_id = ${actor.companyId}`
    return {
      events: [{ activity: 'kernel.sample-opened', objects: [{ type: 'company', id: actor.companyId }] }],
      answer: {},
    }
  },
})
