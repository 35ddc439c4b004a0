import type { AnswerOf, CommandContract, InputOf, QueryContract, RefusalFace } from '@ennoshita/kernel'
import { newId, statusOf } from '@ennoshita/kernel'
import { z } from 'zod'
import { companyInUse } from './company.ts'

/** The server's "no", in the one shape of every error. `face` says what happened, the field, the rule and what to do. */
export class RefusedError extends Error {
  readonly face: RefusalFace
  constructor(face: RefusalFace) {
    super(face.what.ja)
    this.name = 'RefusedError'
    this.face = face
  }
}

export type SendOptions = {
  /** Keep the same id when the same thing is sent again: the server then answers without doing it twice. */
  readonly requestId?: string | undefined
  /** Compute and check everything, keep nothing. */
  readonly dryRun?: boolean | undefined
  /** The person in whose place one acts (代理). */
  readonly onBehalfOf?: string | undefined
  /** The post (役職・兼務) in which one acts. */
  readonly post?: string | undefined
}

const refusalFace = z.object({
  kind: z.string().refine((kind): kind is RefusalFace['kind'] => kind in statusOf),
  code: z.string(),
  what: z.object({ ja: z.string(), en: z.string() }),
  field: z.string().optional(),
  rule: z.object({ says: z.object({ ja: z.string(), en: z.string() }), source: z.string().optional() }).optional(),
  todo: z.object({ ja: z.string(), en: z.string() }),
})
const refusalBody = z.object({ error: refusalFace })

const unreachable: RefusalFace = {
  kind: 'fault',
  code: 'ui.unreachable',
  what: { ja: 'サーバーにつながりません。', en: 'The server cannot be reached.' },
  todo: {
    ja: '入力した内容はこの画面に残っています。通信を確かめて、もう一度お試しください。二重に登録されることはありません。',
    en: 'What you entered is still on this screen. Check the connection and try again; nothing will be registered twice.',
  },
}
const unreadable: RefusalFace = {
  kind: 'fault',
  code: 'ui.unreadable-answer',
  what: { ja: 'サーバーの返事を読み取れませんでした。', en: 'The server’s answer could not be read.' },
  todo: {
    ja: '画面を読み込み直してください。続くときは管理者にお知らせください。',
    en: 'Reload the page. If it happens again, tell your administrator.',
  },
}

/** True when the failure lies on the way and the same request may be sent again with the same id. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof RefusedError && error.face.code === unreachable.code
}

/** What to show for anything that was thrown. */
export function faceOf(error: unknown): RefusalFace {
  return error instanceof RefusedError ? error.face : unreadable
}

/** Reads: `GET /api/<module>/<query>`. Lists and objects in the input travel as JSON in their parameter. Throws RefusedError. */
export async function ask<C extends QueryContract>(
  contract: C,
  input: InputOf<C>,
  signal?: AbortSignal,
): Promise<AnswerOf<C>> {
  const answer = await request(addressOf(contract, input), { headers: headersOf(), signal: signal ?? null })
  return readAnswer<C['answer']>(contract.answer, answer)
}

/** The address of a query and its input: of one that answers a file, for `Paper` and `askBytes`. */
export function addressOf<C extends QueryContract>(contract: C, input: InputOf<C>): string {
  const query = queryString(input)
  return `${routeOf(contract.name)}${query === '' ? '' : `?${query}`}`
}

/** The bytes that a query answers (see `addressOf`). Throws RefusedError. */
export async function askBytes(address: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  return (await request(address, { headers: headersOf(), signal: signal ?? null })).arrayBuffer()
}

/** Writes: `POST /api/<module>/<command>`. Sent again with the same request id when the way fails. Throws RefusedError. */
export async function send<C extends CommandContract>(
  contract: C,
  input: InputOf<C>,
  options: SendOptions = {},
): Promise<AnswerOf<C>> {
  const headers = { ...headersOf(options), 'content-type': 'application/json' }
  const body = JSON.stringify(input ?? {})
  return readAnswer<C['answer']>(
    contract.answer,
    await requestAgain(routeOf(contract.name), { method: 'POST', headers, body }),
  )
}

const storedFile = z.object({ fileId: z.string() })

/** Hands over the bytes of a file; a command then records it by its `fileId`, else it is swept away. Throws RefusedError. */
export async function uploadFile(file: File): Promise<{ fileId: string }> {
  const form = new FormData()
  form.append('file', file, file.name)
  const stored = await requestAgain('/api/files', { method: 'POST', headers: headersOf(), body: form })
  return storedFile.parse(await stored.json())
}

/** Uploads a file and sends the command that records it: the command's input is `fields` plus `fileId`. */
export async function upload<C extends CommandContract>(
  contract: C,
  file: File,
  fields: Omit<InputOf<C>, 'fileId'>,
  options: SendOptions = {},
): Promise<AnswerOf<C>> {
  const { fileId } = await uploadFile(file)
  const headers = { ...headersOf(options), 'content-type': 'application/json' }
  const body = JSON.stringify({ ...fields, fileId })
  return readAnswer<C['answer']>(
    contract.answer,
    await requestAgain(routeOf(contract.name), { method: 'POST', headers, body }),
  )
}

/** Talks to the routes of the shell (session, invitations), which have no contract. Throws RefusedError. */
export async function talk<S extends z.ZodType>(path: string, answer: S, body?: unknown): Promise<z.output<S>> {
  const init: RequestInit =
    body === undefined
      ? { headers: headersOf() }
      : { method: 'POST', headers: { ...headersOf(), 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return readAnswer(answer, await request(path, init))
}

/** `work.create-task` → `/api/work/create-task`. */
export function routeOf(name: string): string {
  return `/api/${name.replace('.', '/')}`
}

/** The input of a query as a query string; what is undefined is left out. */
export function queryString(input: unknown): string {
  if (input === null || typeof input !== 'object') return ''
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue
    params.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  return params.toString()
}

function headersOf(options: SendOptions = {}): Record<string, string> {
  const company = companyInUse()
  return {
    'x-ennoshita': '1',
    'x-request-id': options.requestId ?? newId(),
    ...(company === null ? {} : { 'x-company': company }),
    ...(options.dryRun === true ? { 'x-dry-run': 'true' } : {}),
    ...(options.onBehalfOf === undefined ? {} : { 'x-on-behalf-of': options.onBehalfOf }),
    ...(options.post === undefined ? {} : { 'x-post': options.post }),
  }
}

async function request(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new RefusedError(unreachable)
  })
  if (response.ok) return response
  const told = refusalBody.safeParse(await response.json().catch(() => null))
  if (told.success) throw new RefusedError(told.data.error)
  throw new RefusedError([502, 503, 504].includes(response.status) ? unreachable : unreadable)
}

const pausesMilliseconds = [400, 1500]

async function requestAgain(path: string, init: RequestInit): Promise<Response> {
  for (const pause of pausesMilliseconds) {
    try {
      return await request(path, init)
    } catch (error) {
      if (!isUnreachable(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  return request(path, init)
}

async function readAnswer<A extends z.ZodType>(answer: A, response: Response): Promise<z.output<A>> {
  const text = await response.text()
  const read = z.safeParse(answer, text === '' ? undefined : JSON.parse(text))
  if (!read.success) throw new RefusedError(unreadable)
  return read.data
}
