import type { LocalDate, Tx } from '@ennoshita/kernel/server'
import type { Approver } from '../contract.ts'
import type { Names } from '../rules/approver-words.ts'

type Named = { id: string; name: string }

/** What people are called, by their ids. */
export async function peopleNames(tx: Tx, companyId: string, personIds: readonly (string | null | undefined)[]) {
  const asked = [...new Set(personIds.filter((person) => person != null))]
  const rows = await tx.rows<Named>`
    select person_id as id, display_name as name from people.person_name where company_id = ${companyId} and person_id = any(${asked}::uuid[])`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The names of the people and posts that approvers are given by; who has left and what was abolished by that day is not among them. */
export async function approverNames(
  tx: Tx,
  companyId: string,
  today: LocalDate,
  approvers: readonly Approver[],
): Promise<Names> {
  const posts = approvers.flatMap((approver) => (approver.by === 'post' ? [approver.postId] : []))
  const people = approvers.flatMap((approver) => (approver.by === 'person' ? [approver.personId] : []))
  const [named, rows] = await Promise.all([
    people.length === 0
      ? []
      : tx.rows<Named>`select person_id as id, display_name as name from people.person_name
          where company_id = ${companyId} and person_id = any(${people}::uuid[]) and (left_on is null or left_on >= ${today})`,
    posts.length === 0
      ? []
      : tx.rows<Named>`select id, name from people.post_on(${companyId}, ${today}) where id = any(${posts}::uuid[])`,
  ])
  return new Map([...named, ...rows].map(({ id, name }) => [id, name]))
}
