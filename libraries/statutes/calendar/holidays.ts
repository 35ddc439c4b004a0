import type { Because } from '../core/statute.ts'

export type Holiday = { date: string; name: string; nameEn: string; guess: boolean; because: Because[] }
type Preview = { preview?: boolean }

export const holidaysCheckedThrough = '2027-12-31'

/** The national holiday on a date, or undefined. Throws UnknownLawError outside the announced years unless `preview`. */
export function nationalHoliday(_date: string, _options: Preview = {}): Holiday | undefined {
  throw new Error('not written yet')
}

export function isHoliday(_date: string, _options: Preview = {}): boolean {
  throw new Error('not written yet')
}

export function holidayName(_date: string, _options: Preview & { language?: 'ja' | 'en' } = {}): string | undefined {
  throw new Error('not written yet')
}

export function holidaysOfYear(_year: number, _options: Preview = {}): Holiday[] {
  throw new Error('not written yet')
}
