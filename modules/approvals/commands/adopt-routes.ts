import { command, refuse } from '@ennoshita/kernel/server'
import { approvals } from '../contract.ts'
import { routesInUse } from '../queries/routes-in-use.ts'
import { writeReadyRoutes } from './ready-rows.ts'
import { lockRoutes, routeObject } from './route-rows.ts'

export const adoptRoutes = command(approvals.adoptRoutes, {
  may: 'approvals.keep-routes',
  emits: ['approvals.routes-adopted'],
  async run(context) {
    const { tx, actor } = context
    await lockRoutes(tx, actor.companyId)
    const routeIds = await writeReadyRoutes(tx, context)
    const routes = await routesInUse(tx, actor.companyId, null)
    const [first, ...others] = routeIds.map((routeId) =>
      routeObject(routeId, routes.find((route) => route.routeId === routeId)?.name ?? ''),
    )
    if (!first)
      refuse({
        kind: 'conflict',
        code: 'approvals.routes-there',
        what: { ja: '標準の承認経路は、すでに取り入れています。', en: 'The ready routes were adopted already.' },
        rule: { says: { ja: '標準の経路を取り入れるのは一度だけです。', en: 'Ready routes are adopted once.' } },
        todo: { ja: '一覧から直してお使いください。', en: 'Change them in the list as you need.' },
      })
    return {
      events: [{ activity: 'approvals.routes-adopted', objects: [first, ...others], data: { count: routeIds.length } }],
      answer: { routeIds: [...routeIds] },
    }
  },
})
