import type { LocalDate, Words } from '@ennoshita/kernel'
import { dateInWords } from '@ennoshita/kernel'
import {
  type Because,
  daysBetween,
  InvalidInputError,
  type MonthDay,
  type PaymentTermResult,
  paymentTerm,
  type Shift,
  UnknownLawError,
} from '@ennoshita/statutes'
import type { FeeBearer, PaymentMethod } from '../payment/payment-form.ts'
import { freelanceAlone, type VendorProtection } from '../vendor/protection.ts'

/** `hold`: it cannot be paid yet. `warning`: it can, and this should be known. */
export type PaymentFinding = {
  readonly level: 'hold' | 'warning'
  readonly code:
    | 'no-account'
    | 'account-waiting'
    | 'debt-reversed'
    | 'method'
    | 'overdue'
    | 'due-too-late'
    | 'shift-too-late'
    | 'fee-on-payee'
    | 'near-limit'
  readonly says: Words
  readonly todo: Words
  readonly law: { readonly title: string; readonly article: string; readonly url: string } | null
}

export type PaymentTermFacts = {
  /** Of both acts the stricter counts. */
  readonly protection: Pick<VendorProtection, 'toriteki' | 'freelance'>
  /** 給付を受領した日: the earliest day of the service or delivery, day 1. */
  readonly receivedOn: LocalDate
  readonly dueOn: LocalDate
  /** The day on which money would move. */
  readonly payOn: LocalDate
  readonly closingDay: MonthDay | null
  readonly shift: Shift
  readonly owed: number
  readonly today: LocalDate
}

/** What the acts on payment say to a due date; undefined where neither protects the vendor or its law of that day is not known. */
export function termOf(facts: PaymentTermFacts): PaymentTermResult | undefined {
  const { protection, receivedOn, dueOn, closingDay, shift, owed, today } = facts
  if ((!protection.toriteki && !protection.freelance) || dueOn < receivedOn) return undefined
  const asked = {
    ...{ receivedOn, dueOn, postponedOverBankHolidays: shift === 'next' },
    ...(closingDay === null ? {} : { closing: { day: closingDay } }),
    ...(protection.toriteki ? {} : { scope: freelanceAlone }),
    ...(dueOn < today ? { payment: { amount: owed, paidOn: today } } : {}),
  }
  try {
    return paymentTerm(asked, { preview: true })
  } catch (cause) {
    if (cause instanceof UnknownLawError || cause instanceof InvalidInputError) return undefined
    throw cause
  }
}

const nearDays = 5

/** What stands against paying this invoice on that day by law: due dates after the latest lawful day, days moved past it, lateness. */
export function dueDateFindings(facts: PaymentTermFacts): PaymentFinding[] {
  const { dueOn, payOn, today } = facts
  const term = termOf(facts)
  const latestOn = term?.latestLawfulDueOn
  const law = lawOf(term?.because)
  const found: PaymentFinding[] = []
  if (term && latestOn && dueOn > latestOn) found.push(dueTooLate(facts, term, latestOn, law))
  else if (latestOn && payOn > latestOn) found.push(shiftTooLate(payOn, latestOn, law))
  if (dueOn < today) found.push(overdue(facts, term, law))
  else if (latestOn && daysBetween(today, latestOn) <= nearDays && today <= latestOn)
    found.push({
      ...{ level: 'warning', code: 'near-limit', law },
      says: { ja: `法律上の支払期限は${dateInWords(latestOn)}です。`, en: `By law it must be paid by ${latestOn}.` },
      todo: { ja: 'この日までに支払ってください。', en: 'Pay by that day.' },
    })
  return found
}

function dueTooLate(
  { dueOn }: PaymentTermFacts,
  { dueDay }: PaymentTermResult,
  latestOn: string,
  law: PaymentFinding['law'],
): PaymentFinding {
  return {
    ...{ level: 'warning', code: 'due-too-late', law },
    says: {
      ja: `支払期日${dateInWords(dueOn)}は受領日から${dueDay}日目で、法律上の期限${dateInWords(latestOn)}を過ぎています。`,
      en: `The due date ${dueOn} is day ${dueDay} after the receipt, past the latest lawful day ${latestOn}.`,
    },
    todo: { ja: `${dateInWords(latestOn)}までに支払ってください。`, en: `Pay by ${latestOn}.` },
  }
}

function shiftTooLate(payOn: string, latestOn: string, law: PaymentFinding['law']): PaymentFinding {
  return {
    ...{ level: 'warning', code: 'shift-too-late', law },
    says: {
      ja: `銀行の休みで${dateInWords(payOn)}の支払になり、法律上の期限${dateInWords(latestOn)}を過ぎます。`,
      en: `Bank holidays move the payment to ${payOn}, past the latest lawful day ${latestOn}.`,
    },
    todo: { ja: '期限の前の銀行営業日に支払ってください。', en: 'Pay on the last bank day before the limit.' },
  }
}

function overdue(
  { dueOn, today, protection }: PaymentTermFacts,
  term: PaymentTermResult | undefined,
  law: PaymentFinding['law'],
): PaymentFinding {
  const days = daysBetween(dueOn, today)
  const interest = protection.toriteki ? term?.lateInterest : undefined
  return {
    ...{ level: 'warning', code: 'overdue', law: interest ? law : null },
    says: interest
      ? {
          ja: `支払期日を${days}日過ぎています。${dateInWords(interest.from)}から遅延利息（年14.6%）がつき、今日までで${interest.interest.toLocaleString('ja')}円です。`,
          en: `It is ${days} days overdue. Late interest runs from ${interest.from}: ${interest.interest.toLocaleString('en')} yen by today.`,
        }
      : { ja: `支払期日を${days}日過ぎています。`, en: `It is ${days} days overdue.` },
    todo: { ja: '早く支払ってください。', en: 'Pay it soon.' },
  }
}

/** The first bank account state, method and fee that keep an invoice from being paid by this method. */
export function holdFindings(facts: {
  readonly method: PaymentMethod
  readonly account: 'confirmed' | 'waiting' | 'none'
  readonly feeBearer: FeeBearer
  readonly protection: Pick<VendorProtection, 'toriteki' | 'isUnknown' | 'findings'>
  /** The number of the journal by which the books took the debt back by hand. */
  readonly reversedBy: number | null
  readonly today: LocalDate
}): PaymentFinding[] {
  const { method, account, feeBearer, protection, reversedBy, today } = facts
  const found: PaymentFinding[] = []
  if (reversedBy !== null)
    found.push({
      ...{ level: 'hold', code: 'debt-reversed', law: null },
      says: {
        ja: `計上仕訳が仕訳 No.${reversedBy}で取り消されています。支払う債務がありません。`,
        en: `Its journal was reversed by journal ${reversedBy}: nothing is owed.`,
      },
      todo: { ja: '請求書を取り消すか訂正してください。', en: 'Cancel or correct the invoice.' },
    })
  if (method !== 'transfer') return found
  if (account === 'none')
    found.push({
      ...{ level: 'hold', code: 'no-account', law: null },
      says: { ja: '振込先の口座が登録されていません。', en: 'The vendor has no bank account.' },
      todo: {
        ja: '取引先に口座を登録し、別の人が確認してください。',
        en: 'Enter the account and have a second person confirm it.',
      },
    })
  if (account === 'waiting')
    found.push({
      ...{ level: 'hold', code: 'account-waiting', law: null },
      says: {
        ja: '振込先の口座が変更され、まだ確認されていません。',
        en: 'The bank account was entered or changed and is not confirmed yet.',
      },
      todo: {
        ja: '別の人が、以前から知っている番号に電話をかけて確認してください。',
        en: 'A second person calls back a number that was known before, and confirms.',
      },
    })
  if (feeBearer === 'payee' && protection.toriteki) found.push(feeOnPayee(today))
  if (feeBearer === 'payee' && !protection.toriteki && protection.isUnknown) found.push(feeUnknown(protection.findings))
  return found
}

/** Taking the fee off is refused as well while it is not known whether 取適法 protects the vendor, as when the vendor is entered. */
function feeUnknown([why]: readonly Words[]): PaymentFinding {
  return {
    ...{ level: 'hold', code: 'fee-on-payee', law: null },
    says: {
      ja: `振込手数料を差し引けるか判定できません。${why?.ja ?? ''}`,
      en: `It cannot be told whether the transfer fee may be taken off. ${why?.en ?? ''}`,
    },
    todo: {
      ja: '資本金と従業員の数を登録するか、手数料を当方負担にしてください。',
      en: 'Enter capital and employees, or bear the fee.',
    },
  }
}

/** 取適法5条1項3号: the fee taken off reduces the price, consent or not. */
function feeOnPayee(today: LocalDate): PaymentFinding {
  const { violations, because } = paymentTerm(
    { receivedOn: today, dueOn: today, transferFeeDeducted: 1 },
    { preview: true },
  )
  const fee = violations.find(({ rule }) => rule === 'transfer-fee')
  return {
    ...{ level: 'hold', code: 'fee-on-payee', law: lawOf(because.slice(-1)) },
    says: {
      ja: fee?.ja ?? '振込手数料を差し引けません。',
      en: fee?.en ?? 'The transfer fee must not be taken off.',
    },
    todo: {
      ja: '取引先の条件を「手数料は当方負担」に直してください。',
      en: 'Let us bear the fee in the terms of the vendor.',
    },
  }
}

function lawOf(because: readonly Because[] | undefined): PaymentFinding['law'] {
  const source = because?.[0]?.source
  return source ? { title: source.law, article: source.article, url: source.url } : null
}

/** 締日 of the vendor: 31 is the end of the month. */
export function closingDayOf({ closingDay }: { closingDay: number | null }): MonthDay | null {
  return closingDay === 31 ? 'month-end' : closingDay
}
