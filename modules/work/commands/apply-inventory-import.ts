import { type CommandContext, command, type NewEvent, newId } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import type { InventoryDraft } from '../rules/inventory-table.ts'
import { insertKinds, kindObject, type NewKind } from './writing/kind-record.ts'
import { lockImport } from './writing/lock-import.ts'

type Line = { line: number; draft: InventoryDraft }

/**
 * 棚卸表を取り込む, up to `limit` lines at a time; the caller repeats until none is left. A line is made once, however often
 * this runs; work of the same 分類, name and department that stood before the import is left as it is and remarked.
 */
export const applyInventoryImport = command(work.applyInventoryImport, {
  may: 'work.import-inventory',
  emits: ['work.inventory-applied', 'work.kind-added'],
  async run(context, { importId, limit }) {
    const { tx, actor, now } = context
    const { companyId } = actor
    await lockImport(context, importId, true)
    const lines = await tx.rows<Line>`select line, draft from work.inventory_line
      where company_id = ${companyId} and import_id = ${importId} and outcome = 'ready' order by line limit ${limit} for update`
    const before = await standingBefore(context, importId)
    const fresh: NewKind[] = []
    const outcomes = lines.map(({ line, draft }) => {
      const there = before.get(keyOf(draft))
      if (there) return { line, outcome: 'already-there', kindId: there }
      const kind = { ...draft, id: newId(), importId, importLine: line }
      fresh.push(kind)
      return { line, outcome: 'made', kindId: kind.id }
    })
    if (fresh.length > 0) await insertKinds(tx, companyId, now, fresh)
    await tx.run`update work.inventory_line l set outcome = o.outcome, kind_id = o."kindId",
        remarks = case when o.outcome = 'already-there' then l.remarks || ${JSON.stringify([alreadyThere])}::jsonb else l.remarks end
      from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o (line integer, outcome text, "kindId" uuid)
      where l.company_id = ${companyId} and l.import_id = ${importId} and l.line = o.line`
    const rest = await tx.row<{ left: number }>`select count(*)::int as left from work.inventory_line
      where company_id = ${companyId} and import_id = ${importId} and outcome = 'ready'`
    const left = rest?.left ?? 0
    if (left === 0)
      await tx.run`update work.inventory_import set state = 'applied' where company_id = ${companyId} and id = ${importId}`
    const answer = { made: fresh.length, alreadyThere: lines.length - fresh.length, left }
    const added = fresh.map(
      (kind): NewEvent<'work.kind-added'> => ({
        activity: 'work.kind-added',
        objects: [kindObject(kind), { type: 'inventory-import', id: importId }],
      }),
    )
    return {
      events: [
        { activity: 'work.inventory-applied', objects: [{ type: 'inventory-import', id: importId }], data: answer },
        ...added,
      ],
      answer,
    }
  },
})

const alreadyThere = {
  column: 'name',
  message: '同じ分類・部署・名前の業務がすでにあるため、そのままにしました。',
  messageEn: 'Work of the same class, department and name is there already; it was left as it is.',
}

type Named = { major?: string; middle?: string; name: string; departmentId?: string | null }
const keyOf = ({ major = '', middle = '', name, departmentId }: Named) =>
  JSON.stringify([major, middle, name, departmentId ?? null])

/** The work that is not of this import, by class, name and department. */
async function standingBefore({ tx, actor }: CommandContext, importId: string): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; major: string; middle: string; name: string; departmentId: string | null }>`
    select id, major, middle, name, department_id as "departmentId" from work.kind
    where company_id = ${actor.companyId} and state = 'active' and import_id is distinct from ${importId}`
  return new Map(rows.map((row) => [keyOf(row), row.id]))
}
