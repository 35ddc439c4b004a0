import type { Tx } from '@ennoshita/kernel/server'
import type { KindChanges } from '../../contract/kind-fields.ts'
import { columnsOf } from './kind-record.ts'

type Changed = {
  id: string
  name: string
  departmentId: string | null
  mainId: string | null
  deputyIds: string[]
  version: number
}

/** Writes the fields given over one locked kind; what is left out stays. */
export async function changeFields(tx: Tx, companyId: string, kindId: string, fields: KindChanges): Promise<Changed> {
  const changed = await tx.row<Changed>`update work.kind k
    set (major, middle, name, department_id, timing, timing_text, due_rule, usual_minutes, monthly_count, difficulty, law, papers, systems,
        has_manual, manual_place, manual_on, goes_wrong, notes, issues, improvement, relief)
      = (select r.major, r.middle, r.name, r.department_id, r.timing, r.timing_text, r.due_rule, r.usual_minutes, r.monthly_count, r.difficulty,
          r.law, r.papers, r.systems, r.has_manual, r.manual_place, r.manual_on, r.goes_wrong, r.notes, r.issues, r.improvement, r.relief
        from jsonb_populate_record(k, ${JSON.stringify(columnsOf(fields))}::jsonb) r),
      version = version + 1
    where k.company_id = ${companyId} and k.id = ${kindId}
    returning k.id, k.name, k.department_id as "departmentId", k.main_id as "mainId", k.deputy_ids as "deputyIds", k.version`
  if (!changed) throw new Error(`The locked kind ${kindId} is gone.`)
  return changed
}
