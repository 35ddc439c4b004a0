import { command, newId } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'

export const addPost = command(people.addPost, {
  may: 'people.keep-organisation',
  emits: ['people.post-added'],
  async run({ tx, actor }, { name, heads, rank, fromOn }) {
    const postId = newId()
    await Promise.all([
      tx.run`insert into people.post (company_id, id) values (${actor.companyId}, ${postId})`,
      tx.run`insert into people.post_period (company_id, post_id, from_on, name, heads, rank)
        values (${actor.companyId}, ${postId}, ${fromOn}, ${name}, ${heads}, ${rank})`,
    ])
    return {
      events: [{ activity: 'people.post-added', objects: [{ type: 'post', id: postId }], data: { fromOn, heads } }],
      answer: { postId, version: 1 },
    }
  },
})
