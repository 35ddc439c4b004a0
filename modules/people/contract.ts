import { companyCommands, companyQueries } from './contract/company.ts'
import { importCommands, importQueries } from './contract/import.ts'
import { organisationCommands, organisationQueries } from './contract/organisation.ts'
import { registerCommands, registerQueries } from './contract/register.ts'

/** Everything that the module takes and answers; safe in the browser. */
export const people = {
  ...companyCommands,
  ...companyQueries,
  ...organisationCommands,
  ...organisationQueries,
  ...registerCommands,
  ...registerQueries,
  ...importCommands,
  ...importQueries,
}

export type { CompanyProfile } from './contract/company.ts'
export { rounding, weekday } from './contract/company.ts'
export type { ImportColumn, ImportFault, PersonDraft } from './contract/import.ts'
export { importColumns } from './contract/import.ts'
export type { PlacementShown, RegisterShown } from './contract/register.ts'
