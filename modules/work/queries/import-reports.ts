import { type AnswerOf, query, sql } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'

type Reports = AnswerOf<typeof work.importReports>

/** 取り込みの結果: the imports, newest first, and the lines of the one asked for. */
export const importReports = query(work.importReports, {
  may: 'work.import-inventory',
  async run({ tx, actor }, { importId, onlyRemarked, offset, limit }) {
    const one = importId ?? null
    const remarked = onlyRemarked ? sql`and l.remarks <> '[]'` : sql``
    const [imports, lines, counted] = await Promise.all([
      tx.rows<
        Reports['imports'][number]
      >`select i.id as "importId", i.file_name as "fileName", i.staged_at as "stagedAt", i.staged_by as "stagedBy", i.state,
          c."lineCount", c.ready, c.made, c.remarked
        from work.inventory_import i cross join lateral (select count(*)::int as "lineCount", count(*) filter (where l.outcome = 'ready')::int as ready,
            count(*) filter (where l.outcome = 'made')::int as made, count(*) filter (where l.remarks <> '[]')::int as remarked
          from work.inventory_line l where l.company_id = i.company_id and l.import_id = i.id) c
        where i.company_id = ${actor.companyId} and (${one}::uuid is null or i.id = ${one}) order by i.staged_at desc, i.id limit 50`,
      tx.rows<
        Reports['lines'][number]
      >`select l.line, coalesce(l.draft ->> 'name', '') as name, l.outcome, l.kind_id as "kindId", l.remarks, l.cells
        from work.inventory_line l where l.company_id = ${actor.companyId} and l.import_id = ${one} ${remarked} order by l.line limit ${limit} offset ${offset}`,
      tx.row<{
        total: number
      }>`select count(*)::int as total from work.inventory_line l where l.company_id = ${actor.companyId} and l.import_id = ${one} ${remarked}`,
    ])
    return { imports, lines, total: counted?.total ?? 0 }
  },
})
