import { addDays, callOf, dateInTokyo, type Flow } from '@ennoshita/kernel/server'
import { people } from '@ennoshita/people'
import { work } from '@ennoshita/work'

/** 入社: the tasks of joining are made for a person who has just come or is to come; someone entered long after is left alone. */
export const personAddedToJoiningTasks: Flow = {
  name: 'person-added-to-joining-tasks',
  on: 'people.person-added',
  async calls(event, ask) {
    const person = event.objects.find((each) => each.type === 'person')
    if (!person) return []
    const { register } = await ask(people.personDetails, { personId: person.id })
    const joinedOn = register?.joinedOn
    if (!joinedOn || joinedOn < addDays(dateInTokyo(event.occurredAt), -14)) return []
    return [
      callOf(work.planOccasionTasks, { occasion: 'joined', on: joinedOn, subject: { type: 'person', id: person.id } }),
    ]
  },
}
