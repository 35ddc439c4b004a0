import { type CommandContext, command, type EventObject, newId, sql } from '@ennoshita/kernel/server'
import type { JournalLine } from '@ennoshita/ledger'
import { post } from '@ennoshita/ledger/server'
import { monthEnd } from '@ennoshita/statutes'
import { payables } from '../../contract.ts'
import { inDepartmentsOn } from '../../queries/recurring/departments-on.ts'
import { refusePayment } from '../payment/refuse-payment.ts'
import { readSettings } from '../settings/read-settings.ts'
import { type PrepaidLine, prepaidLines } from './prepaid-due.ts'

const outOfScope = { side: 'none', nature: null, rateClass: null, use: null, invoice: null, isReturn: false } as const
/** A line with the months that are due by the month asked for, and their sum. */
type DueLine = PrepaidLine & { readonly due: PrepaidLine['months']; readonly sum: number }

export const transferPrepaid = command(payables.transferPrepaid, {
  may: 'payables.post-accruals',
  emits: ['payables.prepaid-transferred'],
  async run(context, { month }) {
    const { tx, actor, today } = context
    const company = actor.companyId
    if (month > today)
      refusePayment(
        'month',
        'month-to-come',
        { ja: 'まだ始まっていない月には、振り替えられません。', en: 'The month has not begun yet.' },
        { ja: '今月以前の月を選んでください。', en: 'Choose this month or an earlier one.' },
      )
    await tx.run`select pg_advisory_xact_lock(hashtextextended(${company}::text || ' payables.prepaid', 4649))`
    const [settings, lines] = await Promise.all([
      readSettings(tx, company),
      prepaidLines(tx, company, sql`l.spread_from <= ${month}::date`, sql`for no key update of i`),
    ])
    const due = lines.flatMap((line): DueLine[] => {
      const months = line.months.filter((each) => each.month <= month && !each.isDone)
      const sum = months.reduce((all, { amount }) => all + amount, 0)
      return months.length === 0 ? [] : [{ ...line, due: months, sum }]
    })
    const posted = []
    for (const ofInvoice of Map.groupBy(due, ({ invoiceId }) => invoiceId).values())
      posted.push(await transfer(context, ofInvoice, month, settings.prepaidAccountId))
    const objects: [EventObject, ...EventObject[]] = [{ type: 'company', id: company }]
    for (const { invoiceId, journal } of posted) objects.push({ type: 'invoice', id: invoiceId }, journal.object)
    const total = due.reduce((all, line) => all + (line.isReturn ? -line.sum : line.sum), 0)
    return {
      events: [{ activity: 'payables.prepaid-transferred', objects, data: { month, lines: due.length, total } }],
      answer: { lines: due.length, total, journalIds: posted.map(({ journal }) => journal.journalId) },
      numbers: posted.map(({ journal }) => journal.number),
    }
  },
})

/** One journal an invoice: each line's share from 前払費用 to its cost, in its department. */
async function transfer(context: CommandContext, lines: readonly DueLine[], month: string, prepaidAccountId: string) {
  const { tx, actor } = context
  const [{ invoiceId, invoiceNumber, vendorName } = { invoiceId: '', invoiceNumber: null, vendorName: '' }] = lines
  const postedOn = monthEnd(month)
  const placed = await inDepartmentsOn(tx, actor.companyId, postedOn, lines)
  const journal = await post(tx, context, {
    postedOn,
    description: `前払費用の振替 請求書 受付${invoiceNumber ?? ''}`,
    partner: vendorName,
    lines: placed.flatMap((line): JournalLine[] => {
      const isCost = line.sum > 0 !== line.isReturn
      const { accountId, subAccountId, departmentId, description: note } = line
      const shared = { departmentId, note, amount: Math.abs(line.sum), taxClass: outOfScope }
      return [
        { ...shared, accountId, subAccountId, side: isCost ? 'debit' : 'credit' },
        { ...shared, accountId: line.prepaidAccountId ?? prepaidAccountId, side: isCost ? 'credit' : 'debit' },
      ]
    }),
  })
  const rows = lines.flatMap(({ line, due }) => due.map(({ month: of, amount }) => ({ id: newId(), line, of, amount })))
  await tx.run`insert into payables.prepaid_transfer (company_id, id, invoice_id, line, month, amount, posted_on, journal_id)
    select ${actor.companyId}, r.id, ${invoiceId}, r.line, r.of, r.amount, ${postedOn}, ${journal.journalId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, line smallint, of date, amount bigint)`
  return { invoiceId, journal }
}
