import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kernel } from '../access/contract.ts'
import { runCommand } from '../command/run-command.ts'
import { newId } from '../ids/ids.ts'
import { programFor } from '../permission/actor.ts'
import { inTransaction } from '../sql/database.ts'
import { cookiesOf, founder, openTestHttp, type TestHttp } from './test.ts'

let http: TestHttp
let companyId: string
let email: string
beforeAll(async () => {
  http = await openTestHttp()
})
afterAll(() => http.close())

const signIn = (password = founder.password) => http.post('/api/session/sign-in', { email, password })

async function securityKinds(): Promise<string[]> {
  const rows = await http.office.database.owner.query('select kind from kernel.security_log order by id')
  return rows.rows.map((row) => row.kind)
}

/** The code an authenticator shows now (RFC 6238: HMAC-SHA-1, 30 seconds, six digits) for a secret in base 32. */
function codeNow(base32: string): string {
  const bits = [...base32].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const start = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(start) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

describe('the first run', () => {
  test('of five at once lets one through, and leaves one account and one company', async () => {
    expect((await http.get('/api/session')).json()).toMatchObject({ state: 'first-run', companies: [], sample: false })
    const answers = await Promise.all(
      ['one', 'two', 'three', 'four', 'five'].map((name) =>
        http.post('/api/first-run', { ...founder, email: `${name}@example.jp` }),
      ),
    )
    expect(answers.map((each) => each.statusCode).sort()).toEqual([200, 409, 409, 409, 409])
    const found = await http.office.database.owner.query(
      'select (select count(*)::int from signin."user") as accounts, (select count(*)::int from kernel.company) as companies',
    )
    expect(found.rows[0]).toEqual({ accounts: 1, companies: 1 })
    const winner = answers.find((each) => each.statusCode === 200)
    companyId = winner?.json().companyId
    email = (await http.get('/api/session', { headers: winner ? cookiesOf(winner) : {} })).json().account.email
  })

  test('made its founder president, administrator and clerk, with what each may do', async () => {
    const session = (await http.get('/api/session', { headers: cookiesOf(await signIn()) })).json()
    expect(session).toMatchObject({
      state: 'signed-in',
      sample: false,
      account: { email, twoFactor: false },
      companies: [{ companyId, name: '株式会社えんの下', roles: ['administrator', 'clerk', 'president'] }],
      build: '0.1.0-test',
    })
    expect(session.companies[0].grants).toMatchObject({ 'notebook.write': 'company', 'kernel.grant-roles': 'company' })
    expect(session).not.toHaveProperty('people')
  })

  test('is not done under a name that a foreign site has pointed here', async () => {
    const headers = { host: 'evil.example:4649', origin: 'http://evil.example:4649', 'sec-fetch-site': 'same-origin' }
    const answer = await http.post('/api/first-run', founder, { headers })
    expect(answer.statusCode).toBe(403)
    expect(answer.json().error.code).toBe('kernel.unknown-host')
    for (const host of ['localhost', '127.0.0.1:4649', '[::1]:4649', '192.168.1.20:4649']) {
      const known = await http.post('/api/first-run', founder, { headers: { host }, remoteAddress: '127.0.0.2' })
      expect(known.json().error.code).toBe('kernel.begun-already')
    }
  })

  test('wants a password of ten characters', async () => {
    const answer = await http.post('/api/first-run', { ...founder, password: 'short' })
    expect(answer.json().error).toMatchObject({ kind: 'bad-input', field: 'password' })
  })
})

describe('signing in', () => {
  test('sets a cookie that scripts and other sites cannot use, secure over https', async () => {
    const [plain] = (await signIn()).headers['set-cookie'] ?? []
    expect(plain).toMatch(/^ennoshita\.session_token=/)
    expect(plain).toMatch(/; HttpOnly/)
    expect(plain).toMatch(/; SameSite=Lax/i)
    expect(plain).not.toMatch(/; Secure/)
    const https = await openTestHttp({ address: 'https://office.example.jp' })
    const begun = await https.post('/api/first-run', founder)
    await https.close()
    expect(begun.headers['set-cookie']?.[0]).toMatch(/^__Secure-ennoshita\.session_token=.*; Secure/)
  })

  test('with a wrong password or an unknown address reads the same', async () => {
    const wrong = await signIn('not the password')
    const unknown = await http.post('/api/session/sign-in', { email: 'nobody@example.jp', password: 'whatever it is' })
    expect(wrong.statusCode).toBe(401)
    expect(wrong.json()).toEqual(unknown.json())
  })

  test('after five failures has to wait, even with the right password', async () => {
    const address = 'guessed@example.jp'
    const guess = () => http.post('/api/session/sign-in', { email: address, password: 'a guess, again' })
    const statuses = []
    for (let n = 0; n < 6; n++) statuses.push((await guess()).statusCode)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  })
})

describe('sessions', () => {
  test('are listed, revoked from elsewhere and over at once', async () => {
    const [here, there] = [cookiesOf(await signIn()), cookiesOf(await signIn())]
    const list = (await http.get('/api/sessions', { headers: here })).json()
    expect(list.filter((each: { current: boolean }) => each.current)).toHaveLength(1)
    const whoseIsThere = (await http.get('/api/sessions', { headers: there })).json()
    const sessionId = whoseIsThere.find((each: { current: boolean }) => each.current).sessionId
    expect((await http.post('/api/session/revoke', { sessionId }, { headers: here })).statusCode).toBe(200)
    expect((await http.get('/api/notebook/notes', { headers: there })).statusCode).toBe(401)
    expect((await http.get('/api/notebook/notes', { headers: here })).statusCode).toBe(200)
    expect((await http.post('/api/session/revoke', { sessionId: 'x' }, { headers: here })).statusCode).toBe(404)
  })

  test('end by signing out and by their time', async () => {
    const first = cookiesOf(await signIn())
    const farewell = await http.post('/api/session/sign-out', undefined, {
      headers: { ...first, 'content-type': 'text/plain' },
    })
    expect(farewell.statusCode, farewell.body).toBe(200)
    expect(farewell.headers['set-cookie']?.[0]).toContain('Max-Age=0')
    expect((await http.get('/api/notebook/notes', { headers: first })).statusCode).toBe(401)
    const second = cookiesOf(await signIn())
    await http.office.database.owner.query(`update signin.session set "expiresAt" = now() - interval '1 second'`)
    expect((await http.get('/api/notebook/notes', { headers: second })).statusCode).toBe(401)
  })
})

describe('the second factor', () => {
  test('is enrolled, asked for, answered and turned off', async () => {
    let cookies = cookiesOf(await signIn())
    const refused = await http.post(
      '/api/session/two-factor/enrol',
      { password: 'not the password' },
      { headers: cookies },
    )
    expect(refused.statusCode).toBe(403)
    const enrolled = await http.post(
      '/api/session/two-factor/enrol',
      { password: founder.password },
      { headers: cookies },
    )
    expect(enrolled.json().uri).toMatch(/^otpauth:\/\/totp\//)
    const { secret, recoveryCodes } = enrolled.json()
    const confirmed = await http.post(
      '/api/session/two-factor/confirm',
      { code: codeNow(secret) },
      { headers: cookies },
    )
    expect(confirmed.statusCode, confirmed.body).toBe(200)

    const asked = await signIn()
    expect(asked.json()).toEqual({ twoFactor: true })
    const waiting = cookiesOf(asked)
    expect((await http.get('/api/notebook/notes', { headers: waiting })).statusCode).toBe(401)
    const wrong = await http.post('/api/session/two-factor', { code: '000000' }, { headers: waiting })
    expect([wrong.statusCode, wrong.json().error.code]).toEqual([401, 'kernel.wrong-code'])
    const right = await http.post('/api/session/two-factor', { code: codeNow(secret) }, { headers: waiting })
    expect(right.statusCode, right.body).toBe(200)
    cookies = cookiesOf(right)
    expect((await http.get('/api/notebook/notes', { headers: cookies })).statusCode).toBe(200)

    const lost = cookiesOf(await signIn())
    const recovered = await http.post('/api/session/two-factor', { code: recoveryCodes[0] }, { headers: lost })
    expect(recovered.statusCode, recovered.body).toBe(200)

    const off = await http.post('/api/session/two-factor/disable', { password: founder.password }, { headers: cookies })
    expect(off.statusCode, off.body).toBe(200)
    expect((await signIn()).json()).toEqual({})
    expect(await securityKinds()).toEqual(
      expect.arrayContaining([
        'two-factor-on',
        'two-factor-asked',
        'two-factor-failed',
        'two-factor-off',
        'session-revoked',
      ]),
    )
  })
})

describe('the sample company', () => {
  test('is entered by choosing a person, on this machine only', async () => {
    const sample = newId()
    const person = {
      familyName: '佐藤',
      givenName: '次郎',
      familyKana: 'サトウ',
      givenKana: 'ジロウ',
      email: 'jiro@example.jp',
    }
    const { personId } = await runCommand(http.office, kernel.foundCompany, programFor(sample), {
      name: 'サンプル株式会社',
      person,
    })
    expect((await http.get('/api/session')).json()).toMatchObject({ sample: false })
    await runCommand(http.office, kernel.openSample, programFor(sample), {})
    const seat = { companyId: sample, personId }
    expect((await http.get('/api/session')).json()).toMatchObject({ sample: true, people: [seat] })
    expect((await http.get('/api/session', { remoteAddress: '203.0.113.9' })).json()).toMatchObject({ sample: false })
    for (const from of [
      { remoteAddress: '203.0.113.9' },
      { headers: { host: 'office.example.jp' } },
      { headers: { 'x-forwarded-for': '127.0.0.1' } },
    ]) {
      const refused = await http.post('/api/session/choose-person', seat, from)
      expect([refused.statusCode, refused.json().error.code]).toEqual([403, 'kernel.only-on-this-machine'])
    }
    const proxied = await openTestHttp({ behindProxy: true })
    const hidden = await proxied.post('/api/session/choose-person', seat)
    await proxied.close()
    expect([hidden.statusCode, hidden.json().error.code]).toEqual([403, 'kernel.only-on-this-machine'])
    const chosen = await http.post('/api/session/choose-person', seat)
    const cookies = cookiesOf(chosen)
    expect((await http.get('/api/notebook/notes', { headers: cookies })).statusCode).toBe(200)
    expect((await http.get('/api/notebook/notes', { headers: cookies, remoteAddress: '203.0.113.9' })).statusCode).toBe(
      401,
    )

    const real = await inTransaction(
      http.office.database.owner,
      (tx) => tx.row<{ personId: string }>`
      select person_id as "personId" from kernel.member where company_id = ${companyId}`,
    )
    const intruder = await http.post('/api/session/choose-person', { companyId, personId: real?.personId })
    expect(intruder.statusCode).toBe(404)
  })
})
