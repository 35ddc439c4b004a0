import { query } from '../../command/command.ts'
import { kernel } from '../contract.ts'

/** Objects whose label contains the text, each within what its own permission lets the person see. */
export const foundObjects = query(kernel.foundObjects, {
  may: 'kernel.search',
  run: ({ tx, actor }, { text }) => tx.rows<{ type: string; id: string; label: string; opens: string }>`
    select object_type as type, object_id as id, label, opens
    from kernel.find_objects(${actor.companyId}, ${text}, ${JSON.stringify(Object.fromEntries(actor.grants))}::jsonb,
      ${actor.personId ?? null}, ${actor.departmentIds}::uuid[])`,
})
