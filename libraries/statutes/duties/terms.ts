import type { Shift } from '../calendar/business-days.ts'

export type Bilingual = { readonly ja: string; readonly en: string }

/** The fact that sets a duty off for one person: joining, the last day, the day after it, the 75th birthday, other fixed pay. */
export type PersonOccasion = 'joined' | 'last-day' | 'left' | 'reached-75' | 'pay-changed'

/** A return is due so many months after the fiscal year; with the extension that the tax knows, so many more. */
export type ReturnTerm = {
  readonly months: number
  readonly extension: { readonly of: 'corporate-return' | 'consumption-return'; readonly months: number }
}

/** When a duty falls due, before holidays move it. */
export type When =
  /** So many days after the fact, the day of the fact not counted (民法140条). */
  | { readonly kind: 'days-after'; readonly occasion: PersonOccasion | 'bonus-paid'; readonly days: number }
  /** On a day of the month after the fact. */
  | { readonly kind: 'next-month'; readonly occasion: PersonOccasion; readonly day: number }
  /** At once when so many months have gone by (速やかに): the first day after them. */
  | { readonly kind: 'months-after'; readonly occasion: PersonOccasion; readonly months: number }
  /** Each month, on a day or at its end, for the month before. */
  | { readonly kind: 'monthly'; readonly day: number | 'month-end' }
  | { readonly kind: 'yearly'; readonly month: number; readonly day: number }
  /** `yearsFrom`: only of fiscal years that begin on this day or later. */
  | ({ readonly kind: 'after-fiscal-year'; readonly yearsFrom?: string } & ReturnTerm)
  /** So many months after the period of six months that opens the fiscal year, where last year's tax was over the limit. */
  | { readonly kind: 'half-year'; readonly months: number; readonly overPreviousTax: number }
  /** 消費税の中間: how many times a year by last year's national tax, and the months after each period. */
  | {
      readonly kind: 'consumption-interim'
      readonly months: number
      readonly times: readonly { readonly overPreviousTax: number; readonly times: 1 | 3 | 11 }[]
    }
  /** The last of so many years from the day after a fiscal year's return was due. */
  | ({ readonly kind: 'years-after-return'; readonly years: number } & ReturnTerm)
  /** The day before the agreement begins anew each year. */
  | { readonly kind: 'before-agreement' }

/** Whom a duty concerns, in the words of the company's facts. */
export type Applies =
  | 'always'
  | 'employer'
  | 'social-insurance'
  | 'employment-insurance'
  | 'withholding-monthly'
  | 'withholding-half-yearly'
  | 'resident-tax-monthly'
  | 'resident-tax-half-yearly'
  | 'labour-insurance-instalments'
  | 'consumption-tax'
  | 'overtime-agreement'

export type DutyTerms = {
  /** 様式・書類. */
  readonly form: Bilingual
  /** 提出先・納付先. */
  readonly addressee: Bilingual
  readonly applies: Applies
  /** 常時使用する労働者数 from which it applies. */
  readonly leastEmployees?: number
  readonly when: When
  /** Where a day off moves it, and whose days off count. */
  readonly moves: Shift
  readonly calendar: 'public-office' | 'bank'
}
