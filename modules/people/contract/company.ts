import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'

export const weekday = z.enum(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'])

/** 端数処理 where nothing else says so: 切捨て, 四捨五入, 切上げ. */
export const rounding = z.enum(['floor', 'half-up', 'ceiling'])

const profile = {
  name: field.line(200),
  nameKana: z.string().trim().max(200),
  /** 法人番号, 13 digits. */
  corporateNumber: z.string().nullable(),
  /** 登録番号, T and 13 digits. */
  registrationNumber: z.string().nullable(),
  /** Seven digits. */
  postalCode: z.string().nullable(),
  prefecture: z.string().trim().max(20),
  city: z.string().trim().max(100),
  street: z.string().trim().max(200),
  building: z.string().trim().max(200),
  phone: z.string().trim().max(40),
  fiscalYearMonth: z.int().min(1).max(12),
  fiscalYearDay: z.int().min(1).max(28),
  rounding,
  weeklyRest: z.array(weekday).max(6),
  closedOnHolidays: z.boolean(),
}

export type CompanyProfile = z.output<z.ZodObject<typeof profile>>

/** Version of the company's profile or of a person as it was read: an edit of an older one is refused. */
export const version = z.int().min(1)

/** What a person should look at again although it was accepted. */
const warning = z.object({ field: z.string(), ja: z.string(), en: z.string() })

export const companyCommands = {
  setCompanyProfile: defineCommand('people.set-company-profile', {
    says: { ja: '会社の情報を登録する', en: 'set the company profile' },
    input: z.strictObject({ version, ...z.object(profile).partial().shape }),
    answer: z.object({ version, warnings: z.array(warning) }),
  }),
  setCalendarDay: defineCommand('people.set-calendar-day', {
    says: { ja: '休業日・営業日を登録する', en: 'set days off and working days' },
    input: z.strictObject({
      on: field.localDate,
      /** The last day of a longer closure, at most 62 days. */
      untilOn: field.localDate.optional(),
      kind: z.enum(['closed', 'open']),
      reason: field.line(100),
      /** What stood there before, as it was read. */
      was: z.enum(['usual', 'closed', 'open']).default('usual'),
    }),
    answer: z.object({ days: z.int() }),
  }),
  clearCalendarDay: defineCommand('people.clear-calendar-day', {
    says: { ja: '休業日・営業日の登録を取り消す', en: 'clear a day of the calendar' },
    input: z.strictObject({ on: field.localDate }),
    answer: z.object({}),
  }),
}

export const companyQueries = {
  companyProfiles: defineQuery('people.company-profiles', {
    says: { ja: '会社の情報', en: 'company profile' },
    input: z.strictObject({}),
    /** One row: the actor's own company. */
    answer: z.array(z.object({ ...profile, version, address: z.string() })),
  }),
  calendarDays: defineQuery('people.calendar-days', {
    says: { ja: '営業日カレンダー', en: 'calendar' },
    /** At most 400 days. */
    input: z.strictObject({ fromOn: field.localDate, untilOn: field.localDate }),
    answer: z.array(
      z.object({
        on: field.localDate,
        open: z.boolean(),
        bankOpen: z.boolean(),
        /** Why the day is as it is; `usual` is an ordinary working day. */
        because: z.enum(['usual', 'weekly-rest', 'holiday', 'closed', 'open']),
        /** The holiday or the reason given. */
        name: z.string(),
        /** Whether the year's holidays are only computed, not announced yet. */
        guess: z.boolean(),
      }),
    ),
  }),
}
