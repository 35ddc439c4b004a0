import type { SheetAnswer } from '@ennoshita/kernel'

type Row = SheetAnswer['rows'][number]

/** A line of a journal as the export reads it. `amount` and `taxAmount` are whole yen, debit above zero. */
export type SheetLine = {
  readonly accountCode: string
  readonly accountName: string
  readonly subAccountName: string | null
  readonly departmentName: string | null
  readonly taxName: string
  readonly amount: number
  readonly taxAmount: number
  readonly note: string
}
export type SheetJournal = {
  readonly postedOn: string
  readonly number: number | null
  readonly kind: 'ordinary' | 'closing'
  readonly isReversal: boolean
  readonly description: string
  readonly partner: string
  readonly lines: readonly SheetLine[]
}

const sideParts = ['科目番号', '勘定科目', '補助科目', '部門', '税区分', '金額', '消費税額']
const nothing: Row = sideParts.map(() => '')

/** The columns of 仕訳帳 in a file, as 法人税法施行規則別表二十四 and 消費税法30条8項 ask for what they show. */
export const journalHeader: readonly string[] = [
  ...['日付', '伝票番号', '種別'],
  ...sideParts.map((part) => `借方${part}`),
  ...sideParts.map((part) => `貸方${part}`),
  ...['取引先', '摘要', '備考'],
]

/** A journal as rows: its first debit beside its first credit and so on; the longer side goes on alone (諸口). */
export function journalRows({ lines, ...journal }: SheetJournal): Row[] {
  const debits = lines.filter(({ amount }) => amount > 0)
  const credits = lines.filter(({ amount }) => amount < 0)
  const sort = journal.isReversal ? '赤伝票' : journal.kind === 'closing' ? '決算整理' : ''
  return Array.from({ length: Math.max(debits.length, credits.length) }, (_, at) => {
    const [debit, credit] = [debits[at], credits[at]]
    const notes = [...new Set([debit?.note ?? '', credit?.note ?? ''])].filter((note) => note !== '')
    return [
      ...[{ date: journal.postedOn }, journal.number, sort],
      ...(debit === undefined ? nothing : sideCells(debit)),
      ...(credit === undefined ? nothing : sideCells(credit)),
      ...[journal.partner, journal.description, notes.join('、')],
    ]
  })
}

function sideCells(line: SheetLine): Row {
  return [
    ...[line.accountCode, line.accountName, line.subAccountName ?? '', line.departmentName ?? '', line.taxName],
    ...[Math.abs(line.amount), Math.abs(line.taxAmount)],
  ]
}
