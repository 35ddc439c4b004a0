import { dateInWords } from '@ennoshita/kernel'
import { command, refuse, refuseNotFound } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { changedFrom } from '../rules/periods.ts'
import type { PostRow } from './department-rows.ts'
import { lockOrganisation, refuseBrokenOrganisation } from './lock-organisation.ts'
import { refuseOlderVersion } from './refuse-older-version.ts'

const thing = { ja: '役職', en: 'post' }

export const changePost = command(people.changePost, {
  may: 'people.keep-organisation',
  emits: ['people.post-changed'],
  async run({ tx, actor }, { postId, version, fromOn, ...change }) {
    const company = actor.companyId
    await lockOrganisation(tx, company)
    const [head, before] = await Promise.all([
      tx.row<{
        version: number
      }>`select version from people.post where company_id = ${company} and id = ${postId} for update`,
      tx.rows<PostRow>`select post_id as "postId", from_on as "fromOn", until_on as "untilOn", name, heads, rank
        from people.post_period where company_id = ${company} and post_id = ${postId} order by from_on`,
    ])
    if (!head) refuseNotFound(thing, 'postId')
    if (head.version !== version) await refuseOlderVersion(tx, company, postId, thing)
    const after = changedFrom(before, fromOn, change, ['name', 'heads', 'rank'])
    if (!after)
      refuse({
        kind: 'bad-input',
        code: 'people.post-not-there',
        what: {
          ja: `${dateInWords(fromOn)}の時点では、この役職は存在しません。`,
          en: `The post does not exist on ${fromOn}.`,
        },
        field: 'fromOn',
        todo: { ja: '適用日を見直してください。', en: 'Choose another date.' },
      })
    await Promise.all([
      tx.run`delete from people.post_period where company_id = ${company} and post_id = ${postId}`,
      tx.run`insert into people.post_period (company_id, post_id, from_on, until_on, name, heads, rank)
        select ${company}, ${postId}, r."fromOn", r."untilOn", r.name, r.heads, r.rank
        from jsonb_to_recordset(${JSON.stringify(after)}::jsonb) as r ("fromOn" date, "untilOn" date, name text, heads boolean, rank int)`,
      tx.run`update people.post set version = version + 1 where company_id = ${company} and id = ${postId}`,
    ])
    await refuseBrokenOrganisation(tx, company, fromOn)
    return {
      events: [
        {
          activity: 'people.post-changed',
          objects: [{ type: 'post', id: postId }],
          data: { fromOn, fields: Object.keys(change) },
        },
      ],
      answer: { version: version + 1 },
    }
  },
})
