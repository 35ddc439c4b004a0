import type { PintAmount, PintInvoice } from '@ennoshita/formats'
import type { StatedTax, TaxKind } from './invoice-form.ts'

export type PintProposal = {
  readonly vendorName: string
  readonly registrationNumber: string | null
  readonly vendorNumber: string
  readonly invoicedOn: string | null
  readonly dueOn: string | null
  readonly service: { readonly from: string; readonly until: string } | null
  /** Null for another currency than yen. */
  readonly total: number | null
  readonly taxes: readonly StatedTax[]
  readonly lines: readonly { readonly description: string; readonly amount: number; readonly taxKind: TaxKind }[]
  readonly accountNumber: string | null
}

const kinds: Readonly<Record<string, TaxKind>> = {
  S: 'standard',
  AA: 'reduced',
  E: 'exempt',
  G: 'exempt',
  O: 'non-taxable',
}

const yenOf = (amount: PintAmount | undefined): number | null => (typeof amount === 'number' ? amount : null)

/** What a JP PINT invoice says, exactly as it says it: bases and lines are without tax. */
export function proposeFromPint(invoice: PintInvoice): PintProposal {
  const { seller, period, tax, totals, lines } = invoice
  const payment = invoice.payments?.find(({ account }) => account !== undefined)
  const from = period?.startsOn ?? period?.endsOn ?? null
  const until = period?.endsOn ?? period?.startsOn ?? null
  return {
    vendorName: seller.name,
    registrationNumber: seller.registrationNumber ?? null,
    vendorNumber: invoice.number,
    invoicedOn: invoice.issuedOn,
    dueOn: invoice.dueOn ?? null,
    service: from && until ? { from, until } : null,
    total: yenOf(totals?.withTax),
    taxes: (tax?.subtotals ?? []).flatMap(({ base, tax, category }) => {
      const taxKind = kinds[category.code]
      const [whole, part] = [yenOf(base), yenOf(tax)]
      return (taxKind === 'standard' || taxKind === 'reduced') && whole !== null && part !== null
        ? [{ taxKind, base: whole, tax: part }]
        : []
    }),
    lines: lines.flatMap(({ item, netAmount }) => {
      const amount = yenOf(netAmount)
      return amount === null
        ? []
        : [{ description: item.name, amount, taxKind: kinds[item.tax?.code ?? ''] ?? 'out-of-scope' }]
    }),
    accountNumber: payment?.account?.id ?? null,
  }
}
