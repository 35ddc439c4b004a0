import { type CommandContext, refuse, scopeOf } from '@ennoshita/kernel/server'
import type { KnownCompany } from '../rules/people-table.ts'

type KnownDepartment = KnownCompany['departments'][number] & { id: string }
type KnownPost = KnownCompany['posts'][number] & { id: string }

/** What the company knows for an import: people of all times, departments and posts of that day and those that come later. */
export async function knownCompany(
  { tx, actor }: CommandContext,
  on: string,
): Promise<Omit<KnownCompany, 'departments' | 'posts'> & { departments: KnownDepartment[]; posts: KnownPost[] }> {
  const company = actor.companyId
  const [people, departments, posts] = await Promise.all([
    tx.rows<{ number: string | null; name: string; kana: string; displayName: string }>`
      select employee_number as number, family_name || given_name as name, family_kana || given_kana as kana, display_name as "displayName"
      from people.person where company_id = ${company} and erased_at is null`,
    tx.rows<KnownDepartment>`select d.id, d.name, d.path, null::date as "opensOn",
        (select nullif(max(coalesce(p.until_on, 'infinity')), 'infinity') from people.department_period p
          where p.company_id = ${company} and p.department_id = d.id) as "closesOn"
      from people.department_on(${company}, ${on}) d
      union all select t.id, t.name, t.path, p.from_on, null from (
        select department_id, min(from_on) as from_on from people.department_period where company_id = ${company}
        group by department_id having min(from_on) > ${on}) p, lateral people.department_on(${company}, p.from_on) t
      where t.id = p.department_id order by path`,
    tx.rows<KnownPost>`select distinct on (post_id) post_id as id, name, nullif(greatest(from_on, ${on}), ${on}) as "opensOn"
      from people.post_period where company_id = ${company} and (until_on is null or until_on >= ${on}) order by post_id, from_on`,
  ])
  return { people, departments, posts, mayMake: scopeOf(actor, 'people.keep-organisation') === 'company' }
}

/** Refuses an import to those who keep only a part of the register: a file speaks of the whole company. */
export function refusePartialKeeper({ actor }: CommandContext): void {
  if (scopeOf(actor, 'people.keep-register') === 'company') return
  refuse({
    kind: 'not-allowed',
    code: 'people.import-of-everyone',
    what: {
      ja: '名簿の取り込みは、会社全体の登録を担当する方が行えます。',
      en: 'Imports are for those who keep the whole register.',
    },
    rule: {
      says: { ja: '権限の範囲が「会社」の方に限ります。', en: 'The permission must reach the company.' },
      source: 'people.keep-register',
    },
    todo: { ja: '管理者にお申し出ください。', en: 'Ask an administrator.' },
  })
}
