import { field } from '@ennoshita/kernel'
import type { DueRule } from '@ennoshita/statutes'
import { z } from 'zod'

const shifted = {
  shift: z.enum(['previous', 'next', 'none']).optional(),
  calendar: z.enum(['company', 'bank', 'public-office']).optional(),
}
const dayOfMonth = z.union([
  z.int().min(1).max(31),
  z.literal('end'),
  z.strictObject({ businessDay: z.union([z.int().min(1).max(23), z.int().min(-23).max(-1)]) }),
])
const weekday = z.enum(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'])
const occasion = z.string().trim().min(1).max(40).optional()

/** When work is due (発生時期の決まり), as kept and sent; the meaning is DueRule of @ennoshita/statutes. */
export const dueRule: z.ZodType<DueRule, DueRule> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('daily'), calendar: shifted.calendar }),
  z.strictObject({
    kind: z.literal('weekly'),
    weekdays: z.array(weekday).min(1).max(7),
    everyWeeks: z.int().min(1).max(52).optional(),
    startsOn: field.localDate.optional(),
    ...shifted,
  }),
  z.strictObject({
    kind: z.literal('monthly'),
    day: dayOfMonth,
    monthsLater: z.int().min(0).max(12).optional(),
    ...shifted,
  }),
  z.strictObject({ kind: z.literal('quarterly'), monthOfQuarter: z.int().min(1).max(6), day: dayOfMonth, ...shifted }),
  z.strictObject({
    kind: z.literal('yearly'),
    months: z.array(z.int().min(1).max(12)).min(1).max(12),
    day: dayOfMonth,
    ...shifted,
  }),
  z.strictObject({
    kind: z.literal('after-occasion'),
    occasion,
    length: z.int().min(-400).max(400),
    unit: z.enum(['calendar-days', 'business-days', 'months']),
    firstDay: z.enum(['excluded', 'included']).optional(),
    ...shifted,
  }),
  z.strictObject({
    kind: z.literal('month-after-occasion'),
    occasion,
    monthsLater: z.int().min(0).max(24),
    day: dayOfMonth,
    ...shifted,
  }),
  z.strictObject({ kind: z.literal('as-needed') }),
])
