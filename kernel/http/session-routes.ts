import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { notSignedIn } from '../access/load-actor.ts'
import { logSecurity } from '../access/security-log.ts'
import { isSamplePerson, sessionFace } from '../access/session-face.ts'
import { endSession, endSessionOfToken, sessionsOf } from '../access/sessions.ts'
import * as field from '../command/fields.ts'
import { nothing } from '../command/fields.ts'
import { parseInput } from '../command/parse-input.ts'
import { Refusal, refuseNotFound } from '../command/refusal.ts'
import { callerOf, type Door, isLoopback, visitorOf } from './door.ts'

const signIn = z.strictObject({ email: z.string().trim().max(200), password: z.string().max(200) })
const code = z.strictObject({ code: z.string().trim().min(6).max(20) })
const password = z.strictObject({ password: z.string().max(200) })
const person = z.strictObject({ companyId: field.id, personId: field.id })
const session = z.strictObject({ sessionId: z.string().max(100) })

/** Signing in and out, the second factor, one's own sessions, and the seat in the sample company. */
export function addSessionRoutes(server: FastifyInstance, door: Door): void {
  const { office, settings } = door
  server.get('/api/session', async (request) =>
    sessionFace(office, settings.organisation, visitorOf(door, request), {
      onThisMachine: isLoopback(door, request),
      build: settings.build,
    }),
  )
  server.post('/api/session/sign-in', async (request, reply) => {
    const input = parseInput(signIn, request.body ?? {})
    const caller = callerOf(request)
    const failures = `account ${input.email.toLowerCase()}`
    door.limits.signIn.take(caller.address)
    door.limits.failures.check(failures)
    try {
      const signed = await settings.signIn.signIn(input.email, input.password, caller)
      door.limits.failures.forget(failures)
      const kind = signed.twoFactor ? 'two-factor-asked' : 'signed-in'
      await logSecurity(office, { kind, address: caller.address }, { email: input.email })
      return withCookies(reply, signed.cookies).send(signed.twoFactor ? { twoFactor: true } : {})
    } catch (cause) {
      if (cause instanceof Refusal && cause.face.kind === 'not-signed-in') {
        await logSecurity(office, { kind: 'sign-in-failed', address: caller.address }, { email: input.email })
        door.limits.failures.take(failures)
      }
      throw cause
    }
  })
  server.post('/api/session/sign-out', async (request, reply) => {
    const { token } = visitorOf(door, request)
    await logSecurity(office, { kind: 'signed-out', address: request.ip }, { token })
    if (token) await endSessionOfToken(office, token)
    return withCookies(reply, settings.signIn.farewell()).send({})
  })
  server.post('/api/session/choose-person', async (request, reply) => {
    const input = parseInput(person, request.body ?? {})
    if (!isLoopback(door, request)) throw new Refusal(onlyHere)
    if (!(await isSamplePerson(office, input)))
      refuseNotFound({ ja: 'サンプル会社の人', en: 'person of the sample company' }, 'personId')
    await logSecurity(office, { kind: 'sample-person-chosen', address: request.ip, ...input })
    return withCookies(reply, settings.signIn.takeSeat(input)).send({})
  })
  server.get('/api/sessions', async (request) => sessionsOf(office, tokenOf(door, request)))
  server.post('/api/session/revoke', async (request) => {
    const { sessionId } = parseInput(session, request.body ?? {})
    const token = tokenOf(door, request)
    await logSecurity(office, { kind: 'session-revoked', address: request.ip }, { token })
    if (!(await endSession(office, token, sessionId)))
      refuseNotFound({ ja: 'サインイン中の端末', en: 'session' }, 'sessionId')
    return {}
  })
}

/** The second factor: answering it when signing in, enrolling, confirming, turning it off. */
export function addTwoFactorRoutes(server: FastifyInstance, door: Door): void {
  const { office, settings } = door
  server.post('/api/session/two-factor', async (request, reply) => {
    const input = parseInput(code, request.body ?? {})
    const caller = callerOf(request)
    door.limits.signIn.take(caller.address)
    try {
      const { cookies } = await settings.signIn.answerTwoFactor(input.code, caller)
      const token = settings.signIn.tokenOf(cookies.map((each) => each.split(';')[0]).join('; '))
      await logSecurity(office, { kind: 'signed-in', address: caller.address, detail: 'two-factor' }, { token })
      return withCookies(reply, cookies).send({})
    } catch (cause) {
      if (cause instanceof Refusal) await logSecurity(office, { kind: 'two-factor-failed', address: caller.address })
      throw cause
    }
  })
  server.post('/api/session/two-factor/enrol', async (request) => {
    door.limits.signIn.take(request.ip)
    return settings.signIn.enrol(parseInput(password, request.body ?? {}).password, callerOf(request))
  })
  server.post('/api/session/two-factor/confirm', async (request, reply) => {
    door.limits.signIn.take(request.ip)
    const token = tokenOf(door, request)
    const { cookies } = await settings.signIn.confirm(parseInput(code, request.body ?? {}).code, callerOf(request))
    await logSecurity(office, { kind: 'two-factor-on', address: request.ip }, { token })
    return withCookies(reply, cookies).send({})
  })
  server.post('/api/session/two-factor/disable', async (request, reply) => {
    door.limits.signIn.take(request.ip)
    const token = tokenOf(door, request)
    await logSecurity(office, { kind: 'two-factor-off', address: request.ip }, { token })
    const { cookies } = await settings.signIn.disable(
      parseInput(password, request.body ?? {}).password,
      callerOf(request),
    )
    return withCookies(reply, cookies).send(nothing.parse({}))
  })
}

/** The token of whoever is signed in; a visitor is refused. */
export function tokenOf(door: Door, request: Parameters<typeof visitorOf>[1]): string {
  const { token } = visitorOf(door, request)
  if (!token) throw new Refusal(notSignedIn)
  return token
}

/** Sends cookies with the answer, none lost to another. */
export function withCookies(reply: FastifyReply, cookies: readonly string[]): FastifyReply {
  return reply.header('set-cookie', [...cookies])
}

const onlyHere = {
  kind: 'not-allowed',
  code: 'kernel.only-on-this-machine',
  what: {
    ja: 'サンプル会社の人を選べるのは、このプログラムが動いている機械の上（127.0.0.1）だけです。',
    en: 'A person of the sample company can be chosen only on the machine where the program runs (127.0.0.1).',
  },
  rule: {
    says: {
      ja: 'パスワードなしで入れるのは、架空のサンプル会社だけ、手元の機械だけです。',
      en: 'Entering without a password is for the fictional sample company, on one’s own machine.',
    },
  },
  todo: {
    ja: 'その機械で開くか、アカウントでサインインしてください。',
    en: 'Open it there, or sign in with an account.',
  },
} as const
