import type { AnswerOf } from '@ennoshita/kernel'
import { dateInTokyo, type QueryContext, query } from '@ennoshita/kernel/server'
import { approvals } from '../contract.ts'
import { approverWords } from '../rules/approver-words.ts'
import { approverNames } from './names.ts'
import { type RouteInUse, unwrittenRoutes } from './routes-in-use.ts'

type Route = AnswerOf<typeof approvals.routeList>[number]
type Found = Omit<RouteInUse, 'routeId'> & {
  routeId: string | null
  ready: string | null
  retiredAt: string | null
  departmentName: string | null
}

export const routeList = query(approvals.routeList, {
  may: 'approvals.see-routes',
  async run(context, { kind, includeRetired }) {
    const { tx, actor, today } = context
    const company = actor.companyId
    const rows = await tx.rows<Found>`
      select r.id as "routeId", r.version, r.kind, v.name, v.amount_from as "amountFrom", v.amount_until as "amountUntil",
        v.department_id as "departmentId", d.name as "departmentName", v.facts, v.steps, r.ready, r.retired_at as "retiredAt"
      from approvals.route r join approvals.route_version v on v.company_id = r.company_id and v.route_id = r.id and v.version = r.version
        left join people.department_on(${company}, ${today}) d on d.id = v.department_id
      where r.company_id = ${company} and (${kind ?? null}::text is null or r.kind is null or r.kind = ${kind ?? null})
      order by r.kind nulls first, v.amount_from nulls first, r.id`
    const unwritten = (await unwrittenRoutes(tx, company)).map((route) => ({
      ...route,
      ...{ ready: route.routeId, routeId: null, departmentName: null, retiredAt: null },
    }))
    const shown = [...unwritten, ...rows.filter(({ retiredAt }) => includeRetired || retiredAt === null)]
    return routesShown(context, shown)
  },
})

async function routesShown({ tx, actor, today }: QueryContext, routes: readonly Found[]): Promise<Route[]> {
  const approvers = routes.flatMap(({ steps }) => steps.flatMap((step) => step.approvers))
  const names = await approverNames(tx, actor.companyId, today, approvers)
  return routes.map((route) => ({
    routeId: route.routeId,
    version: route.version,
    kind: route.kind,
    name: route.name,
    conditions: {
      amountFrom: route.amountFrom,
      amountUntil: route.amountUntil,
      departmentId: route.departmentId,
      departmentName: route.departmentName,
      facts: route.facts,
    },
    steps: route.steps.map((step, at) => ({
      ...step,
      number: at + 1,
      approverNames: step.approvers.map((approver) => approverWords(approver, names)),
    })),
    isReady: route.ready !== null,
    retiredOn: route.retiredAt === null ? null : dateInTokyo(route.retiredAt),
    faults: route.steps.flatMap((step) =>
      step.approvers
        .filter((approver) => isGone(approver, names))
        .map((approver) => {
          const { ja, en } = approverWords(approver, names)
          return { ja: `「${step.name}」：${ja}`, en: `"${step.name}": ${en}` }
        }),
    ),
  }))
}

const isGone = (approver: Route['steps'][number]['approvers'][number], names: ReadonlyMap<string, string>): boolean =>
  (approver.by === 'person' && !names.has(approver.personId)) || (approver.by === 'post' && !names.has(approver.postId))
