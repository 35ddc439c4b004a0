import type { AnswerOf } from '@ennoshita/kernel'
import {
  type LocalDate,
  type QueryContext,
  query,
  refuseNotFound,
  scopeOf,
  sql,
  type Tx,
} from '@ennoshita/kernel/server'
import { settingsOrNull } from '../../commands/settings/read-settings.ts'
import type { RunRowShown } from '../../contract/payment-queries.ts'
import { payables } from '../../contract.ts'
import type { PaymentFinding } from '../../rules/invoice/due-date-findings.ts'
import { cutOffAt } from '../../rules/vendor/pay-day.ts'
import { findingsOf } from './payable-invoices.ts'
import { payableRows } from './payable-rows.ts'
import { hasForeign, nameOf, runRows } from './run-rows.ts'

type Details = AnswerOf<typeof payables.runDetails>
type TransferRow = Details['transferRows'][number]
/** A transfer as it is read; its invoices and what stands against it are read apart. */
type TransferRead = Omit<TransferRow, 'invoices' | 'findings'>
type InvoicePaid = TransferRow['invoices'][number]
type Head = {
  lateReason: string
  cancelReason: string
  preparedById: string | null
  releasedById: string | null
  releasedAt: string | null
  fileName: string | null
  sha256: string | null
  cutOffDays: number | null
  cutOffTime: string | null
}

export const runDetails = query(payables.runDetails, {
  may: 'payables.see-payments',
  async run({ tx, actor, today }, { runId }) {
    const company = actor.companyId
    const [[row], head, takes, transfers, invoices, findings, isKeptApart] = await Promise.all([
      runRows(tx, company, sql`r.id = ${runId}`, 1),
      tx.row<Head>`select r.late_reason as "lateReason", r.cancel_reason as "cancelReason", r.prepared_by as "preparedById",
          r.released_by as "releasedById", r.released_at as "releasedAt", r.file_name as "fileName", r.file_sha256 as sha256,
          s.cut_off_days as "cutOffDays", s.cut_off_time as "cutOffTime"
        from payables.payment_run r join payables.source_account s on s.company_id = r.company_id and s.id = r.source_account_id
        where r.company_id = ${company} and r.id = ${runId}`,
      tx.rows<{
        at: string
        byName: string | null
        reason: string
      }>`select r.taken_at as at, ${nameOf('r.taken_by')} as "byName", r.reason
        from payables.file_take r where r.company_id = ${company} and r.run_id = ${runId} order by r.taken_at, r.id`,
      readTransferRows(tx, company, runId),
      readInvoices(tx, company, runId),
      readFindings(tx, company, runId, today),
      readKeptApart(tx, actor, runId, today),
    ])
    if (!row || !head) refuseNotFound({ ja: '支払', en: 'payment run' }, 'runId')
    const { fileName, sha256, cutOffDays, cutOffTime, ...told } = head
    const sum = (of: (transfer: TransferRead) => number) =>
      transfers.reduce((total, transfer) => total + of(transfer), 0)
    const isTransfer = row.method === 'transfer' && cutOffDays !== null && cutOffTime !== null
    return {
      ...row,
      ...told,
      cutOffAt: isTransfer ? cutOffAt(row.payOn, { cutOffDays, cutOffTime }) : null,
      file:
        fileName === null || sha256 === null
          ? null
          : {
              name: fileName,
              sha256,
              records: transfers.filter(({ sent }) => sent > 0).length,
              total: sum(({ sent }) => sent),
              takes,
            },
      sums: {
        total: sum(({ total }) => total),
        withheld: sum(({ withheld }) => withheld),
        feesByUs: sum(({ feeByUs }) => feeByUs),
        feesByPayee: sum(({ feeByPayee }) => feeByPayee),
        sent: sum(({ sent }) => sent),
      },
      transferRows: transfers.map((transfer) => ({
        ...transfer,
        invoices: invoices.get(transfer.transferId) ?? [],
        findings: row.state === 'paid' || row.state === 'cancelled' ? [] : (findings.get(transfer.vendorId) ?? []),
      })),
      may: mayNow(actor, row, isKeptApart),
    }
  },
})

/** What the reader may do now. */
function mayNow(
  actor: QueryContext['actor'],
  { state, method, total }: RunRowShown,
  isKeptApart: boolean,
): Details['may'] {
  const may = (permission: string) => scopeOf(actor, permission) !== undefined
  const isFile = method === 'transfer' && total > 0
  return {
    change: state === 'prepared' && may('payables.prepare-runs'),
    release: state === 'prepared' && may('payables.release-runs') && !isKeptApart,
    takeFile: isFile && ['released', 'file-taken', 'paid'].includes(state) && may('payables.carry-out-runs'),
    markPaid: state === (isFile ? 'file-taken' : 'released') && may('payables.carry-out-runs'),
    recordReturn: state === 'paid' && isFile && may('payables.carry-out-runs'),
    cancel: ['prepared', 'released', 'file-taken'].includes(state) && may('payables.prepare-runs'),
  }
}

/** Whether the reader made or changed the run and no exception lets one person do both (職務分掌), as releasing itself asks. */
async function readKeptApart(
  tx: Tx,
  { companyId, personId, onBehalfOf }: QueryContext['actor'],
  runId: string,
  today: LocalDate,
): Promise<boolean> {
  if (personId === undefined) return false
  const people = [personId, onBehalfOf].filter((person) => person !== undefined)
  const found = await tx.row<{ apart: boolean }>`
    select exists (select 1 from kernel.event_object o join kernel.event e on e.company_id = o.company_id and e.id = o.event_id
        where o.company_id = ${companyId} and o.object_id = ${runId} and e.activity in ('payables.run-prepared', 'payables.run-changed')
          and (e.actor = any(${people}::uuid[]) or e.on_behalf_of = any(${people}::uuid[])))
      and not exists (select 1 from kernel.duty_exception d where d.company_id = ${companyId} and d.command = 'payables.release-run'
        and d.person_id = ${personId} and d.withdrawn_at is null and (d.until_on is null or d.until_on >= ${today})) as apart`
  return found?.apart ?? false
}

function readTransferRows(tx: Tx, company: string, runId: string): Promise<TransferRead[]> {
  return tx.rows`
    select t.id as "transferId", t.place, t.state, t.vendor_id as "vendorId", v.name as "vendorName",
      case when t.bank_account_id is not null then jsonb_build_object('bankCode', t.bank_code, 'bankKana', t.bank_kana, 'branchCode', t.branch_code,
        'branchKana', t.branch_kana, 'accountType', t.account_type, 'accountNumber', t.account_number, 'holderKana', t.holder_kana) end as bank,
      t.total, t.withheld, t.sent, t.taken, ${hasForeign()} as "isForeign", t.fee_by_us as "feeByUs", t.fee_by_payee as "feeByPayee",
      case when t.journal_id is not null then jsonb_build_object('journalId', t.journal_id, 'number', j.number) end as journal,
      case when t.state in ('failed', 'returned') then jsonb_build_object('on', coalesce(t.returned_on, r.paid_on), 'reason', t.return_reason,
        'journalId', t.return_journal_id) end as returned
    from payables.transfer t
      join payables.payment_run r on r.company_id = t.company_id and r.id = t.run_id
      join payables.vendor v on v.company_id = t.company_id and v.id = t.vendor_id
      left join ledger.journal_name j on j.company_id = t.company_id and j.journal_id = t.journal_id
    where t.company_id = ${company} and t.run_id = ${runId} order by t.place`
}

async function readInvoices(tx: Tx, company: string, runId: string): Promise<Map<string, InvoicePaid[]>> {
  const rows = await tx.rows<InvoicePaid & { transferId: string }>`
    select p.transfer_id as "transferId", i.id as "invoiceId", i.number, i.kind, i.vendor_number as "vendorNumber", i.due_on as "dueOn", p.total,
      p.withheld as withholding, p.total - p.withheld as payable
    from payables.payment p join payables.invoice i on i.company_id = p.company_id and i.id = p.invoice_id
    where p.company_id = ${company} and p.run_id = ${runId} order by i.due_on, i.number, i.id`
  const byTransfer = Map.groupBy(rows, ({ transferId }) => transferId)
  return new Map(
    [...byTransfer].map(([transferId, own]) => [transferId, own.map(({ transferId: _, ...invoice }) => invoice)]),
  )
}

/** What stands against the run by vendor, each once: as long as it is not paid, an account may change under it. */
async function readFindings(
  tx: Tx,
  company: string,
  runId: string,
  today: LocalDate,
): Promise<Map<string, PaymentFinding[]>> {
  const [rows, settings, run] = await Promise.all([
    payableRows(
      tx,
      company,
      sql`i.id in (select p.invoice_id from payables.payment p where p.company_id = ${company} and p.run_id = ${runId} and p.state = 'planned')`,
    ),
    settingsOrNull(tx, company),
    tx.row<{
      payOn: LocalDate
    }>`select pay_on as "payOn" from payables.payment_run where company_id = ${company} and id = ${runId}`,
  ])
  const ours = settings ?? { capital: null, employees: null, officers: null }
  const byVendor = Map.groupBy(rows, ({ vendorId }) => vendorId)
  return new Map(
    [...byVendor].map(([vendorId, own]) => {
      const found = own.flatMap((row) => findingsOf(row, ours, run?.payOn ?? today, today))
      return [vendorId, [...new Map(found.map((finding) => [`${finding.code} ${finding.says.en}`, finding])).values()]]
    }),
  )
}
