import type { LocalDate, Sql, Tx } from '@ennoshita/kernel/server'
import { spreadOf } from '../../rules/recurring/spread.ts'

type Row = {
  invoiceId: string
  invoiceNumber: number | null
  vendorName: string
  isReturn: boolean
  line: number
  description: string
  accountId: string
  accountName: string
  subAccountId: string | null
  departmentId: string | null
  prepaidAccountId: string | null
  cost: number
  spreadFrom: LocalDate
  spreadUntil: LocalDate
  done: { month: LocalDate; journalId: string }[]
}

export type PrepaidLine = Omit<Row, 'done' | 'spreadFrom' | 'spreadUntil'> & {
  readonly months: readonly {
    readonly month: LocalDate
    readonly amount: number
    readonly journalId: string | null
    readonly isDone: boolean
  }[]
}

/** Lines of approved invoices that stand on 前払費用, with the share of each month; `wanted` narrows lines `l` of invoices `i`. */
export async function prepaidLines(tx: Tx, company: string, wanted: Sql, page: Sql): Promise<PrepaidLine[]> {
  const rows = await tx.rows<Row>`
    select l.invoice_id as "invoiceId", i.number as "invoiceNumber", v.name as "vendorName", i.kind = 'credit-note' as "isReturn", l.line,
      l.description, l.account_id as "accountId", a.name as "accountName", l.sub_account_id as "subAccountId",
      coalesce(l.department_id, i.department_id) as "departmentId", i.prepaid_account_id as "prepaidAccountId", l.cost, l.spread_from as "spreadFrom", l.spread_until as "spreadUntil",
      coalesce((select jsonb_agg(jsonb_build_object('month', t.month, 'journalId', t.journal_id)) from payables.prepaid_transfer t
        where t.company_id = l.company_id and t.invoice_id = l.invoice_id and t.line = l.line and t.reversal_id is null), '[]') as done
    from payables.invoice_line l join payables.invoice i on i.company_id = l.company_id and i.id = l.invoice_id
      join payables.vendor v on v.company_id = i.company_id and v.id = i.vendor_id
      join ledger.account_name a on a.company_id = l.company_id and a.account_id = l.account_id
    where l.company_id = ${company} and l.spread_from is not null and i.state = 'approved' and coalesce(l.cost, 0) <> 0 and ${wanted}
    order by l.spread_from, l.invoice_id, l.line ${page}`
  return rows.map(({ done, spreadFrom, spreadUntil, ...line }) => {
    const journalOf = new Map(done.map(({ month, journalId }) => [month, journalId]))
    const months = spreadOf(line.cost, spreadFrom, spreadUntil).map(({ month, amount }) => ({
      ...{ month, amount, journalId: journalOf.get(month) ?? null },
      isDone: journalOf.has(month) || amount === 0,
    }))
    return { ...line, months }
  })
}
