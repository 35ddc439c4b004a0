import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'

/** Columns that an import understands, with the titles under which files carry them. */
export const importColumns = [
  { key: 'employeeNumber', titles: ['社員番号', '従業員番号', '社員コード', '社員No', 'Employee number'] },
  { key: 'fullName', titles: ['氏名', '名前', '社員名', '従業員名', 'Name'] },
  { key: 'familyName', titles: ['姓', '氏', '苗字', 'Family name', 'Last name'] },
  { key: 'givenName', titles: ['名', 'Given name', 'First name'] },
  { key: 'fullKana', titles: ['フリガナ', 'ふりがな', '氏名カナ', 'カナ氏名', 'カナ', 'Kana'] },
  { key: 'familyKana', titles: ['姓カナ', 'セイ', '姓（カナ）', '姓フリガナ'] },
  { key: 'givenKana', titles: ['名カナ', 'メイ', '名（カナ）', '名フリガナ'] },
  { key: 'formerFamilyName', titles: ['旧姓'] },
  { key: 'department', titles: ['部署', '所属', '部門', '所属部署', '部署名', 'Department'] },
  { key: 'post', titles: ['役職', '役職名', '肩書', 'Post', 'Title'] },
  { key: 'email', titles: ['メール', 'メールアドレス', 'E-mail', 'Email', 'mail'] },
  { key: 'phone', titles: ['電話', '電話番号', '内線', 'Phone'] },
  { key: 'joinedOn', titles: ['入社日', '入社年月日', '雇入年月日', 'Joined'] },
  { key: 'leftOn', titles: ['退職日', '退職年月日', '退社日', 'Left'] },
] as const
export type ImportColumn = (typeof importColumns)[number]['key']

const columnKey = z.enum(importColumns.map((column) => column.key))

const fault = z.object({
  /** As counted in the file, from 1. */
  line: z.int(),
  /** From 1; absent when the line as a whole is meant. */
  column: z.int().optional(),
  ja: z.string(),
  en: z.string(),
})
export type ImportFault = z.output<typeof fault>

/** One person as a line of the file tells them. */
export const personDraft = z.object({
  employeeNumber: z.string().nullable(),
  familyName: z.string(),
  givenName: z.string(),
  familyKana: z.string(),
  givenKana: z.string(),
  formerFamilyName: z.string(),
  /** Full or plain name, as written. */
  department: z.string(),
  post: z.string(),
  email: z.string(),
  phone: z.string(),
  joinedOn: field.localDate.nullable(),
  leftOn: field.localDate.nullable(),
})
export type PersonDraft = z.output<typeof personDraft>

const counts = z.object({
  accepted: z.int(),
  known: z.int(),
  faulty: z.int(),
  applied: z.int(),
  undone: z.int(),
  kept: z.int(),
})

export const importCommands = {
  stagePeopleImport: defineCommand('people.stage-people-import', {
    says: { ja: '名簿の取り込みを準備する', en: 'stage an import of people' },
    input: z.strictObject({
      fileName: field.line(200),
      rows: z
        .array(z.array(z.string().max(2000)).max(200))
        .min(1)
        .max(10_000),
      /** `lines[i]` is the line of `rows[i]` in the file; counted from 1 when absent. */
      lines: z.array(z.int().min(1)).optional(),
      /** Index of the header in `rows`; found when absent. */
      headerRow: z.int().min(0).optional(),
      /** Index of the first record; the row after the header when absent. */
      firstRecordRow: z.int().min(0).optional(),
      /** Column → index in a row; found by the titles when absent. */
      mapping: z.partialRecord(columnKey, z.int().min(0).max(199)).optional(),
      /** The day as of which the file tells departments and posts: assignments begin here, or on a later day of joining. */
      fromOn: field.localDate,
    }),
    answer: z.object({ importId: field.id, counts }),
  }),
  applyPeopleImport: defineCommand('people.apply-people-import', {
    says: { ja: '名簿を取り込む', en: 'apply an import of people' },
    /** `known`: lines left out because the person came in by another way meanwhile. Call again until `remaining` is 0; a line is applied once however often it is called. */
    input: z.strictObject({ importId: field.id, limit: z.int().min(1).max(1000).default(500) }),
    answer: z.object({ applied: z.int(), known: z.int(), remaining: z.int() }),
  }),
  undoPeopleImport: defineCommand('people.undo-people-import', {
    says: { ja: '名簿の取り込みを取り消す', en: 'undo an import of people' },
    /** An import that was only staged is thrown away. People who were changed or did something since are kept and counted. */
    input: z.strictObject({ importId: field.id }),
    answer: z.object({ undone: z.int(), kept: z.int() }),
  }),
}

export const importQueries = {
  importPreviews: defineQuery('people.import-previews', {
    says: { ja: '名簿の取り込みの確認', en: 'imports of people' },
    input: z.strictObject({
      importId: field.id,
      state: z.enum(['accepted', 'known', 'faulty', 'applied', 'undone', 'kept']).optional(),
      ...field.page,
    }),
    answer: z.object({
      fileName: z.string(),
      state: z.enum(['staged', 'applied', 'undone']),
      counts,
      lines: z.array(
        z.object({
          line: z.int(),
          state: z.enum(['accepted', 'known', 'faulty', 'applied', 'undone', 'kept']),
          draft: personDraft.nullable(),
          faults: z.array(fault),
          personId: field.id.nullable(),
        }),
      ),
    }),
  }),
}
