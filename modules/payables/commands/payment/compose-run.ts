import { type LocalDate, newId, refuseNotFound, sql, type Tx, type Words } from '@ennoshita/kernel/server'
import { type PayableRow, payableRows } from '../../queries/payment/payable-rows.ts'
import { closingDayOf, dueDateFindings, holdFindings } from '../../rules/invoice/due-date-findings.ts'
import { type InvoiceToPay, type MergedTransfer, mergeTransfers } from '../../rules/payment/merge-transfers.ts'
import type { FeeBearer, PaymentMethod } from '../../rules/payment/payment-form.ts'
import { type FeeShares, feesFor, shareFee } from '../../rules/payment/transfer-fee.ts'
import { protectionOf } from '../../rules/vendor/protection.ts'
import { readSettings, type SettingsRead } from '../settings/read-settings.ts'
import { refuseWithoutWithheldPart } from './payment-accounts.ts'
import { refuseConflict } from './refuse-payment.ts'
import type { RunSource } from './run-source.ts'
import { withheldNotices } from './withheld-in-run.ts'

export type RunTerms = {
  readonly runId: string
  readonly source: RunSource
  readonly payOn: LocalDate
  readonly method: PaymentMethod
  readonly feeBearer: FeeBearer | null
  readonly today: LocalDate
}

export type ComposedTransfer = MergedTransfer &
  FeeShares & { readonly transferId: string; readonly place: number; readonly to: PayableRow }
export type ComposedRun = {
  readonly transfers: readonly ComposedTransfer[]
  readonly total: number
  readonly warnings: Words[]
}

/**
 * Locks the invoices and makes one transfer a vendor of them, or refuses with the first that cannot be paid: not approved, in another run,
 * held, paid otherwise, or credited beyond what is owed. After this nobody else can plan or cancel them before this transaction ends.
 */
export async function composeRun(
  tx: Tx,
  company: string,
  invoiceIds: readonly string[],
  terms: RunTerms,
): Promise<ComposedRun> {
  await tx.run`select id from payables.invoice where company_id = ${company} and id = any(${invoiceIds}::uuid[]) order by id for no key update`
  const [rows, taken, settings] = await Promise.all([
    payableRows(tx, company, sql`i.id = any(${invoiceIds}::uuid[])`),
    tx.rows<{
      invoiceId: string
      number: number | null
      state: string
    }>`select p.invoice_id as "invoiceId", r.number, p.state from payables.payment p
      join payables.payment_run r on r.company_id = p.company_id and r.id = p.run_id
      where p.company_id = ${company} and p.invoice_id = any(${invoiceIds}::uuid[]) and p.state in ('planned', 'paid') and p.run_id <> ${terms.runId}`,
    readSettings(tx, company),
  ])
  const known = new Map(rows.map((row) => [row.invoiceId, row]))
  const takenBy = new Map(taken.map((each) => [each.invoiceId, each]))
  for (const [place, invoiceId] of invoiceIds.entries())
    refuseUnpayable(known.get(invoiceId), takenBy.get(invoiceId), `invoiceIds.${place}`, terms, settings)
  const withheldAt = invoiceIds.findIndex((invoiceId) => (known.get(invoiceId)?.withholding ?? 0) !== 0)
  if (withheldAt >= 0) await refuseWithoutWithheldPart(tx, company, settings, `invoiceIds.${withheldAt}`)
  const inOrder = rows.toSorted(byVendor)
  const { transfers, tooLarge } = mergeTransfers(inOrder.map(toPay))
  const [large] = tooLarge
  if (large)
    refuseOffset(
      inOrder.find(({ vendorId }) => vendorId === large.vendorId),
      large.short,
      invoiceIds,
    )
  const composed = transfers.map((transfer, index) => withFee(transfer, index + 1, inOrder, invoiceIds, terms))
  return {
    transfers: composed,
    total: composed.reduce((sum, { sent }) => sum + sent, 0),
    warnings: [
      ...(await otherTransfers(tx, company, composed, terms)),
      ...(await withheldNotices(tx, company, rows, terms.today)),
      ...rows.flatMap((row) => warningsOf(row, terms, settings)),
    ].slice(0, 50),
  }
}

const byVendor = (one: PayableRow, other: PayableRow): number => {
  const [first, second] = [
    `${one.vendorKana} ${one.vendorId} ${one.dueOn}`,
    `${other.vendorKana} ${other.vendorId} ${other.dueOn}`,
  ]
  return first < second ? -1 : first > second ? 1 : one.invoiceId < other.invoiceId ? -1 : 1
}

const toPay = ({ invoiceId, vendorId, kind, total, withholding, withholdingGroup }: PayableRow): InvoiceToPay => ({
  ...{ invoiceId, vendorId, kind, total, withholding },
  withholdingGroup: withholding === 0 ? null : (withholdingGroup ?? 'other'),
})

function refuseUnpayable(
  row: PayableRow | undefined,
  taken: { number: number | null; state: string } | undefined,
  field: string,
  { method, feeBearer, today }: RunTerms,
  settings: SettingsRead,
): void {
  if (!row) refuseNotFound({ ja: '請求書', en: 'invoice' }, field)
  const name = `${row.vendorName}（受付${row.number ?? '—'}）`
  if (taken)
    refuseConflict(
      field,
      taken.state === 'paid' ? 'paid-already' : 'planned-already',
      taken.state === 'paid'
        ? { ja: `${name}は、支払 No.${taken.number}で支払済みです。`, en: `${name} was paid by run ${taken.number}.` }
        : { ja: `${name}は、支払 No.${taken.number}に入っています。`, en: `${name} stands in run ${taken.number}.` },
      { ja: 'この請求書を外してください。', en: 'Leave this invoice out.' },
      { says: { ja: '一つの請求書は一度だけ支払います。', en: 'An invoice is paid once.' } },
    )
  if (row.state !== 'approved')
    refuseConflict(
      field,
      'not-approved',
      { ja: `${name}は承認されていません。`, en: `${name} is not approved.` },
      { ja: '承認されてから支払ってください。', en: 'Pay it once it is approved.' },
    )
  if (row.method !== method)
    refuseConflict(
      field,
      'method',
      { ja: `${name}の支払方法は、この支払と違います。`, en: `${name} is paid by another method.` },
      {
        ja: 'この請求書を外すか、取引先の支払方法を直してください。',
        en: 'Leave it out, or change the method of the vendor.',
      },
    )
  const [hold] = holdFindings({
    ...{ method, today, feeBearer: feeBearer ?? row.feeBearer, reversedBy: row.reversedBy },
    account: row.hold === null ? 'confirmed' : row.hold === 'no-account' ? 'none' : 'waiting',
    protection: protectionOf(row, settings, row.serviceFrom),
  })
  if (hold)
    refuseConflict(
      hold.code === 'fee-on-payee' && feeBearer !== null ? 'feeBearer' : field,
      hold.code,
      { ja: `${row.vendorName}：${hold.says.ja}`, en: `${row.vendorName}: ${hold.says.en}` },
      hold.todo,
      hold.law
        ? { says: { ja: hold.law.title, en: hold.law.title }, source: `${hold.law.title}${hold.law.article}` }
        : undefined,
    )
}

function refuseOffset(vendor: PayableRow | undefined, short: number, invoiceIds: readonly string[]): never {
  const amount = { ja: short.toLocaleString('ja'), en: short.toLocaleString('en') }
  refuseConflict(
    `invoiceIds.${Math.max(0, invoiceIds.indexOf(vendor?.invoiceId ?? ''))}`,
    'offset-too-large',
    {
      ja: `${vendor?.vendorName ?? ''}への支払は、赤伝を差し引くと${amount.ja}円足りません。`,
      en: `The credit notes of ${vendor?.vendorName ?? 'a vendor'} exceed its invoices by ${amount.en} yen.`,
    },
    {
      ja: '赤伝を外して次の支払で相殺するか、返金してもらってください。',
      en: 'Leave the credit note for a later run, or have it refunded.',
    },
    { says: { ja: '支払額は0円を下回りません。', en: 'A payment is never below zero.' } },
  )
}

function withFee(
  transfer: MergedTransfer,
  place: number,
  rows: readonly PayableRow[],
  invoiceIds: readonly string[],
  { method, source, feeBearer }: RunTerms,
): ComposedTransfer {
  const to = rows.find(({ vendorId }) => vendorId === transfer.vendorId)
  if (!to) throw new Error('A transfer without its vendor.')
  const named = { ...transfer, transferId: newId(), place, to }
  if (method !== 'transfer') return { ...named, sent: transfer.owed, byPayee: 0, byUs: 0 }
  const steps = feesFor(source.fees, source, { bankCode: to.bankCode ?? '', branchCode: to.branchCode ?? '' })
  const shares = shareFee(transfer.owed, feeBearer ?? to.feeBearer, steps)
  if (shares) return { ...named, ...shares }
  return refuseConflict(
    `invoiceIds.${Math.max(0, invoiceIds.indexOf(to.invoiceId))}`,
    'fee-exceeds',
    {
      ja: `${to.vendorName}への${transfer.owed.toLocaleString('ja')}円から、振込手数料を差し引けません。`,
      en: `The transfer fee cannot be taken off the ${transfer.owed.toLocaleString('en')} yen for ${to.vendorName}.`,
    },
    {
      ja: '手数料を当方負担にするか、次の支払とまとめてください。',
      en: 'Bear the fee, or pay it together with a later invoice.',
    },
  )
}

/** Transfers to the same vendors on the same day in other runs: in one run they would be one, with one fee. */
async function otherTransfers(
  tx: Tx,
  company: string,
  transfers: readonly ComposedTransfer[],
  { runId, payOn, method }: RunTerms,
): Promise<Words[]> {
  if (method !== 'transfer') return []
  const rows = await tx.rows<{ vendorName: string; number: number | null }>`
    select v.name as "vendorName", r.number from payables.payment_run r
      join payables.transfer t on t.company_id = r.company_id and t.run_id = r.id
      join payables.vendor v on v.company_id = t.company_id and v.id = t.vendor_id
    where r.company_id = ${company} and r.pay_on = ${payOn} and r.method = 'transfer' and r.id <> ${runId} and t.state = 'planned'
      and t.vendor_id = any(${transfers.map(({ vendorId }) => vendorId)}::uuid[]) order by r.number, t.place`
  return rows.map(({ vendorName, number }) => ({
    ja: `${vendorName}：同じ日の支払 No.${number}にも振込があります。一つの支払にまとめると、振込は一件で済みます。`,
    en: `${vendorName}: run ${number} transfers on the same day too; in one run it would be one transfer.`,
  }))
}

/** What the payment makes of the currency and of the month for which tax was withheld. */
function noticesOf({ currency, withholdingKind, dueOn }: PayableRow, { payOn, method }: RunTerms): Words[] {
  return [
    ...(currency !== null && method === 'transfer'
      ? [
          {
            ja: `${currency}の請求書です。計上した円の額をそのまま振り込みます。外国送金は、支払方法を口座振替にして、引落額を入力してください。`,
            en: `It is in ${currency}: the yen in the books are sent. Pay a remittance abroad by account transfer, with what was taken.`,
          },
        ]
      : []),
    ...(withholdingKind === 'sales-agent' && dueOn.slice(0, 7) !== payOn.slice(0, 7)
      ? [
          {
            ja: '支払期日と違う月に支払います。外交員などの控除（月12万円）は支払った月ごとです。源泉徴収税額を確かめてください。',
            en: 'It is paid in another month than it is due: the monthly deduction counts by payment. Check the tax withheld.',
          },
        ]
      : []),
  ]
}

function warningsOf(row: PayableRow, terms: RunTerms, settings: SettingsRead): Words[] {
  if (row.kind === 'credit-note') return []
  const { payOn, today } = terms
  const protection = protectionOf(row, settings, row.serviceFrom)
  const found = dueDateFindings({
    ...{ protection, receivedOn: row.serviceFrom, dueOn: row.dueOn, payOn, today, owed: row.total - row.withholding },
    ...{ closingDay: closingDayOf(row), shift: row.shift ?? 'previous' },
  })
  const told = [...found.map(({ says }) => says), ...noticesOf(row, terms)]
  return told.map(({ ja, en }) => ({ ja: `${row.vendorName}：${ja}`, en: `${row.vendorName}: ${en}` }))
}
