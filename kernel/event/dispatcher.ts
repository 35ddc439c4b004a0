import type { Office } from '../command/office.ts'
import { inTransaction } from '../sql/database.ts'
import type { Tx } from '../sql/sql.ts'

/**
 * Hands on what was committed since the last step: one job per event and flow, in the transaction that moves the mark.
 * A flow takes a company's events one after the other; one that fails steps aside and is tried again later.
 * The mark is a snapshot, not a time or an id: an event that commits late (under a long writer, also one in another
 * database of the cluster) is neither skipped nor does it delay the others. Answers how many events were handed on.
 */
export async function dispatch(office: Office): Promise<number> {
  const waiting = new Set(office.flows.map((flow) => flow.on))
  return inTransaction(office.database.owner, async (tx) => {
    const before = await lockReader(tx, 'dispatcher')
    // A new statement, so that its own snapshot is at least as new as the lock.
    const found = await unseenEvents(tx, before)
    const jobs = found.events
      .filter((event) => waiting.has(event.activity))
      .flatMap((event) =>
        office.flows
          .filter((flow) => flow.on === event.activity)
          .map((flow) => ({
            identifier: 'flow',
            payload: { flow: flow.name, companyId: event.companyId, eventId: event.id },
            queue: `${flow.name} ${event.companyId}`,
            jobKey: `${event.id} ${flow.name}`,
          })),
      )
    if (jobs.length > 0) {
      await tx.run`select count(graphile_worker.add_job('flow', payload := (job -> 'payload')::json, queue_name := job ->> 'queue', job_key := job ->> 'jobKey', max_attempts := 8))
        from jsonb_array_elements(${JSON.stringify(jobs)}::jsonb) as job`
    }
    await tx.run`update kernel.log_reader set seen = ${found.snapshot}::pg_snapshot, advanced_at = clock_timestamp() where name = 'dispatcher'`
    return found.events.length
  })
}

type Unseen = { snapshot: string; events: { companyId: string; id: string; activity: string }[] }

/**
 * Does the work while the dispatcher stands still, then marks all of it as seen: the past that the sample company lives
 * through, or that an import brings, starts no flows.
 */
export async function withoutFlows<Answer>(
  office: Pick<Office, 'database'>,
  work: () => Promise<Answer>,
): Promise<Answer> {
  return inTransaction(office.database.owner, async (tx) => {
    await lockReader(tx, 'dispatcher')
    const answer = await work()
    await tx.run`update kernel.log_reader set seen = pg_current_snapshot(), advanced_at = clock_timestamp() where name = 'dispatcher'`
    return answer
  })
}

/** Locks the reader's row and answers the snapshot up to which it has seen the log. */
export async function lockReader(tx: Tx, name: string): Promise<string> {
  await tx.run`insert into kernel.log_reader (name, seen) values (${name}, '1:1:') on conflict do nothing`
  const row = await tx.row<{ seen: string }>`select seen::text from kernel.log_reader where name = ${name} for update`
  if (!row) throw new Error(`The reader ${name} has no row.`)
  return row.seen
}

/** The events that became visible since that snapshot, in order of recording, with the snapshot they were read in. */
async function unseenEvents(tx: Tx, before: string): Promise<Unseen> {
  const row = await tx.row<{ snapshot: string; events: Unseen['events'] | null }>`
    with now as materialized (select pg_current_snapshot() as snapshot)
    select now.snapshot::text as snapshot, (
      select jsonb_agg(jsonb_build_object('companyId', e.company_id, 'id', e.id, 'activity', e.activity) order by e.recorded_at, e.id)
      from kernel.event e
      where e.xact >= pg_snapshot_xmin(${before}::pg_snapshot) and not pg_visible_in_snapshot(e.xact, ${before}::pg_snapshot)
    ) as events
    from now`
  if (!row) throw new Error('A select without from gave no row.')
  return { snapshot: row.snapshot, events: row.events ?? [] }
}
