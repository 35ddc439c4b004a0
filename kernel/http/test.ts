import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { pino } from 'pino'
import { kernelModule } from '../access/module.ts'
import { noOrganisation } from '../access/organisation.ts'
import { openSignIn, type SignIn } from '../access/sign-in.ts'
import type { Module } from '../command/command.ts'
import type { Letter } from '../mail/mail.ts'
import { notebook } from '../notebook/module.ts'
import { openTestOffice, type TestOffice } from '../test.ts'
import type { HttpSettings } from './door.ts'
import { openHttpServer } from './server.ts'

/** A server on a fresh database, asked without a network; its log is kept as lines. */
export type TestHttp = {
  readonly office: TestOffice
  readonly server: FastifyInstance
  readonly signIn: SignIn
  readonly lines: string[]
  /** What was sent by mail. */
  readonly letters: Letter[]
  readonly filesFolder: string
  get(path: string, more?: Partial<InjectOptions>): Promise<LightMyRequestResponse>
  post(path: string, body?: unknown, more?: Partial<InjectOptions>): Promise<LightMyRequestResponse>
  close(): Promise<void>
}

const secret = 'a secret of this test, long enough to sign'

/** Opens an office with the kernel's module and others (the notebook), and its HTTP server. */
export async function openTestHttp(
  settings: Partial<HttpSettings> = {},
  modules: readonly Module[] = [notebook],
): Promise<TestHttp> {
  const organisation = noOrganisation
  const address = settings.address ?? 'http://localhost'
  const own = kernelModule({ organisation, modules, secret, address })
  const filesFolder = mkdtempSync(join(tmpdir(), 'ennoshita-files-'))
  const office = await openTestOffice([own, ...modules], { connections: 8, filesFolder })
  const signIn = await openSignIn(office.database, { secret, address })
  const lines: string[] = []
  const letters: Letter[] = []
  const log = pino({ level: 'info' }, { write: (line) => void lines.push(line) })
  const server = await openHttpServer(office, {
    signIn,
    organisation,
    mail: { send: async (letter) => void letters.push(letter) },
    address,
    build: '0.1.0-test',
    filesFolder,
    log,
    ...settings,
  })
  const get = (url: string, more: Partial<InjectOptions> = {}) =>
    server.inject({ method: 'GET', url, remoteAddress: '127.0.0.1', ...more })
  return {
    office,
    server,
    signIn,
    lines,
    letters,
    filesFolder,
    get,
    post: (url, body, more = {}) =>
      get(url, {
        method: 'POST',
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
        ...more,
        headers: { 'content-type': 'application/json', 'x-ennoshita': '1', ...more.headers },
      }),
    async close() {
      await server.close()
      await signIn.close()
      await office.close()
      rmSync(filesFolder, { recursive: true, force: true })
    },
  }
}

/** The cookies of an answer, as the next request's header. */
export function cookiesOf(answer: LightMyRequestResponse): { cookie: string } {
  const live = answer.cookies.filter((each) => each.value !== '')
  return { cookie: live.map((each) => `${each.name}=${encodeURIComponent(each.value)}`).join('; ') }
}

export const founder = {
  companyName: '株式会社えんの下',
  personFamilyName: '山田',
  personGivenName: '花子',
  familyNameKana: 'ヤマダ',
  givenNameKana: 'ハナコ',
  email: 'hanako@example.jp',
  password: 'long enough to hold',
}
