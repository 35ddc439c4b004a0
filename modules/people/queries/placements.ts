import { type Actor, type LocalDate, type QueryContext, refuse, type Sql, scopeOf, sql } from '@ennoshita/kernel/server'
import type { PlacementShown } from '../contract.ts'

/** Whether the actor may see moves and reorganisations before their day: until then they are not for everyone (内示). */
export function seesPlans(actor: Actor): boolean {
  return scopeOf(actor, 'people.see-register') === 'company'
}

/** Refuses to show the organisation of a day to come to those who may not see plans. */
export function refusePlans({ actor, today }: QueryContext, on: LocalDate): void {
  if (on <= today || seesPlans(actor)) return
  refuse({
    kind: 'not-allowed',
    code: 'people.plans',
    what: {
      ja: 'これから先の日付の組織は、登録を担当する方だけが見られます。',
      en: 'The organisation of a day to come is shown to those who keep it.',
    },
    field: 'on',
    rule: {
      says: {
        ja: '異動や組織変更は、その日が来るまで公開しません。',
        en: 'Moves and reorganisations are not shown before their day.',
      },
      source: 'people.see-register',
    },
    todo: { ja: '今日までの日付をお選びください。', en: 'Choose today or an earlier day.' },
  })
}

/** Assignments of these people on a date, main ones first; of all dates when `on` is undefined. Plans only for those who may see them. */
export async function placementsOf(
  { tx, actor, today }: QueryContext,
  personIds: readonly string[],
  on: LocalDate | undefined,
): Promise<Map<string, PlacementShown[]>> {
  const company = actor.companyId
  const plans = seesPlans(actor)
  const dated: Sql = on ? sql`a.from_on <= ${on} and (a.until_on is null or a.until_on >= ${on})` : sql`true`
  const namedOn: Sql = on ? sql`${on}::date` : sql`a.from_on`
  const rows = await tx.rows<PlacementShown & { personId: string }>`
    select a.person_id as "personId", a.id as "assignmentId", a.department_id as "departmentId", coalesce(d.path, '') as "departmentPath",
      a.post_id as "postId", k.name as "postName", coalesce(k.heads, false) as heads, a.main, a.from_on as "fromOn",
      case when ${plans}::boolean or a.until_on <= ${today} then a.until_on end as "untilOn"
    from people.assignment a left join lateral people.department_on(${company}, ${namedOn}) d on d.id = a.department_id
      left join people.post_period k on k.company_id = a.company_id and k.post_id = a.post_id
        and k.from_on <= ${namedOn} and (k.until_on is null or k.until_on >= ${namedOn})
    where a.company_id = ${company} and a.person_id = any(${personIds}::uuid[]) and ${dated} and (${plans}::boolean or a.from_on <= ${today})
    order by a.main desc, a.from_on, a.id`
  return Map.groupBy(rows, (row) => row.personId)
}

/**
 * The departments in whose name a person acts on a date, as one array: those they are assigned to, and everything below a
 * department where they hold a head post. The sign-in loads an Actor with them.
 */
export function departmentsOf(companyId: Sql, personId: Sql, on: Sql): Sql {
  return sql`array(
    select d.id from people.department_on(${companyId}, ${on}) d
    where d.id in (select p.department_id ${placedOn(companyId, personId, on)})
      or d.lineage && array(select p.department_id ${placedOn(companyId, personId, on)} and p.post_id in (
        select k.id from people.post_on(${companyId}, ${on}) k where k.heads)))`
}

/** The rest of a statement that selects the person's placements `p` on that date. */
export function placedOn(companyId: Sql, personId: Sql, on: Sql): Sql {
  return sql`from people.placement p where p.company_id = ${companyId} and p.person_id = ${personId}
    and p.from_on <= ${on} and (p.until_on is null or p.until_on >= ${on})`
}
