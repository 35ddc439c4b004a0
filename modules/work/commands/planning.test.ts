import { inTransaction, programFor, runCommand, runQuery } from '@ennoshita/kernel/server'
import { storyOf, type TestOffice } from '@ennoshita/kernel/test'
import { people } from '@ennoshita/people'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { work } from '../contract.ts'
import { foundCompany, hire, openWorkOffice } from './writing/test-staff.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openWorkOffice()
})
afterAll(() => office.close())
beforeEach(() => office.clock.set('2026-11-20T09:00:00+09:00'))

async function accounting() {
  const { companyId, departments } = await foundCompany(office, ['経理部', '総務部'])
  const department = departments.get('経理部') ?? ''
  const ito = await hire(office, companyId, '伊藤 恵', 'clerk', department)
  const kato = await hire(office, companyId, '加藤 修', 'employee', department)
  const president = await hire(office, companyId, '社長 太郎', 'president')
  return { companyId, department, departments, ito, kato, president, program: programFor(companyId) }
}

const payroll = {
  name: '給与振込データの送信',
  major: '経理',
  middle: '支払',
  dueRule: { kind: 'monthly', day: 25, shift: 'previous', calendar: 'bank' },
  usualMinutes: 40,
  steps: [{ text: '総合振込の明細を作る' }, { text: '二人で金額を見る', who: '経理部' }],
} as const

describe('planning', () => {
  test('makes each time of a kind once, by its rule, however often and by however many it is asked', async () => {
    const { ito, kato, program, department } = await accounting()
    await runCommand(office, work.addKind, ito, {
      ...payroll,
      steps: [...payroll.steps],
      departmentId: department,
      mainId: ito.personId,
      deputyIds: [kato.personId],
    })
    const answers = await Promise.all([
      runCommand(office, work.planTasks, program, {}),
      runCommand(office, work.planTasks, program, {}),
      runCommand(office, work.planTasks, ito, {}),
    ])
    expect(answers.reduce((sum, answer) => sum + answer.made, 0)).toBe(2)
    const { rows } = await runQuery(office, work.taskList, ito, {})
    expect(rows.map((row) => [row.title, row.dueOn, row.assigneeName, row.stepCount])).toEqual([
      ['給与振込データの送信', '2026-11-25', '伊藤 恵', 2],
      ['給与振込データの送信', '2026-12-25', '伊藤 恵', 2],
    ])
    office.clock.set('2026-12-01T05:10:00+09:00')
    expect(await runCommand(office, work.planTasks, program, {})).toMatchObject({ made: 1, moved: 0, withdrawn: 0 })
  })

  test('follows the rule and the calendar, but leaves alone what a person has touched', async () => {
    const { ito, program } = await accounting()
    const { kindId, version } = await runCommand(office, work.addKind, ito, {
      name: '月次の締め',
      dueRule: { kind: 'monthly', day: { businessDay: 3 } },
      mainId: ito.personId,
    })
    await runCommand(office, work.planTasks, program, {})
    const dueOns = async () => (await runQuery(office, work.taskList, ito, { kindId })).rows.map((row) => row.dueOn)
    expect(await dueOns()).toEqual(['2026-12-03', '2027-01-06'])

    await runCommand(office, people.setCalendarDay, program, { on: '2026-12-01', kind: 'closed', reason: '創立記念日' })
    expect(await runCommand(office, work.planTasks, program, {})).toMatchObject({ made: 0, moved: 1 })
    expect(await dueOns()).toEqual(['2026-12-04', '2027-01-06'])

    const { rows } = await runQuery(office, work.taskList, ito, { kindId })
    await runCommand(office, work.startTask, ito, { taskId: rows[0]?.taskId ?? '' })
    await runCommand(office, work.changeKind, ito, {
      kindId,
      version,
      fields: { dueRule: { kind: 'weekly', weekdays: ['mon'] }, name: '週次の締め' },
    })
    expect(await runCommand(office, work.planTasks, program, { days: 14 })).toMatchObject({ made: 2, withdrawn: 0 })
    expect(await runCommand(office, work.planTasks, program, {})).toMatchObject({ withdrawn: 1 })
    expect((await dueOns()).slice(0, 3)).toEqual(['2026-11-23', '2026-11-30', '2026-12-04'])
  })

  test('of an occasion makes its tasks once for each thing concerned', async () => {
    const { ito, kato, program } = await accounting()
    await runCommand(office, work.adoptReadyKinds, ito, { keys: ['journal-entry'] })
    await runCommand(office, work.addKind, ito, {
      name: '被保険者資格取得届',
      dueRule: {
        kind: 'after-occasion',
        occasion: 'joined',
        length: 5,
        unit: 'calendar-days',
        calendar: 'public-office',
      },
      law: { name: '健康保険法施行規則', article: '', deadline: '5日以内', url: '', trust: 'M' },
      mainId: ito.personId,
    })
    const joined = { occasion: 'joined', on: '2026-12-01', subject: { type: 'person', id: kato.personId } }
    expect((await runCommand(office, work.planOccasionTasks, program, joined)).taskIds).toHaveLength(1)
    expect(await runCommand(office, work.planOccasionTasks, program, joined)).toEqual({ taskIds: [], alreadyThere: 1 })
    const { rows } = await runQuery(office, work.taskList, ito, { subjectId: kato.personId })
    expect(rows.map((row) => [row.title, row.dueOn, row.legalDueOn])).toEqual([
      ['被保険者資格取得届', '2026-12-06', '2026-12-06'],
    ])
  })

  test('of a kind without a main person makes tasks of nobody, until someone is named or begins', async () => {
    const { ito, kato, department, program } = await accounting()
    const rule = { kind: 'monthly', day: 'end' } as const
    const { kindId } = await runCommand(office, work.addKind, ito, {
      name: '棚卸',
      departmentId: department,
      dueRule: rule,
    })
    await runCommand(office, work.planTasks, program, {})
    const nobodys = async () => (await runQuery(office, work.taskList, ito, { unassigned: true })).rows
    const [november, december] = await nobodys()
    expect([november?.dueOn, december?.dueOn]).toEqual(['2026-11-30', '2026-12-31'])
    await runCommand(office, work.startTask, ito, { taskId: november?.taskId ?? '' })
    expect((await nobodys()).map((task) => task.dueOn)).toEqual(['2026-12-31'])
    await runCommand(office, work.setKindPeople, ito, { kindId, version: 1, mainId: kato.personId })
    expect(await nobodys()).toEqual([])
    const { rows } = await runQuery(office, work.taskList, kato, {})
    expect(rows.map((task) => task.dueOn)).toEqual(['2026-12-31'])
  })

  test('stops with a retired kind, and goes on when it is restored', async () => {
    const { ito, program } = await accounting()
    const { kindId } = await runCommand(office, work.addKind, ito, { ...payroll, steps: [], mainId: ito.personId })
    await runCommand(office, work.planTasks, program, {})
    expect(
      await runCommand(office, work.retireKind, ito, { kindId, version: 1, reason: '給与代行に移したため' }),
    ).toEqual({
      kindId,
      version: 2,
      withdrawnTasks: 2,
    })
    expect((await runQuery(office, work.taskList, ito, { kindId })).total).toBe(0)
    await runCommand(office, work.restoreKind, ito, { kindId, version: 2 })
    expect(await runCommand(office, work.planTasks, program, {})).toMatchObject({ made: 2 })
  })
})

describe('a kind of work', () => {
  test('is confirmed by someone else than who wrote it, and anew when its steps change', async () => {
    const { companyId, ito, president } = await accounting()
    const { kindId } = await runCommand(office, work.addKind, ito, { name: '小口現金の実査' })
    await runCommand(office, work.changeSteps, ito, { kindId, version: 1, steps: [{ text: '金種ごとに数える' }] })
    await expect(runCommand(office, work.confirmKind, ito, { kindId, version: 2 })).rejects.toMatchObject({
      face: { kind: 'not-allowed' },
    })
    await runCommand(office, work.confirmKind, president, { kindId, version: 2 })
    const isConfirmed = async () => (await runQuery(office, work.kindDetails, ito, { kindId })).kind.isConfirmed
    expect(await isConfirmed()).toBe(true)
    await runCommand(office, work.changeSteps, ito, { kindId, version: 3, steps: [{ text: '二人で数える' }] })
    expect(await isConfirmed()).toBe(false)
    const names = new Map([
      [ito.personId, '伊藤'],
      [president.personId, '社長'],
    ])
    expect((await storyOf(office, companyId, names)).filter((line) => !line.includes(' システム '))).toEqual([
      '11/20 09:00 伊藤 業務を登録した（小口現金の実査）',
      '11/20 09:00 伊藤 手順を書き直した（小口現金の実査）',
      '11/20 09:00 社長 手順を承認した（小口現金の実査）',
      '11/20 09:00 伊藤 手順を書き直した（小口現金の実査）',
    ])
  })

  test('edited like a spreadsheet: each line has its own outcome', async () => {
    const { ito, kato } = await accounting()
    const add = async (name: string) => (await runCommand(office, work.addKind, ito, { name })).kindId
    const [one, two, three] = [await add('仕訳入力'), await add('消込'), await add('経費精算')]
    await runCommand(office, work.changeKind, ito, { kindId: two, version: 1, fields: { notes: '先に直した' } })
    const { outcomes } = await runCommand(office, work.changeKinds, ito, {
      changes: [
        { kindId: one, version: 1, fields: { usualMinutes: 30, major: '経理' } },
        { kindId: two, version: 1, fields: { usualMinutes: 20 } },
        { kindId: three, version: 1, fields: { difficulty: 7 } },
        { kindId: kato.personId, version: 1, fields: {} },
      ],
    })
    expect(outcomes.map(({ outcome, field, version }) => [outcome, field, version])).toEqual([
      ['changed', null, 2],
      ['conflict', 'version', 2],
      ['bad-input', 'difficulty', 1],
      ['not-found', 'kindId', null],
    ])
    const { rows } = await runQuery(office, work.inventoryRows, ito, {})
    expect(rows.map((row) => [row.name, row.major, row.usualMinutes, row.notes])).toEqual([
      ['消込', '', null, '先に直した'],
      ['経費精算', '', null, ''],
      ['仕訳入力', '経理', 30, ''],
    ])
    await expect(
      runCommand(office, work.changeKinds, ito, {
        changes: [{ kindId: two, version: 1, fields: { usualMinutes: 5 } }],
      }),
    ).rejects.toMatchObject({ face: { kind: 'conflict', code: 'work.nothing-changed' } })
  })

  test('written by an employee is their own work or none', async () => {
    const { ito, kato, departments } = await accounting()
    await expect(runCommand(office, work.addKind, kato, { name: '領収書の整理' })).rejects.toMatchObject({
      face: { code: 'work.kind-out-of-reach' },
    })
    const own = await runCommand(office, work.addKind, kato, { name: '領収書の整理', mainId: kato.personId })
    const others = await runCommand(office, work.addKind, ito, {
      name: '電話番',
      departmentId: departments.get('総務部'),
    })
    await runCommand(office, work.changeSteps, kato, { ...own, steps: [{ text: '日付順に並べる' }] })
    await expect(
      runCommand(office, work.changeSteps, kato, { ...others, steps: [{ text: '三回以内に取る' }] }),
    ).rejects.toMatchObject({ face: { kind: 'not-found' } })
    const seen = await runQuery(office, work.inventoryRows, kato, {})
    expect(seen.rows.map((row) => row.name)).toEqual(['領収書の整理'])
  })

  test('adopted from the ready kinds comes once, to the department of its name', async () => {
    const { ito, department } = await accounting()
    const keys = (await runQuery(office, work.readyKinds, ito, {})).map((kind) => kind.key)
    expect(keys.length).toBeGreaterThanOrEqual(150)
    const [first, second] = await Promise.all([
      runCommand(office, work.adoptReadyKinds, ito, { keys }),
      runCommand(office, work.adoptReadyKinds, ito, { keys: keys.slice(0, 20) }),
    ])
    expect(first.adopted.length + second.adopted.length).toBe(keys.length)
    const page = await runQuery(office, work.inventoryRows, ito, { departmentId: department, text: '仕訳入力' })
    expect(page.rows).toMatchObject([{ name: '日々の仕訳入力', timing: 'daily', dueText: '毎営業日', stepCount: 4 }])
    expect(await runCommand(office, work.planTasks, ito, { limit: 50 })).toMatchObject({ made: 50 })
  })

  test('adopted by a company that closes in December falls due by its own year', async () => {
    const { ito } = await accounting()
    await inTransaction(office.database.owner, async (tx) => {
      await tx.run`select set_config('ennoshita.command', 'test', true)`
      await tx.run`insert into people.company_profile (company_id, fiscal_year_month) values (${ito.companyId}, 1)
        on conflict (company_id) do update set fiscal_year_month = 1`
    })
    const keys = ['corporate-tax-return', 'shareholder-meeting', 'annual-budget', 'year-end-adjustment']
    const offered = (await runQuery(office, work.readyKinds, ito, {})).filter(({ key }) => keys.includes(key))
    await runCommand(office, work.adoptReadyKinds, ito, { keys: offered.map(({ key }) => key) })
    const { rows } = await runQuery(office, work.inventoryRows, ito, {})
    const told = rows.map(({ name, dueText }) => `${name}: ${dueText}`).sort()
    expect(told).toEqual([
      '定時株主総会の招集と運営: 毎年3月20日（休日なら前営業日）',
      '年度予算の編成: 毎年11月10日（休日なら前営業日）',
      '年末調整の計算: 毎年12月15日（休日なら前営業日）',
      '法人税・地方税の確定申告と納付: 毎年2月末日（閉庁日なら翌開庁日）',
    ])
    expect(offered.map(({ name, dueText }) => `${name}: ${dueText}`).sort()).toEqual(told)
  })
})
