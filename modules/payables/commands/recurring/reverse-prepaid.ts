import { command, type LocalDate, refuseNotFound } from '@ennoshita/kernel/server'
import { reverse } from '@ennoshita/ledger/server'
import { payables } from '../../contract.ts'

export const reversePrepaid = command(payables.reversePrepaid, {
  may: 'payables.post-accruals',
  emits: ['payables.prepaid-reversed'],
  async run(context, { invoiceId, postedOn, reason }) {
    const { tx, actor, within } = context
    const company = actor.companyId
    await tx.run`select pg_advisory_xact_lock(hashtextextended(${company}::text || ' payables.prepaid', 4649))`
    const journals = await tx.rows<{ journalId: string; postedOn: LocalDate }>`
      select distinct journal_id as "journalId", posted_on as "postedOn" from payables.prepaid_transfer
      where company_id = ${company} and invoice_id = ${invoiceId} and reversal_id is null and ${within({})} order by posted_on, journal_id`
    if (journals.length === 0) refuseNotFound({ ja: '前払費用の振替', en: 'transfer of prepaid expenses' }, 'invoiceId')
    const posted = []
    for (const journal of journals) {
      const day = postedOn < journal.postedOn ? journal.postedOn : postedOn
      const reversal = await reverse(tx, context, { journalId: journal.journalId, postedOn: day, reason })
      await tx.run`update payables.prepaid_transfer set reversal_id = ${reversal.journalId}
        where company_id = ${company} and journal_id = ${journal.journalId}`
      posted.push(reversal)
    }
    return {
      events: [
        {
          activity: 'payables.prepaid-reversed',
          objects: [{ type: 'invoice', id: invoiceId }, ...posted.map(({ object }) => object)],
          data: { reason, journals: posted.length },
        },
      ],
      answer: { journalIds: posted.map(({ journalId }) => journalId) },
      numbers: posted.map(({ number }) => number),
    }
  },
})
