import { callOf, type Flow } from '@ennoshita/kernel/server'
import { people } from '@ennoshita/people'
import { work } from '@ennoshita/work'

/** 退職: the tasks of leaving are made from the last day on. */
export const leavingRecordedToLeavingTasks: Flow = {
  name: 'leaving-recorded-to-leaving-tasks',
  on: 'people.leaving-recorded',
  async calls(event, ask) {
    const person = event.objects.find((each) => each.type === 'person')
    if (!person) return []
    const { register } = await ask(people.personDetails, { personId: person.id })
    const leftOn = register?.leftOn
    if (!leftOn) return []
    return [
      callOf(work.planOccasionTasks, { occasion: 'left', on: leftOn, subject: { type: 'person', id: person.id } }),
    ]
  },
}
