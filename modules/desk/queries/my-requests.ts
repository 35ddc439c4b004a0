import { query, raw, sql } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { requestRows } from './request-rows.ts'

export const myRequests = query(desk.myRequests, {
  may: 'desk.ask',
  async run(context, { open, offset, limit }) {
    return requestRows(context, {
      where: sql`r.submitter_id = ${context.actor.personId ?? null} and (not ${open} or r.state not in ('done', 'withdrawn'))`,
      order: raw('r.submitted_at desc, r.id desc'),
      offset,
      limit,
    })
  },
})
