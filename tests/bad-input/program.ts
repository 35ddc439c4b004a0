import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kernel } from '@ennoshita/kernel/access'
import { openHttpServer, openSignIn, pathOf } from '@ennoshita/kernel/http'
import { newId, programFor, runCommand } from '@ennoshita/kernel/server'
import { openTestOffice, type TestOffice } from '@ennoshita/kernel/test'
import { pino } from 'pino'
import { allModules } from '../../apps/server/open-program.ts'
import { organisation } from '../../apps/server/organisation.ts'

const secret = 'a secret of these tests, long enough to sign'
const address = 'http://localhost'

export type Answer = Awaited<ReturnType<Program['ask']>>
export type Headers = Readonly<Record<string, string>>
export type Program = Awaited<ReturnType<typeof openWholeProgram>>

/** The whole program on a fresh database: all modules, real sign-in, the real HTTP server, asked without a network. */
export async function openWholeProgram() {
  const filesFolder = mkdtempSync(join(tmpdir(), 'ennoshita-files-'))
  const office = await openTestOffice(allModules({ secret, address }), { connections: 8, filesFolder })
  const signIn = await openSignIn(office.database, { secret, address })
  const faults: string[] = []
  const server = await openHttpServer(office, {
    ...{
      signIn,
      organisation,
      mail: { send: async () => undefined },
      address,
      filesFolder,
      build: '0.1.0-test',
      apiPerMinute: 10_000_000,
    },
    log: pino({ level: 'error' }, { write: (line) => void faults.push(line) }),
  })
  const ask = async (method: 'GET' | 'POST', url: string, payload?: string | Buffer, headers: Headers = {}) => {
    const more = payload === undefined ? {} : { payload }
    const answer = await server.inject({
      ...{ method, url, ...more, remoteAddress: '127.0.0.1' },
      headers: {
        'x-ennoshita': '1',
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
    })
    const cookies = answer.cookies.filter((each) => each.value !== '')
    const cookie = cookies.map((each) => `${each.name}=${encodeURIComponent(each.value)}`).join('; ')
    return { status: answer.statusCode, body: answer.body, type: `${answer.headers['content-type']}`, cookie }
  }
  return {
    office,
    faults,
    filesFolder,
    ask,
    /** Sends a command as one who holds the cookie. */
    send: (name: string, input: unknown, headers: Headers) => ask('POST', pathOf(name), JSON.stringify(input), headers),
    /** Asks a query as one who holds the cookie. */
    look: (name: string, input: unknown, headers: Headers) =>
      ask('GET', `${pathOf(name)}?${queryString(input)}`, undefined, headers),
    async close() {
      await server.close()
      await signIn.close()
      await office.close()
      rmSync(filesFolder, { recursive: true, force: true })
    },
  }
}

function queryString(input: unknown): string {
  const pairs = Object.entries(typeof input === 'object' && input !== null ? input : { input })
  return pairs
    .map(
      ([name, value]) =>
        `${encodeURIComponent(name)}=${encoded(typeof value === 'string' ? value : JSON.stringify(value))}`,
    )
    .join('&')
}

/** Half a surrogate pair cannot stand in an address; it becomes U+FFFD there. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed())

/** Parses an answer that must be JSON. */
export const jsonOf = (answer: Answer) => JSON.parse(answer.body)

export const founder = {
  companyName: '株式会社えんの下',
  personFamilyName: '山田',
  personGivenName: '花子',
  familyNameKana: 'ヤマダ',
  givenNameKana: 'ハナコ',
  email: 'hanako@example.jp',
  password: 'long enough to hold',
}

/** Founds the first company as a person does at the first run; answers what its founder holds. */
export async function foundFirst(program: Program): Promise<{ companyId: string; headers: Headers }> {
  const answer = await program.ask('POST', '/api/first-run', JSON.stringify(founder))
  if (answer.status !== 200) throw new Error(answer.body)
  return { companyId: jsonOf(answer).companyId, headers: { cookie: answer.cookie } }
}

/** Founds a second company, a sample one, and takes the seat of its founder. */
export async function foundNeighbour(program: Program): Promise<{ companyId: string; headers: Headers }> {
  const companyId = newId()
  const person = {
    familyName: '隣',
    givenName: '太郎',
    familyKana: 'トナリ',
    givenKana: 'タロウ',
    email: 'tonari@example.jp',
  }
  const founding = { name: '隣の会社', person }
  const { personId } = await runCommand(program.office, kernel.foundCompany, programFor(companyId), founding)
  await runCommand(program.office, kernel.openSample, programFor(companyId), {})
  const chosen = await program.ask('POST', '/api/session/choose-person', JSON.stringify({ companyId, personId }))
  return { companyId, headers: { cookie: chosen.cookie } }
}

/** How many commands and events stand in the log of all companies. */
export async function writtenRows(office: TestOffice): Promise<{ commands: number; events: number }> {
  const found = await office.database.owner.query(
    'select (select count(*)::int from kernel.command) as commands, (select count(*)::int from kernel.event) as events',
  )
  return found.rows[0]
}
