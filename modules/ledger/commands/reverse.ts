import { dateInWords } from '@ennoshita/kernel'
import {
  type CommandContext,
  type LocalDate,
  refuse,
  refuseNotFound,
  type Sql,
  sql,
  type Tx,
} from '@ennoshita/kernel/server'
import type { Side } from '../rules/divisions.ts'
import { type JournalLine, reversalOf } from '../rules/journal.ts'
import { taxClassOf } from '../rules/tax-class.ts'
import { type PostedJournal, post } from './post.ts'
import { refuseField } from './refuse-posting.ts'

type Original = {
  number: number
  postedOn: LocalDate
  kind: 'ordinary' | 'closing'
  description: string
  partner: string
  reverses: string | null
}

/**
 * Posts the reversal (赤伝票) of a journal inside the running command's transaction. Refuses what was reversed before, is itself a
 * reversal, or would stand before the journal or in a locked month. `reach` keeps the journal within what the actor may reverse.
 */
export async function reverse(
  tx: Tx,
  { actor, today }: Pick<CommandContext, 'actor' | 'today'>,
  { journalId, postedOn, reason }: { journalId: string; postedOn: LocalDate; reason: string },
  reach: Sql = sql`true`,
): Promise<PostedJournal> {
  const company = actor.companyId
  const [original, reversal, lines] = await Promise.all([
    tx.row<Original>`select number, posted_on as "postedOn", kind, description, partner, reverses from ledger.journal
      where company_id = ${company} and id = ${journalId} and ${reach} for no key update`,
    tx.row<{
      number: number
    }>`select number from ledger.journal where company_id = ${company} and reverses = ${journalId}`,
    tx.rows<
      Omit<JournalLine, 'taxClass'> & { side: Side; taxKey: string }
    >`select account_id as "accountId", sub_account_id as "subAccountId", department_id as "departmentId",
        case when amount > 0 then 'debit' else 'credit' end as side, abs(amount) as amount, tax_class as "taxKey",
        abs(tax_amount) as "taxAmount", note
      from ledger.line where company_id = ${company} and journal_id = ${journalId} order by line`,
  ])
  if (!original) refuseNotFound({ ja: '仕訳', en: 'journal' }, 'journalId')
  if (reversal) refuseReversed(original.number, reversal.number)
  if (original.reverses) refuseReversal()
  if (postedOn < original.postedOn)
    refuseField(
      'postedOn',
      'reversal-before-journal',
      {
        ja: `取り消す仕訳の日付（${dateInWords(original.postedOn)}）より前の日付では取り消せません。`,
        en: `A journal of ${original.postedOn} is not reversed before that day.`,
      },
      {
        ja: `${dateInWords(original.postedOn)}以後の、締めていない月の日付にしてください。`,
        en: 'Give that day or a later one in an open month.',
      },
    )
  return post(
    tx,
    { actor, today },
    {
      postedOn,
      kind: original.kind,
      description: `取消 No.${original.number} ${original.description}`.trim(),
      partner: original.partner,
      lines: reversalOf(lines.map(({ taxKey, ...line }) => ({ ...line, taxClass: taxClassOf(taxKey) }))),
      reverses: { journalId, reason },
    },
  )
}

function refuseReversed(number: number, reversal: number): never {
  refuse({
    kind: 'conflict',
    code: 'ledger.reversed-already',
    what: {
      ja: `No.${number}の仕訳は、No.${reversal}で取り消し済みです。`,
      en: `Journal ${number} was reversed already, by journal ${reversal}.`,
    },
    field: 'journalId',
    rule: { says: { ja: '一つの仕訳は一度だけ取り消せます。', en: 'A journal is reversed at most once.' } },
    todo: { ja: '仕訳帳を開き直してください。', en: 'Reload the journals.' },
  })
}

function refuseReversal(): never {
  refuse({
    kind: 'conflict',
    code: 'ledger.is-a-reversal',
    what: { ja: '取消の仕訳は、取り消せません。', en: 'A reversal is not reversed itself.' },
    field: 'journalId',
    rule: {
      says: { ja: '訂正は、取り消してから正しい仕訳を記帳します。', en: 'A correction reverses and posts anew.' },
    },
    todo: { ja: '元の仕訳が正しいときは、同じ内容をもう一度記帳してください。', en: 'Post the same content again.' },
  })
}
