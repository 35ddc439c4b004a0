import { command, newId } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { readInvoiceFacts } from '../../queries/invoice/invoice-facts.ts'
import { readForm } from '../../queries/invoice/invoice-form-of.ts'
import { takeBack } from '../payment/take-back.ts'
import { settleExpected } from '../recurring/settle-expected.ts'
import { invoiceObjects, lockInvoice, refuseUnlessIn } from './invoice-row.ts'
import { writeInvoice } from './write-invoice.ts'

export const correctApprovedInvoice = command(payables.correctApprovedInvoice, {
  may: 'payables.cancel-invoices',
  emits: ['payables.invoice-cancelled', 'payables.invoice-registered'],
  async run(context, { invoiceId, version, reason, postedOn }) {
    const { tx, actor, today } = context
    const company = actor.companyId
    const row = await lockInvoice(context, invoiceId, version)
    refuseUnlessIn(row, ['approved'], {
      ja: '下書きと差戻しの請求書は、そのまま直せます。',
      en: 'A draft or returned invoice is corrected as it is.',
    })
    const form = await readForm(tx, company, invoiceId)
    if (!form) throw new Error(`The invoice ${invoiceId} is locked, but not there.`)
    const taken = await takeBack(context, row, { reason, postedOn })
    if (taken.journalId === null) throw new Error(`The approved invoice ${invoiceId} has no journal.`)
    const draftId = newId()
    const facts = await readInvoiceFacts(tx, company, today, form, draftId)
    const file = await tx.row<{ sha256: string | null }>`
      select document_sha256 as sha256 from payables.invoice where company_id = ${company} and id = ${invoiceId}`
    await writeInvoice(context, draftId, form, facts, {
      ...{ documentSha256: file?.sha256 ?? null, duplicateReason: '', replaces: invoiceId },
    })
    await settleExpected(tx, context, { ...form, invoiceId: draftId })
    const draft = invoiceObjects({ ...row, invoiceId: draftId, number: null, enteredBy: actor.personId ?? null })
    return {
      events: [
        {
          activity: 'payables.invoice-cancelled',
          objects: [...invoiceObjects(row), ...taken.objects],
          data: { reason, total: row.total, replacedBy: draftId, postedOn: taken.postedOn },
        },
        {
          activity: 'payables.invoice-registered',
          objects: [...draft, { type: 'invoice', id: invoiceId, qualifier: 'replaces' }],
          data: { reason, replaces: invoiceId, total: row.total },
        },
      ],
      answer: { invoiceId: draftId, version: 1, journalId: taken.journalId },
      numbers: [
        ...taken.numbers,
        { series: 'payables.invoice', table: 'payables.invoice', column: 'number', id: draftId },
      ],
    }
  },
})
