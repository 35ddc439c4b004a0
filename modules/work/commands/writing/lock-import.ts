import { type CommandContext, refuse, refuseNotFound } from '@ennoshita/kernel/server'

/** Locks an import; refuses when it is not there, or was undone although it must not be. */
export async function lockImport(
  { tx, actor }: CommandContext,
  importId: string,
  mustStand: boolean,
): Promise<{ state: 'staged' | 'applied' | 'undone' }> {
  const found = await tx.row<{ state: 'staged' | 'applied' | 'undone' }>`select state from work.inventory_import
    where company_id = ${actor.companyId} and id = ${importId} for update`
  if (!found) refuseNotFound({ ja: '取り込み', en: 'import' }, 'importId')
  if (mustStand && found.state === 'undone')
    refuse({
      kind: 'conflict',
      code: 'work.import-undone',
      what: { ja: 'この取り込みは取り消されています。', en: 'This import was undone.' },
      field: 'importId',
      todo: {
        ja: 'もう一度取り込むには、ファイルを選び直してください。',
        en: 'Choose the file again to import it anew.',
      },
    })
  return found
}
