import { type CommandContext, type EventObject, refuseNotFound } from '@ennoshita/kernel/server'
import { personReach } from '../queries/person-reach.ts'

export type PersonRow = {
  id: string
  displayName: string
  familyName: string
  givenName: string
  joinedOn: string | null
  leftOn: string | null
  erased: boolean
  version: number
}

export type AssignmentRow = {
  id: string
  departmentId: string
  postId: string | null
  main: boolean
  fromOn: string
  untilOn: string | null
}

/** The person's row, locked; another company's or one out of scope reads as not found. */
export async function lockPerson(context: CommandContext, personId: string): Promise<PersonRow> {
  const { tx, actor, today, within } = context
  const person = await tx.row<PersonRow>`select p.id, p.display_name as "displayName", p.family_name as "familyName",
      p.given_name as "givenName", p.joined_on as "joinedOn", p.left_on as "leftOn", p.erased_at is not null as erased, p.version
    from people.person p where p.company_id = ${actor.companyId} and p.id = ${personId} and ${personReach(within, today)} for update`
  if (!person) refuseNotFound({ ja: '人', en: 'person' }, 'personId')
  return person
}

/** All assignments of a person, past and future. */
export function assignmentsOf({ tx, actor }: CommandContext, personId: string): Promise<AssignmentRow[]> {
  return tx.rows<AssignmentRow>`select id, department_id as "departmentId", post_id as "postId", main, from_on as "fromOn", until_on as "untilOn"
    from people.assignment where company_id = ${actor.companyId} and person_id = ${personId} order by from_on, id`
}

/** The person as an object of an event, found in search by the name and, once it was told, by its reading. */
export function personObject(personId: string, displayName: string, reading?: string): EventObject {
  return {
    type: 'person',
    id: personId,
    label: {
      text: displayName,
      ...(reading === undefined ? {} : { reading }),
      opens: `/people/${personId}`,
      may: 'people.see-directory',
      own: [personId],
    },
  }
}
