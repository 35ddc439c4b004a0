import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'

const cell = z.string().max(4000)
const words = z.object({ ja: z.string(), en: z.string() })

/** What was noticed about one line of an imported inventory. */
export const remark = z.object({ column: z.string(), message: z.string(), messageEn: z.string() })
export type Remark = z.output<typeof remark>

/** What became of a line. */
export const lineOutcomes = ['ready', 'left-out', 'made', 'already-there', 'undone', 'kept'] as const

/** Import and export of the inventory of work (業務棚卸表). */
export const inventory = {
  stageInventoryImport: defineCommand('work.stage-inventory-import', {
    says: { ja: '棚卸表の取り込みを準備する', en: 'stage an import of the inventory' },
    input: z.strictObject({
      fileName: field.line(200),
      /** The sheet as read by readTable, heading included. */
      rows: z.array(z.array(cell).max(120)).min(1).max(5_000),
      /** Line numbers of `rows` in the file; 1, 2, 3 … when absent. */
      lines: z.array(z.int().min(1)).max(5_000).optional(),
      /** Column key → place in a row; by the headings when absent. */
      mapping: z.record(z.string(), z.int().min(0).max(119)).optional(),
    }),
    answer: z.object({
      importId: field.id,
      ready: z.int(),
      leftOut: z.int(),
      remarkCount: z.int(),
      mapping: z.record(z.string(), z.int()),
      unmatched: z.array(z.object({ index: z.int(), title: z.string() })),
    }),
  }),
  applyInventoryImport: defineCommand('work.apply-inventory-import', {
    says: { ja: '棚卸表を取り込む', en: 'apply an import of the inventory' },
    input: z.strictObject({ importId: field.id, limit: z.int().min(1).max(1_000).default(1_000) }),
    answer: z.object({ made: z.int(), alreadyThere: z.int(), left: z.int() }),
  }),
  undoInventoryImport: defineCommand('work.undo-inventory-import', {
    says: { ja: '棚卸表の取り込みを取り消す', en: 'undo an import of the inventory' },
    input: z.strictObject({ importId: field.id, limit: z.int().min(1).max(1_000).default(1_000) }),
    answer: z.object({
      removed: z.int(),
      left: z.int(),
      kept: z.array(z.object({ line: z.int(), kindId: field.id, name: z.string(), reason: words })),
    }),
  }),
  importReports: defineQuery('work.import-reports', {
    says: { ja: '取り込みの結果', en: 'reports of imports' },
    input: z.strictObject({ ...field.page, importId: field.id.optional(), onlyRemarked: field.flag.default(false) }),
    answer: z.object({
      imports: z.array(
        z.object({
          importId: field.id,
          fileName: z.string(),
          stagedAt: z.string(),
          stagedBy: field.id.nullable(),
          state: z.enum(['staged', 'applied', 'undone']),
          lineCount: z.int(),
          ready: z.int(),
          made: z.int(),
          remarked: z.int(),
        }),
      ),
      /** Lines of the import asked for. */
      lines: z.array(
        z.object({
          line: z.int(),
          name: z.string(),
          outcome: z.enum(lineOutcomes),
          kindId: field.id.nullable(),
          remarks: z.array(remark),
          cells: z.array(z.string()),
        }),
      ),
      total: z.int(),
    }),
  }),
  kindExports: defineQuery('work.kind-exports', {
    says: { ja: '棚卸表を書き出す', en: 'export the inventory' },
    input: z.strictObject({ departmentId: field.id.optional() }),
    answer: z.object({
      name: z.string(),
      header: z.array(z.string()),
      rows: z.array(z.array(z.union([z.string(), z.number(), z.object({ date: field.localDate }), z.null()]))),
    }),
  }),
} as const
