import { query, refuseNotFound, scopeOf } from '@ennoshita/kernel/server'
import { readOwnFacts, vendorColumns, vendorOf } from '../../commands/vendor/vendor-rows.ts'
import { payables } from '../../contract.ts'
import { lawsOf } from '../../rules/invoice/finding.ts'
import { isRegisteredOn } from '../../rules/invoice/registration.ts'
import { nextPayDays, type TermsRow } from '../../rules/vendor/payment-terms.ts'
import { protectionOf } from '../../rules/vendor/protection.ts'
import { checkVendor } from '../../rules/vendor/vendor-check.ts'
import { readHistory, readInvoices, readVendorAccounts } from './vendor-parts.ts'

const payDaysShown = 3

export const vendorDetails = query(payables.vendorDetails, {
  may: 'payables.see-vendors',
  async run(context, { vendorId }) {
    const { tx, actor, today, within } = context
    const company = actor.companyId
    const may = {
      keep: scopeOf(actor, 'payables.keep-vendors') === 'company',
      confirm: scopeOf(actor, 'payables.confirm-bank-accounts') === 'company',
    }
    const [row, own, accounts, invoices, history, hold] = await Promise.all([
      tx.row<Parameters<typeof vendorOf>[0] & TermsRow & { vendorId: string; departmentName: string | null }>`
        select v.id as "vendorId", ${vendorColumns}, v.version, v.retired_on as "retiredOn", d.name as "departmentName"
        from payables.vendor v left join people.department_on(${company}, ${today}) d on d.id = v.department_id
        where v.company_id = ${company} and v.id = ${vendorId} and ${within({})}`,
      readOwnFacts(tx, company),
      readVendorAccounts(context, vendorId, may.keep || may.confirm),
      readInvoices(context, vendorId),
      readHistory(context, vendorId),
      tx.row<{ hold: 'account-waiting' | 'no-account' | null }>`select hold from payables.vendor_pay_account
        where company_id = ${company} and vendor_id = ${vendorId}`,
    ])
    if (!row) refuseNotFound({ ja: '取引先', en: 'vendor' }, 'vendorId')
    const { phoneSetAt: _, ...vendor } = vendorOf(row)
    const protection = protectionOf(vendor, own, today)
    const checked = checkVendor(vendor, own, today)
    return {
      ...vendor,
      isRegistered: isRegisteredOn(vendor, today),
      protection: {
        toriteki: protection.toriteki,
        freelance: protection.freelance,
        findings: [...protection.findings],
        because: lawsOf(protection.because),
      },
      nextPayDays: nextPayDays(today, vendor.terms, payDaysShown),
      warnings: checked.ok ? [...checked.warnings] : [checked.fault],
      hold: vendor.method === 'transfer' ? (hold?.hold ?? null) : null,
      accounts,
      invoices,
      history,
      may,
    }
  },
})
