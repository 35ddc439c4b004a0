import { command, sql } from '@ennoshita/kernel/server'
import { ledger } from '../contract.ts'
import { reverse } from './reverse.ts'

export const reverseJournal = command(ledger.reverseJournal, {
  may: 'ledger.reverse-journals',
  emits: ['ledger.journal-reversed'],
  async run({ tx, actor, today, within }, asked) {
    const reach = within({ own: sql`posted_by` })
    const { object, number, journalId } = await reverse(tx, { actor, today }, asked, reach)
    return {
      events: [
        {
          activity: 'ledger.journal-reversed',
          objects: [
            { type: 'journal', id: asked.journalId, qualifier: 'reversed' },
            { ...object, qualifier: 'reversal' },
          ],
          data: { postedOn: asked.postedOn, reason: asked.reason },
        },
      ],
      answer: { journalId },
      numbers: [number],
    }
  },
})
