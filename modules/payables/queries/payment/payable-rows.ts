import { type LocalDate, type Sql, sql, type Tx } from '@ennoshita/kernel/server'
import type { CommissionKind, Shift, WithholdingFeesKind } from '@ennoshita/statutes'
import type { FeeBearer, PaymentMethod, WithholdingGroup } from '../../rules/payment/payment-form.ts'

/** An approved invoice with what its payment depends on, of invoice and vendor. */
export type PayableRow = {
  readonly invoiceId: string
  readonly number: number | null
  readonly kind: 'ordinary' | 'credit-note'
  readonly state: string
  readonly vendorNumber: string
  readonly departmentId: string | null
  readonly dueOn: LocalDate
  readonly serviceFrom: LocalDate
  readonly currency: string | null
  readonly total: number
  readonly withholding: number
  readonly withholdingGroup: WithholdingGroup | null
  readonly withholdingKind: WithholdingFeesKind | null
  readonly vendorId: string
  readonly vendorName: string
  readonly vendorKana: string
  readonly method: PaymentMethod
  readonly feeBearer: FeeBearer
  readonly closingDay: number | null
  readonly shift: Shift | null
  readonly isIndividual: boolean
  readonly lawClass: 'none' | 'toritekihou' | 'freelance'
  readonly commissionKind: CommissionKind | null
  readonly capital: number | null
  readonly employees: number | null
  readonly officers: number | null
  readonly bankAccountId: string | null
  readonly bankCode: string | null
  readonly bankKana: string | null
  readonly branchCode: string | null
  readonly branchKana: string | null
  readonly accountType: string | null
  readonly accountNumber: string | null
  readonly holderKana: string | null
  readonly hold: 'account-waiting' | 'no-account' | null
  /** The number of the journal by which the books took its debt back by hand. */
  readonly reversedBy: number | null
}

/** Approved invoices that meet a condition on `i` (payables.invoice), with the account that a transfer would go to today. */
export function payableRows(
  tx: Tx,
  company: string,
  condition: Sql,
  order: Sql = sql`i.due_on, i.id`,
  limit = 2_001,
): Promise<PayableRow[]> {
  return tx.rows<PayableRow>`
    with chosen as (select i.* from payables.invoice i where i.company_id = ${company} and ${condition} order by ${order} limit ${limit})
    select i.id as "invoiceId", i.number, i.kind, i.state, i.vendor_number as "vendorNumber", i.department_id as "departmentId", i.due_on as "dueOn",
      i.service_from as "serviceFrom", i.currency, i.total, i.withholding, v.withholding_group as "withholdingGroup", v.withholding_kind as "withholdingKind", v.id as "vendorId", v.name as "vendorName",
      v.name_kana as "vendorKana", v.method, v.fee_bearer as "feeBearer", v.closing_day as "closingDay", v.pay_shift as shift, v.law_class as "lawClass",
      v.is_individual as "isIndividual",      v.commission_kind as "commissionKind", v.capital, v.employees, v.officers, a.bank_account_id as "bankAccountId", a.bank_code as "bankCode",
      a.bank_kana as "bankKana", a.branch_code as "branchCode", a.branch_kana as "branchKana", a.account_type as "accountType",
      a.account_number as "accountNumber", a.holder_kana as "holderKana", a.hold,
      (select j.number from ledger.journal_name j where j.company_id = i.company_id and j.reverses = i.journal_id) as "reversedBy"
    from chosen i join payables.vendor v on v.company_id = i.company_id and v.id = i.vendor_id
      join payables.vendor_pay_account a on a.company_id = v.company_id and a.vendor_id = v.id
    order by ${order}`
}
