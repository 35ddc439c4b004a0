import { type CommandContext, type EventObject, refuse, refuseNotFound, type Tx } from '@ennoshita/kernel/server'
import type { KnownVendor } from '../../rules/vendor/vendor-table.ts'
import { lockVendors } from './vendor-rows.ts'

export type VendorImport = {
  readonly fileName: string
  readonly state: 'staged' | 'applied' | 'undone'
  readonly stagedBy: string | null
}

/** The import's row, locked together with the vendors; another company's reads as not found. */
export async function lockVendorImport({ tx, actor, within }: CommandContext, importId: string): Promise<VendorImport> {
  await lockVendors(tx, actor.companyId)
  const row =
    await tx.row<VendorImport>`select file_name as "fileName", state, staged_by as "stagedBy" from payables.vendor_import
    where company_id = ${actor.companyId} and id = ${importId} and ${within({})} for update`
  if (!row) refuseNotFound({ ja: '取り込み', en: 'import' }, 'importId')
  return row
}

/** Refuses an import that was undone. */
export function refuseUndone(state: VendorImport['state']): void {
  if (state !== 'undone') return
  refuse({
    kind: 'conflict',
    code: 'payables.import-undone',
    what: { ja: 'この取り込みは取り消されています。', en: 'This import was undone.' },
    field: 'importId',
    todo: { ja: 'ファイルをもう一度選んで、取り込み直してください。', en: 'Choose the file again.' },
  })
}

/** Code, name and numbers of every vendor of the company. */
export async function knownVendors(tx: Tx, companyId: string): Promise<KnownVendor[]> {
  return tx.rows<KnownVendor>`select code, name, corporate_number as "corporateNumber", registration_number as "registrationNumber"
    from payables.vendor where company_id = ${companyId}`
}

export function vendorImportObject(importId: string, fileName: string): EventObject {
  return {
    type: 'vendor-import',
    id: importId,
    label: { text: fileName, opens: `/vendors/imports/${importId}`, may: 'payables.keep-vendors' },
  }
}
