import { type QueryContext, query, type Sql, sql } from '@ennoshita/kernel/server'
import { type DocumentRow, documents } from '../contract.ts'
import { visibleTo } from './visible-to.ts'

export type Filters = {
  fromOn?: string | undefined
  untilOn?: string | undefined
  amountFrom?: number | undefined
  amountUntil?: number | undefined
  partner: string
  kind?: string | undefined
  text: string
  includeDiscarded: boolean
}

/** A text as it is looked for: folded, and the documents that hold it where they are few. */
type Wanted = { folded: string; few: string[] | null }

/** A text that more documents hold is looked for while the list is walked by day. */
const mostFew = 5_000

async function wanted({ tx, actor }: QueryContext, field: 'partner' | 'text', typed: string): Promise<Wanted> {
  const none = { folded: '', few: null }
  if (typed === '') return none
  const row =
    await tx.row<Wanted>`select f.folded, case when f.folded <> '' then documents.few_that_hold(${actor.companyId}, ${field}, f.folded, ${mostFew}) end as few
    from (select kernel.fold(${typed}) as folded) f`
  return row ?? none
}

/** `strpos`, not `like`: of that the planner thinks too few rows, and then sorts them all instead of walking by day. */
function holds(column: Sql, { folded, few }: Wanted): Sql {
  if (folded === '') return sql`true`
  return few ? sql`d.id = any(${few}::uuid[])` : sql`strpos(${column}, ${folded}) > 0`
}

/**
 * The rows of document `d` that all filters find, within what the actor may see. A text that folds to nothing (株式会社) finds all. Days are
 * asked of `sorted_on` too, which is the same day where there is one and stands in the index.
 */
export async function foundBy(context: QueryContext, filters: Filters): Promise<Sql> {
  const { fromOn, untilOn, amountFrom, amountUntil, kind, includeDiscarded } = filters
  const [partner, text] = await Promise.all([
    wanted(context, 'partner', filters.partner),
    wanted(context, 'text', filters.text),
  ])
  const given = (condition: Sql, value: unknown): Sql => (value === undefined ? sql`true` : condition)
  return sql`d.company_id = ${context.actor.companyId} and ${visibleTo(context)}
    and ${given(sql`d.transaction_on >= ${fromOn}::date and d.sorted_on >= ${fromOn}::date`, fromOn)}
    and ${given(sql`d.transaction_on <= ${untilOn}::date and d.sorted_on <= ${untilOn}::date`, untilOn)}
    and ${given(sql`d.amount >= ${amountFrom}`, amountFrom)} and ${given(sql`d.amount <= ${amountUntil}`, amountUntil)}
    and ${given(sql`d.kind = ${kind}`, kind)} and ${includeDiscarded ? sql`true` : sql`d.discarded_at is null`}
    and ${holds(sql`d.folded_partner`, partner)} and ${holds(sql`d.folded`, text)}`
}

export const documentColumns = sql`d.id as "documentId", d.kind, d.transaction_on as "transactionOn", d.amount, d.partner, d.note,
  d.file_id as "fileId", d.file_name as "fileName", d.media, d.bytes, d.file_version as "fileVersion", d.kept_at as "keptAt",
  (select p.display_name from people.person_name p where p.company_id = d.company_id and p.person_id = d.kept_by) as "keptByName",
  d.department_id as "departmentId", d.discarded_at as "discardedAt", d.version`

const mostCounted = 10_000

export const documentList = query(documents.documentList, {
  may: 'documents.see',
  async run(context, { afterOn, afterDocumentId, limit, ...filters }) {
    const { tx } = context
    const found = await foundBy(context, filters)
    const isAfter =
      afterOn && afterDocumentId ? sql`(d.sorted_on, d.id) < (${afterOn}::date, ${afterDocumentId}::uuid)` : sql`true`
    const [rows, counted] = await Promise.all([
      tx.rows<
        DocumentRow & { sortedOn: string }
      >`select ${documentColumns}, d.sorted_on as "sortedOn" from documents.document d
        where ${found} and ${isAfter} order by d.sorted_on desc, d.id desc limit ${limit + 1}`,
      tx.row<{ count: number }>`select count(*)::int as count from
        (select 1 from documents.document d where ${found} limit ${mostCounted}) as counted`,
    ])
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    return {
      documents: shown,
      next: last ? { afterOn: last.sortedOn, afterDocumentId: last.documentId } : null,
      count: counted?.count ?? 0,
    }
  },
})
