import type { LocalDate, Tx } from '@ennoshita/kernel/server'
import type { PaymentMethod } from '../../rules/payment/payment-form.ts'
import { type ProtectedFacts, protectionOf } from '../../rules/vendor/protection.ts'
import { readSettings } from '../settings/read-settings.ts'
import type { LockedRun } from './lock-run.ts'
import { refuseConflict } from './refuse-payment.ts'

/**
 * Refuses to go on with a run whose vendors are not what they were when it was prepared: another way of payment, a bank account that was
 * changed or waits, or a fee that may no longer be taken off because 取適法 protects the vendor after all.
 */
export async function refuseChangedVendors(tx: Tx, company: string, run: LockedRun): Promise<void> {
  if (run.method === 'transfer') await refuseChangedAccounts(tx, company, run.runId)
  const [settings, vendors] = await Promise.all([
    readSettings(tx, company),
    tx.rows<ProtectedFacts & { name: string; method: PaymentMethod; feeByPayee: number; on: LocalDate }>`
      select v.name, v.method, t.fee_by_payee as "feeByPayee", v.law_class as "lawClass", v.commission_kind as "commissionKind",
        v.is_individual as "isIndividual", v.capital, v.employees, v.officers,
        (select min(i.service_from) from payables.payment p join payables.invoice i on i.company_id = p.company_id and i.id = p.invoice_id
          where p.company_id = t.company_id and p.transfer_id = t.id) as "on"
      from payables.transfer t join payables.vendor v on v.company_id = t.company_id and v.id = t.vendor_id
      where t.company_id = ${company} and t.run_id = ${run.runId} and t.sent > 0 order by t.place`,
  ])
  const todo = { ja: '支払を取りやめて、準備し直してください。', en: 'Cancel the run and prepare it anew.' }
  for (const { name, method, feeByPayee, on, ...vendor } of vendors) {
    if (method !== run.method)
      refuseConflict(
        'runId',
        'method-changed',
        {
          ja: `${name}の支払方法が、準備のあとで変わりました。`,
          en: `The method of ${name} changed after the run was prepared.`,
        },
        todo,
        {
          says: { ja: '二つの方法で二重に支払わないための確認です。', en: 'Nobody is paid twice by two methods.' },
        },
      )
    if (feeByPayee === 0) continue
    const { toriteki, isUnknown } = protectionOf(vendor, settings, on)
    if (toriteki || isUnknown)
      refuseConflict(
        'runId',
        'fee-on-payee',
        {
          ja: `${name}は、準備のあとで取適法の対象になったか、対象か分からなくなりました。振込手数料を差し引けません。`,
          en: `${name} may be protected by 取適法 now: the transfer fee must not be taken off.`,
        },
        todo,
        {
          says: { ja: '合意があっても代金の減額に当たります。', en: 'It reduces the price, even with consent.' },
          source: '取適法5条1項3号',
        },
      )
  }
}

/** Refuses to go on with a vendor whose account was changed since the run was prepared, or waits for its confirmation. */
async function refuseChangedAccounts(tx: Tx, company: string, runId: string): Promise<void> {
  const changed = await tx.row<{ name: string; hold: string | null }>`
    select v.name, a.hold from payables.transfer t
      join payables.vendor v on v.company_id = t.company_id and v.id = t.vendor_id
      join payables.vendor_pay_account a on a.company_id = t.company_id and a.vendor_id = t.vendor_id
    where t.company_id = ${company} and t.run_id = ${runId} and t.sent > 0
      and (a.hold is not null or a.bank_account_id is distinct from t.bank_account_id)
    order by t.place limit 1`
  if (!changed) return
  const rule = {
    says: {
      ja: '変更された口座には、別の人が電話で確認するまで振り込みません。',
      en: 'Nothing is transferred to a changed account until a second person has called back.',
    },
  }
  if (changed.hold !== null)
    refuseConflict(
      'runId',
      'account-waiting',
      {
        ja: `${changed.name}の振込先口座が、確認を待っています。`,
        en: `The bank account of ${changed.name} waits for its confirmation.`,
      },
      { ja: '口座を確認するか、この取引先を外してください。', en: 'Confirm the account, or leave this vendor out.' },
      rule,
    )
  refuseConflict(
    'runId',
    'account-changed',
    {
      ja: `${changed.name}の振込先口座が、準備のあとで変わりました。`,
      en: `The bank account of ${changed.name} changed after the run was prepared.`,
    },
    { ja: '支払を取りやめて、準備し直してください。', en: 'Cancel the run and prepare it anew.' },
    rule,
  )
}
