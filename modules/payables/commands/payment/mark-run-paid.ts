import {
  addDays,
  command,
  dateInWords,
  type EventObject,
  type LocalDate,
  refuseNotFound,
  type Tx,
} from '@ennoshita/kernel/server'
import { postInBulk } from '@ennoshita/ledger/server'
import { payables } from '../../contract.ts'
import { yen } from '../../rules/invoice/finding.ts'
import { paymentJournal } from '../../rules/payment/payment-journal.ts'
import { type LockedRun, lockRun } from './lock-run.ts'
import { postedOn, readPaymentAccounts, readTransfersToBook, type TransferToBook } from './payment-accounts.ts'
import { refuseConflict, refuseFuture, refusePayment, refuseState } from './refuse-payment.ts'
import { readSource } from './run-source.ts'
import { invoiceObjects } from './write-transfers.ts'

type Failed = { readonly transferId: string; readonly reason: string }

export const markRunPaid = command(payables.markRunPaid, {
  may: 'payables.carry-out-runs',
  emits: ['payables.run-paid', 'payables.transfer-failed'],
  async run({ tx, actor, today }, { runId, version, paidOn, failed, taken }) {
    const company = actor.companyId
    const run = await lockRun(tx, company, runId, version)
    const planned = await readTransfersToBook(tx, company, run, 'planned')
    refuseUnpaid(run, planned)
    refuseDay(run, paidOn, today)
    const paid = withTaken(run, withoutFailed(planned, failed), taken)
    const source = await readSource(tx, company, run.sourceAccountId)
    const accounts = await readPaymentAccounts(
      tx,
      company,
      source,
      paid.some(({ withheld }) => withheld !== 0),
    )
    const total = paid.reduce((sum, { sent, taken }) => sum + (taken ?? sent), 0)
    const exchange = total - paid.reduce((sum, { sent }) => sum + sent, 0)
    await writeOutcome(tx, company, run.runId, paidOn, failed)
    const journals = paid.map((transfer) => paymentJournal(transfer, accounts, paidOn))
    const journalIds = await postedOn('paidOn', postInBulk(tx, { actor, today }, journals))
    await writePaid(tx, company, paidOn, paid, journalIds)
    const own = actor.personId ? [actor.personId] : []
    return {
      events: [
        {
          activity: 'payables.run-paid',
          objects: [
            { type: 'payment-run', id: runId },
            ...invoiceObjects(paid.flatMap(({ invoiceIds }) => invoiceIds)),
            ...paid.map(({ vendorId }): EventObject => ({ type: 'vendor', id: vendorId })),
            ...paid.map(
              ({ partner }, place): EventObject => ({
                type: 'journal',
                id: journalIds[place] ?? '',
                label: {
                  text: `${dateInWords(paidOn)} 支払 ${partner}`,
                  opens: `/journals/${journalIds[place]}`,
                  may: 'ledger.see-books',
                  own,
                },
              }),
            ),
          ],
          data: { paidOn, transfers: paid.length, total, ...(exchange === 0 ? {} : { exchange }) },
        },
        ...failed.map(({ transferId, reason }) => ({
          activity: 'payables.transfer-failed' as const,
          objects: [
            { type: 'payment-run', id: runId },
            ...invoiceObjects(planned.find((each) => each.transferId === transferId)?.invoiceIds ?? []),
          ] as [EventObject, ...EventObject[]], // as: the run stands first
          data: { reason },
        })),
      ],
      answer: { version: run.version + 1, paid: paid.length, total },
    }
  },
})

function refuseUnpaid({ state, method }: LockedRun, planned: readonly TransferToBook[]): void {
  const needsFile = method === 'transfer' && planned.some(({ sent }) => sent > 0)
  if (state === (needsFile ? 'file-taken' : 'released')) return
  refuseState(
    state,
    { ja: '支払済みにできません。', en: 'it is not marked as paid.' },
    state === 'paid' || state === 'cancelled'
      ? { ja: '一覧を開き直してください。', en: 'Reload the list.' }
      : state === 'released'
        ? { ja: '先に総合振込ファイルを出力してください。', en: 'Take the transfer file first.' }
        : { ja: '先に、準備した人とは別の人が承認してください。', en: 'Another person releases it first.' },
  )
}

type Taken = { readonly transferId: string; readonly amount: number }

/** The transfers with what was really taken for them; only invoices in a foreign currency can cost another yen amount than is owed. */
function withTaken({ method }: LockedRun, paid: readonly TransferToBook[], told: readonly Taken[]): TransferToBook[] {
  for (const [place, { transferId, amount }] of told.entries()) {
    const transfer = paid.find((each) => each.transferId === transferId)
    if (!transfer) refuseNotFound({ ja: 'この支払の振込', en: 'transfer of this run' }, `taken.${place}.transferId`)
    if (method === 'transfer' || !transfer.isForeign)
      refuseConflict(
        `taken.${place}.transferId`,
        'taken-as-owed',
        {
          ja: `${transfer.partner}への支払は、円の債務のとおりです。別の引落額は入力できません。`,
          en: `What is paid to ${transfer.partner} is what is owed in yen: no other amount is taken.`,
        },
        {
          ja: '引落額を入力できるのは、ファイルによらず支払う外貨の請求書だけです。金額が違うときは、請求書を訂正してください。',
          en: 'It is for invoices in a foreign currency that no file pays. Correct the invoice where its amount is wrong.',
        },
      )
    if (amount > transfer.sent * 2 || amount * 2 < transfer.sent)
      refusePayment(
        `taken.${place}.amount`,
        'taken-far-off',
        {
          ja: `引落額${yen(amount)}円は、帳簿の${yen(transfer.sent)}円と違いすぎます。`,
          en: `${yen(amount)} yen is too far from the ${yen(transfer.sent)} yen in the books.`,
        },
        { ja: '引落額の桁を確かめてください。', en: 'Check the digits.' },
      )
  }
  const amounts = new Map(told.map(({ transferId, amount }) => [transferId, amount]))
  return paid.map((transfer) => ({ ...transfer, taken: amounts.get(transfer.transferId) ?? null }))
}

const reachDays = 366

function refuseDay({ method, payOn }: LockedRun, paidOn: LocalDate, today: LocalDate): void {
  refuseFuture('paidOn', paidOn, today)
  const earliest = method === 'transfer' ? payOn : addDays(payOn, -reachDays)
  if (paidOn >= earliest) return
  refusePayment(
    'paidOn',
    'paid-too-early',
    {
      ja: `振込指定日は${dateInWords(payOn)}です。${dateInWords(paidOn)}にはまだ支払われません。`,
      en: `The bank pays on ${payOn}: nothing was paid on ${paidOn}.`,
    },
    { ja: `${dateInWords(payOn)}以後の日付を入力してください。`, en: `Give ${payOn} or a later day.` },
  )
}

function withoutFailed(planned: readonly TransferToBook[], failed: readonly Failed[]): TransferToBook[] {
  const stranger = failed.findIndex(({ transferId }) => !planned.some((each) => each.transferId === transferId))
  if (stranger >= 0)
    refuseNotFound({ ja: 'この支払の振込', en: 'transfer of this run' }, `failed.${stranger}.transferId`)
  const twice = failed.findIndex(
    ({ transferId }, place) => failed.findIndex((each) => each.transferId === transferId) < place,
  )
  if (twice >= 0)
    refusePayment(
      `failed.${twice}.transferId`,
      'failed-twice',
      { ja: '同じ振込が二度あります。', en: 'The same transfer is named twice.' },
      { ja: '一つの振込は一度だけ指定してください。', en: 'Name each transfer once.' },
    )
  const paid = planned.filter(({ transferId }) => !failed.some((each) => each.transferId === transferId))
  if (paid.length === 0)
    refuseConflict(
      'failed',
      'nothing-paid',
      { ja: '一件も支払われていません。', en: 'Nothing was paid.' },
      { ja: '支払を取りやめてください。', en: 'Cancel the run instead.' },
    )
  return paid
}

async function writeOutcome(
  tx: Tx,
  company: string,
  runId: string,
  paidOn: LocalDate,
  failed: readonly Failed[],
): Promise<void> {
  const ids = failed.map(({ transferId }) => transferId)
  await Promise.all([
    tx.run`update payables.payment_run set state = 'paid', paid_on = ${paidOn}, version = version + 1
      where company_id = ${company} and id = ${runId}`,
    ids.length === 0
      ? 0
      : tx.run`update payables.transfer t set state = 'failed', return_reason = f.reason
          from unnest(${ids}::uuid[], ${failed.map(({ reason }) => reason)}::text[]) as f (id, reason)
          where t.company_id = ${company} and t.id = f.id`,
    tx.run`update payables.payment set state = case when transfer_id = any(${ids}::uuid[]) then 'failed' else 'paid' end
      where company_id = ${company} and run_id = ${runId} and state = 'planned'`,
  ])
}

async function writePaid(
  tx: Tx,
  company: string,
  paidOn: LocalDate,
  paid: readonly TransferToBook[],
  journalIds: readonly string[],
): Promise<void> {
  await tx.run`update payables.transfer t set state = 'paid', paid_on = ${paidOn}, journal_id = j.journal_id, taken = j.taken
    from unnest(${paid.map(({ transferId }) => transferId)}::uuid[], ${journalIds}::uuid[], ${paid.map(({ taken }) => taken)}::bigint[]) as j (id, journal_id, taken)
    where t.company_id = ${company} and t.id = j.id`
}
