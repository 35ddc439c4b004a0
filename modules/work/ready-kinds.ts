import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { dueRule } from './contract/due-rule.ts'
import { kindLaw } from './contract/kind-fields.ts'
import { type FiscalYearStart, inFiscalYear } from './rules/fiscal-year-due.ts'

const readyKind = z.object({
  key: z.string(),
  name: z.string(),
  major: z.string(),
  middle: z.string(),
  department: z.string(),
  timing: z.enum(['day', 'week', 'month', 'quarter', 'year', 'occasion']).transform(
    (word) =>
      (
        ({
          day: 'daily',
          week: 'weekly',
          month: 'monthly',
          quarter: 'quarterly',
          year: 'yearly',
          occasion: 'as-needed',
        }) as const
      )[word],
  ),
  due: dueRule.nullable(),
  /** Written for a year that ends in March, and moved to the company's own. */
  followsFiscalYear: z.boolean().default(false),
  usualMinutes: z.int(),
  difficulty: z.int(),
  law: kindLaw.optional(),
  papers: z.array(z.string()),
  systems: z.array(z.string()),
  steps: z.array(z.string()),
  goesWrong: z.string(),
})
export type ReadyKind = z.output<typeof readyKind>

const folder = new URL('./ready-kinds/', import.meta.url)

/** The kinds of work that a normal office has (ready-kinds/*.yaml), by their keys; read once at start. */
export const readyKinds: ReadonlyMap<string, ReadyKind> = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => z.array(readyKind).parse(parse(readFileSync(new URL(file, folder), 'utf8'))))
    .map((kind) => [kind.key, kind]),
)

/** When a ready kind is due in a company whose fiscal year begins on that day; null when it has no date of its own. */
export function readyDue({ due, followsFiscalYear }: ReadyKind, start: FiscalYearStart): ReadyKind['due'] {
  return due && followsFiscalYear ? dueRule.parse(inFiscalYear(due, start)) : due
}
