import { addDays, query, sql } from '@ennoshita/kernel/server'
import { kindReach } from '../commands/writing/lock-kind.ts'
import { type KindRow, work } from '../contract.ts'
import { sheetHeader, sheetRow } from '../rules/inventory-sheet.ts'
import { monthlyMinutes, observedMonthlyCount, substitutesOf } from '../rules/load.ts'
import { readHistories } from './reading/kind-history.ts'
import { kindColumns, kindTables } from './reading/kind-rows.ts'

/** 棚卸表を書き出す: all columns, with doers, volumes, hours and the last time filled in from the log. */
export const kindExports = query(work.kindExports, {
  may: 'work.export-inventory',
  leaves: 'work.inventory-exported',
  async run({ tx, actor, today, within }, { departmentId }) {
    const rows = await tx.rows<KindRow>`select ${kindColumns} from ${kindTables(actor.companyId, today)}
      where k.company_id = ${actor.companyId} and k.state = 'active' and ${within(kindReach(actor.personId))}
        ${departmentId ? sql`and k.department_id = ${departmentId}` : sql``}
      order by k.major, k.middle, k.name, k.id`
    const kindIds = rows.map((row) => row.kindId)
    const histories = await readHistories(tx, actor.companyId, kindIds, addDays(today, -365))
    return {
      name: `業務棚卸表_${today.replaceAll('-', '')}.xlsx`,
      header: [...sheetHeader],
      rows: rows.map((row) => {
        const history = histories.get(row.kindId)
        const observed = observedMonthlyCount(history, today)
        return sheetRow(row, {
          monthlyCount: observed ?? null,
          monthlyMinutes: monthlyMinutes(observed, row.monthlyCount, row.usualMinutes),
          substituteCount: substitutesOf(row, history?.doerIds ?? []).length,
          lastDoneOn: history?.lastDoneOn ?? null,
        })
      }),
    }
  },
})
