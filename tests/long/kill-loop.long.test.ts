import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { newId, openDatabase, startEmbedded, verifySeals } from '@ennoshita/kernel/server'
import { afterAll, expect, test } from 'vitest'

const port = 46_490
const base = `http://127.0.0.1:${port}`
const root = new URL('../../', import.meta.url).pathname

const started: ChildProcess[] = []
afterAll(() => {
  for (const server of started) server.kill('SIGTERM')
})

/** The very command of the README, on a data folder of its own. */
async function start(data: string): Promise<ChildProcess> {
  const server = spawn(join(root, 'node_modules/.bin/node'), ['apps/cli/ennoshita.ts', 'start'], {
    cwd: root,
    env: { ...process.env, ENNOSHITA_DATA: data, ENNOSHITA_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(server)
  const said: string[] = []
  server.stdout?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  server.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  for (let attempt = 0; attempt < 600; attempt++) {
    if (server.exitCode !== null) throw new Error(`It did not start:\n${said.join('')}`)
    if (
      await fetch(`${base}/api/session`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return server
    await pause(50)
  }
  throw new Error(`It did not answer within thirty seconds:\n${said.join('')}`)
}

async function killAll(server: ChildProcess, data: string): Promise<void> {
  const place = await readFile(join(data, 'database', 'postmaster.pid'), 'utf8')
  server.kill('SIGKILL')
  process.kill(Number.parseInt(place, 10), 'SIGKILL')
  while (server.exitCode === null && server.signalCode === null) await pause(5)
}

const headers = { 'content-type': 'application/json', 'x-ennoshita': '1', origin: base }

async function post(path: string, body: unknown, more: Record<string, string> = {}): Promise<Response> {
  return fetch(`${base}${path}`, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) })
}

async function signIn(): Promise<string> {
  const answer = await post('/api/session/sign-in', { email: 'kill@example.jp', password: 'long enough a password' })
  expect(answer.status).toBe(200)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

test('kill -9 of server and database, ten rounds: every acknowledged command is there and the seals hold', async () => {
  const data = await mkdtemp(join(tmpdir(), 'ennoshita-kill-'))
  const acknowledged = new Map<string, string>()
  let server = await start(data)
  const founded = await post('/api/first-run', {
    companyName: '株式会社不死身',
    personFamilyName: '山田',
    personGivenName: '太郎',
    familyNameKana: 'ヤマダ',
    givenNameKana: 'タロウ',
    email: 'kill@example.jp',
    password: 'long enough a password',
  })
  expect(founded.status).toBe(200)
  for (let round = 0; round < 10; round++) {
    const cookie = await signIn()
    let running = true
    const writers = [0, 1, 2, 3].map(async (writer) => {
      for (let n = 0; running; n++) {
        const requestId = newId()
        const title = `${round}-${writer}-${n}`
        const answer = await post('/api/work/add-task', { title }, { cookie, 'x-request-id': requestId }).catch(
          () => undefined,
        )
        if (answer?.status === 200 && (await answer.text().catch(() => '')) !== '') acknowledged.set(requestId, title)
      }
    })
    await pause(400 + round * 100)
    await killAll(server, data)
    running = false
    await Promise.all(writers)
    server = await start(data)
  }
  server.kill('SIGTERM')
  while (server.exitCode === null && server.signalCode === null) await pause(10)

  const again = await startEmbedded(data)
  const database = await openDatabase(again.app, again.owner, 2)
  const kept = await database.owner.query<{ id: string }>("select id from kernel.command where name = 'work.add-task'")
  const ids = new Set(kept.rows.map((row) => row.id))
  const lost = [...acknowledged.keys()].filter((id) => !ids.has(id))
  const silent = await database.owner.query(
    'select 1 from kernel.command c where not exists (select 1 from kernel.event e where e.company_id = c.company_id and e.command_id = c.id)',
  )
  const verification = await verifySeals(database)
  await database.close()
  await again.stop()
  await rm(data, { recursive: true, force: true })
  process.stdout.write(`acknowledged ${acknowledged.size}, lost ${lost.length}, events ${verification.events}\n`)
  expect(acknowledged.size).toBeGreaterThan(100)
  expect(lost).toEqual([])
  expect(silent.rowCount).toBe(0)
  expect(verification.broken).toEqual([])
  expect(verification.unsealed).toBe(0)
})
