import { type CommandContext, type EventObject, refuseNotFound } from '@ennoshita/kernel/server'
import { lockOrganisation } from './lock-organisation.ts'

export type ImportRow = { id: string; fileName: string; state: 'staged' | 'applied' | 'undone'; fromOn: string }

/** The import's row, locked together with the organisation; another company's reads as not found. */
export async function lockImport({ tx, actor }: CommandContext, importId: string): Promise<ImportRow> {
  await lockOrganisation(tx, actor.companyId)
  const row =
    await tx.row<ImportRow>`select id, file_name as "fileName", state, from_on as "fromOn" from people.people_import
    where company_id = ${actor.companyId} and id = ${importId} for update`
  if (!row) refuseNotFound({ ja: '取り込み', en: 'import' }, 'importId')
  return row
}

/** The import as an object of an event, found by its file name by those who keep the register. */
export function importObject(importId: string, fileName: string): EventObject {
  return {
    type: 'people-import',
    id: importId,
    label: { text: fileName, opens: `/people/imports/${importId}`, may: 'people.keep-register' },
  }
}
