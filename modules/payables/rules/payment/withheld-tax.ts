import { daysBetween, type WithholdingFees, withholdingFees } from '@ennoshita/statutes'
import type { VendorFacts } from '../invoice/invoice-facts.ts'
import type { InvoiceForm } from '../invoice/invoice-form.ts'
import type { TaxedLine } from '../invoice/tax-of-lines.ts'

export type WithheldTax = {
  /** The lines that belong to the fee; without consumption tax where the invoice states it apart (平成元年直法6-1). */
  readonly fee: number
  /** The fees of the invoices with which it is paid in one sum. */
  readonly before: number
  readonly base: number
  /** What the law gives, and what is withheld: the amount entered, else that. */
  readonly proposed: number
  readonly amount: number
  readonly because: WithholdingFees['because']
}

type Taxed = Pick<TaxedLine, 'line' | 'whole' | 'tax'>

/** The fee of an invoice from which income tax is withheld, yen: lines marked so, without consumption tax where it is stated apart. */
export function feeOf({ taxes }: Pick<InvoiceForm, 'taxes'>, lines: readonly Taxed[]): number {
  const isApart = (kind: string) => taxes.some(({ taxKind }) => taxKind === kind)
  return lines.reduce(
    (sum, { line, whole, tax }) => (line.isFee ? sum + (isApart(line.taxKind) ? whole - tax : whole) : sum),
    0,
  )
}

/**
 * Income tax withheld from a fee to an individual (源泉徴収, 所得税法204条), by the day on which it is due to be paid; null where nothing is
 * withheld from this vendor. The steps and deductions of 205条 belong to what is to be paid at one time (基本通達205-1; 外交員: in one
 * month), not to each invoice: with `before`, the fees approved for the same payment, the tax is what this one adds. A credit note takes
 * back what it takes from that sum. Throws InvalidInputError and UnknownLawError.
 */
export function withheldTax(
  form: InvoiceForm,
  vendor: VendorFacts | null,
  lines: readonly TaxedLine[],
  { today, feesBefore }: { readonly today: string; readonly feesBefore: number },
): WithheldTax | null {
  const kind = vendor?.isIndividual ? vendor.withholdingKind : null
  if (kind === null) return null
  const fee = Math.max(0, feeOf(form, lines))
  const days = form.serviceFrom && form.serviceUntil ? daysBetween(form.serviceFrom, form.serviceUntil) + 1 : 1
  const of = (sum: number) =>
    withholdingFees({
      paidOn: form.dueOn ?? form.invoicedOn ?? today,
      fee: sum,
      kind,
      ...(kind === 'hostess' ? { days } : {}),
    })
  const isReturn = form.kind === 'credit-note'
  const before = isReturn ? Math.max(feesBefore, fee) : Math.max(0, feesBefore)
  const [more, less] = isReturn ? [of(before), of(before - fee)] : [of(before + fee), of(before)]
  const proposed = more.tax - less.tax
  return {
    ...{ fee, before: feesBefore, base: more.base - less.base, proposed },
    ...{ amount: form.withholding ?? proposed, because: more.because },
  }
}

/** Whether the fees of an invoice due on a day are paid at one time with those due on another: on the same day; of 外交員 in the same month. */
export function isPaidWith(kind: VendorFacts['withholdingKind'], dueOn: string, other: string): boolean {
  if (kind === 'hostess') return false // its deduction belongs to the days of each period
  return kind === 'sales-agent' ? dueOn.slice(0, 7) === other.slice(0, 7) : dueOn === other
}
