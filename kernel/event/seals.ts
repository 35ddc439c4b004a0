import type { Office } from '../command/office.ts'
import type { Database } from '../sql/database.ts'
import { inTransaction } from '../sql/database.ts'
import { lockReader } from './dispatcher.ts'

/** At most this many events in one seal, so that a seal is quick to make and to check. */
const eventsPerSeal = 10_000

/**
 * Seals what committed since the last seal, for every company: the ordered event ids and one SHA-256 over the seal before,
 * the events and their objects. Answers how many seals were made.
 */
export async function seal(office: Pick<Office, 'database'>): Promise<number> {
  return inTransaction(office.database.owner, async (tx) => {
    const before = await lockReader(tx, 'seals')
    await tx.run`select set_config('ennoshita.command', 'kernel.seal', true)`
    const made = await tx.row<{ snapshot: string; seals: number }>`
      with now as materialized (select pg_current_snapshot() as snapshot),
      fresh as (
        select company_id, id, (row_number() over (partition by company_id order by recorded_at, id) - 1) / ${eventsPerSeal}::int as part, recorded_at
        from kernel.event e
        where e.xact >= pg_snapshot_xmin(${before}::pg_snapshot) and not pg_visible_in_snapshot(e.xact, ${before}::pg_snapshot)
      ),
      parts as (
        select company_id, part, array_agg(id order by recorded_at, id) as event_ids from fresh group by company_id, part order by company_id, part
      ),
      made as (select kernel.add_seal(company_id, event_ids) from parts)
      select (select snapshot::text from now) as snapshot, (select count(*) from made)::int as seals`
    if (!made) throw new Error('A select without from gave no row.')
    await tx.run`update kernel.log_reader set seen = ${made.snapshot}::pg_snapshot, advanced_at = clock_timestamp() where name = 'seals'`
    return made.seals
  })
}

/** What `ennoshita verify` found. */
export type Verification = {
  readonly companies: number
  readonly seals: number
  readonly events: number
  /** Events recorded but not sealed yet; they are sealed within seconds while the program runs. */
  readonly unsealed: number
  /** The first seal of each company that differs from what the log says today. */
  readonly broken: readonly { companyId: string; number: number; reason: string }[]
}

/** Recomputes every seal from the log and names the first that differs in each company. */
export async function verifySeals(database: Pick<Database, 'owner'>): Promise<Verification> {
  return inTransaction(database.owner, async (tx) => {
    await tx.run`set transaction isolation level repeatable read, read only`
    const [totals, broken, loose] = await Promise.all([
      tx.row<{ companies: number; seals: number; events: number; unsealed: number }>`
        select (select count(*) from kernel.company)::int as companies, (select count(*) from kernel.seal)::int as seals,
          (select count(*) from kernel.event)::int as events,
          (select count(*) from kernel.event)::int - (select coalesce(sum(cardinality(event_ids)), 0) from kernel.seal)::int as unsealed`,
      tx.rows<{ companyId: string; number: number; reason: string }>`
        select distinct on (company_id) company_id as "companyId", number, reason from (
          select s.company_id, s.number,
            case
              when s.number <> lag(s.number, 1, 0) over w + 1 then 'the seal before is missing'
              when s.previous_sha256 <> lag(s.sha256, 1, ''::bytea) over w then 'does not follow the seal before'
              when s.sha256 <> kernel.seal_hash(s.company_id, s.event_ids, s.previous_sha256) then 'events or objects differ from what was sealed'
            end as reason
          from kernel.seal s window w as (partition by s.company_id order by s.number)
        ) checked where reason is not null order by company_id, number`,
      tx.rows<{ companyId: string; id: string }>`
        select e.company_id as "companyId", e.id from kernel.event e
        where pg_visible_in_snapshot(e.xact, (select seen from kernel.log_reader where name = 'seals'))
          and not exists (select 1 from (select company_id, unnest(event_ids) as id from kernel.seal) s where s.company_id = e.company_id and s.id = e.id) limit 20`,
    ])
    if (!totals) throw new Error('A select without from gave no row.')
    return {
      ...totals,
      broken: [
        ...broken,
        ...loose.map(({ companyId, id }) => ({
          companyId,
          number: 0,
          reason: `event ${id} is older than the newest seal but stands in none`,
        })),
      ],
    }
  })
}
