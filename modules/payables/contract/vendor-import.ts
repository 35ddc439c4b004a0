import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'

/** Columns that an import understands, with the titles under which files carry them. */
export const vendorColumns = [
  { key: 'code', titles: ['取引先コード', '仕入先コード', 'コード', 'Code'] },
  { key: 'name', titles: ['取引先名', '仕入先名', '会社名', '名称', '取引先', 'Name'] },
  { key: 'nameKana', titles: ['フリガナ', '取引先名カナ', 'カナ', 'ふりがな', 'Kana'] },
  { key: 'sort', titles: ['法人・個人', '個人法人区分', '区分', '法人個人'] },
  { key: 'corporateNumber', titles: ['法人番号', 'Corporate number'] },
  { key: 'registrationNumber', titles: ['登録番号', 'インボイス番号', '適格請求書発行事業者登録番号', 'T番号'] },
  { key: 'phone', titles: ['電話番号', '電話', 'TEL', 'Phone'] },
  { key: 'email', titles: ['メールアドレス', 'メール', 'E-mail', 'Email'] },
  { key: 'postalCode', titles: ['郵便番号', '〒'] },
  { key: 'address', titles: ['住所', '所在地', 'Address'] },
  { key: 'contact', titles: ['担当者', '先方担当者', 'ご担当'] },
  { key: 'closing', titles: ['締日', '締め日'] },
  { key: 'payMonth', titles: ['支払月', '支払サイト'] },
  { key: 'payDay', titles: ['支払日', '支払い日'] },
  { key: 'bankCode', titles: ['銀行コード', '金融機関コード'] },
  { key: 'bankName', titles: ['銀行名', '金融機関名'] },
  { key: 'branchCode', titles: ['支店コード', '店番'] },
  { key: 'branchName', titles: ['支店名'] },
  { key: 'accountType', titles: ['預金種目', '口座種別', '種目', '科目'] },
  { key: 'accountNumber', titles: ['口座番号'] },
  { key: 'holder', titles: ['口座名義', '名義人', '口座名義カナ', '受取人名'] },
  { key: 'note', titles: ['備考', 'メモ', 'Note'] },
] as const
export type VendorColumn = (typeof vendorColumns)[number]['key']

const columnKey = z.enum(vendorColumns.map((column) => column.key))
const lineState = z.enum(['accepted', 'known', 'faulty', 'applied', 'undone', 'kept'])

const fault = z.object({
  /** As counted in the file, from 1. */
  line: z.int(),
  /** From 1; absent when the line as a whole is meant. */
  column: z.int().optional(),
  ja: z.string(),
  en: z.string(),
})
export type VendorFault = z.output<typeof fault>

/** One vendor as a line of the file tells it. */
export const vendorDraft = z.object({
  code: z.string(),
  name: z.string(),
  nameKana: z.string(),
  isIndividual: z.boolean(),
  corporateNumber: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  phone: z.string(),
  email: z.string(),
  postalCode: z.string().nullable(),
  address: z.string(),
  contact: z.string(),
  /** 31 is the end of the month; null: no terms. */
  closingDay: z.int().nullable(),
  payMonthsLater: z.int().nullable(),
  payDay: z.int().nullable(),
  /** The account number stays with who keeps vendors: it is not shown here beyond its last three digits. */
  bank: z
    .object({ bankCode: z.string(), branchCode: z.string(), lastDigits: z.string(), holderKana: z.string() })
    .nullable(),
  note: z.string(),
})

const counts = z.object({
  accepted: z.int(),
  known: z.int(),
  faulty: z.int(),
  applied: z.int(),
  undone: z.int(),
  kept: z.int(),
})

export const vendorImportCommands = {
  stageVendorImport: defineCommand('payables.stage-vendor-import', {
    says: { ja: '取引先の取り込みを準備する', en: 'stage an import of vendors' },
    input: z.strictObject({
      fileName: field.line(200),
      rows: z
        .array(z.array(z.string().max(2000)).max(200))
        .min(1)
        .max(10_000),
      /** `lines[i]` is the line of `rows[i]` in the file; counted from 1 when absent. */
      lines: z.array(z.int().min(1)).max(10_000).optional(),
      /** Index of the header in `rows`; found when absent. */
      headerRow: z.int().min(0).optional(),
      /** Index of the first record; the row after the header when absent. */
      firstRecordRow: z.int().min(0).optional(),
      /** Column → index in a row; found by the titles when absent. */
      mapping: z.partialRecord(columnKey, z.int().min(0).max(199)).optional(),
    }),
    answer: z.object({ importId: field.id, counts }),
  }),
  applyVendorImport: defineCommand('payables.apply-vendor-import', {
    says: { ja: '取引先を取り込む', en: 'apply an import of vendors' },
    /** Call again until `remaining` is 0; a line is applied once however often it is called. Accounts wait for their confirmation. */
    input: z.strictObject({ importId: field.id, limit: z.int().min(1).max(1000).default(500) }),
    answer: z.object({ applied: z.int(), known: z.int(), remaining: z.int() }),
  }),
  undoVendorImport: defineCommand('payables.undo-vendor-import', {
    says: { ja: '取引先の取り込みを取り消す', en: 'undo an import of vendors' },
    /** Vendors that were changed or invoiced since are kept and counted. */
    input: z.strictObject({ importId: field.id }),
    answer: z.object({ undone: z.int(), kept: z.int() }),
  }),
}

export const vendorImportQueries = {
  vendorImportPreviews: defineQuery('payables.vendor-import-previews', {
    says: { ja: '取引先の取り込みの確認', en: 'imports of vendors' },
    input: z.strictObject({ importId: field.id, state: lineState.optional(), ...field.page }),
    answer: z.object({
      fileName: z.string(),
      state: z.enum(['staged', 'applied', 'undone']),
      counts,
      lines: z.array(
        z.object({
          line: z.int(),
          state: lineState,
          draft: vendorDraft.nullable(),
          faults: z.array(fault),
          vendorId: field.id.nullable(),
        }),
      ),
    }),
  }),
}
