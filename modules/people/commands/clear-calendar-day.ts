import { command, refuseNotFound } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'

export const clearCalendarDay = command(people.clearCalendarDay, {
  may: 'people.keep-company',
  emits: ['people.calendar-day-cleared'],
  async run({ tx, actor }, { on }) {
    const cleared =
      await tx.run`delete from people.calendar_day where company_id = ${actor.companyId} and day_on = ${on}`
    if (cleared === 0) refuseNotFound({ ja: 'その日の登録', en: 'entry for that day' }, 'on')
    return {
      events: [
        { activity: 'people.calendar-day-cleared', objects: [{ type: 'company', id: actor.companyId }], data: { on } },
      ],
      answer: {},
    }
  },
})
