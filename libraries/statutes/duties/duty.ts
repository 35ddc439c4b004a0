import { holidaysCheckedThrough } from '../calendar/holidays.ts'
import type { Statute, Version } from '../core/statute.ts'
import type { DutyTerms } from './terms.ts'

/** A dated duty of law; known as far as the holidays that move it are announced. */
export function duty(name: string, nameEn: string, versions: readonly Version<DutyTerms>[]): Statute<DutyTerms> {
  return { name, nameEn, keyedBy: 'due-date', checkedThrough: holidaysCheckedThrough, versions }
}
