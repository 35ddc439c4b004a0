import { command } from '../../command/command.ts'
import { refuseNotFound } from '../../command/refusal.ts'
import { kernel } from '../contract.ts'

/** Ends a named exception: from now on the rule holds for that person again. */
export const withdrawException = command(kernel.withdrawException, {
  may: 'kernel.except-duties',
  emits: ['kernel.exception-withdrawn'],
  async run({ tx, actor, now }, { exceptionId }) {
    const found = await tx.row<{ personId: string }>`update kernel.duty_exception set withdrawn_at = ${now}
      where company_id = ${actor.companyId} and id = ${exceptionId} and withdrawn_at is null returning person_id as "personId"`
    if (!found) refuseNotFound({ ja: '有効な例外', en: 'exception in force' }, 'exceptionId')
    return {
      events: [
        {
          activity: 'kernel.exception-withdrawn',
          objects: [
            { type: 'person', id: found.personId },
            { type: 'duty-exception', id: exceptionId },
          ],
        },
      ],
      answer: {},
    }
  },
})
