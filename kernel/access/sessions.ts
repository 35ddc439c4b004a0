import type { Office } from '../command/office.ts'
import { inTransaction } from '../sql/database.ts'

/** One of the account's sessions, as its owner sees it. */
export type SessionLine = {
  readonly sessionId: string
  readonly current: boolean
  readonly beganAt: string
  readonly expiresAt: string
  readonly address: string
  readonly browser: string
}

/** The sessions of the account to which the token belongs, newest first. */
export async function sessionsOf(office: Pick<Office, 'database'>, token: string): Promise<SessionLine[]> {
  return inTransaction(
    office.database.owner,
    (tx) => tx.rows<SessionLine>`
      select o.id as "sessionId", o.token = ${token} as current, o."createdAt" as "beganAt", o."expiresAt",
        coalesce(o."ipAddress", '') as address, coalesce(o."userAgent", '') as browser
      from signin.session s join signin.session o on o."userId" = s."userId"
      where s.token = ${token} and s."expiresAt" > clock_timestamp() and o."expiresAt" > clock_timestamp() order by o."createdAt" desc`,
  )
}

/** Ends a session of the same account at once; answers whether there was one. */
export async function endSession(office: Pick<Office, 'database'>, token: string, sessionId: string): Promise<boolean> {
  const ended = await inTransaction(
    office.database.owner,
    (tx) => tx.run`delete from signin.session o using signin.session s
      where s.token = ${token} and s."expiresAt" > clock_timestamp() and o."userId" = s."userId" and o.id = ${sessionId}`,
  )
  return ended > 0
}

/** Ends the session of this token. */
export async function endSessionOfToken(office: Pick<Office, 'database'>, token: string): Promise<void> {
  await inTransaction(office.database.owner, (tx) => tx.run`delete from signin.session where token = ${token}`)
}
