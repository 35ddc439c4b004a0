import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { isAPIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import pg from 'pg'
import { milliseconds } from '../clock/clock.ts'
import type { Database } from '../sql/database.ts'
import { type SampleSeat, sealSeat, seatOf } from './sample-seat.ts'
import { refusalOfSignIn } from './sign-in-refusals.ts'

/** Where a sign-in request comes from. */
export type Caller = { readonly cookie: string; readonly address: string; readonly userAgent: string }

/** Cookies to be sent with the answer. */
export type Signed = { readonly cookies: readonly string[] }

/**
 * The port to accounts, passwords, second factors and sessions. Membership and rights are not its business.
 * Everything it cannot accept is thrown as a Refusal.
 */
export type SignIn = {
  /** The signed session token among the cookies, or nothing; says nothing of whether the session still lives. */
  tokenOf(cookieHeader: string | undefined): string | undefined
  signIn(email: string, password: string, caller: Caller): Promise<Signed & { twoFactor: boolean }>
  /** The six digits of the authenticator, or a recovery code. */
  answerTwoFactor(code: string, caller: Caller): Promise<Signed>
  /** Cookies that end the session in the browser; the session itself is ended by whoever calls. */
  farewell(): readonly string[]
  /** Makes an account and answers its id; an address that has one already is refused. */
  createAccount(email: string, password: string): Promise<string>
  removeAccount(accountId: string): Promise<void>
  /** Sets another password in place of the one that is given; every other session of the account ends. */
  changePassword(password: string, newPassword: string, caller: Caller): Promise<Signed>
  /** The secret of a link by which the owner of the address may set a new password within an hour; none without an account. */
  forgotten(email: string): Promise<string | undefined>
  /** Sets a new password by the secret of such a link, once; every session of the account ends. Answers the account. */
  setPassword(token: string, newPassword: string): Promise<string>
  enrol(password: string, caller: Caller): Promise<{ uri: string; secret: string; recoveryCodes: string[] }>
  confirm(code: string, caller: Caller): Promise<Signed>
  disable(password: string, caller: Caller): Promise<Signed>
  /** A seat in the sample company: no account, only a person chosen on this machine. */
  takeSeat(seat: SampleSeat): readonly string[]
  seatOf(cookieHeader: string | undefined): SampleSeat | undefined
  close(): Promise<void>
}

const forgottenMs = 3_600_000

/** A session lasts this long from the moment of signing in, whatever is done in it. */
const sessionSeconds = 7 * 24 * 3600

/** Opens the sign-in on the owner's connection; `secret` signs cookies, `address` is where browsers find the program. */
export async function openSignIn(database: Database, settings: { secret: string; address: string }): Promise<SignIn> {
  const opened = authOn(database, settings)
  const { auth } = opened
  const context = await auth.$context
  const session = context.authCookies.sessionToken
  const secure = session.attributes.secure === true
  const seatName = `${secure ? '__Secure-' : ''}ennoshita.seat`
  const plain = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  const end = (name: string) => `${name}=; Max-Age=0; ${plain}`

  return {
    tokenOf: (cookieHeader) => signedValue(cookieOf(cookieHeader, session.name), settings.secret),
    async signIn(email, password, caller) {
      const { headers, response } = await refusing(
        auth.api.signInEmail({ body: { email, password }, headers: headersOf(caller), returnHeaders: true }),
      )
      return { cookies: [...headers.getSetCookie(), end(seatName)], twoFactor: 'twoFactorRedirect' in response }
    },
    farewell: () => [end(session.name), end(seatName)],
    createAccount: (email, password) => createAccount(context, email.toLowerCase(), password),
    removeAccount: (accountId) => context.internalAdapter.deleteUser(accountId),
    ...passwordsOn(opened, context),
    ...secondFactorOn(opened),
    takeSeat: (seat) => [
      `${seatName}=${sealSeat(seat, settings.secret)}; Max-Age=${12 * 3600}; ${plain}`,
      end(session.name),
    ],
    seatOf: (cookieHeader) => seatOf(cookieOf(cookieHeader, seatName), settings.secret),
    close: () => opened.pool.end(),
  }
}

const headersOf = (caller: Caller): Headers =>
  new Headers({ cookie: caller.cookie, 'user-agent': caller.userAgent, 'x-caller-address': caller.address })

type Auth = ReturnType<typeof authOn>
type Context = Awaited<Auth['auth']['$context']>

/** Changing a password, and setting one anew by a link. */
function passwordsOn({ auth }: Auth, context: Context): Pick<SignIn, 'changePassword' | 'forgotten' | 'setPassword'> {
  return {
    async changePassword(password, newPassword, caller) {
      const body = { currentPassword: password, newPassword, revokeOtherSessions: true }
      const { headers } = await refusing(
        auth.api.changePassword({ body, headers: headersOf(caller), returnHeaders: true }),
      )
      return { cookies: headers.getSetCookie() }
    },
    async forgotten(email) {
      const found = await context.internalAdapter.findUserByEmail(email.toLowerCase())
      if (!found) return undefined
      const token = randomBytes(24).toString('base64url')
      const expiresAt = new Date(milliseconds() + forgottenMs)
      await context.internalAdapter.createVerificationValue({
        ...{ identifier: forgottenName(token), value: found.user.id, expiresAt },
      })
      return token
    },
    async setPassword(token, newPassword) {
      const known = await context.internalAdapter.findVerificationValue(forgottenName(token))
      await refusing(auth.api.resetPassword({ body: { token, newPassword } }))
      return known?.value ?? ''
    },
  }
}

/** The authenticator: answering it, enrolling, confirming, turning it off. */
function secondFactorOn({ auth }: Auth): Pick<SignIn, 'answerTwoFactor' | 'enrol' | 'confirm' | 'disable'> {
  return {
    async answerTwoFactor(code, caller) {
      const given = { headers: headersOf(caller), returnHeaders: true } as const
      const { headers } = await refusing(
        /^\d{6}$/.test(code)
          ? auth.api.verifyTOTP({ body: { code }, ...given })
          : auth.api.verifyBackupCode({ body: { code }, ...given }),
      )
      return { cookies: headers.getSetCookie() }
    },
    async enrol(password, caller) {
      const answer = await refusing(auth.api.enableTwoFactor({ body: { password }, headers: headersOf(caller) }))
      if (answer.method !== 'totp') throw new Error('The second factor is not an authenticator.')
      const secret = new URL(answer.totpURI).searchParams.get('secret') ?? ''
      return { uri: answer.totpURI, secret, recoveryCodes: answer.backupCodes }
    },
    async confirm(code, caller) {
      const { headers } = await refusing(
        auth.api.verifyTOTP({ body: { code }, headers: headersOf(caller), returnHeaders: true }),
      )
      return { cookies: headers.getSetCookie() }
    },
    async disable(password, caller) {
      const { headers } = await refusing(
        auth.api.disableTwoFactor({ body: { password }, headers: headersOf(caller), returnHeaders: true }),
      )
      return { cookies: headers.getSetCookie() }
    },
  }
}

/** Under this name the sign-in library keeps whom a link is for. */
const forgottenName = (token: string): string => `reset-password:${token}`

async function createAccount(context: Context, email: string, password: string): Promise<string> {
  const known = await context.internalAdapter.findUserByEmail(email)
  if (known) throw refusalOfSignIn('USER_ALREADY_EXISTS')
  const account = await context.internalAdapter.createUser(
    { email, name: '', emailVerified: true },
    { method: 'email-password' },
  )
  await context.internalAdapter.linkAccount({
    userId: account.id,
    accountId: account.id,
    providerId: 'credential',
    password: await context.password.hash(password),
  })
  return account.id
}

function authOn(database: Database, settings: { secret: string; address: string }) {
  const pool = new pg.Pool({
    ...database.ownerConnection,
    types: undefined,
    options: '-c search_path=signin',
    max: 2,
  })
  pool.on('error', () => undefined) // an idle connection died; the next request opens another
  const auth = betterAuth({
    appName: '縁の下',
    baseURL: settings.address,
    secret: settings.secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
    },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true, freshAge: 0, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'ennoshita',
      useSecureCookies: settings.address.startsWith('https:'),
      ipAddress: { ipAddressHeaders: ['x-caller-address'] },
    },
    plugins: [twoFactor({ issuer: '縁の下' })],
  })
  return { auth, pool }
}

async function refusing<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (cause) {
    if (isAPIError(cause) && cause.statusCode < 500) throw refusalOfSignIn(cause.body?.code ?? '')
    throw cause
  }
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const cut = part.indexOf('=')
    if (cut > 0 && part.slice(0, cut).trim() === name) return part.slice(cut + 1).trim()
  }
  return undefined
}

/** The value of a cookie `value.signature`, HMAC-SHA256 in base64, when the signature is ours. */
function signedValue(cookie: string | undefined, secret: string): string | undefined {
  if (!cookie || cookie.length > 500) return undefined
  const text = cookie.replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  const cut = text.lastIndexOf('.')
  if (cut < 1) return undefined
  const given = Buffer.from(text.slice(cut + 1), 'base64')
  const right = createHmac('sha256', secret).update(text.slice(0, cut)).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? text.slice(0, cut) : undefined
}
