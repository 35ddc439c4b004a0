import { dateInWords } from '@ennoshita/kernel'
import { command, newId, refuseNotFound } from '@ennoshita/kernel/server'
import { post } from '@ennoshita/ledger/server'
import { payables } from '../../contract.ts'
import { type WithheldSum, withheldSums } from '../../queries/payment/withheld-sums.ts'
import { withholdingJournal } from '../../rules/payment/payment-journal.ts'
import { postedOn, readPaymentAccounts } from './payment-accounts.ts'
import { refuseConflict, refuseFuture, refusePayment } from './refuse-payment.ts'
import { readSource } from './run-source.ts'

export const payWithholding = command(payables.payWithholding, {
  may: 'payables.pay-withholding',
  emits: ['payables.withholding-paid'],
  async run({ tx, actor, today }, { period, group, from, amount, paidOn, sourceAccountId }) {
    const company = actor.companyId
    await tx.run`select pg_advisory_xact_lock(hashtextextended(${company} || ' withholding', 5)) `
    const year = from.slice(0, 4)
    const sums = await withheldSums(tx, company, `${year}-01-01`, `${year}-12-31`)
    const due = sums.find(
      (sum) => sum.period === period && sum.group === group && sum.from <= from && from <= sum.until,
    )
    if (!due) refuseNotFound({ ja: 'この期間に源泉徴収した税額', en: 'tax withheld in this period' }, 'from')
    refuseAmount(due, amount)
    refuseFuture('paidOn', paidOn, today)
    if (paidOn <= due.until) refuseUnfinished(due)
    const source = await readSource(tx, company, sourceAccountId)
    if (source.closedOn !== null) refuseNotFound({ ja: '使用中の振込元', en: 'open source account' }, 'sourceAccountId')
    const accounts = await readPaymentAccounts(tx, company, source, true, 'group')
    const text = `源泉所得税（報酬）${periodWords(due)}`
    const posted = await postedOn(
      'paidOn',
      post(tx, { actor, today }, withholdingJournal(amount, accounts, paidOn, `${text}の納付`)),
    )
    const withholdingPaymentId = newId()
    await tx.run`insert into payables.withholding_payment (company_id, id, period, withholding_group, place, period_from, period_until, amount, paid_on,
        source_account_id, journal_id)
      values (${company}, ${withholdingPaymentId}, ${period}, ${group}, ${due.payments.length + 1}, ${due.from}, ${due.until}, ${amount}, ${paidOn},
        ${sourceAccountId}, ${posted.journalId})`
    const label = { text, opens: '/payments/withholding', may: 'payables.see-payments' }
    return {
      events: [
        {
          activity: 'payables.withholding-paid',
          objects: [{ type: 'withholding-payment', id: withholdingPaymentId, label }, posted.object],
          data: { period, group, from: due.from, until: due.until, amount, paidOn, dueOn: due.dueOn },
        },
      ],
      answer: { withholdingPaymentId, journalId: posted.journalId },
      numbers: [posted.number],
    }
  },
})

/** 2026年10月分; 2026年7〜12月分. */
function periodWords({ period, from, until }: WithheldSum): string {
  const [year, first, last] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)), Number(until.slice(5, 7))]
  return period === 'month' ? `${year}年${first}月分` : `${year}年${first}〜${last}月分`
}

function refuseAmount({ open, dueOn }: WithheldSum, amount: number): void {
  if (open <= 0)
    refuseConflict(
      'from',
      'withholding-paid-already',
      { ja: 'この期間の源泉所得税は、納付済みです。', en: 'The tax of this period is paid already.' },
      { ja: '納付予定の一覧を開き直してください。', en: 'Reload the list.' },
      { says: { ja: '一つの期間の税額は一度だけ納付します。', en: 'The tax of a period is paid once.' } },
    )
  if (open === amount) return
  refusePayment(
    'amount',
    'withholding-amount',
    {
      ja: `納付する税額は${open.toLocaleString('ja')}円です（納期限${dateInWords(dueOn)}）。`,
      en: `The tax to be paid is ${open.toLocaleString('en')} yen (due ${dueOn}).`,
    },
    { ja: '税額を確かめて、その金額で納付してください。', en: 'Check the amount and pay exactly that.' },
  )
}

function refuseUnfinished({ until }: WithheldSum): never {
  refusePayment(
    'paidOn',
    'period-not-over',
    {
      ja: `${dateInWords(until)}までの支払分は、まだ増えることがあります。`,
      en: `Until ${until} more may be withheld.`,
    },
    { ja: `${dateInWords(until)}の翌日以後に納付してください。`, en: `Pay it after ${until}.` },
  )
}
