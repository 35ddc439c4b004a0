import type { Office } from '../command/office.ts'
import { inTransaction } from '../sql/database.ts'

/** A sign-in, a failure, a refusal or a revocation: no names, no input. */
export type SecurityEntry = {
  readonly kind:
    | 'signed-in'
    | 'sign-in-failed'
    | 'two-factor-asked'
    | 'two-factor-failed'
    | 'signed-out'
    | 'session-revoked'
    | 'password-forgotten'
    | 'password-changed'
    | 'two-factor-on'
    | 'two-factor-off'
    | 'invitation-accepted'
    | 'sample-person-chosen'
    | 'first-run'
    | 'refused'
  readonly address: string
  readonly companyId?: string | undefined
  readonly personId?: string | undefined
  readonly accountId?: string | undefined
  readonly detail?: string | undefined
}

/** Writes one entry; `ofEmail` or `ofToken` names the account where its id is not at hand. */
export async function logSecurity(
  office: Pick<Office, 'database'>,
  entry: SecurityEntry,
  account: { email?: string; token?: string | undefined } = {},
): Promise<void> {
  await inTransaction(
    office.database.owner,
    (tx) => tx.run`insert into kernel.security_log (company_id, account_id, person_id, kind, detail, address)
      values (${entry.companyId ?? null}, coalesce(${entry.accountId ?? null},
          (select id from signin."user" where email = ${account.email?.toLowerCase() ?? null}),
          (select "userId" from signin.session where token = ${account.token ?? null})),
        ${entry.personId ?? null}, ${entry.kind}, ${entry.detail ?? ''}, ${entry.address})`,
  )
}
