import { readDate } from '../amounts-and-dates/dates.ts'
import { type PeopleRows, type PersonRow, readPeopleRows } from '../tables/people-rows.ts'
import type { TableFault } from '../tables/table.ts'
import { type AttendanceField, type AttendanceMapping, attendanceLayouts } from './layouts.ts'
import { minutesIn, type TimeWriting, timeWritingOf } from './times.ts'

/**
 * A day or a month of one person. Durations in minutes; times of day in minutes from midnight, past 1440 after midnight (25:30 is 1530).
 * Only what the file says is there. Numbers of employees are text (001).
 */
export type AttendanceRecord = {
  line: number
  employeeNumber: string
  name: string
  department: string
  /** YYYY-MM-DD of a day; '' in a file of months. */
  date: string
  clockInMinutes?: number
  clockOutMinutes?: number
  scheduledMinutes?: number
  extraMinutes?: number
  overtimeMinutes?: number
  nightMinutes?: number
  nightOvertimeMinutes?: number
  holidayMinutes?: number
  breakMinutes?: number
  lateMinutes?: number
  earlyLeaveMinutes?: number
  totalMinutes?: number
  workDays?: number
  absentDays?: number
  paidLeaveDays?: number
  /** All other columns, by title, as written. */
  others: Record<string, string>
}

const timeFields = [
  ...(['clockIn', 'clockOut', 'scheduled', 'extra', 'overtime', 'night', 'nightOvertime'] as const),
  ...(['holiday', 'break', 'late', 'earlyLeave', 'total'] as const),
]
const dayFields = ['workDays', 'absentDays', 'paidLeaveDays'] as const

type Places = Partial<Record<AttendanceField, number>>
type Reader = {
  places: Places
  titles: readonly string[]
  writing: TimeWriting | undefined
  near: string | undefined
  faults: TableFault[]
}

const cellFault = (row: PersonRow, index: number, title: string, what: string, whatEn: string): TableFault => ({
  ...{ line: row.line, column: index + 1 },
  message: `${row.line}行目の「${title}」の「${(row.cells[index] ?? '').slice(0, 30)}」を${what}として読めません。`,
  messageEn: `"${(row.cells[index] ?? '').slice(0, 30)}" in line ${row.line}, column ${index + 1} is not ${whatEn}.`,
})

/** The unit that a title states, （分） or （時間）, goes before what the file shows. */
const writingOf = (title: string, writing: TimeWriting | undefined): TimeWriting | undefined => {
  if (/[(（](分|min)[)）]/.test(title)) return 'minutes'
  return /[(（](時間|h)[)）]/.test(title) && writing !== 'hours.minutes' ? 'hours' : writing
}

const readDateOf = ({ places, near, faults, titles }: Reader, row: PersonRow): string => {
  if (places.date === undefined) return ''
  const reading = readDate(row.cells[places.date] ?? '', near === undefined ? {} : { near })
  if (reading.ok) return reading.value
  faults.push(cellFault(row, places.date, titles[places.date] ?? '', '日付', 'a date'))
  return ''
}

const recordOf = (reader: Reader, row: PersonRow): AttendanceRecord => {
  const { places, titles, writing, faults } = reader
  const cell = (field: AttendanceField): string => {
    const index = places[field]
    return index === undefined ? '' : (row.cells[index] ?? '').trim()
  }
  const record: AttendanceRecord = {
    ...{ line: row.line, employeeNumber: cell('employeeNumber'), name: cell('name'), department: cell('department') },
    ...{ date: readDateOf(reader, row), others: {} },
  }
  for (const field of timeFields) {
    const index = places[field]
    if (index === undefined) continue
    const minutes = minutesIn(row.cells[index] ?? '', writingOf(titles[index] ?? '', writing))
    if (minutes === undefined)
      faults.push(cellFault(row, index, titles[index] ?? '', '時間（8:30、25:30 など）', 'a time'))
    else if (minutes !== 'blank') record[`${field}Minutes`] = minutes
  }
  for (const field of dayFields) {
    const index = places[field]
    const text = cell(field).normalize('NFKC').replace(/日$/, '')
    if (index === undefined || text === '') continue
    if (/^\d{1,4}(\.\d{1,3})?$/.test(text)) record[field] = Number(text)
    else faults.push(cellFault(row, index, titles[index] ?? '', '日数', 'a number of days'))
  }
  const used = new Set(Object.values(places))
  for (const [index, title] of titles.entries()) {
    const text = (row.cells[index] ?? '').trim()
    if (title !== '' && text !== '' && !used.has(index)) record.others[title] = text
  }
  return record
}

const timesUnsure = (writing: TimeWriting | undefined): TableFault =>
  writing === undefined
    ? {
        message:
          '時間の列が「480」のような整数だけで、分か時間かわかりません。times に minutes か hours を指定してください。',
        messageEn: 'Times are whole numbers that may be minutes or hours. Say which by `times`.',
      }
    : {
        message:
          '時間を10進（1.50 は1時間30分）として読みました。60進（1.30 が1時間30分）で書き出した場合は times に hours.minutes を指定してください。',
        messageEn: 'Times were read as decimal hours (1.50 is 1:30). If 1.30 means 1:30, say so by `times`.',
      }

const shownWriting = ({ rows, titles }: PeopleRows<AttendanceField>, places: Places) => {
  const indexes = timeFields.flatMap((field) => {
    const index = places[field]
    return index === undefined || writingOf(titles[index] ?? '', undefined) !== undefined ? [] : [index]
  })
  return timeWritingOf(rows.flatMap(({ cells }) => indexes.map((index) => cells[index] ?? '')))
}

/**
 * Reads days or months of work from an attendance product (CSV or XLSX). Titles are found by their synonyms; totals are passed over. How
 * times are written is told by `times` or found in the file (8:30, 8.50 or 510); what cannot be told is a fault, not a guess. Dates without
 * a year take the one nearest to `near`. Never throws for bad input.
 */
export function readAttendance(
  bytes: Uint8Array,
  options: { from?: 'kingoftime' | 'jobcan' | AttendanceMapping; times?: TimeWriting; near?: string } = {},
): { records: AttendanceRecord[]; faults: TableFault[] } {
  const { from = 'kingoftime', times, near } = options
  const mapping: AttendanceMapping = typeof from === 'string' ? attendanceLayouts[from] : from
  const people = readPeopleRows(
    bytes,
    mapping.columns,
    [['name', 'employeeNumber']],
    ['employeeNumber', 'name', 'date'],
  )
  const { header, titles, rows, faults } = people
  if (header === undefined) return { records: [], faults }
  const shown = times === undefined ? shownWriting(people, header.mapping) : { writing: times, isSure: true }
  if (!shown.isSure) faults.push(timesUnsure(shown.writing))
  const reader: Reader = { places: header.mapping, titles, writing: shown.writing, near, faults }
  return { records: rows.map((row) => recordOf(reader, row)), faults }
}
