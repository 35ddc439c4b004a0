import { z } from 'zod'
import { command, type Module, query } from '../command/command.ts'
import { defineCommand, defineQuery } from '../command/contract.ts'
import * as field from '../command/fields.ts'
import { refuse, refuseNotFound } from '../command/refusal.ts'
import { newId } from '../ids/ids.ts'
import { sql } from '../sql/sql.ts'

export const writeNoteContract = defineCommand('notebook.write-note', {
  says: { ja: 'メモを書く', en: 'write a note' },
  input: z.strictObject({
    text: field.line(200),
    departmentId: field.id.optional(),
    trouble: z.enum(['none', 'throw', 'swallow', 'silent', 'refuse']).default('none'),
  }),
  answer: z.object({ noteId: field.id }),
})

export const writeNote = command(writeNoteContract, {
  may: 'notebook.write',
  emits: ['notebook.note-written'],
  async run({ tx, actor }, { text, departmentId, trouble }) {
    const noteId = newId()
    await tx.run`insert into notebook.note (company_id, id, text, author_id, department_id) values (${actor.companyId}, ${noteId}, ${text}, ${actor.personId ?? null}, ${departmentId ?? null})`
    if (trouble === 'throw') throw new Error('the pen broke')
    if (trouble === 'swallow') await tx.run`select 1 / 0`.catch(() => 0)
    if (trouble === 'refuse')
      refuse({
        kind: 'conflict',
        code: 'notebook.no',
        what: { ja: '書けません。', en: 'No.' },
        todo: { ja: '別の言葉で書いてください。', en: 'Use other words.' },
      })
    return {
      events: [
        {
          activity: 'notebook.note-written',
          objects: [
            {
              type: 'note',
              id: noteId,
              label: {
                text,
                opens: `/notes/${noteId}`,
                may: 'notebook.read',
                own: actor.personId ? [actor.personId] : [],
                departmentId: departmentId ?? null,
              },
            },
          ],
        },
      ],
      answer: { noteId },
      numbers: [{ series: 'note', table: 'notebook.note', column: 'number', id: noteId }],
    }
  },
})

export const approveNoteContract = defineCommand('notebook.approve-note', {
  says: { ja: 'メモを承認する', en: 'approve a note' },
  input: z.strictObject({ noteId: field.id }),
  answer: z.object({}),
})

export const approveNote = command(approveNoteContract, {
  may: 'notebook.approve',
  emits: ['notebook.note-approved'],
  apartFrom: { activities: ['notebook.note-written'], object: 'noteId' },
  async run({ tx, actor, within }, { noteId }) {
    const note = await tx.row<{ text: string; approved: boolean }>`select text, approved from notebook.note
      where company_id = ${actor.companyId} and id = ${noteId} and ${within({})} for update`
    if (!note) refuseNotFound({ ja: 'メモ', en: 'note' }, 'noteId')
    if (note.approved)
      refuse({
        kind: 'conflict',
        code: 'notebook.approved',
        what: { ja: 'このメモは承認済みです。', en: 'The note is approved already.' },
        field: 'noteId',
        todo: { ja: '一覧を開き直してください。', en: 'Reload the list.' },
      })
    await tx.run`update notebook.note set approved = true where company_id = ${actor.companyId} and id = ${noteId}`
    return { events: [{ activity: 'notebook.note-approved', objects: [{ type: 'note', id: noteId }] }], answer: {} }
  },
})

export const notesContract = defineQuery('notebook.notes', {
  says: { ja: 'メモの一覧', en: 'notes' },
  input: z.strictObject({}),
  answer: z.array(z.object({ noteId: field.id, number: z.int(), text: z.string() })),
})

export const notes = query(notesContract, {
  may: 'notebook.read',
  async run({ tx, actor, within }) {
    return tx.rows<{
      noteId: string
      number: number
      text: string
    }>`select id as "noteId", number, text from notebook.note
      where company_id = ${actor.companyId} and ${within({ own: sqlColumn.author, department: sqlColumn.department })} order by number`
  },
})

const sqlColumn = { author: sql`author_id`, department: sql`department_id` }

export const notebook: Module = {
  name: 'notebook',
  tier: 'business',
  says: { ja: 'メモ帳', en: 'Notebook' },
  tables: new URL('./tables/', import.meta.url),
  permissions: {
    'notebook.write': {
      says: { ja: '担当はメモを書ける', en: 'Clerks write notes' },
      roles: { clerk: 'company', administrator: 'company', president: 'company' },
    },
    'notebook.read': {
      says: {
        ja: '社員は自分のメモ、部門長は部門のメモを読める',
        en: 'Employees read their own notes, heads those of their department',
      },
      roles: { employee: 'own', head: 'department', clerk: 'company', president: 'company' },
    },
    'notebook.approve': {
      says: { ja: '社長はメモを承認できる', en: 'The president approves notes' },
      roles: { president: 'company', clerk: 'company' },
    },
  },
  commands: [writeNote, approveNote],
  queries: [notes],
  events: {
    'notebook.note-written': { ja: 'メモを書いた', en: 'note written' },
    'notebook.note-approved': { ja: 'メモを承認した', en: 'note approved' },
  },
}
