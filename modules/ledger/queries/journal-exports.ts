import { query } from '@ennoshita/kernel/server'
import { ledger } from '../contract.ts'
import { journalHeader, journalRows, type SheetJournal, type SheetLine } from '../rules/journal-sheet.ts'
import { taxClassName, taxClassOf } from '../rules/tax-class.ts'
import { journalsFound } from './journal-list.ts'
import { daysInName, departmentNames, mostRows, refuseTooLong } from './sheet-parts.ts'

type Row = Omit<SheetJournal, 'lines'> & Omit<SheetLine, 'taxName'> & { journalId: string; taxKey: string }

export const journalExports = query(ledger.journalExports, {
  may: 'ledger.see-books',
  leaves: 'ledger.journals-exported',
  async run(context, filters) {
    const { tx, actor, today } = context
    const company = actor.companyId
    const rows = await tx.rows<Row>`
      with l as materialized (
        select j.number, j.posted_on, j.kind, j.description, j.partner, j.reverses is not null as reversal, l.company_id, l.journal_id, l.line,
          l.account_id, l.sub_account_id, l.department_id, l.amount, l.tax_amount, l.tax_class, l.note
        from ledger.journal j join ledger.line l on l.company_id = j.company_id and l.journal_id = j.id
        where ${journalsFound(context, filters)}
        order by j.posted_on, j.number, j.id, l.line limit ${mostRows + 1})
      select l.journal_id as "journalId", l.number, l.posted_on as "postedOn", l.kind, l.description, l.partner, l.reversal as "isReversal",
        a.code as "accountCode", a.name as "accountName", s.name as "subAccountName", d.name as "departmentName",
        l.amount, l.tax_amount as "taxAmount", l.tax_class as "taxKey", l.note
      from l join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
        left join ledger.sub_account s on s.company_id = l.company_id and s.account_id = l.account_id and s.id = l.sub_account_id
        left join ${departmentNames(company)} d on d.posted_on = l.posted_on and d.id = l.department_id
      order by l.posted_on, l.number, l.journal_id, l.line`
    if (rows.length > mostRows) refuseTooLong()
    const lines = rows.map(({ taxKey, ...row }) => ({
      ...row,
      taxName: taxClassName(taxClassOf(taxKey), row.postedOn),
    }))
    const journals = [...Map.groupBy(lines, ({ journalId }) => journalId).values()]
    return {
      name: `仕訳帳_${daysInName(filters.fromOn ?? rows[0]?.postedOn ?? today, filters.untilOn ?? rows.at(-1)?.postedOn ?? today)}`,
      header: [...journalHeader],
      rows: journals.flatMap((own) => own.slice(0, 1).flatMap((head) => journalRows({ ...head, lines: own }))),
    }
  },
})
