import { type LocalDate, refuseNotFound, type Tx } from '@ennoshita/kernel/server'
import type { FeeBearer, PaymentMethod, RunState } from '../../rules/payment/payment-form.ts'
import { refuseOlder } from './refuse-payment.ts'

export type LockedRun = {
  readonly runId: string
  readonly number: number | null
  readonly state: RunState
  readonly method: PaymentMethod
  readonly payOn: LocalDate
  readonly paidOn: LocalDate | null
  readonly sourceAccountId: string
  readonly feeBearer: FeeBearer | null
  readonly lateReason: string
  readonly fileName: string | null
  readonly fileSha256: string | null
  readonly version: number
}

/** The run, locked until this transaction ends: whoever changes, releases, takes, pays or cancels it waits here. */
export async function lockRun(tx: Tx, company: string, runId: string, version?: number): Promise<LockedRun> {
  const run =
    await tx.row<LockedRun>`select id as "runId", number, state, method, pay_on as "payOn", paid_on as "paidOn",
      source_account_id as "sourceAccountId", fee_bearer as "feeBearer", late_reason as "lateReason", file_name as "fileName",
      file_sha256 as "fileSha256", version
    from payables.payment_run where company_id = ${company} and id = ${runId} for update`
  if (!run) refuseNotFound({ ja: '支払', en: 'payment run' }, 'runId')
  if (version !== undefined && run.version !== version) refuseOlder()
  return run
}

/** A transfer of a run with its vendor and the account as it was prepared. */
export type RunTransfer = {
  readonly transferId: string
  readonly place: number
  readonly state: string
  readonly vendorId: string
  readonly bankAccountId: string | null
  readonly total: number
  readonly withheld: number
  readonly sent: number
  readonly feeByPayee: number
  readonly feeByUs: number
  readonly to: {
    readonly vendorName: string
    readonly bankCode: string | null
    readonly bankKana: string | null
    readonly branchCode: string | null
    readonly branchKana: string | null
    readonly accountType: string | null
    readonly accountNumber: string | null
    readonly holderKana: string | null
  }
}

export async function readTransfers(tx: Tx, company: string, runId: string): Promise<RunTransfer[]> {
  const rows = await tx.rows<Omit<RunTransfer, 'to'> & RunTransfer['to']>`
    select t.id as "transferId", t.place, t.state, t.vendor_id as "vendorId", t.bank_account_id as "bankAccountId", t.total, t.withheld, t.sent,
      t.fee_by_payee as "feeByPayee", t.fee_by_us as "feeByUs", v.name as "vendorName", t.bank_code as "bankCode", t.bank_kana as "bankKana",
      t.branch_code as "branchCode", t.branch_kana as "branchKana", t.account_type as "accountType", t.account_number as "accountNumber",
      t.holder_kana as "holderKana"
    from payables.transfer t join payables.vendor v on v.company_id = t.company_id and v.id = t.vendor_id
    where t.company_id = ${company} and t.run_id = ${runId} order by t.place`
  return rows.map(
    ({
      vendorName,
      bankCode,
      bankKana,
      branchCode,
      branchKana,
      accountType,
      accountNumber,
      holderKana,
      ...transfer
    }) => ({
      ...transfer,
      to: { vendorName, bankCode, bankKana, branchCode, branchKana, accountType, accountNumber, holderKana },
    }),
  )
}

/** The invoices of a run that stand in it, in the order of its transfers. */
export async function invoiceIdsOf(tx: Tx, company: string, runId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>`select p.invoice_id as id from payables.payment p
    join payables.transfer t on t.company_id = p.company_id and t.id = p.transfer_id
    where p.company_id = ${company} and p.run_id = ${runId} order by t.place, p.invoice_id`
  return rows.map(({ id }) => id)
}
