import type { PresetRole } from '../command/command.ts'
import type { LocalDate } from '../dates/local-date.ts'
import type { Tx } from '../sql/sql.ts'

/** Makes the person a member of the company from that date, with the roles given; called inside a foundation's command. */
export async function admitMember(
  tx: Tx,
  companyId: string,
  personId: string,
  fromOn: LocalDate,
  roles: readonly (PresetRole | string)[] = ['employee'],
): Promise<void> {
  await tx.run`insert into kernel.member (company_id, person_id, from_on) values (${companyId}, ${personId}, ${fromOn}) on conflict do nothing`
  await tx.run`insert into kernel.member_role (company_id, person_id, role) select ${companyId}, ${personId}, unnest(${roles}::text[]) on conflict do nothing`
}

/** Ends the membership after that date: from the next day the person cannot sign in to this company. */
export async function endMembership(tx: Tx, companyId: string, personId: string, untilOn: LocalDate): Promise<void> {
  await tx.run`update kernel.member set until_on = ${untilOn} where company_id = ${companyId} and person_id = ${personId}`
}
