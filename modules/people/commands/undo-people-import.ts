import { type CommandContext, command, refuse } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { refusePartialKeeper } from './known-company.ts'
import { importObject, lockImport } from './lock-import.ts'

export const undoPeopleImport = command(people.undoPeopleImport, {
  may: 'people.keep-register',
  emits: ['people.people-import-undone'],
  async run(context, { importId }) {
    refusePartialKeeper(context)
    const { tx, actor } = context
    const company = actor.companyId
    const { fileName, state } = await lockImport(context, importId)
    if (state === 'undone')
      refuse({
        kind: 'conflict',
        code: 'people.import-undone',
        what: { ja: 'この取り込みは、すでに取り消されています。', en: 'This import was undone already.' },
        field: 'importId',
        todo: { ja: '画面を開き直してください。', en: 'Reload the page.' },
      })
    const removed = await removePeople(context, importId)
    const kept = await tx.run`update people.people_import_line set state = 'kept'
      where company_id = ${company} and import_id = ${importId} and state = 'applied'`
    await Promise.all([
      tx.run`update people.people_import set state = 'undone' where company_id = ${company} and id = ${importId}`,
      tx.run`update people.people_import_line set draft = '{}', state = case when state = 'accepted' then 'undone' else state end
        where company_id = ${company} and import_id = ${importId}`,
    ])
    await removeOrganisation(context, importId)
    return {
      events: [
        {
          activity: 'people.people-import-undone',
          objects: [importObject(importId, fileName)],
          data: { undone: removed, kept },
        },
      ],
      answer: { undone: removed, kept },
    }
  },
})

/** Takes back the people of an import whom no other event concerns, who did nothing and have no sign-in; answers how many. */
async function removePeople({ tx, actor }: CommandContext, importId: string): Promise<number> {
  const company = actor.companyId
  const rows = await tx.rows<{ id: string }>`update people.people_import_line l set state = 'undone'
    where l.company_id = ${company} and l.import_id = ${importId} and l.state = 'applied'
      and not exists (select 1 from kernel.event e where e.company_id = l.company_id and e.actor = l.person_id)
      and not exists (select 1 from kernel.member m where m.company_id = l.company_id and m.person_id = l.person_id and m.account_id is not null)
      and not exists (select 1 from kernel.event_object o join kernel.event e on e.company_id = o.company_id and e.id = o.event_id
        where o.company_id = l.company_id and o.object_id = l.person_id and e.activity <> 'people.people-import-applied')
    returning l.person_id as id`
  const people = rows.map((row) => row.id)
  await Promise.all([
    tx.run`delete from people.assignment where company_id = ${company} and person_id = any(${people}::uuid[])`,
    tx.run`delete from people.person where company_id = ${company} and id = any(${people}::uuid[])`,
    tx.run`delete from kernel.invitation where company_id = ${company} and person_id = any(${people}::uuid[])`,
    tx.run`delete from kernel.member_role where company_id = ${company} and person_id = any(${people}::uuid[])`,
    tx.run`delete from kernel.member where company_id = ${company} and person_id = any(${people}::uuid[])`,
    tx.run`delete from kernel.object_label where company_id = ${company} and object_type = 'person' and object_id = any(${people}::uuid[])`,
  ])
  return people.length
}

/** Takes back the departments and posts that the import made and that nobody uses: those below first. */
async function removeOrganisation({ tx, actor }: CommandContext, importId: string): Promise<void> {
  const company = actor.companyId
  const made = (
    await tx.rows<{ id: string }>`select object_id as id from people.people_import_made
    where company_id = ${company} and import_id = ${importId}`
  ).map((row) => row.id)
  const unused = await tx.rows<{ id: string }>`
    with recursive used as (
      select u.id from unnest(${made}::uuid[]) as u (id)
      where exists (select 1 from people.assignment a where a.company_id = ${company} and (a.department_id = u.id or a.post_id = u.id))
        or exists (select 1 from people.department_period c where c.company_id = ${company} and c.parent_id = u.id and c.department_id <> all(${made}::uuid[]))
        or exists (select 1 from kernel.event_object o join kernel.event e on e.company_id = o.company_id and e.id = o.event_id
          where o.company_id = ${company} and o.object_id = u.id and e.activity <> 'people.people-import-applied')
      union
      select c.parent_id from used u join people.department_period c on c.company_id = ${company} and c.department_id = u.id
      where c.parent_id is not null)
    select m.id from unnest(${made}::uuid[]) as m (id) where m.id not in (select id from used)`
  const ids = unused.map((row) => row.id)
  await Promise.all([
    tx.run`delete from people.department_period where company_id = ${company} and department_id = any(${ids}::uuid[])`,
    tx.run`delete from people.department where company_id = ${company} and id = any(${ids}::uuid[])`,
    tx.run`delete from people.post_period where company_id = ${company} and post_id = any(${ids}::uuid[])`,
    tx.run`delete from people.post where company_id = ${company} and id = any(${ids}::uuid[])`,
    tx.run`delete from kernel.object_label where company_id = ${company} and object_type = 'department' and object_id = any(${ids}::uuid[])`,
  ])
}
