import { refuse, type Sql, sql } from '@ennoshita/kernel/server'

export const mostRows = 100_000

/** `20261101-20261130`, for the name of a file. */
export function daysInName(from: string, until: string): string {
  const [first, last] = [from, until].map((on) => on.replaceAll('-', ''))
  return first === last ? `${first}` : `${first}-${last}`
}

/** Departments as they were called on each day of `l`, a list of lines: joined by day and department. */
export function departmentNames(company: string): Sql {
  return sql`(select d.posted_on, n.id, n.name from (select distinct posted_on from l where department_id is not null) d,
    lateral people.department_on(${company}, d.posted_on) n)`
}

/** A file that no program opens any more helps nobody. */
export function refuseTooLong(): never {
  refuse({
    kind: 'too-large',
    code: 'ledger.export-too-long',
    what: { ja: '一度に書き出せる行数を超えています。', en: 'This is more than can be written at once.' },
    field: 'untilOn',
    rule: { says: { ja: '一度に書き出せるのは10万行までです。', en: 'At most 100,000 rows at once.' } },
    todo: { ja: '期間を分けて書き出してください。', en: 'Export shorter periods one after the other.' },
  })
}
