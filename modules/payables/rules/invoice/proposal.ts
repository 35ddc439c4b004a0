import type { LocalDate, Words } from '@ennoshita/kernel'
import { type TaxClass, taxClassName } from '@ennoshita/ledger'
import type { Ground, TaxKind, Use } from './invoice-form.ts'
import { isRegisteredOn, type Registration } from './registration.ts'

/** A line of one of the vendor's last approved invoices, with the names of the day. */
export type PastLine = {
  readonly invoiceId: string
  readonly accountId: string
  readonly accountName: string
  readonly subAccountId: string | null
  readonly subAccountName: string | null
  readonly departmentId: string | null
  readonly departmentName: string | null
  readonly taxKind: TaxKind
  readonly use: Use
  readonly ground: Ground
}

export type LineProposal = Omit<PastLine, 'invoiceId'> & {
  /** On how many of the invoices such a line stood, of how many. */
  readonly times: number
  readonly of: number
  readonly reason: Words
}

/**
 * What the vendor's last invoices propose for the next one: each account with tax class and department that stood there, the most
 * frequent first, with the reason in words. `lines` come newest invoice first. Nothing is proposed that did not stand there.
 */
export function proposalsOf(lines: readonly PastLine[], vendor: Registration, on: LocalDate): LineProposal[] {
  const of = new Set(lines.map(({ invoiceId }) => invoiceId)).size
  const alike = Map.groupBy(lines, ({ accountId, subAccountId, departmentId, taxKind, use, ground }) =>
    [accountId, subAccountId, departmentId, taxKind, use, ground].join(' '),
  )
  return [...alike.values()]
    .flatMap((same) => {
      const [first] = same
      if (!first) return []
      const { invoiceId: _, ...line } = first
      const times = new Set(same.map(({ invoiceId }) => invoiceId)).size
      return [{ ...line, times, of, reason: reasonOf(line, times, of, taxWords(line, isRegisteredOn(vendor, on), on)) }]
    })
    .sort((one, other) => other.times - one.times)
}

function reasonOf(line: Omit<PastLine, 'invoiceId'>, times: number, of: number, tax: string): Words {
  const account = line.subAccountName ? `${line.accountName}（${line.subAccountName}）` : line.accountName
  const department = line.departmentName ? `・${line.departmentName}` : ''
  return {
    ja: `直近${of}件中${times}件が ${account}・${tax}${department}`,
    en: `${times} of the last ${of} invoices: ${account}, ${tax}${line.departmentName ? `, ${line.departmentName}` : ''}`,
  }
}

const nothing = { side: 'none', nature: null, rateClass: null, use: null, invoice: null, isReturn: false } as const
const kept = {
  qualified: 'qualified',
  transitional: 'transitional',
  'book-only': 'book-only',
  'small-amount': 'small-amount',
  none: 'none',
} as const satisfies Record<Exclude<Ground, 'auto'>, TaxClass['invoice']>

/** What clerks call the class of such a line: 課対仕入10%. */
function taxWords(
  { taxKind, use, ground }: Pick<PastLine, 'taxKind' | 'use' | 'ground'>,
  isRegistered: boolean,
  on: LocalDate,
): string {
  if (taxKind === 'out-of-scope') return taxClassName(nothing, on)
  if (taxKind === 'exempt' || taxKind === 'non-taxable')
    return taxClassName({ ...nothing, side: 'purchase', nature: taxKind }, on)
  const rated = { ...nothing, side: 'purchase', use } as const
  if (taxKind === 'reverse-charge')
    return taxClassName({ ...rated, nature: 'reverse-charge', rateClass: 'standard' }, on)
  const invoice = ground === 'auto' ? (isRegistered ? 'qualified' : 'transitional') : kept[ground]
  return taxClassName({ ...rated, nature: 'taxable', rateClass: taxKind, invoice }, on)
}
