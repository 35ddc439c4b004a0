import type { Tx, Words } from '@ennoshita/kernel/server'
import { withholdingFees } from '@ennoshita/statutes'
import { feesBeforeOf } from '../../queries/invoice/vendor-before.ts'
import type { PayableRow } from '../../queries/payment/payable-rows.ts'
import { yen } from '../../rules/invoice/finding.ts'
import { isPaidWith } from '../../rules/payment/withheld-tax.ts'

/**
 * Where the tax withheld from fees that are paid together is not what the law gives for their sum: each approval took what it added to
 * those before it, and one of those may have been cancelled since. What a clerk has entered with a reason is left alone.
 */
export async function withheldNotices(
  tx: Tx,
  company: string,
  rows: readonly PayableRow[],
  today: string,
): Promise<Words[]> {
  const told: Words[] = []
  const groups = Map.groupBy(
    rows.filter(({ withholdingKind }) => withholdingKind !== null && withholdingKind !== 'hostess'),
    ({ vendorId, withholdingKind, dueOn }) =>
      `${vendorId} ${withholdingKind === 'sales-agent' ? dueOn.slice(0, 7) : dueOn}`,
  )
  for (const [row] of groups.values()) {
    if (!row || row.withholdingKind === null) continue
    const { vendorId, dueOn, vendorName, withholdingKind: kind } = row
    const together = (
      await tx.rows<{ kind: string; dueOn: string; withholding: number; isEntered: boolean }>`
        select kind, due_on as "dueOn", withholding, withholding_entered is not null as "isEntered" from payables.invoice
        where company_id = ${company} and vendor_id = ${vendorId} and state = 'approved'
          and due_on >= date_trunc('month', ${dueOn}::date) and due_on < date_trunc('month', ${dueOn}::date) + interval '1 month'`
    ).filter((other) => isPaidWith(kind, dueOn, other.dueOn))
    if (together.some(({ isEntered }) => isEntered)) continue
    const withheld = together.reduce(
      (sum, each) => sum + (each.kind === 'credit-note' ? -each.withholding : each.withholding),
      0,
    )
    const form = { vendorId, dueOn }
    const fee = await feesBeforeOf(tx, { company, today, form, vendor: { withholdingKind: kind }, invoiceId: null })
    const { tax } = withholdingFees({ paidOn: dueOn, fee: Math.max(0, fee), kind }, { preview: true })
    if (tax === withheld) continue
    told.push({
      ja: `${vendorName}：一緒に支払う報酬${yen(fee)}円の源泉徴収税額は法令どおりなら${yen(tax)}円ですが、請求書の合計は${yen(withheld)}円です。取り消した請求書がないか確かめ、違うときは訂正してください。`,
      en: `${vendorName}: of fees of ${yen(fee)} yen paid together the law withholds ${yen(tax)} yen, the invoices ${yen(withheld)} yen. Correct them if one was cancelled.`,
    })
  }
  return told
}
