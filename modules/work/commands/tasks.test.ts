import { runCommand, runQuery } from '@ennoshita/kernel/server'
import { storyOf, type TestOffice } from '@ennoshita/kernel/test'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { work } from '../contract.ts'
import { foundCompany, hire, openWorkOffice, type Staff } from './writing/test-staff.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openWorkOffice()
})
afterAll(() => office.close())
beforeEach(() => office.clock.set('2026-11-20T09:00:00+09:00'))

async function generalAffairs() {
  const { companyId, departments } = await foundCompany(office, ['総務部', '営業部'])
  const department = departments.get('総務部') ?? ''
  const sato = await hire(office, companyId, '佐藤 花子', 'clerk', department)
  const suzuki = await hire(office, companyId, '鈴木 一郎', 'employee', department)
  const sales = await hire(office, companyId, '高橋 次郎', 'employee', departments.get('営業部'))
  const head = await hire(office, companyId, '山本 部長', 'head', department)
  return { companyId, department, departments, sato, suzuki, sales, head }
}

const titles = (rows: readonly { title: string }[]) => rows.map((row) => row.title)
const today = (staff: Staff) => runQuery(office, work.tasksToday, staff, {})
/** What was done to tasks; the register is another story. */
async function workStory(companyId: string, names: [Staff, string][]): Promise<string[]> {
  const story = await storyOf(office, companyId, new Map(names.map(([staff, name]) => [staff.personId, name])))
  return story.filter((line) => !line.includes(' システム '))
}

describe('a task', () => {
  test('is added in one line, done with one key, and stands in the log', async () => {
    const { companyId, sato } = await generalAffairs()
    const { taskId } = await runCommand(office, work.addTask, sato, {
      title: '防火扉の点検を頼む',
      dueOn: '2026-11-20',
    })
    expect(titles((await today(sato)).due)).toEqual(['防火扉の点検を頼む'])
    office.clock.set('2026-11-20T10:15:00+09:00')
    await runCommand(office, work.finishTask, sato, { taskId })
    const after = await today(sato)
    expect(titles(after.due)).toEqual([])
    expect(titles(after.doneToday)).toEqual(['防火扉の点検を頼む'])
    expect(await workStory(companyId, [[sato, '佐藤']])).toEqual([
      '11/20 09:00 佐藤 やることを足した（佐藤 花子・防火扉の点検を頼む）',
      '11/20 10:15 佐藤 終えた（佐藤 花子・防火扉の点検を頼む）',
    ])
  })

  test('finished by two people at once is finished once; the second learns by whom and when', async () => {
    const { sato, suzuki } = await generalAffairs()
    const { taskId } = await runCommand(office, work.addTask, sato, {
      title: '名刺の発注',
      deputyIds: [suzuki.personId],
    })
    const outcomes = await Promise.allSettled([
      runCommand(office, work.finishTask, sato, { taskId }),
      runCommand(office, work.finishTask, suzuki, { taskId }),
    ])
    expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    const refused = outcomes.find((each) => each.status === 'rejected')
    expect(refused?.reason.face).toMatchObject({ kind: 'conflict', code: 'work.task-finished' })
    expect(refused?.reason.face.what.ja).toMatch(
      /^「名刺の発注」は(佐藤 花子|鈴木 一郎)さんが11\/20 09:00に終えています。$/,
    )
  })

  test('is handed over with a note, waits for someone, and goes on', async () => {
    const { companyId, sato, suzuki, sales } = await generalAffairs()
    const { taskId } = await runCommand(office, work.addTask, sato, { title: '車検の手配', dueOn: '2026-11-25' })
    await runCommand(office, work.handOverTask, sato, {
      taskId,
      toPersonId: suzuki.personId,
      note: '見積は引き出しの2段目です',
    })
    const asked = await today(suzuki)
    expect(asked.askedOfMe).toMatchObject([
      { title: '車検の手配', askedByName: '佐藤 花子', askedNote: '見積は引き出しの2段目です' },
    ])
    await runCommand(office, work.waitFor, suzuki, { taskId, personId: sales.personId })
    expect(titles((await today(sales)).waitingForMe)).toEqual(['車検の手配'])
    expect((await today(suzuki)).waitingForOthers).toMatchObject([{ waitingForName: '高橋 次郎' }])
    await runCommand(office, work.stopWaiting, sales, { taskId })
    expect(titles((await today(sales)).waitingForMe)).toEqual([])
    await runCommand(office, work.finishTask, suzuki, { taskId, touchMinutes: 25 })
    expect(
      await workStory(companyId, [
        [sato, '佐藤'],
        [suzuki, '鈴木'],
        [sales, '高橋'],
      ]),
    ).toEqual([
      '11/20 09:00 佐藤 やることを足した（佐藤 花子・車検の手配）',
      '11/20 09:00 佐藤 引き継いだ（佐藤 花子・鈴木 一郎・車検の手配）',
      '11/20 09:00 鈴木 相手待ちにした（鈴木 一郎・高橋 次郎・車検の手配）',
      '11/20 09:00 高橋 相手待ちを終えた（鈴木 一郎・高橋 次郎・車検の手配）',
      '11/20 09:00 鈴木 終えた（鈴木 一郎・車検の手配）',
    ])
    const { task } = await runQuery(office, work.taskDetails, suzuki, { taskId })
    expect(task.ownMinutes).toBe(25)
    expect((await runQuery(office, work.taskDetails, sato, { taskId })).task.ownMinutes).toBeNull()
  })

  test('is ticked step by step; the second hand on the same step hears who was first', async () => {
    const { sato, suzuki } = await generalAffairs()
    const { taskId } = await runCommand(office, work.addTask, sato, {
      title: '月末の郵便料金',
      steps: ['残高を見る', '補充する'],
      deputyIds: [suzuki.personId],
    })
    await runCommand(office, work.tickStep, sato, { taskId, place: 1 })
    await expect(runCommand(office, work.tickStep, suzuki, { taskId, place: 1 })).rejects.toMatchObject({
      face: { kind: 'conflict', what: { ja: 'この手順には佐藤 花子さんがすでに印を付けています。' } },
    })
    await expect(runCommand(office, work.tickStep, sato, { taskId, place: 3 })).rejects.toMatchObject({
      face: { kind: 'not-found', field: 'place' },
    })
    await runCommand(office, work.untickStep, sato, { taskId, place: 1 })
    await runCommand(office, work.tickStep, suzuki, { taskId, place: 2 })
    const details = await runQuery(office, work.taskDetails, sato, { taskId })
    expect(details.steps.map((step) => [step.text, step.tickedByName])).toEqual([
      ['残高を見る', ''],
      ['補充する', '鈴木 一郎'],
    ])
    expect(details.task).toMatchObject({ stepCount: 2, tickedCount: 1 })
  })

  test('passes its legal deadline only with a reason, which stays with the task', async () => {
    const { sato } = await generalAffairs()
    const { taskId } = await runCommand(office, work.addTask, sato, {
      title: '被保険者資格取得届',
      dueOn: '2026-11-24',
      legalDueOn: '2026-11-25',
    })
    await runCommand(office, work.postponeTask, sato, { taskId, dueOn: '2026-11-25' })
    await expect(runCommand(office, work.postponeTask, sato, { taskId, dueOn: '2026-11-26' })).rejects.toMatchObject({
      face: { code: 'work.reason-needed', field: 'reason' },
    })
    await runCommand(office, work.postponeTask, sato, { taskId, dueOn: '2026-11-26', reason: '本人の書類待ち' })
    const { task, comments } = await runQuery(office, work.taskDetails, sato, { taskId })
    expect(task.dueOn).toBe('2026-11-26')
    expect(comments.map((comment) => comment.text)).toEqual(['本人の書類待ち'])
  })

  test('that repeats makes the next one when it is finished, and only one', async () => {
    const { sato } = await generalAffairs()
    const { taskId } = await runCommand(office, work.addTask, sato, {
      title: '観葉植物の水やり',
      dueOn: '2026-11-20',
      repeats: { kind: 'weekly', weekdays: ['fri'] },
      steps: ['受付', '会議室'],
    })
    const { nextTaskId } = await runCommand(office, work.finishTask, sato, { taskId })
    const next = await runQuery(office, work.taskDetails, sato, { taskId: nextTaskId ?? '' })
    expect(next.task).toMatchObject({ title: '観葉植物の水やり', dueOn: '2026-11-27', stepCount: 2, tickedCount: 0 })
    await runCommand(office, work.reopenTask, sato, { taskId, reason: '会議室を忘れた' })
    expect((await runCommand(office, work.finishTask, sato, { taskId })).nextTaskId).toBeNull()
    expect((await runQuery(office, work.taskList, sato, {})).total).toBe(1)
  })

  test('is dropped with a reason and opened again', async () => {
    const { sato } = await generalAffairs()
    const { taskId } = await runCommand(office, work.addTask, sato, { title: '忘年会の会場探し' })
    await runCommand(office, work.dropTask, sato, { taskId, reason: '今年は開かないため' })
    await expect(runCommand(office, work.finishTask, sato, { taskId })).rejects.toMatchObject({
      face: {
        code: 'work.task-dropped',
        what: { ja: '「忘年会の会場探し」は取りやめになっています（今年は開かないため）。' },
      },
    })
    await runCommand(office, work.reopenTask, sato, { taskId })
    await runCommand(office, work.startTask, sato, { taskId })
    await expect(runCommand(office, work.startTask, sato, { taskId })).rejects.toMatchObject({
      face: { code: 'work.task-started' },
    })
  })

  test('changed from an older version is not overwritten, and says who changed it', async () => {
    const { sato, head } = await generalAffairs()
    const { taskId, version } = await runCommand(office, work.addTask, sato, { title: '備品の棚卸し' })
    await runCommand(office, work.changeTask, sato, { taskId, version, title: '備品の棚卸し（2階）' })
    await expect(
      runCommand(office, work.changeTask, head, { taskId, version, dueOn: '2026-12-01' }),
    ).rejects.toMatchObject({
      face: {
        kind: 'conflict',
        what: {
          ja: 'ご覧になっている間に、佐藤 花子さんが11/20 09:00に「やることを書き直した」ため、上書きしませんでした。',
        },
      },
    })
  })
})

describe('who sees and does what', () => {
  test('an employee has their own tasks, a head the department’s, a clerk the company’s', async () => {
    const { sato, suzuki, sales, head } = await generalAffairs()
    await runCommand(office, work.addTask, suzuki, { title: '鈴木の仕事' })
    const { taskId } = await runCommand(office, work.addTask, sales, { title: '高橋の仕事' })
    const seen = async (staff: Staff) => titles((await runQuery(office, work.taskList, staff, {})).rows).sort()
    expect(await seen(suzuki)).toEqual(['鈴木の仕事'])
    expect(await seen(head)).toEqual(['鈴木の仕事'])
    expect(await seen(sato)).toEqual(['鈴木の仕事', '高橋の仕事'])
    await expect(runCommand(office, work.finishTask, suzuki, { taskId })).rejects.toMatchObject({
      face: { kind: 'not-found', what: { ja: 'やることが見つかりません。' } },
    })
    await expect(runQuery(office, work.taskDetails, head, { taskId })).rejects.toMatchObject({
      face: { kind: 'not-found' },
    })
  })

  test('an object of another company reads as not found', async () => {
    const here = await generalAffairs()
    const there = await generalAffairs()
    const { taskId } = await runCommand(office, work.addTask, there.sato, { title: 'よその仕事' })
    const refused = await Promise.allSettled([
      runCommand(office, work.finishTask, here.sato, { taskId }),
      runCommand(office, work.addTask, here.sato, { title: '頼む', assigneeId: there.suzuki.personId }),
      runCommand(office, work.addKind, here.sato, { name: '受付', departmentId: there.department }),
      runQuery(office, work.taskDetails, here.sato, { taskId }),
    ])
    expect(refused.map((each) => (each.status === 'rejected' ? each.reason.face.kind : 'done'))).toEqual([
      'not-found',
      'not-found',
      'not-found',
      'not-found',
    ])
    expect((await runQuery(office, work.taskList, here.sato, {})).total).toBe(0)
  })
})
