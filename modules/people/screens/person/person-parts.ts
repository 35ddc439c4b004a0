import type { AnswerOf, QueryContract } from '@ennoshita/kernel'
import { kernel } from '@ennoshita/kernel'
import { people } from '../../contract.ts'

export type PersonDetails = AnswerOf<typeof people.personDetails>
export type Placement = PersonDetails['placements'][number]

/** What shows a person, and is asked again after a change. */
export const showingPeople: readonly QueryContract[] = [
  people.personDetails,
  people.myProfile,
  people.peopleList,
  people.departments,
  people.organisationChart,
  kernel.members,
  kernel.objectHistories,
]
