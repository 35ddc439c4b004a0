import { dateInWords, type EventObject, newId, type Tx } from '@ennoshita/kernel/server'
import type { ComposedTransfer } from './compose-run.ts'

/** Writes the transfers of a run and the invoices in them, in place of those that were there. */
export async function writeTransfers(
  tx: Tx,
  company: string,
  runId: string,
  transfers: readonly ComposedTransfer[],
  isTransfer: boolean,
): Promise<void> {
  const each = <Value>(value: (transfer: ComposedTransfer) => Value): Value[] => transfers.map(value)
  const bank = (value: (to: ComposedTransfer['to']) => string | null) =>
    each(({ to }) => (isTransfer ? value(to) : null))
  const parts = transfers.flatMap(({ transferId, parts }) => parts.map((part) => ({ ...part, transferId })))
  const all = <Value>(value: (part: (typeof parts)[number]) => Value): Value[] => parts.map(value)
  await Promise.all([
    tx.run`delete from payables.payment where company_id = ${company} and run_id = ${runId}`,
    tx.run`delete from payables.transfer where company_id = ${company} and run_id = ${runId}`,
    tx.run`insert into payables.transfer (company_id, id, run_id, place, vendor_id, bank_account_id, bank_code, bank_kana, branch_code, branch_kana,
        account_type, account_number, holder_kana, total, withheld, fee_by_payee, fee_by_us)
      select ${company}, t.id, ${runId}, t.place, t.vendor_id, t.bank_account_id, t.bank_code, t.bank_kana, t.branch_code, t.branch_kana,
        t.account_type, t.account_number, t.holder_kana, t.total, t.withheld, t.by_payee, t.by_us
      from unnest(${each(({ transferId }) => transferId)}::uuid[], ${each(({ place }) => place)}::smallint[], ${each(({ vendorId }) => vendorId)}::uuid[],
        ${bank((to) => to.bankAccountId)}::uuid[], ${bank((to) => to.bankCode)}::text[], ${bank((to) => to.bankKana)}::text[],
        ${bank((to) => to.branchCode)}::text[], ${bank((to) => to.branchKana)}::text[], ${bank((to) => to.accountType)}::text[],
        ${bank((to) => to.accountNumber)}::text[], ${bank((to) => to.holderKana)}::text[], ${each(({ total }) => total)}::bigint[],
        ${each(({ withheld }) => withheld)}::bigint[], ${each(({ byPayee }) => byPayee)}::bigint[], ${each(({ byUs }) => byUs)}::bigint[]
      ) as t (id, place, vendor_id, bank_account_id, bank_code, bank_kana, branch_code, branch_kana, account_type, account_number, holder_kana,
        total, withheld, by_payee, by_us)`,
    tx.run`insert into payables.payment (company_id, id, run_id, transfer_id, invoice_id, total, withheld, withholding_group)
      select ${company}, p.id, ${runId}, p.transfer_id, p.invoice_id, p.total, p.withheld, p.withholding_group
      from unnest(${all(() => newId())}::uuid[], ${all(({ transferId }) => transferId)}::uuid[], ${all(({ invoiceId }) => invoiceId)}::uuid[],
        ${all(({ total }) => total)}::bigint[], ${all(({ withheld }) => withheld)}::bigint[],
        ${all(({ withholdingGroup }) => withholdingGroup)}::text[]
      ) as p (id, transfer_id, invoice_id, total, withheld, withholding_group)`,
  ])
}

/** A payment run as events and search know it. */
export function runObject(runId: string, payOn: string, sourceName: string): EventObject {
  return {
    type: 'payment-run',
    id: runId,
    label: {
      text: `${dateInWords(payOn)}の支払 ${sourceName}`,
      opens: `/payments/${runId}`,
      may: 'payables.see-payments',
    },
  }
}

/** The invoices of a run as objects of its events: each belongs to the story of its own matter. */
export function invoiceObjects(invoiceIds: readonly string[]): EventObject[] {
  return invoiceIds.map((id) => ({ type: 'invoice', id }))
}
