import type { AnswerOf, QueryContract } from '@ennoshita/kernel'
import { people } from '../../contract.ts'

export type Department = AnswerOf<typeof people.departments>[number]
export type Post = AnswerOf<typeof people.posts>[number]
export type Chart = AnswerOf<typeof people.organisationChart>

/** What shows the organisation, and is asked again after a change. */
export const showingOrganisation: readonly QueryContract[] = [
  people.departments,
  people.posts,
  people.organisationChart,
  people.peopleList,
  people.personDetails,
]
