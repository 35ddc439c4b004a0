import { type CommandContext, command } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { lockVendorImport, refuseUndone, vendorImportObject } from './vendor-import.ts'

export const undoVendorImport = command(payables.undoVendorImport, {
  may: 'payables.keep-vendors',
  emits: ['payables.vendor-import-undone'],
  async run(context, { importId }) {
    const { tx, actor } = context
    const company = actor.companyId
    const { fileName, state } = await lockVendorImport(context, importId)
    refuseUndone(state)
    const undone = await removeVendors(context, importId)
    const kept = await tx.run`update payables.vendor_import_line set state = 'kept'
      where company_id = ${company} and import_id = ${importId} and state = 'applied'`
    await Promise.all([
      tx.run`update payables.vendor_import set state = 'undone' where company_id = ${company} and id = ${importId}`,
      tx.run`update payables.vendor_import_line set draft = '{}', state = case when state = 'accepted' then 'undone' else state end
        where company_id = ${company} and import_id = ${importId}`,
    ])
    return {
      events: [
        {
          activity: 'payables.vendor-import-undone',
          objects: [vendorImportObject(importId, fileName)],
          data: { undone, kept },
        },
      ],
      answer: { undone, kept },
    }
  },
})

/** Takes back the vendors of an import that nothing else concerns; answers how many. */
async function removeVendors({ tx, actor }: CommandContext, importId: string): Promise<number> {
  const company = actor.companyId
  await tx.run`select v.id from payables.vendor v join payables.vendor_import_line l on l.company_id = v.company_id and l.vendor_id = v.id
    where l.company_id = ${company} and l.import_id = ${importId} and l.state = 'applied' order by v.id for update of v`
  const rows = await tx.rows<{ id: string }>`update payables.vendor_import_line l set state = 'undone'
    where l.company_id = ${company} and l.import_id = ${importId} and l.state = 'applied'
      and not exists (select 1 from payables.invoice i where i.company_id = l.company_id and i.vendor_id = l.vendor_id)
      and not exists (select 1 from payables.recurring r where r.company_id = l.company_id and r.vendor_id = l.vendor_id)
      and not exists (select 1 from kernel.event_object o join kernel.event e on e.company_id = o.company_id and e.id = o.event_id
        where o.company_id = l.company_id and o.object_id = l.vendor_id and e.activity <> 'payables.vendor-import-applied')
    returning l.vendor_id as id`
  const ids = rows.map(({ id }) => id)
  await tx.run`delete from payables.vendor_bank_account where company_id = ${company} and vendor_id = any(${ids}::uuid[])`
  await tx.run`delete from payables.vendor where company_id = ${company} and id = any(${ids}::uuid[])`
  await tx.run`delete from kernel.object_label where company_id = ${company} and object_type = 'vendor' and object_id = any(${ids}::uuid[])`
  return ids.length
}
