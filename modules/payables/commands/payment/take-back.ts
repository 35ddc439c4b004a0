import { dateInWords } from '@ennoshita/kernel'
import {
  type CommandAnswer,
  type CommandContext,
  type EventObject,
  type LocalDate,
  refuse,
} from '@ennoshita/kernel/server'
import { reverse } from '@ennoshita/ledger/server'
import { nextOpenMonth } from '../../rules/invoice/entry-findings.ts'
import type { InvoiceRow } from '../invoice/invoice-row.ts'
import { settleExpected } from '../recurring/settle-expected.ts'

type Numbers = NonNullable<CommandAnswer<string, unknown>['numbers']>

/**
 * Cancels an invoice by adding: of an approved, unpaid one the reversal of its journal is posted, on the journal's day while its month is
 * open, else on the first day of the next open month; one that was reversed in the books by hand is not reversed again. A draft is marked
 * alone. Nothing is removed.
 */
export async function takeBack(
  context: CommandContext,
  row: InvoiceRow,
  { reason, postedOn }: { reason: string; postedOn?: LocalDate | undefined },
): Promise<{ journalId: string | null; objects: EventObject[]; numbers: Numbers; postedOn: LocalDate | null }> {
  const { tx, actor } = context
  const company = actor.companyId
  if (row.state === 'approved') await refusePaid(context, row)
  const reversal = row.journalId === null ? null : await reverseJournal(context, row.journalId, reason, postedOn)
  await Promise.all([
    tx.run`update payables.invoice set state = 'cancelled', cancel_reason = ${reason}, reversal_id = ${reversal?.journalId ?? null}, version = version + 1
      where company_id = ${company} and id = ${row.invoiceId}`,
    settleExpected(tx, context, {
      ...{
        invoiceId: row.invoiceId,
        kind: row.kind,
        vendorId: null,
        serviceUntil: null,
        bookingMonth: null,
        invoicedOn: null,
        total: null,
      },
    }),
  ])
  if (reversal === null) return { journalId: null, objects: [], numbers: [], postedOn: null }
  return {
    journalId: reversal.journalId,
    objects: [
      { type: 'journal', id: row.journalId ?? '', qualifier: 'reversed' },
      { ...reversal.object, qualifier: 'reversal' },
    ],
    numbers: reversal.number === null ? [] : [reversal.number],
    postedOn: reversal.postedOn,
  }
}

async function reverseJournal(
  context: CommandContext,
  journalId: string,
  reason: string,
  given: LocalDate | undefined,
) {
  const { tx, actor } = context
  const company = actor.companyId
  const [journal, byHand, locked] = await Promise.all([
    tx.row<{ postedOn: LocalDate }>`
      select posted_on as "postedOn" from ledger.journal_name where company_id = ${company} and journal_id = ${journalId}`,
    tx.row<{ journalId: string; postedOn: LocalDate }>`select journal_id as "journalId", posted_on as "postedOn"
      from ledger.journal_name where company_id = ${company} and reverses = ${journalId}`,
    tx.rows<{ month: LocalDate }>`select month from ledger.locked_month where company_id = ${company}`,
  ])
  if (!journal) throw new Error(`The journal ${journalId} of an approved invoice is not there.`)
  if (byHand) return { ...byHand, object: { type: 'journal', id: byHand.journalId }, number: null }
  const open = nextOpenMonth(journal.postedOn, { lockedMonths: new Set(locked.map(({ month }) => month)) })
  const postedOn = given ?? (open.slice(0, 7) === journal.postedOn.slice(0, 7) ? journal.postedOn : open)
  return { ...(await reverse(tx, context, { journalId, postedOn, reason })), postedOn }
}

async function refusePaid({ tx, actor }: CommandContext, row: InvoiceRow): Promise<void> {
  const company = actor.companyId
  const [payment, spread] = await Promise.all([
    tx.row<{ state: 'planned' | 'paid'; number: number | null; payOn: LocalDate }>`
      select p.state, r.number, r.pay_on as "payOn" from payables.payment p
        join payables.payment_run r on r.company_id = p.company_id and r.id = p.run_id
      where p.company_id = ${company} and p.invoice_id = ${row.invoiceId} and p.state in ('planned', 'paid') limit 1`,
    tx.row`select 1 from payables.prepaid_transfer
      where company_id = ${company} and invoice_id = ${row.invoiceId} and journal_id is not null and reversal_id is null limit 1`,
  ])
  if (payment)
    refuse({
      kind: 'conflict',
      code: payment.state === 'paid' ? 'payables.paid-already' : 'payables.payment-planned',
      what: {
        ja: `この請求書は、支払${payment.number ?? ''}（${dateInWords(payment.payOn)}）${payment.state === 'paid' ? 'で支払済み' : 'に入っています'}。取り消せません。`,
        en: `It ${payment.state === 'paid' ? 'was paid with' : 'stands in'} payment run ${payment.number ?? ''} of ${payment.payOn} and cannot be cancelled.`,
      },
      field: 'invoiceId',
      rule: { says: { ja: '取り消せるのは、支払の前の請求書だけです。', en: 'Only an unpaid invoice is cancelled.' } },
      todo:
        payment.state === 'paid'
          ? {
              ja: '取引先から返還請求書（赤伝）を受け取って登録し、次の支払で相殺してください。組戻しのときは、先に組戻しを記録してください。',
              en: 'Register a credit note of the vendor to set it off, or record the returned transfer first.',
            }
          : { ja: '先に支払からこの請求書を外してください。', en: 'Take it out of the payment run first.' },
    })
  if (spread)
    refuse({
      kind: 'conflict',
      code: 'payables.prepaid-transferred',
      what: {
        ja: 'この請求書の前払費用は、すでに振り替えられた月があります。',
        en: 'Months of its prepaid cost were transferred to cost already.',
      },
      field: 'invoiceId',
      rule: {
        says: { ja: '振替のある請求書は、振替を取り消してから取り消します。', en: 'Its transfers are reversed first.' },
      },
      todo: {
        ja: '前払費用の振替を取り消してから、もう一度お試しください。',
        en: 'Reverse the transfers, then try again.',
      },
    })
}
