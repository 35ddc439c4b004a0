import type { Journal, JournalLine, TaxClass } from '@ennoshita/ledger'
import { monthEnd } from '@ennoshita/statutes'
import type { DeductedLine } from './deduction-of-lines.ts'
import type { InvoiceFacts } from './invoice-facts.ts'
import type { InvoiceForm } from './invoice-form.ts'

const outOfScope: TaxClass = {
  ...{ side: 'none', nature: null, rateClass: null, use: null, invoice: null, isReturn: false },
}

const invoiceKept = {
  qualified: 'qualified',
  'before-invoice-system': 'qualified',
  transitional: 'transitional',
  'small-amount': 'small-amount',
  'book-only': 'book-only',
  untaxed: 'none',
  none: 'none',
} as const

/** 課税区分 of a line in the books; it names the share of the day of the service, which the day of the posting may not have. */
export function taxClassOfLine({ line, kind, percent }: DeductedLine, isReturn: boolean): TaxClass {
  const { taxKind, use } = line
  if (taxKind === 'out-of-scope') return outOfScope
  if (taxKind === 'exempt' || taxKind === 'non-taxable') return { ...outOfScope, side: 'purchase', nature: taxKind }
  if (taxKind === 'reverse-charge')
    return { ...outOfScope, side: 'purchase', nature: taxKind, rateClass: 'standard', use }
  const taxed = {
    side: 'purchase',
    nature: 'taxable',
    rateClass: taxKind,
    use,
    invoice: invoiceKept[kind],
    isReturn,
  } as const
  return kind === 'transitional' ? { ...taxed, percent } : taxed
}

/** The day on which the invoice is booked: the last day of the booking month, or by the company's rule the invoice's day in it. */
export function postingDay(form: InvoiceForm, bookingMonth: string, rule: 'month-end' | 'invoiced-day'): string {
  const { invoicedOn } = form
  return rule === 'invoiced-day' && invoicedOn !== null && invoicedOn.slice(0, 7) === bookingMonth.slice(0, 7)
    ? invoicedOn
    : monthEnd(bookingMonth)
}

/**
 * 計上仕訳: cost or asset (with the tax that is not deducted) and 仮払消費税等 against the debt of the whole total; lines below zero and
 * credit notes the other way. Spread lines stand on 前払費用. What is withheld leaves the debt only at the payment. Balances for any lines.
 */
export function invoiceJournal(
  form: InvoiceForm,
  lines: readonly DeductedLine[],
  facts: InvoiceFacts,
  number: number | null,
): Journal | null {
  const { vendor, company } = facts
  const { bookingMonth } = form
  const total = lines.reduce((sum, { whole }) => sum + whole, 0)
  if (vendor === null || bookingMonth === null || total <= 0) return null
  const isReturn = form.kind === 'credit-note'
  const sideOf = (amount: number) => (amount > 0 !== isReturn ? 'debit' : 'credit')
  const booked = lines.flatMap((deducted): JournalLine[] | null => {
    const { line, cost, deductible, ledgerNote } = deducted
    const accountId = line.spreadFrom === null ? line.accountId : company.prepaidAccountId
    if (accountId === null) return null
    const note = [line.description, ledgerNote].filter((words) => words !== '').join(' ')
    const isSame = cost !== 0 && deductible !== 0 && cost > 0 === deductible > 0
    const shared = { departmentId: line.departmentId ?? form.departmentId, note }
    return [
      ...(cost === 0
        ? []
        : [
            {
              ...shared,
              accountId,
              subAccountId: line.spreadFrom === null ? line.subAccountId : null,
              side: sideOf(cost),
              amount: Math.abs(cost),
              taxClass: taxClassOfLine(deducted, isReturn || cost < 0),
              taxAmount: isSame ? Math.min(Math.abs(deductible), Math.abs(cost)) : 0,
            } as const,
          ]),
      ...(deductible === 0
        ? []
        : [
            {
              ...shared,
              accountId: company.taxAccountId,
              side: sideOf(deductible),
              amount: Math.abs(deductible),
              taxClass: outOfScope,
            } as const,
          ]),
    ]
  })
  const kept = booked.filter((line) => line !== null)
  if (kept.length !== booked.length) return null
  const debt: JournalLine = {
    accountId: vendor.payableAccountId ?? company.payableAccountId,
    side: sideOf(-total),
    amount: total,
    taxClass: outOfScope,
  }
  return {
    postedOn: postingDay(form, bookingMonth, company.postsOn),
    description: describe(form, number),
    partner: vendor.name,
    lines: isReturn ? [debt, ...kept] : [...kept, debt],
  }
}

function describe(form: InvoiceForm, number: number | null): string {
  const what = form.kind === 'credit-note' ? '返還請求書' : '請求書'
  const words = [what, number === null ? '' : `受付${number}`, form.vendorNumber ? `番号${form.vendorNumber}` : '']
  return words.filter((word) => word !== '').join(' ')
}
