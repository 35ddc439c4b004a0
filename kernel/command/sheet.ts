import { z } from 'zod'
import { localDate } from './fields.ts'

/** The answer of a query that hands out a list for a file or for paper: texts, whole numbers (yen), days. */
export const sheet = z.object({
  /** What the file is called, without its ending. */
  name: z.string(),
  header: z.array(z.string()),
  rows: z.array(z.array(z.union([z.string(), z.int(), z.object({ date: localDate }), z.null()]))),
})

export type SheetAnswer = z.output<typeof sheet>
