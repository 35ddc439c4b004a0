import { type CommandContext, newId, refuse } from '@ennoshita/kernel/server'
import type { PersonDraft } from '../contract.ts'
import { departmentsNamed } from '../rules/people-table.ts'
import { headsByName, rankByName } from '../rules/post-name.ts'
import { knownCompany } from './known-company.ts'

type Made = { kind: 'department' | 'post'; id: string; name: string; parentId: string | null }

/** Makes the departments and posts that drafts name and the company has not, and answers where each draft belongs. */
export async function makeOrganisation(
  context: CommandContext,
  importId: string,
  fromOn: string,
  drafts: readonly PersonDraft[],
): Promise<{
  placeOf(draft: PersonDraft): { departmentId: string; postId: string | null } | undefined
  made: readonly Made[]
}> {
  const known = await knownCompany(context, fromOn)
  const departments: { id: string; name: string; path: string }[] = [...known.departments]
  const posts = new Map(known.posts.map((post) => [post.name, post.id]))
  const made: Made[] = []
  const departmentOf = (text: string): string => {
    const [found] = departmentsNamed(text, departments)
    if (found) return found.id
    const parts = text.split(' / ')
    const name = parts.at(-1) ?? text
    const parentId = parts.length > 1 ? departmentOf(parts.slice(0, -1).join(' / ')) : null
    const above = departments.find((each) => each.id === parentId)
    const id = newId()
    departments.push({ id, name, path: above ? `${above.path} / ${name}` : name })
    made.push({ kind: 'department', id, name, parentId })
    return id
  }
  for (const { department, post } of drafts) {
    if (department !== '') departmentOf(department)
    if (post === '' || posts.has(post)) continue
    posts.set(post, newId())
    made.push({ kind: 'post', id: posts.get(post) ?? '', name: post, parentId: null })
  }
  if (made.length > 0 && !known.mayMake) refuseMaking(made)
  await writeMade(context, importId, fromOn, made)
  return {
    made,
    placeOf: ({ department, post }) =>
      department === '' ? undefined : { departmentId: departmentOf(department), postId: posts.get(post) ?? null },
  }
}

async function writeMade({ tx, actor }: CommandContext, importId: string, fromOn: string, made: readonly Made[]) {
  const company = actor.companyId
  const departments = JSON.stringify(made.filter((each) => each.kind === 'department'))
  const posts = JSON.stringify(
    made
      .filter((each) => each.kind === 'post')
      .map((post) => ({ ...post, heads: headsByName(post.name), rank: rankByName(post.name) })),
  )
  await Promise.all([
    tx.run`insert into people.department (company_id, id) select ${company}, d.id from jsonb_to_recordset(${departments}::jsonb) as d (id uuid)`,
    tx.run`insert into people.department_period (company_id, department_id, from_on, name, parent_id)
      select ${company}, d.id, ${fromOn}, d.name, d."parentId" from jsonb_to_recordset(${departments}::jsonb) as d (id uuid, name text, "parentId" uuid)`,
    tx.run`insert into people.post (company_id, id) select ${company}, p.id from jsonb_to_recordset(${posts}::jsonb) as p (id uuid)`,
    tx.run`insert into people.post_period (company_id, post_id, from_on, name, heads, rank)
      select ${company}, p.id, ${fromOn}, p.name, p.heads, p.rank
      from jsonb_to_recordset(${posts}::jsonb) as p (id uuid, name text, heads boolean, rank int)`,
    tx.run`insert into people.people_import_made (company_id, import_id, kind, object_id)
      select ${company}, ${importId}, m.kind, m.id from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as m (kind text, id uuid)`,
  ])
}

function refuseMaking(made: readonly Made[]): never {
  const names = made
    .slice(0, 5)
    .map((each) => `「${each.name}」`)
    .join('')
  refuse({
    kind: 'conflict',
    code: 'people.import-needs-organisation',
    what: {
      ja: `登録されていない部署・役職があります：${names}`,
      en: `Departments or posts are missing: ${names}`,
    },
    rule: {
      says: { ja: '部署と役職を設けられるのは管理者です。', en: 'Administrators make departments and posts.' },
      source: 'people.keep-organisation',
    },
    todo: {
      ja: '管理者に登録を頼むか、取り込みを管理者に行ってもらってください。',
      en: 'Ask an administrator to add them or to apply the import.',
    },
  })
}
