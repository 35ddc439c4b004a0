import type { ColumnDefinition } from '../tables/find-header.ts'

/** What a column of an attendance file can hold; durations and times of day in whatever form the product writes them. */
export type AttendanceField =
  | 'employeeNumber'
  | 'name'
  | 'department'
  | 'date'
  | 'clockIn'
  | 'clockOut'
  | 'scheduled'
  | 'extra'
  | 'overtime'
  | 'night'
  | 'nightOvertime'
  | 'holiday'
  | 'break'
  | 'late'
  | 'earlyLeave'
  | 'total'
  | 'workDays'
  | 'absentDays'
  | 'paidLeaveDays'

/** The columns of an attendance file, each with every title it may have. */
export type AttendanceMapping = { columns: readonly ColumnDefinition<AttendanceField>[] }
export type AttendanceLayout = AttendanceMapping & {
  id: string
  name: string
  certainty: 'V' | 'S' | 'M'
  source: string
}

const columns = (titles: Partial<Record<AttendanceField, readonly string[]>>): ColumnDefinition<AttendanceField>[] =>
  (Object.keys(titles) as AttendanceField[]).map((key) => ({ key, titles: titles[key] ?? [] })) // as: keys of the record

const people = {
  employeeNumber: ['従業員コード', '従業員番号', '社員番号', '社員コード', 'スタッフコード', '職員番号'],
  name: ['名前', '氏名', '従業員名', 'スタッフ名', '社員名'],
  department: ['所属名', '所属', 'グループ名', '所属グループ', '部門', '部署'],
  date: ['日付', '年月日', '勤務日', '対象日'],
} as const

/** Both products let the user choose the items, so that columns are found by title. Times of 25:30 are past midnight. */
export const attendanceLayouts: Readonly<Record<'kingoftime' | 'jobcan', AttendanceLayout>> = {
  kingoftime: {
    ...{ id: 'kingoftime', name: 'KING OF TIME（日別・月別データ）', certainty: 'V' },
    source: 'support.ta.kingoftime.jp 360038855973, 360038854913, 360040069993 (items and formats of time)',
    columns: columns({
      ...people,
      clockIn: ['出勤打刻', '出勤', '出勤時刻'],
      clockOut: ['退勤打刻', '退勤', '退勤時刻'],
      scheduled: ['所定時間', '所定'],
      extra: ['所定外時間', '所定外'],
      overtime: ['残業時間', '残業'],
      night: ['深夜所定時間', '深夜時間', '深夜所定'],
      nightOvertime: ['深夜残業時間', '深夜残業'],
      holiday: ['休日所定時間', '休日労働時間', '法定休日所定時間'],
      break: ['休憩時間', '休憩'],
      late: ['遅刻時間', '遅刻'],
      earlyLeave: ['早退時間', '早退'],
      total: ['労働合計時間', '労働時間', '総労働時間', '労働合計'],
      workDays: ['出勤日数', '労働日数', '平日出勤日数'],
      absentDays: ['欠勤日数'],
      paidLeaveDays: ['有休日数', '有給日数', '有休取得日数', '有給休暇日数'],
    }),
  },
  jobcan: {
    ...{ id: 'jobcan', name: 'ジョブカン勤怠管理（勤務データ）', certainty: 'S' },
    source: 'jobcan.zendesk.com 200692189 (formats of time: V); titles as seen in guides',
    columns: columns({
      ...people,
      clockIn: ['出勤時刻', '出勤', '出勤時間'],
      clockOut: ['退勤時刻', '退勤', '退勤時間'],
      scheduled: ['所定労働時間', '所定内労働時間', '所定内時間'],
      extra: ['所定外労働時間', '法定内残業時間', '所定外時間'],
      overtime: ['法定外残業時間', '総残業時間', '残業時間'],
      night: ['深夜労働時間', '深夜時間', '総深夜時間'],
      nightOvertime: ['深夜残業時間', '法定外深夜残業時間'],
      holiday: ['休日労働時間', '法定休日労働時間'],
      break: ['休憩時間', '総休憩時間'],
      late: ['遅刻時間'],
      earlyLeave: ['早退時間'],
      total: ['実労働時間', '総労働時間', '労働時間', '総実労働時間'],
      workDays: ['実働日数', '出勤日数', '労働日数'],
      absentDays: ['欠勤日数'],
      paidLeaveDays: ['有休日数', '有給日数', '有休取得日数'],
    }),
  },
}
