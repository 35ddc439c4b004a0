import type { LocalDate } from '@ennoshita/kernel'
import type { Journal, JournalLine, TaxClass } from '@ennoshita/ledger'
import { invoiceTax } from '@ennoshita/statutes'

/** An account with its sub-account. */
export type Place = { readonly accountId: string; readonly subAccountId: string | null }

/** What an invoice in the transfer takes off the debt: below zero for a credit note. */
export type DebtPaid = Place & { readonly total: number; readonly note: string }

export type PaymentAccounts = {
  /** 普通預金, 現金, or 未払金 of the card. */
  readonly source: Place
  /** 預り金, 源泉所得税. */
  readonly withheld: Place
  /** 支払手数料. */
  readonly fee: Place
  /** 仮払消費税等; null: the fee is booked with its tax. */
  readonly taxAccountId: string | null
  /** 為替差益, 為替差損. */
  readonly exchangeGain: Place
  readonly exchangeLoss: Place
}

export type PaidTransfer = {
  readonly debts: readonly DebtPaid[]
  readonly withheld: number
  readonly sent: number
  /** What really left the source for invoices in a foreign currency; null: what was sent. */
  readonly taken: number | null
  readonly feeByPayee: number
  readonly feeByUs: number
  readonly partner: string
  readonly description: string
}

const outOfScope: TaxClass = {
  ...{ side: 'none', nature: null, rateClass: null, use: null, invoice: null, isReturn: false },
}
const bankFee: TaxClass = {
  ...{ side: 'purchase', nature: 'taxable', rateClass: 'standard', use: 'taxable-only', invoice: 'qualified' },
  isReturn: false,
}

/**
 * 支払仕訳 of one vendor: the debt against the source and what was withheld; credit notes stand on the other side of the debt (相殺). What
 * the bank takes as its fee leaves the source beside what is sent: our share as cost, the payee's share out of the debt. What is taken above
 * or below the debt in a foreign currency is 為替差損 or 為替差益 (法人税法61条の8).
 */
export function paymentJournal(transfer: PaidTransfer, accounts: PaymentAccounts, paidOn: LocalDate): Journal {
  const { sent, withheld, feeByPayee, feeByUs, partner, description } = transfer
  const taken = transfer.taken ?? sent
  return {
    postedOn: paidOn,
    description,
    partner,
    lines: [
      ...debtLines(transfer.debts, 1),
      ...feeLines(feeByUs, accounts, paidOn, '振込手数料'),
      ...line(accounts.withheld, -withheld, '源泉所得税'),
      ...line(taken > sent ? accounts.exchangeLoss : accounts.exchangeGain, taken - sent, '外貨の決済差額'),
      ...line(accounts.source, -taken, ''),
      ...line(accounts.source, -(feeByPayee + feeByUs), feeByPayee > 0 ? '振込手数料（先方負担を含む）' : '振込手数料'),
    ],
  }
}

/**
 * 組戻し: what was sent is back on the source and the whole debt stands again, with the tax that was withheld. The bank keeps the fee of the
 * transfer: the payee's share, which was out of the debt, becomes ours; the fee of the return (組戻手数料) is added.
 */
export function returnJournal(
  transfer: PaidTransfer,
  accounts: PaymentAccounts,
  returnedOn: LocalDate,
  returnFee: number,
): Journal {
  const { sent, withheld, feeByPayee, partner, description } = transfer
  return {
    postedOn: returnedOn,
    description,
    partner,
    lines: [
      ...line(accounts.source, sent, '組戻し'),
      ...line(accounts.withheld, withheld, '源泉所得税'),
      ...feeLines(feeByPayee, accounts, returnedOn, '振込手数料（戻らない先方負担分）'),
      ...feeLines(returnFee, accounts, returnedOn, '組戻手数料'),
      ...debtLines(transfer.debts, -1),
      ...line(accounts.source, -returnFee, '組戻手数料'),
    ],
  }
}

/** 納付: what was withheld leaves 預り金. */
export function withholdingJournal(
  amount: number,
  accounts: Pick<PaymentAccounts, 'source' | 'withheld'>,
  paidOn: LocalDate,
  description: string,
): Journal {
  return {
    postedOn: paidOn,
    description,
    partner: '税務署',
    lines: [...line(accounts.withheld, amount, '源泉所得税'), ...line(accounts.source, -amount, '')],
  }
}

/** A line of the amount: debit above zero, credit below; none for zero. */
function line(place: Place, amount: number, note: string, taxClass = outOfScope, taxAmount = 0): JournalLine[] {
  if (amount === 0) return []
  const side = amount > 0 ? 'debit' : 'credit'
  return [{ ...place, side, amount: Math.abs(amount), taxClass, taxAmount, note }]
}

/** The debts by account, invoices and credit notes apart; `sign` 1 pays them, -1 makes them stand again. */
function debtLines(debts: readonly DebtPaid[], sign: 1 | -1): JournalLine[] {
  const byPlace = Map.groupBy(
    debts,
    ({ accountId, subAccountId, total }) => `${total > 0} ${accountId} ${subAccountId}`,
  )
  return [...byPlace.values()].flatMap((those) => {
    const [first] = those
    if (!first) return []
    const { accountId, subAccountId } = first
    const total = those.reduce((sum, debt) => sum + debt.total, 0)
    return line({ accountId, subAccountId }, sign * total, notesOf(those))
  })
}

const longestNote = 200

function notesOf(debts: readonly DebtPaid[]): string {
  const notes = debts.map(({ note }) => note).join('・')
  return notes.length > longestNote ? `${notes.slice(0, longestNote - 1)}…` : notes
}

/** A fee of a bank, tax included, split into price and 仮払消費税等; the tax is rounded down. */
function feeLines(
  fee: number,
  { fee: place, taxAccountId }: PaymentAccounts,
  on: LocalDate,
  note: string,
): JournalLine[] {
  if (fee === 0) return []
  const taxed = { lines: [{ amount: fee, rateClass: 'standard' as const }], rounding: 'floor' as const }
  const { tax } = invoiceTax({ ...taxed, priceIncludesTax: true, on })
  if (taxAccountId === null || tax === 0) return line(place, fee, note, bankFee, tax)
  return [
    ...line(place, fee - tax, note, bankFee, tax),
    ...line({ accountId: taxAccountId, subAccountId: null }, tax, note),
  ]
}
