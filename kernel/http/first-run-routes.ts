import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { takeInvitation } from '../access/accept-invitation.ts'
import { beginFirstRun } from '../access/first-run.ts'
import { newPassword } from '../access/password.ts'
import { logSecurity } from '../access/security-log.ts'
import * as field from '../command/fields.ts'
import { parseInput } from '../command/parse-input.ts'
import { Refusal } from '../command/refusal.ts'
import { callerOf, type Door, isLoopback, isOwnName, type SampleProgress, visitorOf } from './door.ts'
import { withCookies } from './session-routes.ts'

const founding = z.strictObject({
  companyName: field.line(100),
  personFamilyName: field.line(40),
  personGivenName: field.line(40),
  familyNameKana: field.line(60),
  givenNameKana: field.line(60),
  email: z.email().max(200),
  password: newPassword,
})

const acceptance = z.strictObject({ token: z.string().min(20).max(100), password: newPassword })

/** The first company of an installation, the sample company, and invitations: everything before there is a session. */
export function addFirstRunRoutes(server: FastifyInstance, door: Door): void {
  const { office, settings } = door
  server.post('/api/first-run', async (request, reply) => {
    if (!isOwnName(door, request)) throw new Refusal(unknownName)
    const input = parseInput(founding, request.body ?? {})
    const caller = callerOf(request)
    door.limits.signIn.take(caller.address)
    const { companyId } = await beginFirstRun(office, settings.signIn, {
      name: input.companyName,
      password: input.password,
      person: {
        familyName: input.personFamilyName,
        givenName: input.personGivenName,
        familyKana: input.familyNameKana,
        givenKana: input.givenNameKana,
        email: input.email,
      },
    })
    await logSecurity(office, { kind: 'first-run', address: caller.address, companyId }, { email: input.email })
    const { cookies } = await settings.signIn.signIn(input.email, input.password, caller)
    return withCookies(reply, cookies).send({ companyId })
  })
  server.post('/api/invitations/accept', async (request, reply) => {
    const input = parseInput(acceptance, request.body ?? {})
    const caller = callerOf(request)
    door.limits.signIn.take(caller.address)
    const taken = await takeInvitation(office, settings.signIn, input, caller)
    const { companyId, email } = taken
    await logSecurity(office, { kind: 'invitation-accepted', address: caller.address, companyId }, { email })
    return withCookies(reply, taken.cookies).send({ companyId, ...(taken.twoFactor ? { twoFactor: true } : {}) })
  })
  addSampleRoutes(server, door)
}

/** Loading the sample company: begun once, watched by asking again. */
function addSampleRoutes(server: FastifyInstance, door: Door): void {
  const { office, settings } = door
  let progress: SampleProgress = { done: false, step: '', percent: 0 }
  let running: Promise<void> | undefined
  const load = async (loadSample: NonNullable<typeof settings.loadSample>) => {
    try {
      await loadSample(office, (step, percent) => {
        progress = { done: false, step, percent }
      })
      progress = { done: true, step: '', percent: 100 }
    } catch (cause) {
      running = undefined
      progress = { done: false, step: 'failed', percent: 0 }
      settings.log.error(
        { fault: cause instanceof Error ? cause.message : 'unknown' },
        'the sample company did not load',
      )
    }
  }
  server.post('/api/first-run/sample', async (request) => {
    if (!isLoopback(door, request)) throw new Refusal(notFromElsewhere)
    if (!settings.loadSample) throw new Refusal(noSample)
    const known = await office.database.owner.query('select 1 from kernel.company where sample limit 1')
    if (known.rowCount && !running) progress = { done: true, step: '', percent: 100 }
    else running ??= load(settings.loadSample)
    return progress
  })
  server.get('/api/first-run/sample', async (request) => {
    if (!isLoopback(door, request) && !visitorOf(door, request).token) throw new Refusal(notFromElsewhere)
    const known = await office.database.owner.query('select 1 from kernel.company where sample limit 1')
    return known.rowCount && !running ? { done: true, step: '', percent: 100 } : progress
  })
}

const notFromElsewhere = {
  kind: 'not-allowed',
  code: 'kernel.only-on-this-machine',
  what: {
    ja: 'サンプル会社は、このプログラムが動いている機械の上からだけ用意できます。',
    en: 'The sample company can be loaded only on the machine where the program runs.',
  },
  todo: { ja: 'その機械のブラウザーで開いてください。', en: 'Open it in a browser there.' },
} as const

const unknownName = {
  kind: 'not-allowed',
  code: 'kernel.unknown-host',
  what: {
    ja: 'このホスト名では、最初の設定はできません。',
    en: 'The first set-up is not done under this host name.',
  },
  field: 'host',
  rule: {
    says: {
      ja: 'ほかのサイトの名前がこのプログラムに向けられていても、会社を開設されないためです。',
      en: 'A foreign site whose name points here must not found the company.',
    },
  },
  todo: {
    ja: 'IP アドレスで開くか、ENNOSHITA_ADDRESS にこの名前を書いて起動し直してください。',
    en: 'Open it by its IP address, or name this host in ENNOSHITA_ADDRESS and start again.',
  },
} as const

const noSample = {
  kind: 'not-found',
  code: 'kernel.no-sample',
  what: { ja: 'このプログラムにはサンプル会社がありません。', en: 'This program has no sample company.' },
  todo: { ja: 'ご自分の会社で始めてください。', en: 'Begin with your own company.' },
} as const
