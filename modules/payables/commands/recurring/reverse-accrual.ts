import { type CommandContext, command, type LocalDate, refuseNotFound } from '@ennoshita/kernel/server'
import { type PostedJournal, reverse } from '@ennoshita/ledger/server'
import { payables } from '../../contract.ts'
import { refuseConflict } from '../payment/refuse-payment.ts'
import { recurringObject } from './recurring-rows.ts'

type Standing = {
  accrualId: string
  journalId: string
  postedOn: LocalDate
  reversalId: string | null
  title: string
  recurringId: string
  vendorId: string
}

export const reverseAccrual = command(payables.reverseAccrual, {
  may: 'payables.post-accruals',
  emits: ['payables.accrual-reversed'],
  async run(context, { accrualId, postedOn, reason }) {
    const { tx, actor, within } = context
    const accrual = await tx.row<Standing>`
      select a.id as "accrualId", a.journal_id as "journalId", a.posted_on as "postedOn", a.reversal_id as "reversalId", r.title,
        r.id as "recurringId", r.vendor_id as "vendorId"
      from payables.accrual a join payables.recurring r on r.company_id = a.company_id and r.id = a.recurring_id
      where a.company_id = ${actor.companyId} and a.id = ${accrualId} and ${within({})} for update of a`
    if (!accrual) refuseNotFound({ ja: '概算計上', en: 'accrual' }, 'accrualId')
    if (accrual.reversalId !== null)
      refuseConflict(
        'accrualId',
        'accrual-reversed',
        { ja: 'この概算計上は、取り消されています。', en: 'This accrual was reversed already.' },
        { ja: '画面を開き直してください。', en: 'Reload.' },
      )
    const posted = await reverse(tx, context, { journalId: accrual.journalId, postedOn, reason })
    await writeReversal(context, accrualId, posted.journalId, postedOn, reason)
    return {
      events: [
        {
          activity: 'payables.accrual-reversed',
          objects: [recurringObject(accrual.recurringId, accrual.title, accrual.vendorId), posted.object],
          data: { postedOn, reason },
        },
      ],
      answer: { journalId: posted.journalId },
      numbers: [posted.number],
    }
  },
})

async function writeReversal(
  { tx, actor }: Pick<CommandContext, 'tx' | 'actor'>,
  accrualId: string,
  reversalId: string,
  postedOn: LocalDate,
  reason: string,
): Promise<void> {
  await tx.run`update payables.accrual set reversal_id = ${reversalId}, reversed_on = ${postedOn}, reversed_reason = ${reason}
    where company_id = ${actor.companyId} and id = ${accrualId}`
}

/**
 * Takes back what was accrued for an invoice, on the day on which the invoice itself is booked, but not before the accrual's own day;
 * called when the invoice is approved. Null where nothing stands.
 */
export async function reverseAccrualOf(
  context: CommandContext,
  { invoiceId, postedOn }: { readonly invoiceId: string; readonly postedOn: LocalDate },
): Promise<PostedJournal | null> {
  const { tx, actor } = context
  const company = actor.companyId
  const accrual = await tx.row<Standing>`
    select a.id as "accrualId", a.journal_id as "journalId", a.posted_on as "postedOn",
      (select j.journal_id from ledger.journal_name j where j.company_id = a.company_id and j.reverses = a.journal_id) as "reversalId"
    from payables.expected_settled s join payables.accrual a on a.company_id = s.company_id and a.recurring_id = s.recurring_id and a.month = s.month
    where s.company_id = ${company} and s.invoice_id = ${invoiceId} and a.reversal_id is null for update of a`
  if (!accrual) return null
  const reason = '請求書が承認されたため'
  const day = postedOn < accrual.postedOn ? accrual.postedOn : postedOn
  if (accrual.reversalId !== null) {
    await writeReversal(context, accrual.accrualId, accrual.reversalId, day, '会計帳簿で取り消されていたため')
    return null
  }
  const posted = await reverse(tx, context, { journalId: accrual.journalId, postedOn: day, reason })
  await writeReversal(context, accrual.accrualId, posted.journalId, day, reason)
  return posted
}
