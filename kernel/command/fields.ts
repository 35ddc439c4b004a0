import { z } from 'zod'
import { isLocalDate } from '../dates/local-date.ts'

/** An id made in the program (UUID). */
export const id = z.uuid()
const [firstDay, lastDay] = ['1800-01-01', '2999-12-31']

/** A calendar date in Asia/Tokyo from 1800 to 2999, `YYYY-MM-DD`; 31 February is refused. */
export const localDate = z
  .string()
  .refine((date) => isLocalDate(date) && date >= firstDay && date <= lastDay, {
    error:
      '1800年から2999年までの実在する日付を YYYY-MM-DD で入力してください。/ Give an existing date of the years 1800 to 2999 as YYYY-MM-DD.',
  })
  .meta({ format: 'date' })
/** An instant, ISO 8601 with offset. */
export const instant = z.iso.datetime({ offset: true })
/** A time of day, `HH:MM`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** One line of text, trimmed, not empty. */
export const line = (max = 200) => z.string().trim().min(1).max(max)
/** Text of several lines; may be empty. */
export const text = (max = 4000) => z.string().max(max)
/** Whole minutes, up to ten working days. */
export const minutes = z.int().min(0).max(4800)
/** Whole yen. */
export const yen = z.int()
/** The window of a long list: at most 500 rows at a time. */
export const page = {
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
}
/** A true/false that may come from a query string. */
export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
/** An answer that says no more than that it was done. */
export const nothing = z.object({})
