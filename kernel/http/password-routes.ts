import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { mailPasswordLink, newPassword, passwordLink } from '../access/password.ts'
import { logSecurity } from '../access/security-log.ts'
import { parseInput } from '../command/parse-input.ts'
import { callerOf, type Door } from './door.ts'
import { tokenOf, withCookies } from './session-routes.ts'

const change = z.strictObject({ password: z.string().max(200), newPassword })
const forgotten = z.strictObject({ email: z.string().trim().max(200) })
const reset = z.strictObject({ token: z.string().min(20).max(100), newPassword })

/** Changing one's password, and setting a new one by a link that is sent to the address of the account. */
export function addPasswordRoutes(server: FastifyInstance, door: Door): void {
  const { office, settings } = door
  server.post('/api/session/change-password', async (request, reply) => {
    door.limits.signIn.take(request.ip)
    const input = parseInput(change, request.body ?? {})
    const token = tokenOf(door, request)
    const { cookies } = await settings.signIn.changePassword(input.password, input.newPassword, callerOf(request))
    const signed = settings.signIn.tokenOf(cookies.map((each) => each.split(';')[0]).join('; '))
    await logSecurity(office, { kind: 'password-changed', address: request.ip }, { token: signed ?? token })
    return withCookies(reply, cookies).send({})
  })
  // answers the same whether there is such an account; the letter is on its way by then or never
  server.post('/api/session/forgotten', async (request) => {
    door.limits.signIn.take(request.ip)
    const { email } = parseInput(forgotten, request.body ?? {})
    await logSecurity(office, { kind: 'password-forgotten', address: request.ip }, { email })
    void sendLink(door, email).catch((cause: unknown) =>
      settings.log.error({ fault: cause instanceof Error ? cause.message : 'unknown' }, 'a letter was not sent'),
    )
    return {}
  })
  server.post('/api/session/new-password', async (request) => {
    door.limits.signIn.take(request.ip)
    const input = parseInput(reset, request.body ?? {})
    const accountId = await settings.signIn.setPassword(input.token, input.newPassword)
    await logSecurity(office, { kind: 'password-changed', address: request.ip, accountId, detail: 'link' })
    return {}
  })
}

async function sendLink({ settings, limits }: Door, email: string): Promise<void> {
  limits.letters.take(email.toLowerCase())
  const token = await settings.signIn.forgotten(email)
  if (token) await mailPasswordLink(settings.mail, email.toLowerCase(), passwordLink(settings.address, token))
}
