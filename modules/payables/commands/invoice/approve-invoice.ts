import { decide } from '@ennoshita/approvals/server'
import { type CommandContext, command, refuse } from '@ennoshita/kernel/server'
import { post } from '@ennoshita/ledger/server'
import { payables } from '../../contract.ts'
import { readInvoiceFacts } from '../../queries/invoice/invoice-facts.ts'
import { readForm } from '../../queries/invoice/invoice-form-of.ts'
import { type ReckonedInvoice, reckonInvoice } from '../../rules/invoice/reckon-invoice.ts'
import { reverseAccrualOf } from '../recurring/reverse-accrual.ts'
import { type InvoiceRow, invoiceObjects, lockInvoice, refuseUnlessIn } from './invoice-row.ts'
import { refuseMistakes } from './refuse-findings.ts'

export const approveInvoice = command(payables.approveInvoice, {
  may: 'payables.approve-invoices',
  emits: ['payables.invoice-approved', 'payables.invoice-step-approved'],
  async run(context, { invoiceId, version, step, comment }) {
    const { tx } = context
    const row = await lockInvoice(context, invoiceId, version)
    refuseUnlessIn(row, ['submitted'], { ja: '承認待ちの一覧を開き直してください。', en: 'Reload what waits for you.' })
    if (row.matterId === null) throw new Error(`The submitted invoice ${invoiceId} has no matter.`)
    const decided = await decide(tx, context, { matterId: row.matterId, comment, step })
    if (decided.state !== 'approved')
      return {
        events: [
          {
            activity: 'payables.invoice-step-approved',
            objects: [...invoiceObjects(row), decided.object],
            data: { ...decided.told },
          },
        ],
        answer: { state: 'waiting' as const, step: decided.step, journalId: null },
      }
    const reckoned = await reckonForBooking(context, row)
    const journal = reckoned.journal
    if (!journal) throw new Error(`The invoice ${invoiceId} has no mistake and no journal.`)
    const posted = await post(tx, context, journal)
    const accrual = await reverseAccrualOf(context, { invoiceId, postedOn: journal.postedOn })
    const taken = accrual ? [{ ...accrual.object, qualifier: 'reversal' }] : []
    await book(context, row, reckoned, posted.journalId)
    return {
      events: [
        {
          activity: 'payables.invoice-approved',
          objects: [...invoiceObjects(row), decided.object, posted.object, ...taken],
          data: { ...decided.told, total: row.total, postedOn: journal.postedOn },
        },
      ],
      answer: { state: 'approved' as const, step: decided.step, journalId: posted.journalId },
      numbers: [posted.number, ...(accrual ? [accrual.number] : [])],
    }
  },
})

/**
 * What is booked now: by the law, the settings and the locks as they stand at this approval. Approvals for one vendor queue: the yearly cap of
 * deductions and the tax withheld from what is paid together rest on what was approved before.
 */
async function reckonForBooking({ tx, actor, today }: CommandContext, row: InvoiceRow): Promise<ReckonedInvoice> {
  await tx.run`select pg_advisory_xact_lock(hashtextextended(${`${actor.companyId} booked of ${row.vendorId}`}, 5))`
  const form = await readForm(tx, actor.companyId, row.invoiceId)
  if (!form) throw new Error(`The invoice ${row.invoiceId} is locked, but not there.`)
  const facts = await readInvoiceFacts(tx, actor.companyId, today, form, row.invoiceId)
  const reckoned = reckonInvoice(form, facts, { number: row.number, isAccepted: row.acceptedOn !== null })
  refuseMistakes(reckoned.findings, { ja: '承認', en: 'approved' })
  if (facts.company.needsAcceptance && row.acceptedOn === null) refuseUnaccepted()
  return reckoned
}

async function book(
  { tx, actor }: CommandContext,
  row: InvoiceRow,
  reckoned: ReckonedInvoice,
  journalId: string,
): Promise<void> {
  const company = actor.companyId
  const debtAccountId = reckoned.debtAccountId
  const costs = JSON.stringify(reckoned.lines.map(({ place, cost }) => ({ line: place + 1, cost })))
  await Promise.all([
    tx.run`update payables.invoice set state = 'approved', journal_id = ${journalId}, debt_account_id = ${debtAccountId}, prepaid_account_id = ${reckoned.prepaidAccountId}, withholding = ${reckoned.withholding}, version = version + 1
      where company_id = ${company} and id = ${row.invoiceId}`,
    tx.run`update payables.invoice_line l set cost = c.cost from jsonb_to_recordset(${costs}::jsonb) as c (line smallint, cost bigint)
      where l.company_id = ${company} and l.invoice_id = ${row.invoiceId} and l.line = c.line`,
  ])
}

function refuseUnaccepted(): never {
  refuse({
    kind: 'conflict',
    code: 'payables.not-accepted',
    what: { ja: '検収がまだのため、承認できません。', en: 'It is not accepted yet, and so cannot be approved.' },
    field: 'invoiceId',
    rule: {
      says: {
        ja: 'この会社では、発注した部署の検収が承認の条件です（支払の設定）。',
        en: 'By the settings the ordering department accepts before the approval.',
      },
      source: 'payables.setting',
    },
    todo: { ja: '発注した部署に検収を依頼してください。', en: 'Ask the department that ordered to accept it.' },
  })
}
