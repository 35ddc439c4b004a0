import { query } from '@ennoshita/kernel/server'
import { describeDueRule } from '@ennoshita/statutes'
import { work } from '../contract.ts'
import { readyKinds as allReadyKinds, readyDue } from '../ready-kinds.ts'
import { aprilFirst, type FiscalYearStart } from '../rules/fiscal-year-due.ts'

/** 用意された業務, and which of them the company has adopted. */
export const readyKinds = query(work.readyKinds, {
  may: 'work.manage-kinds',
  async run({ tx, actor }) {
    const [adopted, start = aprilFirst] = await Promise.all([
      tx.rows<{
        key: string
      }>`select ready_key as key from work.kind where company_id = ${actor.companyId} and ready_key is not null`,
      tx.row<FiscalYearStart>`select fiscal_year_month as month, fiscal_year_day as day from people.company where company_id = ${actor.companyId}`,
    ])
    const known = new Set(adopted.map((kind) => kind.key))
    return [...allReadyKinds.values()].map((kind) => {
      const { key, major, middle, name, department, timing, usualMinutes, law } = kind
      const due = readyDue(kind, start)
      return {
        key,
        major,
        middle,
        name,
        department,
        timing,
        dueText: due ? describeDueRule(due) : '随時',
        usualMinutes,
        law: law ? `${law.name}${law.article}` : '',
        isAdopted: known.has(key),
      }
    })
  },
})
