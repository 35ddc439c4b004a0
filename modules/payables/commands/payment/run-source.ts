import { dateInWords } from '@ennoshita/kernel'
import { addDays, type LocalDate, refuseNotFound, type Tx } from '@ennoshita/kernel/server'
import { bankCalendar, nextBusinessDay, previousBusinessDay } from '@ennoshita/statutes'
import { type PaymentMethod, type SourceKind, sourceOf, type TransferFees } from '../../rules/payment/payment-form.ts'
import { cutOffAt, earliestPayOn, isBankDay, needsBankDay } from '../../rules/vendor/pay-day.ts'
import { refuseConflict, refusePayment } from './refuse-payment.ts'

/** What a run is paid out of. Of cash and cards the fields of the bank are null. */
export type RunSource = {
  readonly sourceAccountId: string
  readonly name: string
  readonly kind: SourceKind
  readonly accountId: string
  readonly subAccountId: string | null
  readonly bankCode: string
  readonly bankKana: string
  readonly branchCode: string
  readonly branchKana: string
  readonly accountType: 'ordinary' | 'current' | 'other'
  readonly accountNumber: string
  readonly clientCode: string
  readonly clientKana: string
  readonly cutOffDays: number
  readonly cutOffTime: string
  readonly newline: 'none' | 'crlf'
  readonly fees: TransferFees
  readonly closedOn: LocalDate | null
}

/** The source account, locked against being closed until this transaction ends. */
export async function readSource(tx: Tx, company: string, sourceAccountId: string): Promise<RunSource> {
  const source =
    await tx.row<RunSource>`select id as "sourceAccountId", name, kind, account_id as "accountId", sub_account_id as "subAccountId",
      bank_code as "bankCode", bank_kana as "bankKana", branch_code as "branchCode", branch_kana as "branchKana", account_type as "accountType",
      account_number as "accountNumber", client_code as "clientCode", client_kana as "clientKana", cut_off_days as "cutOffDays",
      cut_off_time as "cutOffTime", newline, fees, closed_on as "closedOn"
    from payables.source_account where company_id = ${company} and id = ${sourceAccountId} for share`
  if (!source) refuseNotFound({ ja: '振込元', en: 'source account' }, 'sourceAccountId')
  return source
}

/** Refuses a source that was closed or from which this method is not paid. */
export function refuseSource({ name, kind, closedOn }: RunSource, method: PaymentMethod): void {
  if (closedOn !== null)
    refuseConflict(
      'sourceAccountId',
      'source-closed',
      { ja: `「${name}」は${dateInWords(closedOn)}で使用をやめています。`, en: `${name} was closed on ${closedOn}.` },
      { ja: '別の振込元を選んでください。', en: 'Choose another source account.' },
    )
  if (sourceOf[method] !== kind)
    refusePayment(
      'method',
      'source-kind',
      { ja: `「${name}」からは、この支払方法では支払えません。`, en: `${name} does not pay by this method.` },
      {
        ja: '振込・口座振替・ペイジーは銀行口座、カードはカード、現金は現金を選んでください。',
        en: 'Transfers, account transfers and Pay-easy need a bank account, a card its card, cash the cash.',
      },
    )
}

type Asked = {
  readonly payOn: LocalDate
  readonly method: PaymentMethod
  readonly lateReason: string
  readonly now: string
  readonly today: LocalDate
}

const reachDays = 366

/** Refuses a day of payment that banks are closed on, that is out of reach, or whose cut-off has passed; answers whether the cut-off is today. */
export function checkPayOn(
  source: RunSource,
  { payOn, method, lateReason, now, today }: Asked,
): { cutOffAt: string | null } {
  if (payOn > addDays(today, reachDays) || payOn < addDays(today, -reachDays))
    refusePayment(
      'payOn',
      'pay-on-out-of-reach',
      { ja: `${dateInWords(payOn)}の支払は準備できません。`, en: `No payment is prepared for ${payOn}.` },
      { ja: '日付（特に年）を確かめてください。', en: 'Check the date, its year above all.' },
    )
  if (needsBankDay(method) && !isBankDay(payOn)) refuseBankHoliday(payOn)
  if (method !== 'transfer') return { cutOffAt: null }
  if (payOn < today)
    refusePayment(
      'payOn',
      'pay-on-past',
      { ja: `${dateInWords(payOn)}は過ぎています。`, en: `${payOn} has passed.` },
      { ja: '今日以後の銀行営業日を選んでください。', en: 'Choose a bank day from today on.' },
    )
  const limit = cutOffAt(payOn, source)
  if (limit < now && lateReason === '') refuseCutOff(source, payOn, now, today)
  return { cutOffAt: limit }
}

function refuseBankHoliday(payOn: LocalDate): never {
  const banks = bankCalendar({ preview: true })
  const [before, after] = [previousBusinessDay(payOn, banks), nextBusinessDay(payOn, banks)]
  refusePayment(
    'payOn',
    'not-a-bank-day',
    { ja: `${dateInWords(payOn)}は銀行の休業日です。`, en: `Banks are closed on ${payOn}.` },
    {
      ja: `前の営業日は${dateInWords(before)}、次の営業日は${dateInWords(after)}です。`,
      en: `The bank day before is ${before}, the one after ${after}.`,
    },
    {
      says: {
        ja: '銀行の休日：土曜・日曜・祝日・12月31日から1月3日',
        en: 'Bank holidays: Saturdays, Sundays, national holidays, 31 December to 3 January',
      },
      source: '銀行法施行令5条1項',
    },
  )
}

export function refuseCutOff(source: RunSource, payOn: LocalDate, now: string, today: LocalDate): never {
  const earliest = earliestPayOn(now, today, source)
  refuseConflict(
    'payOn',
    'cut-off-passed',
    {
      ja: `${dateInWords(payOn)}の振込は、「${source.name}」の締切（${cutOffWords(source).ja}）を過ぎています。`,
      en: `The cut-off of ${source.name} for ${payOn} (${cutOffWords(source).en}) has passed.`,
    },
    {
      ja: `${dateInWords(earliest)}以後の銀行営業日にするか、銀行が受け付けるときは、その理由を書いて準備してください。`,
      en: `Choose ${earliest} or a later bank day; where the bank takes it nevertheless, prepare it with the reason.`,
    },
  )
}

function cutOffWords({ cutOffDays, cutOffTime }: RunSource): { ja: string; en: string } {
  return cutOffDays === 0
    ? { ja: `当日${cutOffTime}`, en: `${cutOffTime} of the day` }
    : { ja: `${cutOffDays}営業日前の${cutOffTime}`, en: `${cutOffTime}, ${cutOffDays} bank days before` }
}
