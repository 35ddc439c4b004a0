import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { cookiesOf, founder, openTestHttp, type TestHttp } from './test.ts'

let http: TestHttp
const { email } = founder
beforeAll(async () => {
  http = await openTestHttp()
  await http.post('/api/first-run', founder)
})
afterAll(() => http.close())

const signIn = (password: string) => http.post('/api/session/sign-in', { email, password })
const isIn = async (headers: Record<string, string>) =>
  (await http.get('/api/session', { headers })).json().state === 'signed-in'

async function kinds(): Promise<string[]> {
  const { rows } = await http.office.database.owner.query('select kind from kernel.security_log order by id')
  return rows.map((row) => row.kind)
}

describe('a password', () => {
  test('is changed by who knows it; this session stays, every other one ends', async () => {
    const [here, there] = [cookiesOf(await signIn(founder.password)), cookiesOf(await signIn(founder.password))]
    const change = (password: string, newPassword: string) =>
      http.post('/api/session/change-password', { password, newPassword }, { headers: here })
    expect((await change('not the password', 'another long one')).json().error).toMatchObject({ field: 'password' })
    expect((await change(founder.password, 'short')).json().error).toMatchObject({ field: 'newPassword' })
    const changed = await change(founder.password, 'another long one')
    expect(changed.statusCode, changed.body).toBe(200)
    expect([await isIn(cookiesOf(changed)), await isIn(there)]).toEqual([true, false])
    expect((await signIn(founder.password)).statusCode).toBe(401)
    expect((await signIn('another long one')).statusCode).toBe(200)
    expect(await kinds()).toContain('password-changed')
    expect(
      (await http.post('/api/session/change-password', { password: 'a', newPassword: '0123456789' })).statusCode,
    ).toBe(401)
  })

  test('that is forgotten is set anew by a link to the address, once', async () => {
    const there = cookiesOf(await signIn('another long one'))
    const known = await http.post('/api/session/forgotten', { email: ` ${email.toUpperCase()} ` })
    const unknown = await http.post('/api/session/forgotten', { email: 'nobody@example.jp' })
    expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body])
    await vi.waitFor(() => expect(http.letters).toHaveLength(1))
    const [letter] = http.letters
    expect(letter?.to).toBe(email)
    const token = /new-password\/(\S+)/.exec(letter?.text ?? '')?.[1]
    const set = (newPassword: string) => http.post('/api/session/new-password', { token, newPassword })
    expect((await set('short')).json().error.field).toBe('newPassword')
    expect((await set('a third long one')).statusCode).toBe(200)
    expect(await isIn(there)).toBe(false)
    expect((await signIn('a third long one')).statusCode).toBe(200)
    expect((await set('a fourth long one')).json().error.code).toBe('kernel.password-link-over')
  })

  test('link is sent at most five times an hour to one address, and works no longer than an hour', async () => {
    for (let n = 0; n < 6; n += 1) await http.post('/api/session/forgotten', { email })
    await vi.waitFor(() => expect(http.letters).toHaveLength(5))
    await http.office.database.owner.query(`update signin.verification set "expiresAt" = now() - interval '1 second'`)
    const token = /new-password\/(\S+)/.exec(http.letters.at(-1)?.text ?? '')?.[1]
    const late = await http.post('/api/session/new-password', { token, newPassword: 'much too late now' })
    expect(late.json().error.code).toBe('kernel.password-link-over')
  })
})
