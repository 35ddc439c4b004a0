import { day, InvalidInputError, records, wholeNumber } from '../../core/input.ts'
import { presentLeaveTable } from './law.ts'

/**
 * 出勤率: the working days (全労働日) of the period before a grant and those attended. Counted as attended: days of work-injury,
 * maternity, childcare and care leave, of paid leave, and the time cut off by an early grant. Not working days at all: days of
 * closure on the company's side (労働基準法39条10項, 平成25年7月10日基発0710第3号).
 */
export type LeaveAttendance = { grantOn: string; workingDays: number; attendedDays: number }

const mostGrants = 100

/** What is known of the attendance before each grant; a period without any working day does not give the right. */
export function attendanceOf(
  given: readonly LeaveAttendance[],
  grantDays: readonly string[],
  hiredOn: string,
): (grantOn: string) => 'met' | 'short' | 'taken-as-met' {
  const { attendancePercent } = presentLeaveTable
  const known = new Map<string, 'met' | 'short'>()
  records('attendance', given, mostGrants, 0).forEach((each, index) => {
    const at = `attendance[${index}]`
    const grantOn = day(`${at}.grantOn`, each.grantOn)
    if (!grantDays.includes(grantOn)) {
      throw new InvalidInputError(`${at}.grantOn`, grantOn, {
        ja: `${hiredOn}入社の人の付与日ではありません。付与日を指定してください（例：${grantDays[0] ?? 'なし'}）。`,
        en: `This is no grant day of a person hired on ${hiredOn}. Give a grant day (such as ${grantDays[0] ?? 'none'}).`,
      })
    }
    const workingDays = wholeNumber(`${at}.workingDays`, each.workingDays, 0, 366)
    const attendedDays = wholeNumber(`${at}.attendedDays`, each.attendedDays, 0, workingDays)
    known.set(grantOn, workingDays > 0 && attendedDays * 100 >= workingDays * attendancePercent ? 'met' : 'short')
  })
  return (grantOn) => known.get(grantOn) ?? 'taken-as-met'
}
