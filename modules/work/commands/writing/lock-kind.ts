import { type CommandContext, type Reach, refuse, refuseNotFound, type Sql, sql } from '@ennoshita/kernel/server'
import { kindWords, refuseStale } from './refusals.ts'

export type LockedKind = {
  id: string
  name: string
  departmentId: string | null
  mainId: string | null
  deputyIds: string[]
  state: 'active' | 'retired'
  version: number
  stepsVersion: number
  confirmedStepsVersion: number | null
}

/** Whose a kind of work (as `k`) is: main and deputies, and its department. */
export function kindReach(personId: string | undefined): Reach {
  return {
    own: [sql`k.main_id`, sql`(select d from unnest(k.deputy_ids) d where d = ${personId ?? null})`],
    department: sql`k.department_id`,
  }
}

const columns: Sql = sql`k.id, k.name, k.department_id as "departmentId", k.main_id as "mainId", k.deputy_ids as "deputyIds", k.state,
  k.version, k.steps_version as "stepsVersion", k.confirmed_steps_version as "confirmedStepsVersion"`

/** Locks kinds of work within the actor's reach, in the order of their ids. */
export function lockKinds({ tx, actor, within }: CommandContext, kindIds: readonly string[]): Promise<LockedKind[]> {
  return tx.rows<LockedKind>`select ${columns} from work.kind k
    where k.company_id = ${actor.companyId} and k.id = any(${kindIds}::uuid[]) and ${within(kindReach(actor.personId))}
    order by k.id for update`
}

/** Locks one kind of work as it was read; refuses when it is not there, or was changed since. */
export async function lockKind(context: CommandContext, kindId: string, version: number): Promise<LockedKind> {
  const [kind] = await lockKinds(context, [kindId])
  if (!kind) refuseNotFound(kindWords, 'kindId')
  if (kind.version !== version) await refuseStale(context, kindWords, kindId)
  return kind
}

/** Refuses a change of a kind that is no longer done. */
export function refuseRetired(kind: LockedKind): void {
  if (kind.state === 'active') return
  refuse({
    kind: 'conflict',
    code: 'work.kind-retired',
    what: { ja: `「${kind.name}」はすでにやめた業務です。`, en: `"${kind.name}" is retired already.` },
    field: 'kindId',
    todo: { ja: '続けるときは、先に業務を戻してください。', en: 'Restore it first if it is to go on.' },
  })
}

/** Refuses when what was just written lies outside the actor's reach (own work, own department). */
export async function refuseOutOfReach(
  { tx, actor, within }: CommandContext,
  kindIds: readonly string[],
): Promise<void> {
  const found = await tx.rows<{ id: string }>`select k.id from work.kind k
    where k.company_id = ${actor.companyId} and k.id = any(${kindIds}::uuid[]) and ${within(kindReach(actor.personId))}`
  if (found.length === new Set(kindIds).size) return
  refuse({
    kind: 'not-allowed',
    code: 'work.kind-out-of-reach',
    what: {
      ja: 'ご自分の担当でも所属部署でもない業務になるため、保存しませんでした。',
      en: 'It would become work that is neither yours nor of your department, so it was not saved.',
    },
    field: 'departmentId',
    rule: {
      says: { ja: '業務を書ける範囲は役割ごとに決められています。', en: 'How far you may write is granted by role.' },
      source: 'work.manage-kinds',
    },
    todo: {
      ja: '部署か担当を選び直すか、部門長・担当にご相談ください。',
      en: 'Choose the department or the people anew, or ask the head.',
    },
  })
}
