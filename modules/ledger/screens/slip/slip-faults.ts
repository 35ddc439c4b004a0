import type { RefusalFace } from '@ennoshita/kernel'
import { cellName, language, t } from '@ennoshita/ui'
import type { Slip, SlipRow } from './slip.ts'
import { isEmptyRow } from './slip.ts'

export type CellFaults = Readonly<Record<string, string>>

/** What can be seen to be wrong before anything is sent, by cell. */
export function faultsOfSlip(slip: Slip): CellFaults {
  const found: Record<string, string> = {}
  for (const row of slip.rows) {
    if (isEmptyRow(row)) continue
    if (row.place === null) found[cellName(row.id, 'place')] = t('勘定科目を選んでください。')
    if (row.debit !== null && row.credit !== null)
      found[cellName(row.id, 'credit')] = t('借方か貸方のどちらか一方に金額を入れてください。')
    if (row.debit === null && row.credit === null) found[cellName(row.id, 'debit')] = t('金額を入れてください。')
    for (const side of ['debit', 'credit'] as const)
      if ((row[side] ?? 1) < 1) found[cellName(row.id, side)] = t('金額は1円以上です。反対側に書いてください。')
  }
  return found
}

const cells: Readonly<Record<string, keyof SlipRow>> = {
  ...{
    accountId: 'place',
    subAccountId: 'place',
    departmentId: 'departmentId',
    taxClass: 'taxKey',
    tax: 'tax',
    note: 'note',
  },
}

/** The refusal at the cell that it means (`lines.3.amount`), where it means one. */
export function faultsOfRefusal(
  face: RefusalFace | null,
  rowIds: readonly string[],
  rows: readonly SlipRow[],
): CellFaults {
  const [list, place, part = ''] = face?.field?.split('.') ?? []
  const rowId = rowIds[Number(place)]
  if (face === null || list !== 'lines' || rowId === undefined) return {}
  const side = rows.find(({ id }) => id === rowId)?.debit === null ? 'credit' : 'debit'
  return { [cellName(rowId, cells[part] ?? side)]: face.what[language()] }
}
