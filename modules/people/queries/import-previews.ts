import { query, refuseNotFound, type Sql, sql } from '@ennoshita/kernel/server'
import { type ImportFault, type PersonDraft, people } from '../contract.ts'

type State = 'accepted' | 'known' | 'faulty' | 'applied' | 'undone' | 'kept'
type Line = { line: number; state: State; draft: PersonDraft | null; faults: ImportFault[]; personId: string | null }

export const importPreviews = query(people.importPreviews, {
  may: 'people.keep-register',
  async run({ tx, actor, within }, { importId, state, offset, limit }) {
    const company = actor.companyId
    const wanted: Sql = state ? sql`state = ${state}` : sql`true`
    const [head, counted, lines] = await Promise.all([
      tx.row<{
        fileName: string
        state: 'staged' | 'applied' | 'undone'
      }>`select file_name as "fileName", state from people.people_import
        where company_id = ${company} and id = ${importId} and ${within({})}`,
      tx.rows<{ state: State; count: number }>`select state, count(*) as count from people.people_import_line
        where company_id = ${company} and import_id = ${importId} group by state`,
      tx.rows<Line>`select line, state, nullif(draft, '{}'::jsonb) as draft, faults, person_id as "personId" from people.people_import_line
        where company_id = ${company} and import_id = ${importId} and ${wanted} order by line offset ${offset} limit ${limit}`,
    ])
    if (!head) refuseNotFound({ ja: '取り込み', en: 'import' }, 'importId')
    const none = { accepted: 0, known: 0, faulty: 0, applied: 0, undone: 0, kept: 0 }
    const counts = { ...none, ...Object.fromEntries(counted.map((each) => [each.state, each.count])) }
    return { ...head, counts, lines }
  },
})
