import { type Sql, sql } from '@ennoshita/kernel/server'

/** Whether folded text contains what was typed: kana, width and case are equal, `%` and `_` stand for themselves. */
export function containing(folded: Sql, typed: string): Sql {
  return sql`${folded} like '%' || replace(replace(replace((select kernel.fold(${typed})), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`
}
