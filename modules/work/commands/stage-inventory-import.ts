import { type CommandContext, command, newId, refuse } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { readInventory } from '../rules/inventory-table.ts'

/** 棚卸表の取り込みを準備する: every line is kept as it stood, with what was understood and what was remarked. Nothing is made yet. */
export const stageInventoryImport = command(work.stageInventoryImport, {
  may: 'work.import-inventory',
  largestInputBytes: 16 * 1024 * 1024,
  emits: ['work.inventory-staged'],
  async run(context, { fileName, rows, lines, mapping }) {
    const { tx, actor, now } = context
    const [people, departments] = await knownNames(context)
    const places = lines ?? rows.map((_, index) => index + 1)
    const texts = rows.map((row) => row.map(storable))
    const table = readInventory(texts, places, { people, departments }, mapping)
    if (!table) refuseWithoutHeading()
    if (table.lines.length === 0) refuseEmpty()
    const importId = newId()
    await tx.run`insert into work.inventory_import (company_id, id, file_name, mapping, staged_at, staged_by)
      values (${actor.companyId}, ${importId}, ${fileName}, ${JSON.stringify(table.mapping)}, ${now}, ${actor.personId ?? null})`
    await tx.run`insert into work.inventory_line (company_id, import_id, line, cells, draft, remarks, outcome)
      select ${actor.companyId}, ${importId}, l.line, array(select jsonb_array_elements_text(l.cells)), nullif(l.draft, 'null'), l.remarks,
        case when l.draft is null or l.draft = 'null' then 'left-out' else 'ready' end
      from jsonb_to_recordset(${JSON.stringify(table.lines)}::jsonb) as l (line integer, cells jsonb, draft jsonb, remarks jsonb)`
    const ready = table.lines.filter((line) => line.draft !== null).length
    const remarkCount = table.lines.reduce((sum, line) => sum + line.remarks.length, 0)
    return {
      events: [
        {
          activity: 'work.inventory-staged',
          objects: [{ type: 'inventory-import', id: importId }],
          data: { lines: table.lines.length, ready, remarkCount },
        },
      ],
      answer: {
        importId,
        ready,
        leftOut: table.lines.length - ready,
        remarkCount,
        mapping: table.mapping,
        unmatched: table.unmatched,
      },
    }
  },
})

/** Text that the database can hold: no character of code 0, no half of a pair. */
function storable(cell: string): string {
  return cell.replaceAll('\u0000', '').toWellFormed()
}

function knownNames({ tx, actor, today }: CommandContext) {
  return Promise.all([
    tx.rows<{
      personId: string
      displayName: string
    }>`select person_id as "personId", display_name as "displayName" from people.person_name
      where company_id = ${actor.companyId} and (left_on is null or left_on >= ${today})`,
    tx.rows<{
      id: string
      name: string
    }>`select id, name from people.department_on(${actor.companyId}, ${today}::date)`,
  ])
}

function refuseWithoutHeading(): never {
  refuse({
    kind: 'bad-input',
    code: 'work.no-heading',
    what: {
      ja: '見出しの行（業務名・担当者・頻度など）が見つかりませんでした。何も取り込んでいません。',
      en: 'No heading (such as 業務名, 担当者, 頻度) was found. Nothing was imported.',
    },
    field: 'rows',
    todo: {
      ja: '見出しのある表を選び直すか、どの列が業務名かを指定してください。',
      en: 'Choose a sheet with a heading, or say which column holds the name.',
    },
  })
}

function refuseEmpty(): never {
  refuse({
    kind: 'bad-input',
    code: 'work.no-lines',
    what: {
      ja: '見出しの下に行がありません。何も取り込んでいません。',
      en: 'There is no line below the heading. Nothing was imported.',
    },
    field: 'rows',
    todo: { ja: '業務が書かれた表を選び直してください。', en: 'Choose a sheet that lists the work.' },
  })
}
