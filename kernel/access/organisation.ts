import type { EventObject } from '../command/command.ts'
import type { LocalDate } from '../dates/local-date.ts'
import { newId } from '../ids/ids.ts'
import { admitMember } from '../permission/members.ts'
import { type Sql, sql, type Tx } from '../sql/sql.ts'

/** Who founds a company: the first person in it, with the roles the kernel gives them. */
export type FirstPerson = {
  readonly companyId: string
  readonly fromOn: LocalDate
  readonly roles: readonly string[]
  readonly person: {
    readonly familyName: string
    readonly givenName: string
    readonly familyKana: string
    readonly givenKana: string
    readonly email: string
  }
}

/**
 * What the kernel asks of the foundation that knows people, departments and posts. Each SQL piece is an expression that
 * is nested in a larger statement; its arguments are expressions too.
 */
export type Organisation = {
  /** `uuid[]`: departments the person belongs to or heads on that date. */
  departmentsOf(companyId: Sql, personId: Sql, on: Sql): Sql
  /** `boolean`: whether the person holds the post on that date. */
  holdsPost(companyId: Sql, personId: Sql, postId: Sql, on: Sql): Sql
  /** `text`: what the person is called; null when nobody knows. */
  nameOf(companyId: Sql, personId: Sql): Sql
  /** `text`: name of the person's main department and post on that date, for choosing a person of the sample company. */
  departmentNameOf(companyId: Sql, personId: Sql, on: Sql): Sql
  postNameOf(companyId: Sql, personId: Sql, on: Sql): Sql
  /**
   * 人の履歴: what happened to a person's registration is opened by this permission, and only what these modules recorded;
   * what a person did is nobody's list but their own.
   */
  readonly personHistory: { readonly may: string; readonly modules: readonly string[] }
  /** Enters the first person of a new company and makes them a member, inside the command that founds it. */
  enterFirstPerson(tx: Tx, first: FirstPerson): Promise<{ personId: string; objects: readonly EventObject[] }>
}

/** An organisation without people: rights work, names do not. */
export const noOrganisation: Organisation = {
  departmentsOf: () => sql`array[]::uuid[]`,
  holdsPost: () => sql`false`,
  nameOf: () => sql`null::text`,
  departmentNameOf: () => sql`null::text`,
  postNameOf: () => sql`null::text`,
  personHistory: { may: 'kernel.see-members', modules: ['kernel'] },
  async enterFirstPerson(tx, { companyId, fromOn, roles }) {
    const personId = newId()
    await admitMember(tx, companyId, personId, fromOn, roles)
    return { personId, objects: [{ type: 'person', id: personId }] }
  },
}
