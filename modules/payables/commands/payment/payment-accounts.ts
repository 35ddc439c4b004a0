import { Refusal, type Tx } from '@ennoshita/kernel/server'
import type { PayablesSettings } from '../../contract/settings.ts'
import type { DebtPaid, PaidTransfer, PaymentAccounts, Place } from '../../rules/payment/payment-journal.ts'
import { readSettings } from '../settings/read-settings.ts'
import { refuseConflict } from './refuse-payment.ts'

/** The accounts with which payments out of a source are booked. `withholds`: an account for the tax withheld is needed. */
export async function readPaymentAccounts(
  tx: Tx,
  company: string,
  source: Place,
  withholds: boolean,
  field = 'runId',
): Promise<PaymentAccounts> {
  const settings = await readSettings(tx, company)
  const tax = await tx.row<{
    id: string
  }>`select account_id as id from ledger.account_name where company_id = ${company} and purpose = 'tax-paid'`
  if (withholds) await refuseWithoutWithheldPart(tx, company, settings, field)
  return {
    source: { accountId: source.accountId, subAccountId: source.subAccountId },
    withheld: { accountId: settings.withheldAccountId, subAccountId: settings.withheldSubAccountId },
    fee: { accountId: settings.feeAccountId, subAccountId: null },
    taxAccountId: tax?.id ?? null,
    exchangeGain: { accountId: settings.exchangeGainAccountId, subAccountId: null },
    exchangeLoss: { accountId: settings.exchangeLossAccountId, subAccountId: null },
  }
}

/** Refuses to pay with tax withheld while the account for it has no sub-account to be booked on; asked before anything is transferred too. */
export async function refuseWithoutWithheldPart(
  tx: Tx,
  company: string,
  { withheldAccountId, withheldSubAccountId }: PayablesSettings,
  field: string,
): Promise<void> {
  if (withheldSubAccountId !== null) return
  const account = await tx.row<{ subAccounts: string }>`select sub_accounts as "subAccounts" from ledger.account_name
    where company_id = ${company} and account_id = ${withheldAccountId}`
  if (account?.subAccounts !== 'required') return
  refuseConflict(
    field,
    'no-withheld-part',
    {
      ja: '預り金に、源泉所得税（報酬）の補助科目がありません。',
      en: 'The account for tax withheld has no sub-account for fees.',
    },
    {
      ja: '「勘定科目」で補助科目「源泉所得税（報酬）」を設けるか、「支払の設定」で選んでください。',
      en: 'Add the sub-account, or choose one in the settings of payables.',
    },
  )
}

export type TransferToBook = PaidTransfer & {
  readonly transferId: string
  readonly vendorId: string
  readonly invoiceIds: readonly string[]
  /** Whether one of its invoices is in a foreign currency. */
  readonly isForeign: boolean
}

type Row = {
  transferId: string
  vendorId: string
  vendorName: string
  withheld: number
  sent: number
  taken: number | null
  feeByPayee: number
  feeByUs: number
  invoiceId: string
  total: number
  number: number | null
  vendorNumber: string
  accountId: string
  isForeign: boolean
}

/** The transfers of a run that are in a state, with the debts that they pay, in their order. */
export async function readTransfersToBook(
  tx: Tx,
  company: string,
  run: { runId: string; number: number | null },
  state: 'planned' | 'paid',
): Promise<TransferToBook[]> {
  const settings = await readSettings(tx, company)
  const rows = await tx.rows<Row>`
    select t.id as "transferId", t.vendor_id as "vendorId", v.name as "vendorName", t.withheld, t.sent, t.taken, t.fee_by_payee as "feeByPayee",
      t.fee_by_us as "feeByUs", p.invoice_id as "invoiceId", p.total, i.number, i.vendor_number as "vendorNumber", i.currency is not null as "isForeign",
      coalesce(i.debt_account_id, case v.payable when 'trade' then ${settings.tradeAccountId}::uuid else ${settings.payableAccountId}::uuid end) as "accountId"
    from payables.transfer t
      join payables.vendor v on v.company_id = t.company_id and v.id = t.vendor_id
      join payables.payment p on p.company_id = t.company_id and p.transfer_id = t.id
      join payables.invoice i on i.company_id = p.company_id and i.id = p.invoice_id
    where t.company_id = ${company} and t.run_id = ${run.runId} and t.state = ${state} order by t.place, i.number, p.invoice_id`
  return [...Map.groupBy(rows, ({ transferId }) => transferId).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { transferId, vendorId, withheld, sent, taken, feeByPayee, feeByUs, vendorName } = first
    return {
      ...{ transferId, vendorId, withheld, sent, taken, feeByPayee, feeByUs, partner: vendorName },
      description: `支払 No.${run.number ?? '—'}`,
      debts: own.map(debtOf),
      invoiceIds: own.map(({ invoiceId }) => invoiceId),
      isForeign: own.some(({ isForeign }) => isForeign),
    }
  })
}

function debtOf({ accountId, total, number, vendorNumber }: Row): DebtPaid {
  const what = total < 0 ? '赤伝' : '請求書'
  const note = `${what} 受付${number ?? '—'}${vendorNumber === '' ? '' : `（${vendorNumber}）`}`
  return { accountId, subAccountId: null, total, note }
}

/** Posts on the day that the input calls `field`: a refusal about the day of posting is told under that name. */
export async function postedOn<Answer>(field: string, posting: Promise<Answer>): Promise<Answer> {
  try {
    return await posting
  } catch (cause) {
    if (cause instanceof Refusal && cause.face.field === 'postedOn') throw new Refusal({ ...cause.face, field })
    throw cause
  }
}
