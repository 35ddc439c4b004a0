import { dateInWords } from '@ennoshita/kernel'
import { command, type LocalDate, refuseNotFound, type Tx } from '@ennoshita/kernel/server'
import { post } from '@ennoshita/ledger/server'
import { payables } from '../../contract.ts'
import { returnJournal } from '../../rules/payment/payment-journal.ts'
import { lockRun } from './lock-run.ts'
import { postedOn, readPaymentAccounts, readTransfersToBook } from './payment-accounts.ts'
import { refuseConflict, refuseFuture, refusePayment } from './refuse-payment.ts'
import { readSource } from './run-source.ts'
import { invoiceObjects } from './write-transfers.ts'

type Returned = {
  runId: string
  state: string
  sent: number
  paidOn: LocalDate | null
  journalId: string | null
  vendorName: string
}

export const recordReturnedPayment = command(payables.recordReturnedPayment, {
  may: 'payables.carry-out-runs',
  emits: ['payables.payment-returned'],
  async run({ tx, actor, today }, { transferId, returnedOn, reason, returnFee }) {
    const company = actor.companyId
    const run = await lockRunOf(tx, company, transferId)
    const transfer =
      await tx.row<Returned>`select t.run_id as "runId", t.state, t.sent, t.paid_on as "paidOn", t.journal_id as "journalId", v.name as "vendorName"
      from payables.transfer t join payables.vendor v on v.company_id = t.company_id and v.id = t.vendor_id
      where t.company_id = ${company} and t.id = ${transferId}`
    if (!transfer) refuseNotFound({ ja: '振込', en: 'transfer' }, 'transferId')
    const journalId = refuseUnreturnable(transfer, run.method, returnedOn, today)
    await refuseReversed(tx, company, journalId)
    const source = await readSource(tx, company, run.sourceAccountId)
    const booked = (await readTransfersToBook(tx, company, run, 'paid')).find((each) => each.transferId === transferId)
    if (!booked) throw new Error('A paid transfer without its invoices.')
    const accounts = await readPaymentAccounts(tx, company, source, booked.withheld !== 0)
    const journal = returnJournal(
      { ...booked, description: `組戻し ${booked.description}` },
      accounts,
      returnedOn,
      returnFee,
    )
    const posted = await postedOn(
      'returnedOn',
      post(tx, { actor, today }, { ...journal, reverses: { journalId, reason } }),
    )
    await Promise.all([
      tx.run`update payables.transfer set state = 'returned', returned_on = ${returnedOn}, return_reason = ${reason}, return_journal_id = ${posted.journalId}
        where company_id = ${company} and id = ${transferId}`,
      tx.run`update payables.payment set state = 'returned' where company_id = ${company} and transfer_id = ${transferId}`,
      tx.run`update payables.payment_run set version = version + 1 where company_id = ${company} and id = ${run.runId}`,
    ])
    return {
      events: [
        {
          activity: 'payables.payment-returned',
          objects: [
            { type: 'payment-run', id: run.runId },
            ...invoiceObjects(booked.invoiceIds),
            { type: 'vendor', id: booked.vendorId },
            { type: 'journal', id: journalId, qualifier: 'reversed' },
            { ...posted.object, qualifier: 'reversal' },
          ],
          data: { returnedOn, reason, sent: booked.sent, returnFee },
        },
      ],
      answer: { journalId: posted.journalId, invoiceIds: [...booked.invoiceIds] },
      numbers: [posted.number],
    }
  },
})

async function lockRunOf(tx: Tx, company: string, transferId: string) {
  const named = await tx.row<{
    runId: string
  }>`select run_id as "runId" from payables.transfer where company_id = ${company} and id = ${transferId}`
  if (!named) refuseNotFound({ ja: '振込', en: 'transfer' }, 'transferId')
  return lockRun(tx, company, named.runId)
}

function refuseUnreturnable(transfer: Returned, method: string, returnedOn: LocalDate, today: LocalDate): string {
  const { state, sent, paidOn, journalId, vendorName } = transfer
  if (state !== 'paid' || paidOn === null || journalId === null || method !== 'transfer' || sent === 0)
    return refuseConflict(
      'transferId',
      state === 'returned' ? 'returned-already' : 'not-transferred',
      state === 'returned'
        ? {
            ja: `${vendorName}への振込は、組戻しを記録済みです。`,
            en: `The transfer to ${vendorName} was returned already.`,
          }
        : { ja: `${vendorName}へは、振り込まれた金額がありません。`, en: `Nothing was transferred to ${vendorName}.` },
      { ja: '支払を開き直してください。', en: 'Reload the run.' },
    )
  refuseFuture('returnedOn', returnedOn, today)
  if (returnedOn < paidOn)
    refusePayment(
      'returnedOn',
      'returned-before-paid',
      {
        ja: `振り込んだ${dateInWords(paidOn)}より前に戻ることはありません。`,
        en: `It was transferred on ${paidOn}: it cannot be back before.`,
      },
      { ja: '口座に入金された日を入力してください。', en: 'Give the day on which the money was back on the account.' },
    )
  return journalId
}

/** The journal of the payment may have been taken back in the books by hand: it is not taken back twice. */
async function refuseReversed(tx: Tx, company: string, journalId: string): Promise<void> {
  const reversal = await tx.row<{
    number: number | null
  }>`select number from ledger.journal_name where company_id = ${company} and reverses = ${journalId}`
  if (!reversal) return
  refuseConflict(
    'transferId',
    'journal-reversed',
    {
      ja: `支払仕訳は、仕訳 No.${reversal.number}で取り消されています。`,
      en: `The journal of the payment was reversed by journal ${reversal.number}.`,
    },
    {
      ja: '会計担当に確かめ、同じ支払仕訳を記帳し直してから記録してください。',
      en: 'Ask the accountant to post the payment anew, then record the return.',
    },
  )
}
