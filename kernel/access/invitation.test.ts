import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cookiesOf, founder, openTestHttp, type TestHttp } from '../http/test.ts'
import { newId } from '../ids/ids.ts'
import { folderMail } from '../mail/mail.ts'
import { admitMember } from '../permission/members.ts'
import { inTransaction } from '../sql/database.ts'
import { invitationMail } from './invitation-mail.ts'
import { invitationToken } from './parts.ts'

let http: TestHttp
let cookie: { cookie: string }
let companyId: string
const personId = newId()
const secret = 'a secret of this test, long enough to sign'
const mails = mkdtempSync(join(tmpdir(), 'ennoshita-mail-'))

beforeAll(async () => {
  http = await openTestHttp()
  const begun = await http.post('/api/first-run', founder)
  cookie = cookiesOf(begun)
  companyId = begun.json().companyId
  await inTransaction(http.office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.command', 'test', true)`
    await admitMember(tx, companyId, personId, '2026-04-01', ['clerk'])
  })
})
afterAll(async () => {
  await http.close()
  rmSync(mails, { recursive: true, force: true })
})

const invite = async (): Promise<string> =>
  (await http.post('/api/kernel/invite-person', { personId, email: 'taro@example.jp' }, { headers: cookie })).json()
    .invitationId
const accept = (token: string) => http.post('/api/invitations/accept', { token, password: 'chosen by taro' })

test('an invited person gets a letter, sets a password once and is in', async () => {
  const replaced = await invite()
  const invitationId = await invite()
  const flow = invitationMail(http.office.database, folderMail(mails, 'ennoshita@example.jp'), {
    secret,
    address: 'http://localhost',
  })
  const objects = [{ type: 'invitation', id: invitationId, qualifier: '' }]
  const event = {
    companyId,
    id: newId(),
    activity: flow.on,
    occurredAt: '',
    recordedAt: '',
    actor: null,
    onBehalfOf: null,
    data: {},
    objects,
  }
  expect(await flow.calls(event, () => Promise.reject(new Error('asks nothing')))).toEqual([])
  const [letter = ''] = readdirSync(mails)
  expect(letter).toMatch(/\.eml$/)
  expect(readFileSync(join(mails, letter), 'utf8')).toContain('To: taro@example.jp')

  const token = invitationToken(secret, invitationId)
  const stored = await http.office.database.owner.query(
    'select count(*)::int as n from kernel.invitation where encode(token_sha256, $1) like $2',
    ['escape', `%${token}%`],
  )
  expect(stored.rows).toEqual([{ n: 0 }])
  const refusals = [await accept(invitationToken(secret, replaced)), await accept('x'.repeat(43))]
  expect(refusals.map((each) => [each.statusCode, each.json().error.code])).toEqual([
    [404, 'kernel.invitation-over'],
    [404, 'kernel.invitation-over'],
  ])
  const accepted = await accept(token)
  expect(accepted.statusCode, accepted.body).toBe(200)
  const session = (await http.get('/api/session', { headers: cookiesOf(accepted) })).json()
  expect(session.companies).toMatchObject([{ companyId, personId, roles: ['clerk'] }])
  expect((await accept(token)).statusCode).toBe(404)
})

test('a deputy acts with the rights of the person represented, except over rights, and the log names both', async () => {
  const deputy = cookiesOf(
    await http.post('/api/session/sign-in', { email: 'taro@example.jp', password: 'chosen by taro' }),
  )
  const founderId = (await http.get('/api/session', { headers: cookie })).json().companies[0].personId
  const period = { fromOn: '2026-11-20', untilOn: '2026-11-21' }
  await http.post('/api/kernel/delegate', { personId: founderId, deputyId: personId, ...period }, { headers: cookie })
  const headers = { ...deputy, 'x-on-behalf-of': founderId }
  const written = await http.post('/api/notebook/write-note', { text: '代理で書いた' }, { headers })
  expect(written.statusCode, written.body).toBe(200)
  const logged = await http.office.database.owner.query(
    "select actor, on_behalf_of from kernel.event where company_id = $1 and activity = 'notebook.note-written'",
    [companyId],
  )
  expect(logged.rows).toEqual([{ actor: personId, on_behalf_of: founderId }])
  const grab = await http.post('/api/kernel/grant-role', { personId, role: 'administrator' }, { headers })
  expect(grab.statusCode).toBe(403)
  const founderLeaves = (untilOn: string | null) =>
    inTransaction(http.office.database.owner, async (tx) => {
      await tx.run`select set_config('ennoshita.command', 'test', true)`
      await tx.run`update kernel.member set until_on = ${untilOn} where company_id = ${companyId} and person_id = ${founderId}`
    })
  await founderLeaves('2026-11-19')
  const orphaned = await http.post('/api/notebook/write-note', { text: '退職した人の代理' }, { headers })
  expect([orphaned.statusCode, orphaned.json().error.code]).toEqual([403, 'kernel.no-delegation'])
  await founderLeaves(null)
  http.office.clock.set('2026-11-22T09:00:00+09:00')
  expect((await http.post('/api/notebook/write-note', { text: '期限後' }, { headers })).statusCode).toBe(403)
})
