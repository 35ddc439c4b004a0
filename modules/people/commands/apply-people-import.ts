import { type CommandContext, command, refuse } from '@ennoshita/kernel/server'
import { type PersonDraft, people } from '../contract.ts'
import { namesakes } from '../rules/people-table.ts'
import { departmentObject } from './department-rows.ts'
import { enterPeople, type PersonEntered } from './enter-people.ts'
import { knownCompany, refusePartialKeeper } from './known-company.ts'
import { importObject, lockImport } from './lock-import.ts'
import { refuseBrokenOrganisation } from './lock-organisation.ts'
import { personObject } from './lock-person.ts'
import { makeOrganisation } from './make-organisation.ts'

type Line = { line: number; draft: PersonDraft }

export const applyPeopleImport = command(people.applyPeopleImport, {
  may: 'people.keep-register',
  emits: ['people.people-import-applied'],
  async run(context, { importId, limit }) {
    refusePartialKeeper(context)
    const { tx, actor, today } = context
    const company = actor.companyId
    const { fileName, fromOn, state } = await lockImport(context, importId)
    if (state === 'undone') refuse(undone)
    const [lines, known] = await Promise.all([
      tx.rows<Line>`select line, draft from people.people_import_line
        where company_id = ${company} and import_id = ${importId} and state = 'accepted' order by line limit ${limit}`,
      knownCompany(context, fromOn),
    ])
    const holderOf = namesakes(known)
    const fresh = lines.filter((each) => holderOf(each.draft) === undefined)
    const organisation = await makeOrganisation(
      context,
      importId,
      fromOn,
      fresh.map((each) => each.draft),
    )
    const entered = await enterPeople(
      tx,
      company,
      today,
      fresh.map(({ draft }) => {
        const place = organisation.placeOf(draft)
        const begins = draft.joinedOn !== null && draft.joinedOn > fromOn ? draft.joinedOn : fromOn
        return { ...draft, displayName: '', roles: ['employee'], assignment: place && { ...place, fromOn: begins } }
      }),
    )
    await writeOutcome(context, importId, lines, fresh, entered)
    await refuseBrokenOrganisation(tx, company, fromOn)
    const left = await tx.row<{ remaining: number }>`select count(*) as remaining from people.people_import_line
      where company_id = ${company} and import_id = ${importId} and state = 'accepted'`
    const remaining = left?.remaining ?? 0
    if (remaining === 0)
      await tx.run`update people.people_import set state = 'applied' where company_id = ${company} and id = ${importId}`
    const told = { applied: fresh.length, known: lines.length - fresh.length, remaining }
    return {
      events: [
        {
          activity: 'people.people-import-applied',
          objects: [
            importObject(importId, fileName),
            ...entered.map((each) => personObject(each.personId, each.displayName, each.reading)),
            ...organisation.made.map((each) =>
              each.kind === 'department' ? departmentObject(each.id, each.name) : { type: 'post', id: each.id },
            ),
          ],
          data: told,
        },
      ],
      answer: told,
    }
  },
})

async function writeOutcome(
  { tx, actor }: CommandContext,
  importId: string,
  lines: readonly Line[],
  fresh: readonly Line[],
  entered: readonly PersonEntered[],
): Promise<void> {
  const outcomes = fresh.map(({ line }, index) => ({ line, personId: entered[index]?.personId }))
  const applied = new Set(fresh.map((each) => each.line))
  const known = lines.filter((each) => !applied.has(each.line)).map((each) => each.line)
  await Promise.all([
    tx.run`update people.people_import_line l set state = 'applied', draft = '{}', person_id = o."personId"
      from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o (line int, "personId" uuid)
      where l.company_id = ${actor.companyId} and l.import_id = ${importId} and l.line = o.line`,
    tx.run`update people.people_import_line set state = 'known'
      where company_id = ${actor.companyId} and import_id = ${importId} and line = any(${known}::int[])`,
  ])
}

const undone = {
  kind: 'conflict',
  code: 'people.import-undone',
  what: { ja: 'この取り込みは取り消されています。', en: 'This import was undone.' },
  field: 'importId',
  todo: { ja: 'ファイルをもう一度選んで、取り込み直してください。', en: 'Choose the file again.' },
} as const
