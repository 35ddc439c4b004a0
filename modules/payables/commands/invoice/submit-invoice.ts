import { askApproval } from '@ennoshita/approvals/server'
import { command, dateInWords } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { readForm } from '../../queries/invoice/invoice-form-of.ts'
import { yen } from '../../rules/invoice/finding.ts'
import type { InvoiceForm } from '../../rules/invoice/invoice-form.ts'
import { reckonInvoice } from '../../rules/invoice/reckon-invoice.ts'
import { askAboutTwins } from './ask-about-twins.ts'
import { invoiceObjects, invoiceTitle, lockInvoice, refuseUnlessIn } from './invoice-row.ts'
import { refuseMistakes } from './refuse-findings.ts'
import { factsOf } from './write-invoice.ts'

export const submitInvoice = command(payables.submitInvoice, {
  may: 'payables.register-invoices',
  emits: ['payables.invoice-submitted'],
  async run(context, { invoiceId, version, ...duplicate }) {
    const { tx, actor } = context
    const company = actor.companyId
    const row = await lockInvoice(context, invoiceId, version)
    refuseUnlessIn(row, ['draft', 'returned'], {
      ja: '一覧を開き直して、状態を確かめてください。',
      en: 'Reload and look at its state.',
    })
    const form = await readForm(tx, company, invoiceId)
    if (!form) throw new Error(`The invoice ${invoiceId} is locked, but not there.`)
    const facts = await factsOf(context, form, invoiceId)
    const reckoned = reckonInvoice(form, facts, { number: row.number, isAccepted: row.acceptedOn !== null })
    refuseMistakes(reckoned.findings, { ja: '承認を申請', en: 'submitted' })
    const answered = await tx.row<{ reason: string }>`
      select duplicate_reason as reason from payables.invoice where company_id = ${company} and id = ${invoiceId}`
    const wasAnswered = duplicate.duplicateOf === null && answered?.reason
    if (!wasAnswered) await askAboutTwins(tx, actor, { ...form, invoiceId }, duplicate)
    const asked = await askApproval(tx, context, {
      ...{ kind: 'payables.invoice', subject: { type: 'invoice', id: invoiceId }, title: invoiceTitle(row) },
      ...{ amount: row.total, departmentId: row.departmentId, documentId: row.documentId },
      opens: `/invoices/${invoiceId}`,
      facts: factsShown(form, row.vendorName, reckoned.payable),
      commands: {
        approve: { name: 'payables.approve-invoice', input: { invoiceId, version: row.version + 1 } },
        sendBack: { name: 'payables.return-invoice', input: { invoiceId, version: row.version + 1 } },
        withdraw: { name: 'payables.withdraw-invoice', input: { invoiceId } },
      },
    })
    await tx.run`update payables.invoice set state = 'submitted', matter_id = ${asked.matterId}, submitted_by = ${actor.personId ?? null},
        withholding = ${reckoned.withholding}, version = version + 1,
        duplicate_reason = case when ${duplicate.duplicateReason} = '' then duplicate_reason else ${duplicate.duplicateReason} end
      where company_id = ${company} and id = ${invoiceId}`
    const warnings = reckoned.findings.map(({ code }) => code)
    return {
      events: [
        {
          activity: 'payables.invoice-submitted',
          objects: [...invoiceObjects(row), asked.object],
          data: {
            ...{ ...asked.told, total: row.total },
            ...(duplicate.duplicateReason ? { duplicateReason: duplicate.duplicateReason } : {}),
            ...(form.lateReason ? { lateReason: form.lateReason } : {}),
            ...(warnings.length > 0 ? { warnings: [...new Set(warnings)] } : {}),
          },
        },
      ],
      answer: { version: row.version + 1, matterId: asked.matterId, waitingFor: [...asked.waitingFor] },
    }
  },
})

/** What the approver sees beside the paper, in this order. */
function factsShown(form: InvoiceForm, vendorName: string, payable: number | null): Record<string, string> {
  const [first] = form.lines
  const { serviceFrom, serviceUntil, bookingMonth } = form
  const days = [serviceFrom, serviceUntil].flatMap((on) => on ?? [])
  const service = [...new Set(days)].map(dateInWords).join('〜')
  return {
    取引先: vendorName,
    ...(form.vendorNumber ? { 請求書番号: form.vendorNumber } : {}),
    内容:
      [first?.description ?? '', form.lines.length > 1 ? `ほか${form.lines.length - 1}行` : ''].join(' ').trim() || '—',
    請求日: form.invoicedOn ?? '',
    役務提供日: service,
    計上月: bookingMonth === null ? '' : `${Number(bookingMonth.slice(0, 4))}年${Number(bookingMonth.slice(5, 7))}月`,
    支払期日: form.dueOn ?? '',
    差引支払額: payable === null ? '' : `${yen(payable)}円`,
    ...(form.lateReason ? { 計上が遅れた理由: form.lateReason } : {}),
  }
}
