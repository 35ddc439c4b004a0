import { command } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { readForm } from '../../queries/invoice/invoice-form-of.ts'
import { changedFields } from '../../rules/vendor/changed-fields.ts'
import { settleExpected } from '../recurring/settle-expected.ts'
import { askAboutTwins } from './ask-about-twins.ts'
import { invoiceObjects, lockInvoice, refuseUnlessIn } from './invoice-row.ts'
import { describePaper } from './paper-of-invoice.ts'
import { factsOf, writeInvoice } from './write-invoice.ts'

/** What was accepted (検収): where one of these changes, it is accepted anew. */
const accepted = ['kind', 'vendorId', 'departmentId', 'serviceFrom', 'serviceUntil', 'total', 'lines', 'foreign']

export const correctInvoice = command(payables.correctInvoice, {
  may: 'payables.register-invoices',
  emits: ['payables.invoice-corrected'],
  async run(context, { invoiceId, version, duplicateOf, duplicateReason, ...form }) {
    const { tx, actor } = context
    const company = actor.companyId
    const row = await lockInvoice(context, invoiceId, version)
    refuseUnlessIn(row, ['draft', 'returned'], {
      ja: '承認待ちなら引き戻してから、承認済みなら「訂正」で取り消して新しく入力してください。',
      en: 'Withdraw it first; an approved one is corrected by cancelling it and entering it anew.',
    })
    const [facts, before] = await Promise.all([factsOf(context, form, invoiceId), readForm(tx, company, invoiceId)])
    const kept = { ...form, receivedOn: form.receivedOn ?? before?.receivedOn ?? null }
    const changed = before ? changedFields(before, kept) : []
    const asksAgain = ['vendorId', 'vendorNumber', 'total', 'invoicedOn', 'documentId'].some((field) =>
      changed.includes(field),
    )
    if (asksAgain || duplicateOf !== null)
      await askAboutTwins(tx, actor, { ...kept, invoiceId }, { duplicateOf, duplicateReason })
    const paper = await describePaper(context, kept, facts)
    await writeInvoice(context, invoiceId, kept, facts, {
      ...{ documentSha256: paper.sha256, duplicateReason, replaces: null },
    })
    await settleExpected(tx, context, { ...kept, invoiceId })
    const isAcceptedAnew = row.acceptedOn !== null && accepted.some((field) => changed.includes(field))
    if (isAcceptedAnew)
      await tx.run`update payables.invoice set accepted_on = null, accepted_by = null where company_id = ${company} and id = ${invoiceId}`
    const [invoice, ...others] = invoiceObjects({
      ...{ ...row, kind: kept.kind, vendorId: kept.vendorId, vendorName: facts.vendor?.name ?? '' },
      ...{ vendorNumber: kept.vendorNumber, documentId: kept.documentId, departmentId: kept.departmentId },
    })
    return {
      events: [
        {
          activity: 'payables.invoice-corrected',
          objects: [invoice, ...others.filter(({ type }) => type !== 'document'), ...paper.objects],
          data: {
            ...{ changed, total: kept.total, ...(isAcceptedAnew ? { acceptanceWithdrawn: true } : {}) },
            ...(duplicateReason ? { duplicateReason } : {}),
          },
        },
      ],
      answer: { version: row.version + 1 },
    }
  },
})
