import type { Tx } from '@ennoshita/kernel/server'

/** What twelve months of finished tasks say of a kind of work. */
export type KindHistory = {
  kindId: string
  doneCount: number
  firstDoneOn: string
  lastDoneOn: string
  /** People who did it three times or more. */
  doerIds: string[]
}

/** Counts finished tasks of these kinds from a day on. */
export async function readHistories(
  tx: Tx,
  companyId: string,
  kindIds: readonly string[],
  from: string,
): Promise<Map<string, KindHistory>> {
  const rows = await tx.rows<KindHistory>`
    select d.kind_id as "kindId", sum(d.n)::int as "doneCount", (min(d.first_at) at time zone 'Asia/Tokyo')::date as "firstDoneOn",
      (max(d.last_at) at time zone 'Asia/Tokyo')::date as "lastDoneOn",
      coalesce(array_agg(d.done_by order by d.n desc) filter (where d.n >= 3 and d.done_by is not null), '{}') as "doerIds"
    from (select t.kind_id, t.done_by, count(*) as n, min(t.done_at) as first_at, max(t.done_at) as last_at
      from work.task t where t.company_id = ${companyId} and t.state = 'done' and t.kind_id = any(${kindIds}::uuid[])
        and t.done_at >= ${`${from}T00:00:00+09:00`}
      group by t.kind_id, t.done_by) d
    group by d.kind_id`
  return new Map(rows.map((row) => [row.kindId, row]))
}
