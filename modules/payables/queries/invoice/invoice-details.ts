import type { AnswerOf } from '@ennoshita/kernel'
import { type QueryContext, query, refuseNotFound, scopeOf } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import type { InvoiceForm } from '../../rules/invoice/invoice-form.ts'
import { reckonInvoice } from '../../rules/invoice/reckon-invoice.ts'
import { invoiceColumns, invoiceJoins, reachOf } from './invoice-columns.ts'
import { type FactsRead, readInvoiceFacts } from './invoice-facts.ts'
import { readForm } from './invoice-form-of.ts'
import { postedJournal } from './posted-journal.ts'
import { reckonedForAnswer } from './reckoned-for-answer.ts'

type Answer = AnswerOf<typeof payables.invoiceDetails>
type Row = AnswerOf<typeof payables.invoiceList>['invoices'][number]
type Further = Pick<
  Answer,
  | 'documentName'
  | 'accepted'
  | 'enteredByName'
  | 'duplicateReason'
  | 'cancelReason'
  | 'replaces'
  | 'replacedBy'
  | 'paymentRunId'
  | 'payOn'
  | 'reversal'
> & { journalId: string | null; isMine: boolean; isAsked: boolean }

export const invoiceDetails = query(payables.invoiceDetails, {
  may: 'payables.see-invoices',
  async run(context, { invoiceId }) {
    const { tx, actor, today } = context
    const company = actor.companyId
    const [row, form, further] = await Promise.all([
      tx.row<Row>`select ${invoiceColumns} from payables.invoice i ${invoiceJoins(company, today)}
        where i.company_id = ${company} and i.id = ${invoiceId} and ${reachOf(context)}`,
      readForm(tx, company, invoiceId),
      readFurther(context, invoiceId),
    ])
    if (!row || !form || !further) refuseNotFound({ ja: '請求書', en: 'invoice' }, 'invoiceId')
    const { journalId, isMine, isAsked, ...shown } = further
    const [facts, posted] = await Promise.all([
      readInvoiceFacts(tx, company, today, form, invoiceId),
      journalId === null ? null : postedJournal(tx, company, journalId),
    ])
    const reckoned = reckonInvoice(form, facts, { number: row.number, isAccepted: row.isAccepted })
    const answer = reckonedForAnswer(reckoned, facts)
    const isOpen = row.state !== 'approved' && row.state !== 'cancelled'
    return {
      ...row,
      ...answer,
      withholding: isOpen ? reckoned.withholding : row.withholding,
      payable: isOpen ? answer.payable : row.payable,
      findings: isOpen ? answer.findings : answer.findings.filter(({ level }) => level === 'warning'),
      journal: posted ?? answer.journal,
      ...entered(form),
      lines: linesShown(form, facts),
      ...shown,
      may: mayOf(context, row, { isMine, isAsked }),
    }
  },
})

function entered(form: InvoiceForm) {
  const { serviceFrom, serviceUntil, includesTax, areTaxesStated, foreign, withholdingReason, lateReason, note } = form
  return {
    ...{ serviceFrom, serviceUntil, includesTax, areTaxesStated, foreign, withholdingReason, lateReason, note },
    taxesStated: [...form.taxes],
    withholdingEntered: form.withholding,
  }
}

function linesShown(form: InvoiceForm, facts: FactsRead): Answer['lines'] {
  return form.lines.map((line) => ({
    ...line,
    accountName: facts.accounts.get(line.accountId ?? '')?.name ?? null,
    subAccountName: facts.subAccounts.get(`${line.accountId} ${line.subAccountId}`) ?? null,
    departmentName: facts.departments.get(line.departmentId ?? '') ?? null,
  }))
}

function readFurther({ tx, actor }: QueryContext, invoiceId: string): Promise<Further | undefined> {
  const company = actor.companyId
  const people = [actor.personId, actor.onBehalfOf].filter((person) => person !== undefined)
  return tx.row<Further>`
    select i.journal_id as "journalId", f.name as "documentName", e.display_name as "enteredByName",
      case when i.accepted_on is not null then jsonb_build_object('on', i.accepted_on, 'byName', coalesce(a.display_name, '')) end as accepted,
      i.duplicate_reason as "duplicateReason", i.cancel_reason as "cancelReason",
      (select jsonb_build_object('invoiceId', r.id, 'number', r.number) from payables.invoice r
        where r.company_id = i.company_id and r.id = i.replaces) as replaces,
      (select jsonb_build_object('invoiceId', r.id, 'number', r.number) from payables.invoice r
        where r.company_id = i.company_id and r.replaces = i.id) as "replacedBy",
      p.run_id as "paymentRunId", u.pay_on as "payOn",
      case when v.journal_id is not null then
        jsonb_build_object('journalId', v.journal_id, 'postedOn', v.posted_on, 'reason', i.cancel_reason) end as reversal,
      coalesce(i.submitted_by = any(${people}::uuid[]), false) as "isMine",
      exists (select 1 from approvals.asked_person q where q.company_id = i.company_id and q.matter_id = i.matter_id
        and q.state = 'waiting' and q.person_id = any(${people}::uuid[])) as "isAsked"
    from payables.invoice i
      left join documents.document_name f on f.company_id = i.company_id and f.document_id = i.document_id
      left join people.person_name e on e.company_id = i.company_id and e.person_id = i.entered_by
      left join people.person_name a on a.company_id = i.company_id and a.person_id = i.accepted_by
      left join payables.payment p on p.company_id = i.company_id and p.invoice_id = i.id and p.state in ('planned', 'paid')
      left join payables.payment_run u on u.company_id = p.company_id and u.id = p.run_id
      left join ledger.journal_name v on v.company_id = i.company_id and v.journal_id = i.reversal_id
    where i.company_id = ${company} and i.id = ${invoiceId}`
}

function mayOf(
  { actor }: QueryContext,
  { state, payment, departmentId, isAccepted }: Row,
  { isMine, isAsked }: { isMine: boolean; isAsked: boolean },
): Answer['may'] {
  const has = (permission: string) => scopeOf(actor, permission) !== undefined
  const isOpen = state === 'draft' || state === 'returned'
  const acceptScope = scopeOf(actor, 'payables.accept-invoices')
  const isOrderer = departmentId !== null && actor.departmentIds.includes(departmentId)
  return {
    correct: isOpen && has('payables.register-invoices'),
    submit: isOpen && has('payables.register-invoices'),
    decide: state === 'submitted' && isAsked && has('payables.approve-invoices'),
    withdraw: state === 'submitted' && isMine && has('payables.register-invoices'),
    accept:
      !isAccepted &&
      state !== 'cancelled' &&
      (acceptScope === 'company' || (acceptScope === 'department' && isOrderer)),
    cancel: (isOpen || (state === 'approved' && payment === 'unpaid')) && has('payables.cancel-invoices'),
  }
}
