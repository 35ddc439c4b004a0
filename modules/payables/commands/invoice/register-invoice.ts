import { command, newId } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { settleExpected } from '../recurring/settle-expected.ts'
import { askAboutTwins } from './ask-about-twins.ts'
import { invoiceObjects } from './invoice-row.ts'
import { describePaper } from './paper-of-invoice.ts'
import { factsOf, writeInvoice } from './write-invoice.ts'

export const registerInvoice = command(payables.registerInvoice, {
  may: 'payables.register-invoices',
  emits: ['payables.invoice-registered'],
  async run(context, { duplicateOf, duplicateReason, ...form }) {
    const { tx, actor } = context
    const invoiceId = newId()
    const facts = await factsOf(context, form, null)
    await askAboutTwins(tx, actor, { ...form, invoiceId: null }, { duplicateOf, duplicateReason })
    const paper = await describePaper(context, form, facts)
    await writeInvoice(context, invoiceId, form, facts, {
      ...{ documentSha256: paper.sha256, duplicateReason, replaces: null },
    })
    const expected = await settleExpected(tx, context, { ...form, invoiceId })
    const row = {
      ...{ invoiceId, number: null, kind: form.kind, vendorId: form.vendorId, vendorName: facts.vendor?.name ?? '' },
      ...{ vendorNumber: form.vendorNumber, documentId: form.documentId, departmentId: form.departmentId },
      enteredBy: actor.personId ?? null,
    }
    const [invoice, ...others] = invoiceObjects(row)
    return {
      events: [
        {
          activity: 'payables.invoice-registered',
          objects: [invoice, ...others.filter(({ type }) => type !== 'document'), ...paper.objects],
          data: {
            ...{ total: form.total, invoicedOn: form.invoicedOn, dueOn: form.dueOn },
            ...(duplicateReason ? { duplicateReason } : {}),
            ...(expected ? { expectedMonth: expected.month } : {}),
          },
        },
      ],
      answer: { invoiceId, version: 1 },
      numbers: [{ series: 'payables.invoice', table: 'payables.invoice', column: 'number', id: invoiceId }],
    }
  },
})
