import { query, type Sql, sql } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import type { TaxKind } from '../../rules/invoice/invoice-form.ts'

type Row = {
  recurringId: string
  version: number
  vendorId: string
  vendorName: string
  title: string
  everyMonths: 1 | 2 | 3 | 6 | 12
  startsMonth: string
  endsMonth: string | null
  arrivesMonthsLater: number
  arrivesDay: number
  amount: number
  note: string
  lines: {
    accountId: string
    accountName: string
    subAccountId: string | null
    subAccountName: string | null
    departmentId: string | null
    departmentName: string | null
    description: string
    amount: number
    taxKind: TaxKind
  }[]
}

export const recurringList = query(payables.recurringList, {
  may: 'payables.see-recurring',
  async run({ tx, actor, today, within }, { vendorId, includeEnded }) {
    const company = actor.companyId
    const ofVendor: Sql = vendorId ? sql`r.vendor_id = ${vendorId}` : sql`true`
    const open: Sql = includeEnded
      ? sql`true`
      : sql`(r.ends_month is null or r.ends_month >= date_trunc('month', ${today}::date))`
    return tx.rows<Row>`
      select r.id as "recurringId", r.version, r.vendor_id as "vendorId", v.name as "vendorName", r.title, r.every_months as "everyMonths",
        r.starts_month as "startsMonth", r.ends_month as "endsMonth", r.arrives_months_later as "arrivesMonthsLater",
        r.arrives_day as "arrivesDay", r.amount, r.note,
        (select jsonb_agg(jsonb_build_object('accountId', l.account_id, 'accountName', a.name, 'subAccountId', l.sub_account_id,
            'subAccountName', s.name, 'departmentId', l.department_id, 'departmentName', d.name, 'description', l.description,
            'amount', l.amount, 'taxKind', l.tax_kind) order by l.line)
          from payables.recurring_line l
            join ledger.account_name a on a.company_id = l.company_id and a.account_id = l.account_id
            left join ledger.sub_account_name s on s.company_id = l.company_id and s.account_id = l.account_id and s.sub_account_id = l.sub_account_id
            left join people.department_on(${company}, ${today}) d on d.id = l.department_id
          where l.company_id = r.company_id and l.recurring_id = r.id) as lines
      from payables.recurring r join payables.vendor v on v.company_id = r.company_id and v.id = r.vendor_id
      where r.company_id = ${company} and ${within({})} and ${ofVendor} and ${open}
      order by v.name_kana, r.title, r.id limit 2000`
  },
})
