import { type CommandContext, command, newId, refuse, refuseNotFound } from '@ennoshita/kernel/server'
import { approvals, type RouteStep } from '../contract.ts'
import { routesInUse } from '../queries/routes-in-use.ts'
import { isSameChoice } from '../rules/route-choice.ts'
import { lockRoutes, routeObject, routeToChange } from './route-rows.ts'

export const setRoute = command(approvals.setRoute, {
  may: 'approvals.keep-routes',
  emits: ['approvals.route-set'],
  async run(context, { routeId: given, version, kind, name, conditions, steps }) {
    const { tx, actor, now } = context
    const company = actor.companyId
    await lockRoutes(tx, company)
    const known = given === undefined ? undefined : await routeToChange(tx, company, { routeId: given, version })
    await refuseUnknown(context, conditions.departmentId, steps)
    const routeId = given ?? newId()
    const choice = { routeId, kind, ...conditions }
    const same = (await routesInUse(tx, company, null)).find(
      (other) => other.routeId !== routeId && isSameChoice(other, choice),
    )
    if (same)
      refuse({
        kind: 'conflict',
        code: 'approvals.same-conditions',
        what: {
          ja: `同じ条件の経路「${same.name}」がすでにあります。`,
          en: `The route "${same.name}" has the same conditions.`,
        },
        field: 'conditions',
        rule: {
          says: {
            ja: '一つの案件に合う経路が二つあると、どちらで承認するかが決まりません。',
            en: 'Two routes with the same conditions leave it open which one counts.',
          },
        },
        todo: { ja: 'その経路を直すか、条件を変えてください。', en: 'Change that route, or other conditions.' },
      })
    const next = known ? known.version + 1 : 1
    if (known)
      await tx.run`update approvals.route set kind = ${kind}, version = ${next} where company_id = ${company} and id = ${routeId}`
    else await tx.run`insert into approvals.route (company_id, id, kind) values (${company}, ${routeId}, ${kind})`
    await tx.run`insert into approvals.route_version (company_id, route_id, version, kind, name, amount_from, amount_until, department_id,
        facts, steps, set_by, set_at)
      values (${company}, ${routeId}, ${next}, ${kind}, ${name}, ${conditions.amountFrom}, ${conditions.amountUntil},
        ${conditions.departmentId}, ${JSON.stringify(conditions.facts)}, ${JSON.stringify(steps)}, ${actor.personId ?? null}, ${now})`
    return {
      events: [
        {
          activity: 'approvals.route-set',
          objects: [routeObject(routeId, name)],
          data: { kind, version: next, steps: steps.length },
        },
      ],
      answer: { routeId, version: next },
    }
  },
})

/** Refuses people, posts and departments that are not there today, by the field that names them. */
async function refuseUnknown(
  { tx, actor, today }: CommandContext,
  departmentId: string | null,
  steps: readonly RouteStep[],
): Promise<void> {
  const company = actor.companyId
  const named = steps.flatMap((step, at) =>
    step.approvers.map((approver, place) => ({ approver, path: `steps.${at}.approvers.${place}` })),
  )
  const personIds = named.flatMap(({ approver }) => (approver.by === 'person' ? [approver.personId] : []))
  const postIds = named.flatMap(({ approver }) => (approver.by === 'post' ? [approver.postId] : []))
  const [people, posts, department] = await Promise.all([
    tx.rows<{ id: string }>`select m.person_id as id from kernel.member m
      left join people.person_name n on n.company_id = m.company_id and n.person_id = m.person_id
      where m.company_id = ${company} and m.person_id = any(${personIds}::uuid[]) and (m.until_on is null or m.until_on >= ${today})
        and (n.left_on is null or n.left_on >= ${today})`,
    tx.rows<{ id: string }>`select id from people.post_on(${company}, ${today}) where id = any(${postIds}::uuid[])`,
    tx.row`select id from people.department_on(${company}, ${today}) where id = ${departmentId}`,
  ])
  if (departmentId !== null && !department) refuseNotFound({ ja: '部署', en: 'department' }, 'conditions.departmentId')
  for (const { approver, path } of named) {
    if (approver.by === 'person' && !people.some(({ id }) => id === approver.personId))
      refuseNotFound({ ja: '承認する人', en: 'approver' }, `${path}.personId`)
    if (approver.by === 'post' && !posts.some(({ id }) => id === approver.postId))
      refuseNotFound({ ja: '役職', en: 'post' }, `${path}.postId`)
  }
}
