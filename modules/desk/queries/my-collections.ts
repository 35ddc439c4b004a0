import type { AnswerOf } from '@ennoshita/kernel'
import { query } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'

export const myCollections = query(desk.myCollections, {
  may: 'desk.return',
  async run({ tx, actor }, { answered, offset, limit }) {
    const found = await tx.rows<AnswerOf<typeof desk.myCollections>['rows'][number]>`
      select c.id as "collectionId", c.title, c.explanation, c.answer_kind as "answerKind", c.due_on as "dueOn", p.state,
        p.answer_text as "answerText", p.answer_on as "answerOn", p.answered_at as "answeredAt"
      from desk.collection_person p join desk.collection c on c.company_id = p.company_id and c.id = p.collection_id
      where p.company_id = ${actor.companyId} and p.person_id = ${actor.personId ?? null}
        and (p.state <> 'open') = ${answered} and (${answered} or c.closed_at is null)
      order by c.due_on, c.id limit ${limit + 1} offset ${offset}`
    return { rows: found.slice(0, limit), more: found.length > limit }
  },
})
