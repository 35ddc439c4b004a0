import { command, newId, refuse } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { readPeopleTable } from '../rules/people-table.ts'
import { knownCompany, refusePartialKeeper } from './known-company.ts'
import { importObject } from './lock-import.ts'

export const stagePeopleImport = command(people.stagePeopleImport, {
  may: 'people.keep-register',
  largestInputBytes: 16 * 1024 * 1024,
  emits: ['people.people-import-staged'],
  async run(context, { fileName, fromOn, ...sheet }) {
    refusePartialKeeper(context)
    const { tx, actor, now } = context
    const company = actor.companyId
    const importId = newId()
    const read = readPeopleTable(sheet, await knownCompany(context, fromOn))
    if (!read.ok) refuse(read.fault)
    await Promise.all([
      tx.run`insert into people.people_import (company_id, id, file_name, from_on, staged_at, staged_by)
        values (${company}, ${importId}, ${fileName}, ${fromOn}, ${now}, ${actor.personId ?? null})`,
      tx.run`insert into people.people_import_line (company_id, import_id, line, state, draft, faults)
        select ${company}, ${importId}, l.line, l.state, l.draft, l.faults
        from jsonb_to_recordset(${JSON.stringify(read.lines)}::jsonb) as l (line int, state text, draft jsonb, faults jsonb)`,
    ])
    const count = (state: string) => read.lines.filter((each) => each.state === state).length
    const counts = { accepted: count('accepted'), known: count('known'), faulty: count('faulty') }
    return {
      events: [{ activity: 'people.people-import-staged', objects: [importObject(importId, fileName)], data: counts }],
      answer: { importId, counts: { ...counts, applied: 0, undone: 0, kept: 0 } },
    }
  },
})
