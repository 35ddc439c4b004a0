import { type CommandContext, command, type EventObject, newId, refuseNotFound } from '@ennoshita/kernel/server'
import { post } from '@ennoshita/ledger/server'
import { monthEnd } from '@ennoshita/statutes'
import { payables } from '../../contract.ts'
import { inDepartmentsOn } from '../../queries/recurring/departments-on.ts'
import { accrualJournal, atAmount, costOf } from '../../rules/recurring/accrual.ts'
import { refuseConflict, refusePayment } from '../payment/refuse-payment.ts'
import { readSettings } from '../settings/read-settings.ts'
import { expectedOfMonth } from './accruals-due.ts'
import { recurringObject } from './recurring-rows.ts'

type Wanted = { readonly recurringId: string; readonly amount: number | null }
type Expected = Awaited<ReturnType<typeof expectedOfMonth>>[number]

export const accrueMonth = command(payables.accrueMonth, {
  may: 'payables.post-accruals',
  emits: ['payables.month-accrued'],
  async run(context, { month, only }) {
    const { tx, actor, today } = context
    const company = actor.companyId
    if (month > today)
      refusePayment(
        'month',
        'month-to-come',
        { ja: 'まだ始まっていない月は、概算で計上できません。', en: 'The month has not begun yet.' },
        { ja: '今月以前の月を選んでください。', en: 'Choose this month or an earlier one.' },
      )
    await tx.run`select pg_advisory_xact_lock(hashtextextended(${company}::text || ' payables.accrual', 4649))`
    const [settings, expected] = await Promise.all([readSettings(tx, company), expectedOfMonth(tx, company, month)])
    const due = only ? chosen(expected, only) : expected.filter(({ state }) => state === 'due')
    const posted = []
    for (const row of due) posted.push(await accrue(context, row, month, settings.accruedAccountId, only))
    const objects: [EventObject, ...EventObject[]] = [{ type: 'company', id: company }]
    for (const { journal, row } of posted)
      objects.push(recurringObject(row.recurringId, row.title, row.vendorId), journal.object)
    const total = posted.reduce((sum, { cost }) => sum + cost, 0)
    return {
      events: [{ activity: 'payables.month-accrued', objects, data: { month, accrued: posted.length, total } }],
      answer: { accrued: posted.length, total, journalIds: posted.map(({ journal }) => journal.journalId) },
      numbers: posted.map(({ journal }) => journal.number),
    }
  },
})

/** Those asked for; one that stands already is left as it is, one that is booked or will not come is refused. */
function chosen(expected: readonly Expected[], only: readonly Wanted[]): Expected[] {
  const rows = only.map(({ recurringId }, place) => {
    const row = expected.find((each) => each.recurringId === recurringId)
    const field = `only.${place}.recurringId`
    if (!row) refuseNotFound({ ja: 'その月に届くはずの請求書', en: 'invoice expected for that month' }, field)
    if (row.state === 'booked' || row.state === 'reversed' || row.state === 'skipped')
      refuseConflict(
        field,
        'nothing-to-accrue',
        row.state === 'skipped'
          ? {
              ja: `「${row.title}」は、その月は届かないものとされています。`,
              en: `"${row.title}" is not expected for that month.`,
            }
          : {
              ja: `「${row.title}」の請求書は、承認され計上されています。`,
              en: `The invoice of "${row.title}" is approved and booked.`,
            },
        { ja: '選択から外してください。', en: 'Leave it out.' },
      )
    return row
  })
  return [...new Set(rows)].filter(({ state }) => state === 'due')
}

async function accrue(
  context: CommandContext,
  row: Expected,
  month: string,
  accruedAccountId: string,
  only: readonly Wanted[] | undefined,
) {
  const { tx, actor } = context
  const wanted = only?.find(({ recurringId }) => recurringId === row.recurringId)?.amount ?? null
  const on = monthEnd(month)
  const lines = (await inDepartmentsOn(tx, actor.companyId, on, atAmount(row.lines, wanted)))
    .map((line) => ({ ...line, cost: costOf(line, row.isRegistered, on) }))
    .filter(({ cost }) => cost > 0)
  const cost = lines.reduce((sum, line) => sum + line.cost, 0)
  const journal = await post(tx, context, accrualJournal({ ...row, month }, lines, accruedAccountId))
  await tx.run`insert into payables.accrual (company_id, id, recurring_id, month, amount, posted_on, journal_id)
    values (${actor.companyId}, ${newId()}, ${row.recurringId}, ${month}, ${cost}, ${on}, ${journal.journalId})`
  return { row, cost, journal }
}
