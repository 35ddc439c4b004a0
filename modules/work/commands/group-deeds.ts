import { type CommandContext, command, newId, refuse, scopeOf } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { deedObject, lockOwnDeeds, mainDepartment, personOf, requireKind } from './writing/deed-record.ts'
import { insertKinds, kindObject, type NewKind } from './writing/kind-record.ts'

/** Nameless work gets a name: several deeds become a kind of work, the doer its main person. */
export const groupDeeds = command(work.groupDeeds, {
  may: 'work.record-deeds',
  emits: ['work.deeds-grouped', 'work.kind-added'],
  async run(context, { deedIds, kindId: given, newKind }) {
    const { tx, actor } = context
    const doerId = personOf(context)
    const deeds = await lockOwnDeeds(context, deedIds)
    await requireKind(context, given)
    const kind = newKind ? await addKind(context, newKind, doerId) : undefined
    const kindId = kind?.id ?? given
    await tx.run`update work.deed set kind_id = ${kindId}, version = version + 1
      where company_id = ${actor.companyId} and id = any(${deedIds}::uuid[])`
    const [object, ...others] = deeds.map((deed) => deedObject(deed, doerId))
    if (!object) throw new Error('lockOwnDeeds answers every deed or refuses.')
    const grouped = {
      activity: 'work.deeds-grouped' as const,
      objects: [object, ...others, ...(kindId ? [{ type: 'kind', id: kindId }] : [])] as const,
      data: { count: deeds.length },
    }
    return {
      events: kind ? [{ activity: 'work.kind-added', objects: [kindObject(kind)] }, grouped] : [grouped],
      answer: { kindId },
    }
  },
})

async function addKind(
  context: CommandContext,
  given: { name: string; major: string; middle: string },
  mainId: string,
): Promise<NewKind> {
  const { tx, actor, now } = context
  if (scopeOf(actor, 'work.manage-kinds') === undefined)
    refuse({
      kind: 'not-allowed',
      code: 'work.new-kind',
      what: { ja: '新しい業務を登録する権限がありません。', en: 'You may not register a new kind of work.' },
      field: 'newKind',
      rule: {
        says: { ja: '権限は役割ごとに決められています。', en: 'Permissions are granted by role.' },
        source: 'work.manage-kinds',
      },
      todo: { ja: 'すでにある業務を選んでください。', en: 'Choose a kind of work that exists.' },
    })
  const kind = { id: newId(), ...given, mainId, departmentId: await mainDepartment(context) }
  await insertKinds(tx, actor.companyId, now, [kind])
  return kind
}
