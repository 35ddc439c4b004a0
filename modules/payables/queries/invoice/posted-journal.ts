import type { AnswerOf } from '@ennoshita/kernel'
import type { Tx } from '@ennoshita/kernel/server'
import { taxClassName, taxClassOf } from '@ennoshita/ledger'
import type { payables } from '../../contract.ts'

type JournalShown = NonNullable<AnswerOf<typeof payables.invoiceDetails>['journal']>
type LineRow = Omit<JournalShown['lines'][number], 'taxName'> & { taxKey: string }

/** A journal as it stands in the books, with the names of its accounts. */
export async function postedJournal(tx: Tx, company: string, journalId: string): Promise<JournalShown | null> {
  const [head, lines] = await Promise.all([
    tx.row<{ number: number | null; postedOn: string }>`select number, posted_on as "postedOn"
      from ledger.journal_name where company_id = ${company} and journal_id = ${journalId}`,
    tx.rows<LineRow>`
      select case when l.amount > 0 then 'debit' else 'credit' end as side, l.account_id as "accountId", a.code as "accountCode",
        a.name as "accountName", s.name as "subAccountName", d.name as "departmentName", abs(l.amount) as amount,
        l.tax_class as "taxKey", abs(l.tax_amount) as "taxAmount", l.note
      from ledger.posted_line l join ledger.account_name a on a.company_id = l.company_id and a.account_id = l.account_id
        left join ledger.sub_account_name s on s.company_id = l.company_id and s.account_id = l.account_id and s.sub_account_id = l.sub_account_id
        left join people.department_on(${company}, (select j.posted_on from ledger.journal_name j
          where j.company_id = ${company} and j.journal_id = ${journalId})) d on d.id = l.department_id
      where l.company_id = ${company} and l.journal_id = ${journalId} order by l.line`,
  ])
  return head
    ? {
        ...{ journalId, number: head.number, postedOn: head.postedOn },
        lines: lines.map(({ taxKey, ...line }) => ({
          ...line,
          taxName: taxClassName(taxClassOf(taxKey), head.postedOn),
        })),
      }
    : null
}
