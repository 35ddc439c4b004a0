import { addDays, programFor, runCommand, runQuery } from '@ennoshita/kernel/server'
import { storyOf, type TestOffice } from '@ennoshita/kernel/test'
import { people } from '@ennoshita/people'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { work } from '../contract.ts'
import { foundCompany, hire, openWorkOffice, type Staff } from './writing/test-staff.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openWorkOffice()
})
afterAll(() => office.close())

const at = (date: string, time = '09:00') => office.clock.set(`${date}T${time}:00+09:00`)

async function labour() {
  at('2026-11-02')
  const { companyId, departments } = await foundCompany(office, ['労務部', '総務部'])
  const department = departments.get('労務部') ?? ''
  const sato = await hire(office, companyId, '佐藤 花子', 'employee', department)
  const ito = await hire(office, companyId, '伊藤 恵', 'employee', department)
  const head = await hire(office, companyId, '山本 健', 'head', department)
  const president = await hire(office, companyId, '社長 太郎', 'president')
  const clerk = await hire(office, companyId, '片山 礼', 'clerk', departments.get('総務部'))
  const add = async (staff: Staff, name: string, more: object) =>
    (await runCommand(office, work.addKind, clerk, { name, departmentId: department, mainId: staff.personId, ...more }))
      .kindId
  const attendance = await add(sato, '勤怠の締め', {
    dueRule: { kind: 'monthly', day: { businessDay: 2 } },
    usualMinutes: 120,
    deputyIds: [ito.personId],
    hasManual: true,
    manualOn: '2026-10-01',
  })
  const yearEnd = await add(sato, '年末調整', {
    dueRule: { kind: 'yearly', months: [12], day: 21 },
    usualMinutes: 2400,
    law: { name: '所得税法', article: '190条', deadline: 'その年最後の給与の支払まで', url: '', trust: 'S' },
  })
  return {
    companyId,
    department,
    sato,
    ito,
    head,
    president,
    clerk,
    attendance,
    yearEnd,
    program: programFor(companyId),
  }
}

const open = async (staff: Staff, kindId: string) => (await runQuery(office, work.taskList, staff, { kindId })).rows
const stories = async (companyId: string, names: readonly (readonly [Staff, string])[]) =>
  (await storyOf(office, companyId, new Map(names.map(([staff, name]) => [staff.personId, name])))).filter(
    (line) => !/システム|業務を登録/.test(line),
  )

describe('a month is lived', () => {
  test('planned by night, done by day, handed over for a week away; the log tells it', async () => {
    const { companyId, sato, ito, head, clerk, attendance, yearEnd, program } = await labour()
    await runCommand(office, work.planTasks, program, {})
    expect((await open(head, attendance)).map((task) => task.dueOn)).toEqual(['2026-11-04', '2026-12-02'])

    at('2026-11-04', '11:30')
    const [november] = await open(sato, attendance)
    expect((await runQuery(office, work.tasksToday, sato, {})).due).toMatchObject([
      { title: '勤怠の締め', dueOn: '2026-11-04' },
    ])
    await runCommand(office, work.finishTask, sato, { taskId: november?.taskId ?? '', touchMinutes: 130 })

    at('2026-11-27')
    const away = { personId: sato.personId, from: '2026-11-30', until: '2026-12-04' }
    const preview = await runQuery(office, work.absencePreviews, head, away)
    expect(
      preview.activities.map(({ name, dueOns, substituteNames, stops }) => [name, dueOns, substituteNames, stops]),
    ).toEqual([['勤怠の締め', ['2026-12-02'], ['伊藤 恵'], false]])
    expect(preview.summary.ja).toBe('佐藤 花子さんが不在でも、1件すべてに代わりの人がいます。')
    const longer = await runQuery(office, work.absencePreviews, sato, { ...away, until: '2026-12-31' })
    expect(longer).toMatchObject({ stoppingCount: 1, legalDeadlineCount: 1, uncoveredMinutes: 2400, allMinutes: 2520 })
    expect(longer.summary.ja).toBe('佐藤 花子さんが不在だと「年末調整」が止まります。うち1件には法定期限があります。')
    await expect(runQuery(office, work.absencePreviews, ito, away)).rejects.toMatchObject({
      face: { kind: 'not-found' },
    })

    const [december] = await open(sato, attendance)
    await runCommand(office, work.handOverTask, sato, {
      taskId: december?.taskId ?? '',
      toPersonId: ito.personId,
      note: '残業の申請は部長に確認済みです',
    })
    at('2026-12-02', '16:00')
    expect((await runQuery(office, work.tasksToday, ito, {})).askedOfMe).toMatchObject([{ askedByName: '佐藤 花子' }])
    await runCommand(office, work.finishTask, ito, { taskId: december?.taskId ?? '' })

    const late = await open(head, yearEnd)
    at('2026-12-22')
    expect((await runQuery(office, work.tasksToday, sato, {})).due.map((task) => [task.title, task.dueOn])).toEqual([
      ['年末調整', '2026-12-21'],
    ])
    await runCommand(office, work.commentTask, head, {
      taskId: late[0]?.taskId ?? '',
      text: '書類がまだの人は誰ですか',
    })
    await runCommand(office, work.waitFor, sato, { taskId: late[0]?.taskId ?? '', personId: clerk.personId })
    expect((await runQuery(office, work.tasksToday, clerk, {})).waitingForMe).toMatchObject([{ title: '年末調整' }])
    await runCommand(office, work.stopWaiting, clerk, { taskId: late[0]?.taskId ?? '' })
    at('2026-12-24')
    await runCommand(office, work.finishTask, sato, { taskId: late[0]?.taskId ?? '' })
    const names = [[sato, '佐藤'], [ito, '伊藤'], [head, '部長'], [clerk, '総務']] as const // biome-ignore format: a list of names
    expect(await stories(companyId, names)).toEqual([
      '11/04 11:30 佐藤 終えた（勤怠の締め・佐藤 花子・勤怠の締め）',
      '11/27 09:00 佐藤 引き継いだ（勤怠の締め・伊藤 恵・佐藤 花子・勤怠の締め）',
      '12/02 16:00 伊藤 終えた（勤怠の締め・伊藤 恵・勤怠の締め）',
      '12/22 09:00 部長 ひとこと残した（年末調整・佐藤 花子・年末調整）',
      '12/22 09:00 佐藤 相手待ちにした（年末調整・佐藤 花子・片山 礼・年末調整）',
      '12/22 09:00 総務 相手待ちを終えた（年末調整・佐藤 花子・片山 礼・年末調整）',
      '12/24 09:00 佐藤 終えた（年末調整・佐藤 花子・年末調整）',
    ])
    const map = await runQuery(office, work.workMaps, head, {
      kindId: attendance,
      from: '2026-11-01',
      to: '2026-12-31',
    })
    expect(map.coverage).toMatchObject({ expected: 2, held: 2 })
    expect(map.rows.filter((row) => row.activity === 'work.task-finished').map((row) => row.department)).toEqual([
      '労務部',
      '労務部',
    ])
    const partly = await runQuery(office, work.workMaps, head, {
      kindId: attendance,
      from: '2026-08-01',
      to: '2026-12-31',
    })
    expect(partly.coverage?.says.ja).toBe('この業務の約4割を記録が捉えています（見込み5回のうち2回）。')
  })
})

describe('what hangs on one person', () => {
  test('is said in words, to the person first and to the manager as a want of provision', async () => {
    const { sato, ito, head, clerk, president } = await labour()
    const seen = async (staff: Staff) =>
      (await runQuery(office, work.keyPersonList, staff, {})).rows.map((row) => [row.label.ja, row.says.ja])
    const both = [
      ['高', '年末調整は佐藤 花子さんだけ。副担当なし、手順書なし。法定期限があります（所得税法190条）。'],
      ['低', '勤怠の締めは2人で担当しています。'],
    ]
    expect(await seen(sato)).toEqual(both)
    expect(await seen(head)).toEqual(both)
    expect(await seen(president)).toEqual(both)
    expect(await seen(ito)).toEqual([['低', '勤怠の締めは2人で担当しています。']])
    expect(await seen(clerk)).toEqual([])
  })

  test('someone who has left is no backup', async () => {
    const { head, ito, program, attendance } = await labour()
    at('2026-11-20')
    await runCommand(office, people.recordLeaving, program, {
      personId: ito.personId,
      version: 1,
      leftOn: '2026-11-19',
    })
    const { rows } = await runQuery(office, work.keyPersonList, head, {})
    expect(rows.find((row) => row.kindId === attendance)?.says.ja).toBe(
      '勤怠の締めは佐藤 花子さんだけ。副担当なし、手順書あり。',
    )
  })

  test('the log corrects what was declared: a deputy who never did it is no backup', async () => {
    const { sato, head, clerk, attendance } = await labour()
    for (let week = 0; week < 14; week += 1) {
      at(addDays('2026-11-02', week * 7))
      const { taskId } = await runCommand(office, work.addTask, sato, { title: '勤怠の確認', kindId: attendance })
      await runCommand(office, work.finishTask, sato, { taskId, touchMinutes: 30 + week })
    }
    const { rows } = await runQuery(office, work.keyPersonList, head, {})
    const row = rows.find((each) => each.kindId === attendance)
    expect(row).toMatchObject({ level: 'middle', doerIds: [sato.personId] })
    expect(row?.says.ja).toBe('勤怠の締めは佐藤 花子さんだけ。副担当は伊藤 恵さん（実績なし）、手順書あり。')
    const details = await runQuery(office, work.kindDetails, sato, { kindId: attendance })
    expect(details.usual).toBeNull()
    expect(details.own).toEqual({ medianMinutes: 36.5, p90Minutes: 41.7, n: 14 })
    expect((await runQuery(office, work.kindDetails, clerk, { kindId: attendance })).own).toBeNull()
  })
})

describe('the calendar of tasks', () => {
  test('shows the load ahead and the days off', async () => {
    const { head, program, department } = await labour()
    await runCommand(office, work.planTasks, program, {})
    const asked = { from: '2026-12-19', to: '2026-12-22', departmentId: department }
    const { days, tasks } = await runQuery(office, work.taskCalendar, head, asked)
    expect(days.map(({ on, isOff, loadMinutes, taskCount }) => [on, isOff, loadMinutes, taskCount])).toEqual([
      ['2026-12-19', true, 0, 0],
      ['2026-12-20', true, 0, 0],
      ['2026-12-21', false, 2400, 1],
      ['2026-12-22', false, 0, 0],
    ])
    expect(tasks.map((task) => task.title)).toEqual(['年末調整'])
  })
})
