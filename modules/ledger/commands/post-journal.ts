import { command } from '@ennoshita/kernel/server'
import { ledger } from '../contract.ts'
import { post } from './post.ts'
import { withTaxApart } from './tax-apart.ts'

export const postJournal = command(ledger.postJournal, {
  may: 'ledger.post-journals',
  emits: ['ledger.journal-posted'],
  async run({ tx, actor, today }, { lines, ...journal }) {
    const booked = await withTaxApart(tx, actor.companyId, journal.postedOn, lines)
    const { journalId, object, number } = await post(tx, { actor, today }, { ...journal, lines: booked })
    return {
      events: [
        {
          activity: 'ledger.journal-posted',
          objects: [object],
          data: { postedOn: journal.postedOn, kind: journal.kind, lines: booked.length },
        },
      ],
      answer: { journalId },
      numbers: [number],
    }
  },
})
