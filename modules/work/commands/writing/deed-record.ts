import { type CommandContext, type EventObject, refuseNotFound } from '@ennoshita/kernel/server'
import { kindWords } from './refusals.ts'

export type DeedRow = {
  deedId: string
  text: string
  kindId: string | null
  departmentId: string | null
  isShared: boolean
  version: number
}

/** Locks deeds of the acting person; anybody else's, shared or not, read as not found. */
export async function lockOwnDeeds({ tx, actor }: CommandContext, deedIds: readonly string[]): Promise<DeedRow[]> {
  const found = await tx.rows<DeedRow>`
    select id as "deedId", text, kind_id as "kindId", department_id as "departmentId", is_shared as "isShared", version from work.deed
    where company_id = ${actor.companyId} and id = any(${deedIds}::uuid[]) and person_id = ${actor.personId ?? null} and removed_at is null
    order by id for update`
  if (found.length < new Set(deedIds).size) refuseNotFound({ ja: 'これもやった', en: 'deed' }, 'deedIds')
  return found
}

/** A deed as events and search know it: its words appear only once its doer shows it. */
export function deedObject(deed: DeedRow, doerId: string): EventObject {
  return {
    type: 'deed',
    id: deed.deedId,
    label: deed.isShared
      ? {
          text: deed.text,
          opens: `/work/deeds/${deed.deedId}`,
          may: 'work.see-shared-deeds',
          own: [doerId],
          departmentId: deed.departmentId,
        }
      : { text: 'これもやった', opens: `/work/deeds/${deed.deedId}`, may: 'work.record-deeds', own: [doerId] },
  }
}

/** The acting person; the program itself does no deeds, writes no thanks and no pages. */
export function personOf({ actor }: CommandContext): string {
  return actor.personId ?? refuseNotFound({ ja: '行った人', en: 'acting person' })
}

/** The department of their main post today, where there is one. */
export async function mainDepartment({ tx, actor, today }: CommandContext): Promise<string | null> {
  const found = await tx.row<{ departmentId: string }>`select department_id as "departmentId" from people.placement
    where company_id = ${actor.companyId} and person_id = ${actor.personId ?? null} and from_on <= ${today} and (until_on is null or until_on >= ${today})
    order by main desc, from_on desc limit 1`
  return found?.departmentId ?? null
}

/** Refuses an id that is no kind of work in use; null passes. */
export async function requireKind({ tx, actor }: CommandContext, kindId: string | null): Promise<void> {
  if (kindId === null) return
  const found =
    await tx.row`select 1 from work.kind where company_id = ${actor.companyId} and id = ${kindId} and state = 'active'`
  if (!found) refuseNotFound(kindWords, 'kindId')
}
