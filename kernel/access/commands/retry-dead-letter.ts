import { command } from '../../command/command.ts'
import { refuseNotFound } from '../../command/refusal.ts'
import { kernel } from '../contract.ts'

/** Delivers a dead letter once more from the beginning. */
export const retryDeadLetter = command(kernel.retryDeadLetter, {
  may: 'kernel.watch-deliveries',
  emits: ['kernel.delivery-retried'],
  async run({ tx, actor }, { jobId }) {
    const found = await tx.row<{ eventId: string | null }>`
      select kernel.retry_dead_letter(${actor.companyId}, ${jobId}) as "eventId"`
    if (!found?.eventId) refuseNotFound({ ja: '届かなかった連携', en: 'dead letter' }, 'jobId')
    return {
      events: [
        { activity: 'kernel.delivery-retried', objects: [{ type: 'event', id: found.eventId }], data: { jobId } },
      ],
      answer: {},
    }
  },
})
