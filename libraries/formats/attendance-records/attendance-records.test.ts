import { describe, expect, test } from 'vitest'
import { encodeCp932 } from '../text/encode-cp932.ts'
import { readAttendance } from './read-attendance.ts'
import { minutesIn } from './times.ts'

const cp932 = (text: string) => encodeCp932(text).bytes

describe('times as files write them', () => {
  test.each([
    ['8:30', 'clock', 510],
    ['25:30', 'clock', 1530],
    ['翌1:30', 'clock', 1530],
    ['８：０５', 'clock', 485],
    ['8時間30分', 'clock', 510],
    ['-1:30', 'clock', -90],
    ['1.50', 'hours', 90],
    ['1.75', 'hours', 105],
    ['7.33', 'hours', 440],
    ['0.025', 'hours', 2],
    ['90', 'minutes', 90],
    ['1.30', 'hours.minutes', 90],
    ['0', undefined, 0],
    ['0.00', undefined, 0],
    ['', 'clock', 'blank'],
    ['480', undefined, undefined],
    ['8:60', 'clock', undefined],
    ['1.75', 'hours.minutes', undefined],
    ['1.5', 'minutes', undefined],
    ['遅', 'clock', undefined],
  ] as const)('%s as %s', (text, writing, minutes) => {
    expect(minutesIn(text, writing)).toBe(minutes)
  })
})

describe('KING OF TIME and ジョブカン', () => {
  test('days, past midnight; 001 stays 001; totals are passed over', () => {
    const text = [
      '従業員コード,名前,所属名,日付,スケジュール名,出勤打刻,退勤打刻,所定時間,残業時間,深夜残業時間,休憩時間,遅刻回数,労働合計時間',
      '001,山田 太郎,営業部,2026/11/20（金）,通常,9:00,25:30,8:00,7:30,3:30,1:00,0,15:30',
      '001,山田 太郎,営業部,2026/11/21（土）,,,,,,,,,',
      ',,,合計,,,,8:00,7:30,3:30,1:00,0,15:30',
    ].join('\r\n')
    expect(readAttendance(cp932(text), { from: 'kingoftime' })).toEqual({
      faults: [],
      records: [
        {
          ...{ line: 2, employeeNumber: '001', name: '山田 太郎', department: '営業部', date: '2026-11-20' },
          ...{ clockInMinutes: 540, clockOutMinutes: 1530, scheduledMinutes: 480, overtimeMinutes: 450 },
          ...{ nightOvertimeMinutes: 210, breakMinutes: 60, totalMinutes: 930 },
          others: { スケジュール名: '通常', 遅刻回数: '0' },
        },
        {
          ...{
            line: 3,
            employeeNumber: '001',
            name: '山田 太郎',
            department: '営業部',
            date: '2026-11-21',
            others: {},
          },
        },
      ],
    })
  })
  test('months in decimal hours, with days of leave in halves', () => {
    const text = 'スタッフコード,氏名,実働日数,有休日数,実労働時間,法定外残業時間\n0012,佐藤,19,1.5,152.75,12.80\n'
    const { records, faults } = readAttendance(cp932(text), { from: 'jobcan' })
    expect(faults).toEqual([])
    expect(records[0]).toMatchObject({
      ...{ employeeNumber: '0012', workDays: 19, paidLeaveDays: 1.5, totalMinutes: 9165, overtimeMinutes: 768 },
    })
  })
  test('two columns of one title are both kept', () => {
    const text = '従業員コード,名前,日付,備考,備考\n1,山田,2026/3/1,直行,直帰\n'
    expect(readAttendance(cp932(text)).records[0]?.others).toEqual({ 備考: '直行', '備考 (2)': '直帰' })
  })
  test('what cannot be told is asked for, not guessed', () => {
    const minutes = 'スタッフコード,氏名,実労働時間\n1,佐藤,480\n'
    const asked = readAttendance(cp932(minutes), { from: 'jobcan' })
    expect(asked.records[0]).not.toHaveProperty('totalMinutes')
    expect(asked.faults.map(({ message }) => message)).toEqual([
      expect.stringContaining('minutes か hours'),
      expect.stringContaining('2行目の「実労働時間」の「480」'),
    ])
    expect(readAttendance(cp932(minutes), { from: 'jobcan', times: 'minutes' }).records[0]?.totalMinutes).toBe(480)
    const titled = 'スタッフコード,氏名,実労働時間（分）\n1,佐藤,480\n'
    expect(readAttendance(cp932(titled), { from: 'jobcan' })).toMatchObject({
      faults: [],
      records: [{ totalMinutes: 480 }],
    })
    const points = 'スタッフコード,氏名,実労働時間\n1,佐藤,1.30\n'
    expect(readAttendance(cp932(points), { from: 'jobcan' })).toMatchObject({
      records: [{ totalMinutes: 78 }],
      faults: [{ message: expect.stringContaining('60進') }],
    })
    const sixty = readAttendance(cp932(points), { from: 'jobcan', times: 'hours.minutes' })
    expect(sixty).toMatchObject({ faults: [], records: [{ totalMinutes: 90 }] })
  })
  test('a day that is none and a time that is none are named with line and column', () => {
    const text = '従業員コード,名前,日付,出勤打刻\n1,山田,2026/2/30,9:00\n1,山田,2026/3/1,9:75\n'
    expect(readAttendance(cp932(text)).faults.map(({ line, column }) => [line, column])).toEqual([
      [2, 3],
      [3, 4],
    ])
  })
})
