import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Database, openDatabase, startEmbedded } from '@ennoshita/kernel/server'

const root = new URL('../../', import.meta.url).pathname
const password = 'long enough a password'
const email = 'kill@example.jp'

/** The program of the README on a data folder of its own, which is killed with its database and started again. */
export type KilledProgram = {
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  get(path: string, headers: Record<string, string>): Promise<Response>
  /** A fresh session of the founder, as headers. */
  signIn(): Promise<{ cookie: string }>
  /** kill -9 of server and database, at whatever they do. */
  killAll(): Promise<void>
  startAgain(): Promise<void>
  /** The database as it stands after the program has stopped by itself. */
  afterStopping<Answer>(read: (database: Database) => Promise<Answer>): Promise<Answer>
  remove(): Promise<void>
}

/** Starts it and founds a company whose one person may do everything that a founder may. */
export async function startToBeKilled(port: number): Promise<KilledProgram> {
  const base = `http://127.0.0.1:${port}`
  const data = await mkdtemp(join(tmpdir(), 'ennoshita-kill-'))
  const headers = { 'content-type': 'application/json', 'x-ennoshita': '1', origin: base }
  let server = await start(data, port)
  const post = (path: string, body: unknown, more: Record<string, string> = {}) =>
    fetch(`${base}${path}`, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) })
  const founded = await post('/api/first-run', {
    companyName: '株式会社不死身',
    personFamilyName: '山田',
    personGivenName: '太郎',
    familyNameKana: 'ヤマダ',
    givenNameKana: 'タロウ',
    ...{ email, password },
  })
  if (founded.status !== 200) throw new Error(await founded.text())
  const ended = async () => {
    while (server.exitCode === null && server.signalCode === null) await pause(5)
  }
  return {
    post,
    get: (path, more) => fetch(`${base}${path}`, { headers: { ...headers, ...more } }),
    async signIn() {
      const answer = await post('/api/session/sign-in', { email, password })
      if (answer.status !== 200) throw new Error(await answer.text())
      const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
      return { cookie: cookies.join('; ') }
    },
    async killAll() {
      const place = await readFile(join(data, 'database', 'postmaster.pid'), 'utf8')
      server.kill('SIGKILL')
      process.kill(Number.parseInt(place, 10), 'SIGKILL')
      await ended()
    },
    async startAgain() {
      server = await start(data, port)
    },
    async afterStopping(read) {
      server.kill('SIGTERM')
      await ended()
      const again = await startEmbedded(data)
      const database = await openDatabase(again.app, again.owner, 2)
      try {
        return await read(database)
      } finally {
        await database.close()
        await again.stop()
      }
    },
    async remove() {
      server.kill('SIGTERM')
      await ended()
      await rm(data, { recursive: true, force: true })
    },
  }
}

async function start(data: string, port: number): Promise<ChildProcess> {
  const server = spawn(join(root, 'node_modules/.bin/node'), ['apps/cli/ennoshita.ts', 'start'], {
    cwd: root,
    env: { ...process.env, ENNOSHITA_DATA: data, ENNOSHITA_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  server.stdout?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  server.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  for (let attempt = 0; attempt < 2400; attempt++) {
    if (server.exitCode !== null) throw new Error(`It did not start:\n${said.join('')}`)
    const isUp = await fetch(`http://127.0.0.1:${port}/api/session`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isUp) return server
    await pause(50)
  }
  throw new Error(`It did not answer within two minutes:\n${said.join('')}`)
}
