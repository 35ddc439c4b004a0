import { query } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { refusePlans } from './placements.ts'

export const posts = query(people.posts, {
  may: 'people.see-directory',
  async run(context, { on = context.today }) {
    const { tx, actor } = context
    refusePlans(context, on)
    return tx.rows<{ postId: string; version: number; name: string; heads: boolean; rank: number }>`
      select p.id as "postId", h.version, p.name, p.heads, p.rank from people.post_on(${actor.companyId}, ${on}) p
        join people.post h on h.company_id = ${actor.companyId} and h.id = p.id
      order by p.rank, p.name`
  },
})
