import { command } from '../../command/command.ts'
import { refuseNotFound } from '../../command/refusal.ts'
import { addDays } from '../../dates/local-date.ts'
import { sql } from '../../sql/sql.ts'
import { kernel } from '../contract.ts'

/** Ends a delegation at once; one that has not begun is removed. */
export const endDelegation = command(kernel.endDelegation, {
  may: 'kernel.delegate',
  emits: ['kernel.delegation-ended'],
  async run({ tx, actor, today, within }, { delegationId }) {
    const found = await tx.row<{ personId: string; deputyId: string; fromOn: string }>`
      select person_id as "personId", deputy_id as "deputyId", from_on as "fromOn" from kernel.delegation
      where company_id = ${actor.companyId} and id = ${delegationId} and until_on >= ${today}
        and ${within({ own: sql`person_id` })} for update`
    if (!found) refuseNotFound({ ja: '代理', en: 'delegation' }, 'delegationId')
    if (found.fromOn >= today)
      await tx.run`delete from kernel.delegation where company_id = ${actor.companyId} and id = ${delegationId}`
    else
      await tx.run`update kernel.delegation set until_on = ${addDays(today, -1)} where company_id = ${actor.companyId} and id = ${delegationId}`
    return {
      events: [
        {
          activity: 'kernel.delegation-ended',
          objects: [
            { type: 'person', id: found.personId },
            { type: 'person', id: found.deputyId, qualifier: 'deputy' },
            { type: 'delegation', id: delegationId },
          ],
        },
      ],
      answer: {},
    }
  },
})
