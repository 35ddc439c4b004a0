import {
  type CommandAnswer,
  type CommandContext,
  dateInWords,
  type EventObject,
  type Tx,
} from '@ennoshita/kernel/server'
import { type JournalToWrite, writeJournals } from './write-journals.ts'

type NumberTaken = NonNullable<CommandAnswer<string, unknown>['numbers']>[number]

/** What a command hands on: the journal as an object of its event, and the number that the runner takes last. */
export type PostedJournal = {
  readonly journalId: string
  readonly object: EventObject
  readonly number: NumberTaken
}

/**
 * Posts one journal inside the running command's transaction: the only way into the books. Refuses what does not balance, names
 * what is not there, or falls into a locked month; nothing of the command is then kept.
 */
export async function post(
  tx: Tx,
  context: Pick<CommandContext, 'actor' | 'today'>,
  journal: JournalToWrite,
): Promise<PostedJournal> {
  const [written] = await writeJournals(tx, context, [journal])
  if (!written) throw new Error('No journal was written.')
  const { journalId, series } = written
  const { personId } = context.actor
  return {
    journalId,
    object: {
      type: 'journal',
      id: journalId,
      label: {
        text: `${dateInWords(journal.postedOn)} ${journal.description || journal.partner || '仕訳'}`,
        opens: `/journals/${journalId}`,
        may: 'ledger.see-books',
        own: personId ? [personId] : [],
      },
    },
    number: { series, table: 'ledger.journal', column: 'number', id: journalId },
  }
}
