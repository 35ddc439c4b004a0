import { command } from '@ennoshita/kernel/server'
import { approvals } from '../contract.ts'
import { lockRoutes, routeObject, routeToChange } from './route-rows.ts'

export const retireRoute = command(approvals.retireRoute, {
  may: 'approvals.keep-routes',
  emits: ['approvals.route-retired'],
  async run({ tx, actor, now }, { routeId, version }) {
    await lockRoutes(tx, actor.companyId)
    const { name } = await routeToChange(tx, actor.companyId, { routeId, version })
    await tx.run`update approvals.route set retired_at = ${now} where company_id = ${actor.companyId} and id = ${routeId}`
    return { events: [{ activity: 'approvals.route-retired', objects: [routeObject(routeId, name)] }], answer: {} }
  },
})
