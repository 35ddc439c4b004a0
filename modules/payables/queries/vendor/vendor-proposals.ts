import { query, refuseNotFound } from '@ennoshita/kernel/server'
import type { WithholdingFeesKind } from '@ennoshita/statutes'
import { payables } from '../../contract.ts'
import { type PastLine, proposalsOf } from '../../rules/invoice/proposal.ts'
import { isRegisteredOn, type Registration } from '../../rules/invoice/registration.ts'
import type { PaymentMethod } from '../../rules/payment/payment-form.ts'
import { payDayOf, type TermsRow, termsOf } from '../../rules/vendor/payment-terms.ts'

const invoicesLookedAt = 5

type Row = TermsRow &
  Registration & {
    departmentId: string | null
    withholdingKind: WithholdingFeesKind | null
    method: PaymentMethod
  }

export const vendorProposals = query(payables.vendorProposals, {
  may: 'payables.see-vendors',
  async run({ tx, actor, today, within }, { vendorId, receivedOn = today }) {
    const company = actor.companyId
    const [vendor, lines] = await Promise.all([
      tx.row<Row>`select v.closing_day as "closingDay", v.pay_months_later as "payMonthsLater", v.pay_day as "payDay", v.pay_shift as "payShift",
          v.registration_number as "registrationNumber", v.registered_from as "registeredFrom", v.registered_until as "registeredUntil",
          v.department_id as "departmentId", v.withholding_kind as "withholdingKind", v.method
        from payables.vendor v where v.company_id = ${company} and v.id = ${vendorId} and ${within({})}`,
      tx.rows<PastLine>`
        with last as (select i.id, i.received_on, i.department_id from payables.invoice i
          where i.company_id = ${company} and i.vendor_id = ${vendorId} and i.state = 'approved' and i.kind = 'ordinary'
          order by i.received_on desc, i.id desc limit ${invoicesLookedAt})
        select l.invoice_id as "invoiceId", l.account_id as "accountId", a.name as "accountName", s.sub_account_id as "subAccountId",
          s.name as "subAccountName", d.id as "departmentId", d.name as "departmentName", l.tax_kind as "taxKind", l.use, l.ground
        from last i join payables.invoice_line l on l.company_id = ${company} and l.invoice_id = i.id
          join ledger.account_name a on a.company_id = ${company} and a.account_id = l.account_id and (a.closed_on is null or a.closed_on >= ${today})
          left join ledger.sub_account_name s on s.company_id = ${company} and s.account_id = l.account_id and s.sub_account_id = l.sub_account_id
          left join people.department_on(${company}, ${today}) d on d.id = coalesce(l.department_id, i.department_id)
        order by i.received_on desc, i.id desc, l.line`,
    ])
    if (!vendor) refuseNotFound({ ja: '取引先', en: 'vendor' }, 'vendorId')
    const { withholdingKind, method } = vendor
    const proposals = proposalsOf(lines, vendor, receivedOn)
    const terms = termsOf(vendor)
    return {
      invoices: proposals[0]?.of ?? 0,
      lines: proposals,
      departmentId: vendor.departmentId ?? proposals[0]?.departmentId ?? null,
      due: terms && payDayOf(receivedOn, terms),
      isRegistered: isRegisteredOn(vendor, receivedOn),
      withholdingKind,
      method,
    }
  },
})
