import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../ids/ids.ts'
import { inTransaction } from '../sql/database.ts'
import { testCompany } from '../test.ts'
import { cookiesOf, founder, openTestHttp, type TestHttp } from './test.ts'

let http: TestHttp
let cookie: { cookie: string }
let companyId: string
beforeAll(async () => {
  http = await openTestHttp()
  const begun = await http.post('/api/first-run', founder)
  expect(begun.statusCode, begun.body).toBe(200)
  cookie = cookiesOf(begun)
  companyId = begun.json().companyId
})
afterAll(() => http.close())

const write = (body: unknown, headers: Record<string, string> = {}) =>
  http.post('/api/notebook/write-note', body, { headers: { ...cookie, ...headers } })

async function countOf(table: 'kernel.event' | 'notebook.note'): Promise<number> {
  const found = await http.office.database.owner.query(
    `select count(*)::int as n from ${table} where company_id = $1`,
    [companyId],
  )
  return found.rows[0].n
}

describe('a command over HTTP', () => {
  test('answers, and the same request id answers the same', async () => {
    const requestId = newId()
    const first = await write({ text: '一度だけ' }, { 'x-request-id': requestId })
    const again = await write({ text: '一度だけ' }, { 'x-request-id': requestId })
    expect(first.statusCode, first.body).toBe(200)
    expect(again.json()).toEqual(first.json())
    const other = await write({ text: '別の内容' }, { 'x-request-id': requestId })
    expect(other.statusCode).toBe(409)
    expect(other.json().error).toMatchObject({ kind: 'conflict', code: 'kernel.request-reused', field: 'x-request-id' })
  })

  test('as a rehearsal keeps nothing', async () => {
    const [events, notes] = [await countOf('kernel.event'), await countOf('notebook.note')]
    const answer = await write({ text: '練習' }, { 'x-dry-run': 'true' })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['x-dry-run']).toBe('true')
    expect([await countOf('kernel.event'), await countOf('notebook.note')]).toEqual([events, notes])
  })

  test.each([
    ['no x-ennoshita', { 'x-ennoshita': '' }],
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
  ])('from another site is refused: %s', async (_, headers) => {
    const answer = await write({ text: 'よそから' }, headers)
    expect(answer.statusCode).toBe(403)
    expect(answer.json().error.code).toBe('kernel.cross-site')
  })

  test('from its own page is accepted', async () => {
    const answer = await write({ text: '画面から' }, { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' })
    expect(answer.statusCode).toBe(200)
  })

  test('in another company is refused, and the refusal is kept', async () => {
    const other = await testCompany(http.office, '別の会社')
    const answer = await write({ text: 'よその会社' }, { 'x-company': other })
    expect(answer.statusCode).toBe(403)
    expect(answer.json().error).toMatchObject({ code: 'kernel.other-company', field: 'x-company' })
    const entries = (await http.get('/api/kernel/security-entries', { headers: cookie })).json()
    expect(entries[0]).toMatchObject({ kind: 'refused', detail: 'kernel.other-company' })
  })

  test('for a person who named no deputy, or in a post not held, is refused', async () => {
    expect((await write({ text: '代理' }, { 'x-on-behalf-of': newId() })).json().error.code).toBe(
      'kernel.no-delegation',
    )
    expect((await write({ text: '役職' }, { 'x-post': newId() })).json().error.code).toBe('kernel.post-not-held')
  })

  test('that the program keeps for itself has no route', async () => {
    const answer = await http.post('/api/kernel/found-company', {}, { headers: cookie })
    expect(answer.statusCode).toBe(404)
  })
})

describe('bad input gets a clear error and never a 500', () => {
  test.each<[string, number, string, () => Promise<{ statusCode: number; json: () => { error: { code: string } } }>]>([
    ['a wrong field', 400, 'kernel.bad-input', () => write({ text: '' })],
    ['an unknown field', 400, 'kernel.bad-input', () => write({ text: 'x', more: 1 })],
    ['a NUL character', 400, 'kernel.bad-input', () => write({ text: 'a\u0000b' })],
    ['a list for an object', 400, 'kernel.bad-input', () => write([1, 2])],
    ['a request id that is none', 400, 'kernel.bad-input', () => write({ text: 'x' }, { 'x-request-id': '7' })],
    ['a company that is none', 400, 'kernel.bad-input', () => write({ text: 'x' }, { 'x-company': "' or 1=1" })],
    ['a dry run that is neither', 400, 'kernel.bad-input', () => write({ text: 'x' }, { 'x-dry-run': 'maybe' })],
    ['broken JSON', 400, 'kernel.unreadable', () => raw('{"text": ')],
    ['an empty body', 400, 'kernel.unreadable', () => raw('')],
    ['a poisoned prototype', 400, 'kernel.unreadable', () => raw('{"__proto__": {"x": 1}}')],
    ['another media type', 400, 'kernel.media-type', () => raw('text=x', 'application/x-www-form-urlencoded')],
    ['60 MB', 413, 'kernel.too-large', () => raw(JSON.stringify({ text: 'あ'.repeat(20_000_000) }))],
    ['an unknown command', 404, 'kernel.unknown-route', () => http.post('/api/notebook/burn-note', {})],
    ['a command by GET', 404, 'kernel.unknown-route', () => http.get('/api/notebook/write-note')],
    ['an address that is none', 400, 'kernel.unreadable', () => http.get('/api/%zz')],
    ['no session', 401, 'kernel.not-signed-in', () => http.get('/api/notebook/notes')],
    [
      'a forged session',
      401,
      'kernel.not-signed-in',
      () => http.get('/api/notebook/notes', { headers: { cookie: 'ennoshita.session_token=abc.def' } }),
    ],
  ])('%s', async (_, status, code, ask) => {
    const answer = await ask()
    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code])
  })

  const raw = (payload: string, type = 'application/json') =>
    http.post('/api/notebook/write-note', undefined, { payload, headers: { ...cookie, 'content-type': type } })

  test('a fault of ours is a 500 with a number that stands in the log, without what the person wrote', async () => {
    const answer = await write({ text: '秘密のメモ', trouble: 'throw' })
    expect(answer.statusCode).toBe(500)
    const [number] = /[0-9a-f-]{36}/.exec(answer.json().error.what.ja) ?? []
    const line = http.lines.find((each) => each.includes(`${number}`))
    expect(line).toContain('the pen broke')
    expect(http.lines.join('')).not.toMatch(/秘密のメモ|hanako|山田/)
  })
})

describe('a query over HTTP', () => {
  test('reads lists, numbers and truths from the query string', async () => {
    const page = await http.get('/api/kernel/members?limit=1&offset=0', { headers: cookie })
    expect(page.statusCode, page.body).toBe(200)
    expect(page.json()).toHaveLength(1)
    expect((await http.get('/api/kernel/delegations?past=true', { headers: cookie })).json()).toEqual([])
    const wrong = await http.get('/api/kernel/members?limit=many', { headers: cookie })
    expect(wrong.json().error).toMatchObject({ kind: 'bad-input', field: 'limit' })
    const unknown = await http.get('/api/kernel/members?colour=red', { headers: cookie })
    expect(unknown.statusCode).toBe(400)
  })

  test('without the permission is refused, and the security log keeps it', async () => {
    await inTransaction(http.office.database.owner, async (tx) => {
      await tx.run`select set_config('ennoshita.command', 'test', true)`
      await tx.run`delete from kernel.role_grant where company_id = ${companyId} and permission = 'notebook.read'`
    })
    const answer = await http.get('/api/notebook/notes', { headers: cookie })
    expect(answer.statusCode).toBe(403)
    const entries = (await http.get('/api/kernel/security-entries', { headers: cookie })).json()
    expect(entries[0]).toMatchObject({ kind: 'refused', detail: 'notebook.notes', address: '127.0.0.1' })
  })
})

describe('around it', () => {
  test('headers that keep pages and data where they belong', async () => {
    const answer = await http.get('/api/session')
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'")
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('health says that the database is there; metrics count on this machine only', async () => {
    expect((await http.get('/health')).json()).toMatchObject({ status: 'ok', database: { reachable: true } })
    const metrics = await http.get('/metrics')
    expect(metrics.body).toContain('ennoshita_commands_total{name="notebook.write-note",dry_run="false"}')
    expect(metrics.body).toMatch(/ennoshita_jobs_dead 0/)
    expect((await http.get('/metrics', { remoteAddress: '203.0.113.9' })).statusCode).toBe(403)
    expect((await http.get('/metrics', { headers: { host: 'office.example.jp' } })).statusCode).toBe(403)
  })

  test('who is signed in is counted alone, however many stand behind one address', async () => {
    const shared = await openTestHttp({ apiPerMinute: 4 })
    const session = cookiesOf(await shared.post('/api/first-run', founder))
    const asked = async (headers: Record<string, string> = {}) =>
      (await shared.get('/api/session', { headers })).statusCode
    const strangers = [await asked(), await asked(), await asked(), await asked()]
    expect(strangers).toEqual([200, 200, 200, 429])
    expect([await asked(session), await asked(session), await asked(session)]).toEqual([200, 200, 200])
    await shared.close()
  })

  test('too many requests from one address are told to wait', async () => {
    const hasty = await openTestHttp({ apiPerMinute: 3 })
    const answers = []
    for (let n = 0; n < 4; n++) answers.push(await hasty.get('/api/session'))
    await hasty.close()
    expect(answers.map((each) => each.statusCode)).toEqual([200, 200, 200, 429])
    expect(answers[3]?.json().error).toMatchObject({ kind: 'too-many', code: 'kernel.too-many' })
  })
})
