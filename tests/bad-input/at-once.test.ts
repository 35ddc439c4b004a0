import { newId } from '@ennoshita/kernel/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { done } from './furnish.ts'
import { founder, foundFirst, type Headers, jsonOf, openWholeProgram, type Program, writtenRows } from './program.ts'

const fromOn = '2020-04-01'

let program: Program
let hanako: Headers
let ichiro: { readonly cookie: string; readonly personId: string }
beforeAll(async () => {
  program = await openWholeProgram()
  hanako = (await foundFirst(program)).headers
  ichiro = await invited('鈴木', '一郎', 'ichiro@example.jp')
})
afterAll(() => program.close())

const make = (name: string, input: object) => done(program, hanako, name, input)

/** Somebody who was entered, invited, chose a password and is signed in. */
async function invited(familyName: string, givenName: string, email: string) {
  const { personId } = await make('people.add-person', { familyName, givenName, email, joinedOn: fromOn })
  const { invitationId } = await make('kernel.invite-person', { personId, email })
  const link = jsonOf(await program.look('kernel.invitation-links', { invitationId }, hanako)).link
  const token = new URL(link).hash.slice(1) || new URL(link).pathname.split('/').at(-1)
  const accepted = await program.ask(
    'POST',
    '/api/invitations/accept',
    JSON.stringify({ token, password: 'chosen by oneself' }),
  )
  if (accepted.status !== 200) throw new Error(accepted.body)
  return { personId, cookie: accepted.cookie }
}

describe('a request that comes again', () => {
  const titled = (title: string, requestId: string) =>
    program.send('work.add-task', { title }, { ...hanako, 'x-request-id': requestId })

  test('with the same content is answered the same and done once, however often and at once', async () => {
    const requestId = newId()
    const before = await writtenRows(program.office)
    const answers = await Promise.all(Array.from({ length: 5 }, () => titled('郵便を出す', requestId)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    const after = await writtenRows(program.office)
    expect([after.commands - before.commands, after.events - before.events]).toEqual([1, 1])
    const { total } = jsonOf(await program.look('work.task-list', { text: '郵便を出す' }, hanako))
    expect(total).toBe(1)
  })

  test('with other content, or from another person, is refused and nothing is done', async () => {
    const requestId = newId()
    expect((await titled('切手を買う', requestId)).status).toBe(200)
    const before = await writtenRows(program.office)
    const other = await titled('封筒を買う', requestId)
    const stranger = await program.send(
      'work.add-task',
      { title: '切手を買う' },
      { cookie: ichiro.cookie, 'x-request-id': requestId },
    )
    expect([other.status, jsonOf(other).error.code]).toEqual([409, 'kernel.request-reused'])
    expect([stranger.status, jsonOf(stranger).error.code]).toEqual([409, 'kernel.request-reused'])
    expect(await writtenRows(program.office)).toEqual(before)
  })

  test('after a refusal may be corrected under the same id: what was refused left nothing', async () => {
    const requestId = newId()
    expect((await titled('', requestId)).status).toBe(400)
    expect((await titled('宛名を書く', requestId)).status).toBe(200)
  })
})

describe('two people at one thing', () => {
  test('finish one task at once: it is done once, and the other hears who did it', async () => {
    const { taskId } = await make('work.add-task', { title: '請求書の発送', deputyIds: [ichiro.personId] })
    const answers = await Promise.all([
      program.send('work.finish-task', { taskId }, hanako),
      program.send('work.finish-task', { taskId }, { cookie: ichiro.cookie }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const [byHanako] = answers
    const late = answers.find(({ status }) => status === 409)
    const { error } = late ? jsonOf(late) : expect.fail('One of the two was late.')
    expect(error.what.ja).toContain(byHanako?.status === 200 ? '山田 花子' : '鈴木 一郎')
    const { events } = jsonOf(await program.look('kernel.object-histories', { objectId: taskId }, hanako))
    expect(events.map((event: { activity: string }) => event.activity).sort()).toEqual([
      'work.task-added',
      'work.task-finished',
    ])
  })

  test('change one kind of work at once: nothing is overwritten, and the other hears who was first', async () => {
    const { kindId, version } = await make('work.add-kind', { name: '経費の確認', mainId: ichiro.personId })
    const change = (goesWrong: string, headers: Headers) =>
      program.send('work.change-kind', { kindId, version, fields: { goesWrong } }, headers)
    const answers = await Promise.all([
      change('領収書がない', hanako),
      change('宛名がない', { cookie: ichiro.cookie }),
      change('日付がない', hanako),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    for (const late of answers.filter(({ status }) => status === 409))
      expect(jsonOf(late).error.what.ja).toMatch(/(山田 花子|鈴木 一郎)さん/)
  })

  test('take one request at once: it has one answerer', async () => {
    const { templateId } = await make('desk.add-template', { name: '備品の購入', nameEn: 'purchase' })
    const { requestId } = await make('desk.submit-request', { templateId, title: '椅子がほしい' })
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => program.send('desk.take-request', { requestId }, hanako)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  })
})

describe('what would go in a circle', () => {
  test('departments below each other are refused, also when two people do it at once', async () => {
    const add = async (name: string, parentId?: string): Promise<string> =>
      (await make('people.add-department', { name, fromOn, ...(parentId ? { parentId } : {}) })).departmentId
    const head = await add('本社')
    const sales = await add('営業部', head)
    const east = await add('東日本課', sales)
    const below = (departmentId: string, parentId: string) =>
      program.send('people.change-department', { departmentId, version: 1, fromOn, parentId }, hanako)
    const before = await writtenRows(program.office)
    for (const parentId of [head, sales, east]) {
      const answer = await below(head, parentId)
      expect([answer.status, jsonOf(answer).error.code]).toEqual([400, 'people.department-circle'])
    }
    expect(await writtenRows(program.office)).toEqual(before)
    const [one, other] = [await add('経理部'), await add('財務部')]
    const answers = await Promise.all([below(one, other), below(other, one)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    const chart = await program.look('people.organisation-chart', {}, hanako)
    expect(chart.status).toBe(200)
  })

  test('people who head each other by 兼務 are refused', async () => {
    const { postId } = await make('people.add-post', { name: '部長', heads: true, fromOn })
    const first = (await make('people.add-department', { name: '人事部', fromOn })).departmentId
    const second = (await make('people.add-department', { name: '総務部', fromOn })).departmentId
    const hire = async (familyName: string, departmentId: string): Promise<string> =>
      (await make('people.add-person', { familyName, assignment: { departmentId, postId, fromOn } })).personId
    const [sato, ito] = [await hire('佐藤', first), await hire('伊藤', second)]
    const assign = (personId: string, departmentId: string) =>
      program.send('people.assign-person', { personId, departmentId, fromOn }, hanako)
    const answers = await Promise.all([assign(sato, second), assign(ito, first)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    const late = answers.find(({ status }) => status === 400)
    expect(late ? jsonOf(late).error : undefined).toMatchObject({
      code: 'people.head-circle',
      what: { ja: expect.stringContaining('佐藤') },
    })
  })
})

test('the first run is over once it happened', async () => {
  const again = await program.ask('POST', '/api/first-run', JSON.stringify({ ...founder, email: 'second@example.jp' }))
  expect(again.status).toBe(409)
})
