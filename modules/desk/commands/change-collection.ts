import { command, refuse } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { collectionObjects, lockCollection } from './collection-row.ts'

export const changeCollection = command(desk.changeCollection, {
  may: 'desk.collect',
  emits: ['desk.collection-changed'],
  async run(context, { collectionId, version, title, explanation, dueOn, reminderDays }) {
    const { tx, actor } = context
    const collection = await lockCollection(context, collectionId)
    if (collection.version !== version)
      refuse({
        kind: 'conflict',
        code: 'desk.collection-changed-meanwhile',
        what: {
          ja: 'この回収は、開いているあいだに書き直されました。',
          en: 'This collection was changed while you had it open.',
        },
        field: 'version',
        todo: { ja: '開き直して、もう一度お直しください。', en: 'Open it again and make your change once more.' },
      })
    await tx.run`update desk.collection set title = ${title}, explanation = ${explanation}, due_on = ${dueOn},
        reminder_days = ${reminderDays}::smallint[], version = version + 1
      where company_id = ${actor.companyId} and id = ${collectionId}`
    return {
      events: [
        {
          activity: 'desk.collection-changed',
          objects: collectionObjects({ ...collection, title }),
          data: collection.dueOn === dueOn ? {} : { from: collection.dueOn, to: dueOn },
        },
      ],
      answer: { version: version + 1 },
    }
  },
})
