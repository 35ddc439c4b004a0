import type { InputOf } from '@ennoshita/kernel'
import { newId } from '@ennoshita/kernel'
import type { AccountShown, LineShown, ledger } from '../../contract.ts'
import type { Side } from '../../rules/divisions.ts'
import { taxClassOf, taxKeyOf } from '../../rules/tax-class.ts'
import type { TaxRounding } from '../../rules/tax-split.ts'
import { splitTax } from '../../rules/tax-split.ts'

/** A row of a 振替伝票 as it is written: the amount stands under 借方 or under 貸方. */
export type SlipRow = {
  readonly id: string
  /** `accountId`, or `accountId subAccountId`. */
  readonly place: string | null
  readonly debit: number | null
  readonly credit: number | null
  readonly departmentId: string | null
  readonly taxKey: string | null
  readonly tax: 'included' | 'added' | 'apart' | null
  readonly note: string | null
}

export type Slip = {
  readonly postedOn: string | null
  readonly description: string
  readonly partner: string
  readonly isClosing: boolean
  readonly rows: readonly SlipRow[]
}

export function emptyRow(): SlipRow {
  return {
    id: newId(),
    place: null,
    debit: null,
    credit: null,
    departmentId: null,
    taxKey: null,
    tax: null,
    note: null,
  }
}

export function emptySlip(postedOn: string | null): Slip {
  return { postedOn, description: '', partner: '', isClosing: false, rows: [emptyRow(), emptyRow()] }
}

export const isEmptyRow = (row: SlipRow): boolean =>
  row.place === null && row.debit === null && row.credit === null && row.departmentId === null && row.note === null

export const placeOf = (accountId: string, subAccountId: string | null): string =>
  subAccountId === null ? accountId : `${accountId} ${subAccountId}`

/** A row whose account has just been chosen takes the account's usual tax class; taxable amounts hold the tax (内税). */
export function withUsualTax(
  before: readonly SlipRow[],
  after: readonly SlipRow[],
  accounts: ReadonlyMap<string, AccountShown>,
): readonly SlipRow[] {
  const was = new Map(before.map((row) => [row.id, row.place]))
  return after.map((row) => {
    const accountId = row.place?.split(' ')[0]
    if (accountId === undefined || was.get(row.id) === row.place) return row
    if (was.get(row.id)?.split(' ')[0] === accountId) return row
    const taxClass = accounts.get(accountId)?.taxClass
    if (taxClass === undefined) return row
    return { ...row, taxKey: taxKeyOf(taxClass), tax: taxClass.nature === 'taxable' ? 'included' : 'apart' }
  })
}

type Booked = { readonly side: Side; readonly amount: number; readonly tax: number }

/** What a row will book on its side, and the tax in it; undefined while it has no amount. */
function bookedBy(row: SlipRow, postedOn: string | null, rounding: TaxRounding): Booked | undefined {
  const amount = row.debit ?? row.credit
  if (amount === null) return undefined
  const side: Side = row.debit === null ? 'credit' : 'debit'
  if (row.tax === null || row.tax === 'apart' || row.taxKey === null || postedOn === null || amount <= 0)
    return { side, amount, tax: 0 }
  const split = splitTax(amount, taxClassOf(row.taxKey), row.tax, postedOn, rounding)
  return 'fault' in split ? { side, amount, tax: 0 } : { side, amount: split.base + split.tax, tax: split.tax }
}

export type Balance = {
  readonly debit: number
  readonly credit: number
  readonly tax: number
  /** The one row that has an account and no amount yet: it takes the difference. */
  readonly open: { readonly row: SlipRow; readonly at: number; readonly side: Side; readonly amount: number } | null
}

/** The sums of both sides with their tax, and what the one row without an amount would take. */
export function balanceOf({ rows, postedOn }: Slip, rounding: TaxRounding): Balance {
  const booked = rows.map((row) => bookedBy(row, postedOn, rounding))
  const sum = (side: Side) => booked.reduce((total, each) => total + (each?.side === side ? each.amount : 0), 0)
  const [debit, credit] = [sum('debit'), sum('credit')]
  const tax = booked.reduce((total, each) => total + (each?.tax ?? 0), 0)
  const open = rows.flatMap((row, at) => (row.place !== null && booked[at] === undefined ? [{ row, at }] : []))
  const [first] = open
  const isOne = open.length === 1 && first !== undefined && debit !== credit && first.row.tax !== 'added'
  if (!isOne) return { debit, credit, tax, open: null }
  const amount = Math.abs(debit - credit)
  return { debit, credit, tax, open: { ...first, side: debit < credit ? 'debit' : 'credit', amount } }
}

/** The slip with the difference in the one row that has no amount. */
export function withDifference(slip: Slip, rounding: TaxRounding): Slip {
  const { open } = balanceOf(slip, rounding)
  if (open === null) return slip
  return {
    ...slip,
    rows: slip.rows.map((row) => (row.id === open.row.id ? { ...row, [open.side]: open.amount } : row)),
  }
}

type Line = InputOf<typeof ledger.postJournal>['lines'][number]

/** What is sent, and which row each line came from, to put a refusal where it belongs. */
export function linesOfSlip(slip: Slip): { readonly lines: readonly Line[]; readonly rowIds: readonly string[] } {
  const rows = slip.rows.filter((row) => !isEmptyRow(row))
  const lines = rows.map((row): Line => {
    const [accountId = '', subAccountId = null] = row.place?.split(' ') ?? []
    return {
      ...{ accountId, subAccountId, departmentId: row.departmentId, note: row.note ?? '' },
      side: row.debit === null ? 'credit' : 'debit',
      amount: row.debit ?? row.credit ?? 0,
      ...(row.taxKey === null ? {} : { taxClass: taxClassOf(row.taxKey) }),
      tax: row.tax ?? 'apart',
    }
  })
  return { lines, rowIds: rows.map(({ id }) => id) }
}

/** The rows of a journal that is copied: as it was booked, the tax in lines of its own. */
export function rowsOfLines(lines: readonly LineShown[]): readonly SlipRow[] {
  return lines.map((line) => ({
    ...emptyRow(),
    place: placeOf(line.accountId, line.subAccountId),
    debit: line.side === 'debit' ? line.amount : null,
    credit: line.side === 'credit' ? line.amount : null,
    departmentId: line.departmentId,
    taxKey: taxKeyOf(line.taxClass),
    tax: 'apart',
    note: line.note === '' ? null : line.note,
  }))
}
