import { type Sql, sql } from '@ennoshita/kernel/server'

/** The columns of a kind of work (kindRow of the contract), from kindTables. */
export const kindColumns: Sql = sql`k.id as "kindId", k.major, k.middle, k.name, k.department_id as "departmentId",
  coalesce(department.name, '') as "departmentName", k.timing, k.timing_text as "timingText", k.due_rule as "dueRule",
  k.usual_minutes as "usualMinutes", k.monthly_count as "monthlyCount", k.difficulty, k.law, k.papers, k.systems,
  k.has_manual as "hasManual", k.manual_place as "manualPlace", k.manual_on as "manualOn", k.goes_wrong as "goesWrong", k.notes, k.issues,
  k.improvement, k.relief, k.main_id as "mainId", coalesce(main.display_name, '') as "mainName", k.deputy_ids as "deputyIds",
  array(select coalesce(p.display_name, '') from unnest(k.deputy_ids) with ordinality as d (id, place)
    left join people.person_name p on p.company_id = k.company_id and p.person_id = d.id order by d.place) as "deputyNames",
  k.main_text as "mainText", k.deputies_text as "deputiesText", k.state, k.version,
  (select count(*)::int from work.kind_step s where s.company_id = k.company_id and s.kind_id = k.id) as "stepCount",
  k.confirmed_at as "confirmedAt", k.confirmed_by as "confirmedBy", coalesce(k.confirmed_steps_version = k.steps_version, false) as "isConfirmed"`

/** `work.kind k` with the names of its department (as of a day) and main person. */
export function kindTables(companyId: string, today: string): Sql {
  return sql`work.kind k
    left join people.department_on(${companyId}, ${today}::date) department on department.id = k.department_id
    left join people.person_name main on main.company_id = k.company_id and main.person_id = k.main_id`
}
