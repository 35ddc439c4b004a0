import { addDays, query, sql } from '@ennoshita/kernel/server'
import { describeDueRule } from '@ennoshita/statutes'
import { kindReach } from '../commands/writing/lock-kind.ts'
import { type KindRow, work } from '../contract.ts'
import { monthlyMinutes, observedMonthlyCount, substitutesOf } from '../rules/load.ts'
import { readHistories } from './reading/kind-history.ts'
import { kindColumns, kindTables } from './reading/kind-rows.ts'

/** 業務棚卸表: one page of the table, with what the log fills in, and the whole tree. */
export const inventoryRows = query(work.inventoryRows, {
  may: 'work.see-kinds',
  async run({ tx, actor, today, within }, asked) {
    const condition = sql`k.company_id = ${actor.companyId} and k.state = ${asked.state} and ${within(kindReach(actor.personId))}
      ${asked.departmentId ? sql`and k.department_id = ${asked.departmentId}` : sql``}
      ${asked.personId ? sql`and (k.main_id = ${asked.personId} or ${asked.personId} = any(k.deputy_ids))` : sql``}
      ${asked.timing ? sql`and k.timing = ${asked.timing}` : sql``}
      ${asked.text ? sql`and position(kernel.fold(${asked.text}) in k.folded) > 0` : sql``}`
    const branch = sql`${asked.major === undefined ? sql`` : sql`and k.major = ${asked.major}`}
      ${asked.middle === undefined ? sql`` : sql`and k.middle = ${asked.middle}`}`
    const [rows, counted, tree] = await Promise.all([
      tx.rows<KindRow>`select ${kindColumns} from ${kindTables(actor.companyId, today)} where ${condition} ${branch}
        order by k.major, k.middle, k.name, k.id limit ${asked.limit} offset ${asked.offset}`,
      tx.row<{ total: number }>`select count(*)::int as total from work.kind k where ${condition} ${branch}`,
      tx.rows<{
        major: string
        middle: string
        count: number
      }>`select k.major, k.middle, count(*)::int as count from work.kind k
        where ${condition} group by k.major, k.middle order by k.major, k.middle`,
    ])
    const kindIds = rows.map((row) => row.kindId)
    const histories = await readHistories(tx, actor.companyId, kindIds, addDays(today, -365))
    return {
      total: counted?.total ?? 0,
      tree,
      rows: rows.map((row) => {
        const history = histories.get(row.kindId)
        const observed = observedMonthlyCount(history, today)
        return {
          ...row,
          dueText: row.dueRule ? describeDueRule(row.dueRule) : row.timingText,
          observedMonthlyCount: observed ?? null,
          monthlyMinutes: monthlyMinutes(observed, row.monthlyCount, row.usualMinutes),
          substituteCount: substitutesOf(row, history?.doerIds ?? []).length,
          lastDoneOn: history?.lastDoneOn ?? null,
        }
      }),
    }
  },
})
