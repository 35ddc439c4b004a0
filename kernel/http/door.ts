import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { z } from 'zod'
import { loadActor, type Visitor, type Wish } from '../access/load-actor.ts'
import type { Organisation } from '../access/organisation.ts'
import { logSecurity } from '../access/security-log.ts'
import type { Caller, SignIn } from '../access/sign-in.ts'
import * as field from '../command/fields.ts'
import type { Office } from '../command/office.ts'
import { parseInput } from '../command/parse-input.ts'
import { Refusal } from '../command/refusal.ts'
import type { WorkerPulse } from '../jobs/worker.ts'
import type { Mail } from '../mail/mail.ts'
import type { Actor } from '../permission/actor.ts'
import type { Limiter } from './limiter.ts'
import type { Metrics } from './metrics.ts'

/** How far the sample company has been loaded. */
export type SampleProgress = { readonly done: boolean; readonly step: string; readonly percent: number }

/** What the HTTP server needs besides the office. */
export type HttpSettings = {
  readonly signIn: SignIn
  readonly organisation: Organisation
  readonly mail: Mail
  /** Where browsers find the program, such as `http://127.0.0.1:4649`. */
  readonly address: string
  /** Name and time of this build, for the screens. */
  readonly build: string
  readonly filesFolder: string
  /** The built web application; absent in tests. */
  readonly webFolder?: string | undefined
  readonly log: Logger
  /** Whoever sends it as a bearer token may read /metrics from elsewhere. */
  readonly metricsToken?: string | undefined
  readonly pulse?: (() => WorkerPulse) | undefined
  /** Believes `x-forwarded-for` of a reverse proxy on this machine. */
  readonly behindProxy?: boolean | undefined
  /** Lives the sample company through its commands. */
  readonly loadSample?: ((office: Office, report: (step: string, percent: number) => void) => Promise<void>) | undefined
  /** Requests a minute and address, for tests. */
  readonly apiPerMinute?: number | undefined
}

/** What every route shares. */
export type Door = {
  readonly office: Office
  readonly settings: HttpSettings
  readonly metrics: Metrics
  readonly limits: Readonly<Record<'api' | 'signIn' | 'failures' | 'letters', Limiter>>
}

/** The request's headers that concern commands, each checked. */
const orderHeaders = z.object({
  'x-company': field.id.optional(),
  'x-request-id': field.id.optional(),
  'x-on-behalf-of': field.id.optional(),
  'x-post': field.id.optional(),
  'x-dry-run': field.flag.default(false),
})

export type OrderHeaders = z.output<typeof orderHeaders>

/** Reads the headers that say in which company, for whom, under which request id and whether in earnest. */
export function orderOf(request: FastifyRequest): OrderHeaders {
  const given = Object.fromEntries(Object.keys(orderHeaders.shape).map((name) => [name, request.headers[name]]))
  return parseInput(orderHeaders, given)
}

/** Where the request comes from, for sign-in and the security log. */
export function callerOf(request: FastifyRequest): Caller {
  return {
    cookie: request.headers.cookie ?? '',
    address: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
  }
}

/** Who knocks; a seat in the sample company counts on this machine only. */
export function visitorOf(door: Door, request: FastifyRequest): Visitor {
  const { signIn } = door.settings
  return {
    token: signIn.tokenOf(request.headers.cookie),
    seat: isLoopback(door, request) ? signIn.seatOf(request.headers.cookie) : undefined,
  }
}

/** Loads who acts in this request; a refusal of what is not theirs stands in the security log before it goes out. */
export async function actorOf(door: Door, request: FastifyRequest): Promise<Actor & { personId: string }> {
  const headers = orderOf(request)
  const wish: Wish = { companyId: headers['x-company'], onBehalfOf: headers['x-on-behalf-of'], post: headers['x-post'] }
  const visitor = visitorOf(door, request)
  try {
    return await loadActor(door.office, door.settings.organisation, visitor, wish)
  } catch (cause) {
    if (cause instanceof Refusal && cause.face.kind === 'not-allowed') {
      const entry = { kind: 'refused', detail: cause.face.code, address: request.ip } as const
      await logSecurity(door.office, entry, { token: visitor.token })
    }
    throw cause
  }
}

/**
 * Whether the request comes from this very machine, by its own name, not through a proxy. Behind a proxy nothing does:
 * a proxy that neither hands on the host nor says for whom it asks looks like this machine itself.
 */
export function isLoopback(door: Door, request: FastifyRequest): boolean {
  if (door.settings.behindProxy) return false
  const address = request.raw.socket.remoteAddress ?? ''
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded
  return (
    forwarded === undefined &&
    (address === '::1' || /^(::ffff:)?127\./.test(address)) &&
    /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host)
  )
}

/**
 * Whether the browser was sent to the program's own address, this machine or a bare IP address. Any other name may be one
 * that a foreign page has pointed here (DNS rebinding), and that page would then count as of the same origin.
 */
export function isOwnName(door: Door, request: FastifyRequest): boolean {
  const host = request.headers.host ?? ''
  const name = host.replace(/:\d+$/, '')
  return (
    host === new URL(door.settings.address).host || name === 'localhost' || isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0
  )
}
