import type { CommandContext, Tx } from '@ennoshita/kernel/server'
import type { Journal } from '../rules/journal.ts'
import { type WrittenJournal, writeJournals } from './write-journals.ts'

/**
 * Posts many journals at once, at most some thousands a transaction, and numbers them in their order. To be called last in a
 * command: the rows of the number series stay locked until it commits. Refuses all of them for one fault.
 */
export async function postInBulk(
  tx: Tx,
  context: Pick<CommandContext, 'actor' | 'today'>,
  journals: readonly Journal[],
): Promise<string[]> {
  const company = context.actor.companyId
  const written = await writeJournals(tx, context, journals)
  const bySeries = [...Map.groupBy(written, ({ series }) => series)].sort(([one], [other]) => (one < other ? -1 : 1))
  await Promise.all(bySeries.map(([series, those]) => takeNumbers(tx, company, series, those)))
  return written.map(({ journalId }) => journalId)
}

function takeNumbers(tx: Tx, company: string, series: string, those: readonly WrittenJournal[]): Promise<number> {
  return tx.run`with taken as (
      insert into kernel.number_series as s (company_id, series, last) values (${company}, ${series}, ${those.length})
      on conflict (company_id, series) do update set last = s.last + excluded.last returning last)
    update ledger.journal j set number = (select last from taken) - ${those.length} + n.place
    from unnest(${those.map(({ journalId }) => journalId)}::uuid[]) with ordinality as n (id, place)
    where j.company_id = ${company} and j.id = n.id`
}
