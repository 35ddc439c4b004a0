import { query, type Sql, sql } from '@ennoshita/kernel/server'
import type { Shift, WithholdingFeesKind } from '@ennoshita/statutes'
import { payables } from '../../contract.ts'
import { isRegisteredOn } from '../../rules/invoice/registration.ts'
import type { PaymentMethod } from '../../rules/payment/payment-form.ts'
import { termsOf } from '../../rules/vendor/payment-terms.ts'
import type { LawClass } from '../../rules/vendor/vendor-form.ts'

type Row = {
  vendorId: string
  code: string
  name: string
  nameKana: string
  isIndividual: boolean
  registrationNumber: string | null
  registeredFrom: string | null
  registeredUntil: string | null
  closingDay: number | null
  payMonthsLater: number | null
  payDay: number | null
  payShift: Shift | null
  method: PaymentMethod
  lawClass: LawClass
  withholdingKind: WithholdingFeesKind | null
  hold: 'account-waiting' | 'no-account' | null
  retiredOn: string | null
  version: number
}
type Open = { vendorId: string; amount: number; count: number }

export const vendorList = query(payables.vendorList, {
  may: 'payables.see-vendors',
  async run({ tx, actor, today, within }, input) {
    const { text, lawClass, waiting, includeRetired, afterKana, afterVendorId, limit } = input
    const company = actor.companyId
    const found: Sql = text ? sql`v.id in (select payables.find_vendors(${company}, ${text}))` : sql`true`
    const inClass: Sql = lawClass ? sql`v.law_class = ${lawClass}` : sql`true`
    const inUse: Sql = includeRetired ? sql`true` : sql`v.retired_on is null`
    const isWaiting: Sql = waiting
      ? sql`exists (select 1 from payables.vendor_bank_account w where w.company_id = v.company_id and w.vendor_id = v.id and w.state = 'waiting')`
      : sql`true`
    const isAfter: Sql =
      afterKana !== undefined && afterVendorId
        ? sql`(v.name_kana, v.id) > (${afterKana}::text, ${afterVendorId}::uuid)`
        : sql`true`
    const rows = await tx.rows<Row>`
      select v.id as "vendorId", v.code, v.name, v.name_kana as "nameKana", v.is_individual as "isIndividual",
        v.registration_number as "registrationNumber", v.registered_from as "registeredFrom", v.registered_until as "registeredUntil",
        v.closing_day as "closingDay", v.pay_months_later as "payMonthsLater", v.pay_day as "payDay", v.pay_shift as "payShift",
        v.method, v.law_class as "lawClass", v.withholding_kind as "withholdingKind", v.retired_on as "retiredOn", v.version,
        case when v.method = 'transfer' then p.hold end as hold
      from payables.vendor v join payables.vendor_pay_account p on p.company_id = v.company_id and p.vendor_id = v.id
      where v.company_id = ${company} and ${within({})} and ${found} and ${inClass} and ${inUse} and ${isWaiting} and ${isAfter}
      order by v.name_kana, v.id limit ${limit + 1}`
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    const open = await tx.rows<Open>`
      select i.vendor_id as "vendorId", sum(case when i.kind = 'credit-note' then - i.payable else i.payable end)::bigint as amount,
        count(*) as count
      from payables.invoice i
      where i.company_id = ${company} and i.state = 'approved' and i.vendor_id = any(${shown.map((row) => row.vendorId)}::uuid[])
        and not exists (select 1 from payables.payment p where p.company_id = i.company_id and p.invoice_id = i.id and p.state = 'paid')
      group by i.vendor_id`
    const openOf = new Map(open.map((each) => [each.vendorId, each]))
    return {
      vendors: shown.map(
        ({ closingDay, payMonthsLater, payDay, payShift, registeredFrom, registeredUntil, ...row }) => ({
          ...row,
          terms: termsOf({ closingDay, payMonthsLater, payDay, payShift }),
          isRegistered: isRegisteredOn({ ...row, registeredFrom, registeredUntil }, today),
          openAmount: openOf.get(row.vendorId)?.amount ?? 0,
          openCount: openOf.get(row.vendorId)?.count ?? 0,
        }),
      ),
      next: last ? { afterKana: last.nameKana, afterVendorId: last.vendorId } : null,
    }
  },
})
