import { desk } from '@ennoshita/desk'
import { flowsOf } from '@ennoshita/flows'
import {
  type Actor,
  type Letter,
  type PresetRole,
  programFor,
  runCommand,
  runQuery,
  startWorker,
  type Worker,
} from '@ennoshita/kernel/server'
import { openTestOffice, presetGrants, type TestOffice, testCompany } from '@ennoshita/kernel/test'
import { people } from '@ennoshita/people'
import { work } from '@ennoshita/work'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '../../apps/server/modules.ts'

const letters: Letter[] = []
const faults: unknown[] = []
let office: TestOffice
let worker: Worker
beforeAll(async () => {
  office = await openTestOffice(modules, {
    flows: flowsOf({ send: async (letter) => void letters.push(letter) }),
    at: '2026-11-02T08:00:00+09:00',
  })
  worker = await startWorker(office, (fault) => faults.push(fault))
})
afterAll(async () => {
  await worker.stop()
  await office.close()
  expect(faults).toEqual([])
})

async function until<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('It did not come to pass within ten seconds.')
}

async function firm() {
  const companyId = await testCompany(office)
  const program = programFor(companyId)
  const { departmentId } = await runCommand(office, people.addDepartment, program, {
    name: '人事総務部',
    fromOn: '2020-04-01',
  })
  const hire = async (
    familyName: string,
    role: PresetRole,
    joinedOn: string,
    email = '',
  ): Promise<Actor & { personId: string }> => {
    const { personId } = await runCommand(office, people.addPerson, program, {
      familyName,
      joinedOn,
      email,
      assignment: { departmentId },
    })
    return { companyId, personId, kind: 'human', departmentIds: [departmentId], grants: presetGrants(office, role) }
  }
  return { companyId, program, hire }
}

test('somebody joins, and the tasks of joining are there with their legal days; somebody entered years late starts nothing', async () => {
  const { program, hire } = await firm()
  const clerk = await hire('佐藤', 'clerk', '2020-04-01')
  await runCommand(office, work.adoptReadyKinds, clerk, { keys: ['acquire-insurance', 'acquire-employment-insurance'] })
  const newcomer = await hire('新人', 'employee', '2026-11-02')
  const tasks = await until(async () => {
    const { rows } = await runQuery(office, work.taskList, program, { subjectId: newcomer.personId })
    return rows.length === 2 ? rows : undefined
  })
  // 健康保険法施行規則24条: within five days, counted from the next day (民法140条); 雇用保険法施行規則6条: the 10th of the next month.
  expect(tasks.map((task) => `${task.title} ${task.dueOn}`).sort()).toEqual([
    '健康保険・厚生年金保険の資格取得届 2026-11-09',
    '雇用保険の資格取得届 2026-12-10',
  ])
  const { rows } = await runQuery(office, work.taskList, program, { subjectId: clerk.personId })
  expect(rows).toEqual([])
})

test('a late 年末調整 is chased three times in the product’s name, and then no more', async () => {
  letters.length = 0
  const { companyId, program, hire } = await firm()
  const clerk = await hire('佐藤', 'clerk', '2020-04-01')
  const tanaka = await hire('田中', 'employee', '2020-04-01', 'tanaka@example.jp')
  const late = await hire('渡邊', 'employee', '2020-04-01', 'watanabe@example.jp')
  const { collectionId } = await runCommand(office, desk.startCollection, clerk, {
    title: '年末調整の書類',
    dueOn: '2026-11-20',
    reminderDays: [-2, 1, 4],
    personIds: [tanaka.personId, late.personId],
  })
  await runCommand(office, desk.answerCollection, tanaka, { collectionId })
  // The calendar: Fri 20 Nov is due; Mon 23 is 勤労感謝の日.
  for (const day of [
    '11-17',
    '11-18',
    '11-19',
    '11-20',
    '11-24',
    '11-25',
    '11-26',
    '11-27',
    '11-30',
    '12-01',
    '12-02',
  ]) {
    office.clock.set(`2026-${day}T09:10:00+09:00`)
    await runCommand(office, desk.sendDueReminders, program, {})
  }
  await until(async () => (letters.length >= 3 ? letters : undefined))
  await until(async () => {
    const { rows } = await runQuery(office, desk.remindersToSend, program, {})
    return rows.length === 0 ? rows : undefined
  })
  expect(letters.map((letter) => letter.to)).toEqual([
    'watanabe@example.jp',
    'watanabe@example.jp',
    'watanabe@example.jp',
  ])
  const details = await runQuery(office, desk.collectionDetails, { ...clerk, companyId }, { collectionId })
  expect(details.people.map((person) => [person.state, person.remindersCount])).toEqual([
    ['answered', 0],
    ['open', 3],
  ])
  expect(details.reminderDates).toEqual(['2026-11-18', '2026-11-24', '2026-11-27'])
})
