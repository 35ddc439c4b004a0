import { query, refuseNotFound, sql } from '@ennoshita/kernel/server'
import { type LineShown, ledger } from '../contract.ts'
import { taxClassName, taxClassOf } from '../rules/tax-class.ts'
import { relatedTo } from './related-to.ts'

type Head = {
  number: number | null
  series: string
  postedOn: string
  kind: 'ordinary' | 'closing'
  description: string
  partner: string
  amount: number
}
type Link = { journalId: string; number: number | null; postedOn: string; reason: string }
type Made = { eventId: string; command: string; activity: string; occurredAt: string; personName: string | null }

export const journalDetails = query(ledger.journalDetails, {
  may: 'ledger.see-books',
  async run({ tx, actor, within }, { journalId }) {
    const company = actor.companyId
    const [head, lines, reversed, reversal, made] = await Promise.all([
      tx.row<Head>`select number, series, posted_on as "postedOn", kind, description, partner, amount
        from ledger.journal where company_id = ${company} and id = ${journalId} and ${within({ own: sql`posted_by` })}`,
      tx.rows<Omit<LineShown, 'taxClass' | 'taxName'> & { taxKey: string }>`
        select l.line, l.account_id as "accountId", a.code as "accountCode", a.name as "accountName", l.sub_account_id as "subAccountId",
          s.name as "subAccountName", l.department_id as "departmentId", d.name as "departmentName",
          case when l.amount > 0 then 'debit' else 'credit' end as side, abs(l.amount) as amount, l.tax_class as "taxKey",
          abs(l.tax_amount) as "taxAmount", l.note
        from ledger.line l join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
          left join ledger.sub_account s on s.company_id = l.company_id and s.account_id = l.account_id and s.id = l.sub_account_id
          left join people.department_on(${company}, (select j.posted_on from ledger.journal j where j.company_id = ${company} and j.id = ${journalId})) d
            on d.id = l.department_id
        where l.company_id = ${company} and l.journal_id = ${journalId} order by l.line`,
      tx.row<Link>`select o.id as "journalId", o.number, o.posted_on as "postedOn", r.reason from ledger.journal r
        join ledger.journal o on o.company_id = r.company_id and o.id = r.reverses where r.company_id = ${company} and r.id = ${journalId}`,
      tx.row<Link>`select id as "journalId", number, posted_on as "postedOn", reason from ledger.journal
        where company_id = ${company} and reverses = ${journalId}`,
      tx.row<Made>`select e.id as "eventId", c.name as command, e.activity, e.occurred_at as "occurredAt", n.display_name as "personName"
        from kernel.event_object o join kernel.event e on e.company_id = o.company_id and e.id = o.event_id
          join kernel.command c on c.company_id = e.company_id and c.id = e.command_id
          left join people.person_name n on n.company_id = e.company_id and n.person_id = e.actor
        where o.company_id = ${company} and o.object_id = ${journalId} and o.object_type = 'journal' order by e.recorded_at limit 1`,
    ])
    if (!head) refuseNotFound({ ja: '仕訳', en: 'journal' }, 'journalId')
    const { series, ...shown } = head
    const related = made ? await relatedTo(tx, actor, { eventId: made.eventId, journalId }) : []
    return {
      ...{ journalId, ...shown, numberedIn: series.split(' ').at(-1) ?? '' },
      lines: lines.map(({ taxKey, ...line }) => {
        const taxClass = taxClassOf(taxKey)
        return { ...line, taxClass, taxName: taxClassName(taxClass, head.postedOn) }
      }),
      reverses: reversed ?? null,
      reversedBy: reversal ?? null,
      madeBy: made ?? null,
      related,
    }
  },
})
