import { query } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { reckonInvoice } from '../../rules/invoice/reckon-invoice.ts'
import { readInvoiceFacts } from './invoice-facts.ts'
import { twinsOf } from './invoice-twins.ts'
import { reckonedForAnswer } from './reckoned-for-answer.ts'

export const invoicePreviews = query(payables.invoicePreviews, {
  may: 'payables.register-invoices',
  async run({ tx, actor, today }, { invoiceId, ...form }) {
    const company = actor.companyId
    const kept = invoiceId ?? null
    const [facts, twins, row] = await Promise.all([
      readInvoiceFacts(tx, company, today, form, kept),
      twinsOf(tx, actor, { ...form, invoiceId: kept }),
      tx.row<{ number: number | null; isAccepted: boolean }>`select number, accepted_on is not null as "isAccepted"
        from payables.invoice where company_id = ${company} and id = ${kept}`,
    ])
    const reckoned = reckonInvoice(form, facts, { number: row?.number ?? null, isAccepted: row?.isAccepted ?? false })
    return { ...reckonedForAnswer(reckoned, facts), duplicates: twins.seen, hiddenTwins: twins.hidden }
  },
})
