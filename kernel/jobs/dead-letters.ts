import type { Office } from '../command/office.ts'
import { inTransaction } from '../sql/database.ts'

/** A delivery that failed as often as it may; it waits for a person and holds up nobody. */
export type DeadLetter = {
  readonly jobId: string
  readonly flow: string
  readonly eventId: string
  readonly attempts: number
  readonly fault: string
  readonly lastTriedAt: string
}

/** The company's dead letters, newest first; at most 200. */
export async function deadLetters(office: Pick<Office, 'database'>, companyId: string): Promise<DeadLetter[]> {
  return inTransaction(
    office.database.owner,
    (tx) => tx.rows<DeadLetter>`
      select id::text as "jobId", payload ->> 'flow' as flow, payload ->> 'eventId' as "eventId", attempts, coalesce(last_error, '') as fault, updated_at as "lastTriedAt"
      from graphile_worker._private_jobs
      where attempts >= max_attempts and payload ->> 'companyId' = ${companyId} order by updated_at desc limit 200`,
  )
}

/** Delivers a dead letter once more from the beginning; answers whether it was there. */
export async function retryDeadLetter(
  office: Pick<Office, 'database'>,
  companyId: string,
  jobId: string,
): Promise<boolean> {
  return inTransaction(office.database.owner, async (tx) => {
    const found = await tx.row<{ id: string }>`select id::text from graphile_worker._private_jobs
      where id = ${jobId}::bigint and attempts >= max_attempts and payload ->> 'companyId' = ${companyId} for update`
    if (found)
      await tx.run`select id from graphile_worker.reschedule_jobs(array[${jobId}::bigint], run_at := now(), attempts := 0)`
    return found !== undefined
  })
}
