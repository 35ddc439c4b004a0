import { dateInWords } from '@ennoshita/kernel'
import { command, refuse, sql } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { invoiceObjects, lockInvoice, refuseUnlessIn } from './invoice-row.ts'

export const acceptInvoice = command(payables.acceptInvoice, {
  may: 'payables.accept-invoices',
  emits: ['payables.invoice-accepted'],
  async run(context, { invoiceId, version, acceptedOn }) {
    const { tx, actor, today, within } = context
    // 検収 changes nothing that an approver decides on: the version stays, so that who waits to approve is not turned away.
    const row = await lockInvoice(context, invoiceId, version, within({ department: sql`i.department_id` }))
    refuseUnlessIn(row, ['draft', 'submitted', 'returned', 'approved'], {
      ja: '取り消された請求書は検収できません。',
      en: 'A cancelled invoice is not accepted.',
    })
    if (row.acceptedOn !== null) refuseAgain(row.acceptedOn)
    const on = acceptedOn ?? today
    if (on > today) refuseFuture(today)
    await tx.run`update payables.invoice set accepted_on = ${on}, accepted_by = ${actor.personId ?? null}
      where company_id = ${actor.companyId} and id = ${invoiceId}`
    return {
      events: [{ activity: 'payables.invoice-accepted', objects: invoiceObjects(row), data: { acceptedOn: on } }],
      answer: { version: row.version },
    }
  },
})

function refuseAgain(on: string): never {
  refuse({
    kind: 'conflict',
    code: 'payables.accepted-already',
    what: { ja: `${dateInWords(on)}に検収済みです。`, en: `It was accepted already, on ${on}.` },
    field: 'invoiceId',
    todo: { ja: '画面を開き直して確かめてください。', en: 'Reload and look.' },
  })
}

function refuseFuture(today: string): never {
  refuse({
    kind: 'bad-input',
    code: 'payables.accepted-in-future',
    what: { ja: '検収日が今日より後です。', en: 'The day of acceptance is still to come.' },
    field: 'acceptedOn',
    rule: {
      says: { ja: `${dateInWords(today)}までの日付で検収します。`, en: `It is accepted on a day through ${today}.` },
    },
    todo: { ja: '検収した日を入力してください。', en: 'Enter the day on which it was accepted.' },
  })
}
