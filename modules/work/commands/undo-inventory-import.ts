import { type AnswerOf, type CommandContext, command, type NewEvent } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { kindObject } from './writing/kind-record.ts'
import { lockImport } from './writing/lock-import.ts'
import { hidden, withdrawPlanned } from './writing/planned-tasks.ts'

type Kept = AnswerOf<typeof work.undoInventoryImport>['kept'][number]
type Made = {
  line: number
  kindId: string
  name: string
  state: 'active' | 'retired'
  version: number
  hasTouchedTask: boolean
}

/**
 * 棚卸表の取り込みを取り消す, up to `limit` lines at a time: removes what the import made, unless it was changed or worked on
 * since; such lines are named and stay.
 */
export const undoInventoryImport = command(work.undoInventoryImport, {
  may: 'work.import-inventory',
  emits: ['work.inventory-undone', 'work.kind-removed', 'work.task-withdrawn'],
  async run(context, { importId, limit }) {
    const { tx, actor } = context
    const { companyId } = actor
    await lockImport(context, importId, false)
    const made = await madeBy(context, importId, limit)
    const kept = made.flatMap((line) => whyKept(line) ?? [])
    const keptLines = new Set(kept.map(({ line }) => line))
    const gone = made.filter(({ line }) => !keptLines.has(line))
    const goneIds = gone.map(({ kindId }) => kindId)
    const withdrawn = await withdrawPlanned(tx, companyId, { kindIds: goneIds })
    await tx.run`delete from work.kind where company_id = ${companyId} and id = any(${goneIds}::uuid[])`
    await tx.run`update work.inventory_line set outcome = case when line = any(${[...keptLines]}::int[]) then 'kept' else 'undone' end
      where company_id = ${companyId} and import_id = ${importId} and line = any(${made.map(({ line }) => line)}::int[])`
    await tx.run`update work.inventory_line set outcome = 'left-out' where company_id = ${companyId} and import_id = ${importId} and outcome = 'ready'`
    const rest = await tx.row<{ left: number }>`select count(*)::int as left from work.inventory_line
      where company_id = ${companyId} and import_id = ${importId} and outcome = 'made'`
    await tx.run`update work.inventory_import set state = 'undone' where company_id = ${companyId} and id = ${importId}`
    const removed = gone.map(
      ({ kindId, name }): NewEvent<'work.kind-removed'> => ({
        activity: 'work.kind-removed',
        objects: [hidden(kindObject({ id: kindId, name })), { type: 'inventory-import', id: importId }],
      }),
    )
    return {
      events: [
        {
          activity: 'work.inventory-undone',
          objects: [{ type: 'inventory-import', id: importId }],
          data: { removed: gone.length, kept: kept.length },
        },
        ...removed,
        ...withdrawn,
      ],
      answer: { removed: gone.length, left: rest?.left ?? 0, kept },
    }
  },
})

function madeBy({ tx, actor }: CommandContext, importId: string, limit: number): Promise<Made[]> {
  return tx.rows<Made>`select l.line, k.id as "kindId", k.name, k.state, k.version,
      exists (select 1 from work.task t where t.company_id = k.company_id and t.kind_id = k.id and (t.touched or t.state <> 'open')) as "hasTouchedTask"
    from work.inventory_line l join work.kind k on k.company_id = l.company_id and k.id = l.kind_id
    where l.company_id = ${actor.companyId} and l.import_id = ${importId} and l.outcome = 'made'
    order by l.line limit ${limit} for update of k`
}

function whyKept({ line, kindId, name, version, hasTouchedTask }: Made): Kept | undefined {
  if (version > 1)
    return {
      line,
      kindId,
      name,
      reason: { ja: '取り込んだ後に書き直されているため、残しました。', en: 'Kept, because it was changed since.' },
    }
  if (!hasTouchedTask) return undefined
  return {
    line,
    kindId,
    name,
    reason: {
      ja: 'この業務のやることがすでに進んでいるため、残しました。',
      en: 'Kept, because its tasks are under way.',
    },
  }
}
