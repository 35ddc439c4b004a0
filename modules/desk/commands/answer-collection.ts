import { command, refuse, refuseNotFound } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { type CollectionRow, collectionObjects } from './collection-row.ts'

type Asked = CollectionRow & { answerKind: 'done' | 'text' | 'date'; state: 'open' | 'answered' | 'received' }

/** An answer is welcome whenever it comes: also after the due date, also after the collection was closed. */
export const answerCollection = command(desk.answerCollection, {
  may: 'desk.return',
  emits: ['desk.collection-answered'],
  async run({ tx, actor, now, today }, { collectionId, text, on }) {
    const personId = actor.personId
    const asked = await tx.row<Asked>`
      select c.id as "collectionId", c.title, c.due_on as "dueOn", c.department_id as "departmentId", c.kind_id as "kindId",
        c.started_by_id as "startedById", c.closed_at as "closedAt", c.version, c.answer_kind as "answerKind", p.state
      from desk.collection_person p join desk.collection c on c.company_id = p.company_id and c.id = p.collection_id
      where p.company_id = ${actor.companyId} and p.collection_id = ${collectionId} and p.person_id = ${personId ?? null}
      for update of p`
    if (!asked || personId === undefined) return refuseNotFound({ ja: '回収', en: 'collection' }, 'collectionId')
    if (asked.state === 'received')
      refuse({
        kind: 'conflict',
        code: 'desk.received-already',
        what: { ja: `「${asked.title}」は受け取り済みです。`, en: `"${asked.title}" was received already.` },
        field: 'collectionId',
        todo: { ja: '何もしなくて大丈夫です。ありがとうございました。', en: 'Nothing more is needed. Thank you.' },
      })
    if (asked.answerKind === 'text' && text.trim() === '') refuseEmpty('text')
    if (asked.answerKind === 'date' && on === undefined) refuseEmpty('on')
    await tx.run`update desk.collection_person set state = 'answered', answer_text = ${text.trim()}, answer_on = ${on ?? null}, answered_at = ${now}
      where company_id = ${actor.companyId} and collection_id = ${collectionId} and person_id = ${personId}`
    return {
      events: [
        {
          activity: 'desk.collection-answered',
          objects: [...collectionObjects(asked), { type: 'person', id: personId, qualifier: 'asked' }],
        },
      ],
      answer: { isLate: today > asked.dueOn },
    }
  },
})

function refuseEmpty(field: 'text' | 'on'): never {
  refuse({
    kind: 'bad-input',
    code: 'desk.answer-empty',
    what:
      field === 'text'
        ? { ja: 'お答えを入れてください。', en: 'Please give your answer.' }
        : { ja: '日付を入れてください。', en: 'Please give the date.' },
    field,
    todo: { ja: '入れてから、もう一度お送りください。', en: 'Fill it in and send once more.' },
  })
}
