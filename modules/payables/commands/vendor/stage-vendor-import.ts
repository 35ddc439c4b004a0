import { command, newId, refuse } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { readVendorTable } from '../../rules/vendor/vendor-table.ts'
import { knownVendors, vendorImportObject } from './vendor-import.ts'

export const stageVendorImport = command(payables.stageVendorImport, {
  may: 'payables.keep-vendors',
  largestInputBytes: 16 * 1024 * 1024,
  emits: ['payables.vendor-import-staged'],
  async run({ tx, actor, now, today }, { fileName, ...sheet }) {
    const company = actor.companyId
    const read = readVendorTable(sheet, await knownVendors(tx, company), today)
    if (!read.ok) refuse(read.fault)
    const importId = newId()
    await Promise.all([
      tx.run`insert into payables.vendor_import (company_id, id, file_name, staged_at, staged_by)
        values (${company}, ${importId}, ${fileName}, ${now}, ${actor.personId ?? null})`,
      tx.run`insert into payables.vendor_import_line (company_id, import_id, line, state, draft, faults)
        select ${company}, ${importId}, l.line, l.state, l.draft, l.faults
        from jsonb_to_recordset(${JSON.stringify(read.lines)}::jsonb) as l (line int, state text, draft jsonb, faults jsonb)`,
    ])
    const count = (state: string) => read.lines.filter((each) => each.state === state).length
    const counts = { accepted: count('accepted'), known: count('known'), faulty: count('faulty') }
    return {
      events: [
        {
          activity: 'payables.vendor-import-staged',
          objects: [vendorImportObject(importId, fileName)],
          data: counts,
        },
      ],
      answer: { importId, counts: { ...counts, applied: 0, undone: 0, kept: 0 } },
    }
  },
})
