import { query } from '@ennoshita/kernel/server'
import { describeDueRule } from '@ennoshita/statutes'
import { work } from '../contract.ts'
import { readyKinds as allReadyKinds } from '../ready-kinds.ts'

/** 用意された業務, and which of them the company has adopted. */
export const readyKinds = query(work.readyKinds, {
  may: 'work.manage-kinds',
  async run({ tx, actor }) {
    const adopted = await tx.rows<{
      key: string
    }>`select ready_key as key from work.kind where company_id = ${actor.companyId} and ready_key is not null`
    const known = new Set(adopted.map((kind) => kind.key))
    return [...allReadyKinds.values()].map(
      ({ key, major, middle, name, department, timing, due, usualMinutes, law }) => ({
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
      }),
    )
  },
})
