import { query, refuseNotFound, type Sql, sql } from '@ennoshita/kernel/server'
import { payables, type VendorFault } from '../../contract.ts'
import type { VendorDraft } from '../../rules/vendor/vendor-line.ts'

type State = 'accepted' | 'known' | 'faulty' | 'applied' | 'undone' | 'kept'
type Line = {
  line: number
  state: State
  draft: (Omit<VendorDraft, 'bank'> & { bank: BankShown | null }) | null
  faults: VendorFault[]
  vendorId: string | null
}
type BankShown = { bankCode: string; branchCode: string; lastDigits: string; holderKana: string }

/** The draft with of its account number the last three digits alone. */
const shownDraft = sql`case when l.draft = '{}' then null when jsonb_typeof(l.draft -> 'bank') = 'object' then
    jsonb_set(l.draft, '{bank}', jsonb_build_object('bankCode', l.draft #>> '{bank,bankCode}', 'branchCode', l.draft #>> '{bank,branchCode}',
      'lastDigits', right(l.draft #>> '{bank,accountNumber}', 3), 'holderKana', l.draft #>> '{bank,holder}'))
  else l.draft end`

export const vendorImportPreviews = query(payables.vendorImportPreviews, {
  may: 'payables.keep-vendors',
  async run({ tx, actor, within }, { importId, state, offset, limit }) {
    const company = actor.companyId
    const wanted: Sql = state ? sql`l.state = ${state}` : sql`true`
    const [head, counted, lines] = await Promise.all([
      tx.row<{ fileName: string; state: 'staged' | 'applied' | 'undone' }>`
        select file_name as "fileName", state from payables.vendor_import where company_id = ${company} and id = ${importId} and ${within({})}`,
      tx.rows<{ state: State; count: number }>`select l.state, count(*) as count from payables.vendor_import_line l
        where l.company_id = ${company} and l.import_id = ${importId} group by l.state`,
      tx.rows<Line>`select l.line, l.state, ${shownDraft} as draft, l.faults, l.vendor_id as "vendorId" from payables.vendor_import_line l
        where l.company_id = ${company} and l.import_id = ${importId} and ${wanted} order by l.line offset ${offset} limit ${limit}`,
    ])
    if (!head) refuseNotFound({ ja: '取り込み', en: 'import' }, 'importId')
    const none = { accepted: 0, known: 0, faulty: 0, applied: 0, undone: 0, kept: 0 }
    return {
      ...head,
      counts: { ...none, ...Object.fromEntries(counted.map((each) => [each.state, each.count])) },
      lines,
    }
  },
})
