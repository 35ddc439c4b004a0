import { join, resolve } from 'node:path'

/** The folder of the program. */
export const programFolder = resolve(import.meta.dirname, '../..')

/** What the person who runs the program may set, all by environment variables. */
export type Settings = {
  /** Where the data lie: database, files, letters, secret. `ENNOSHITA_DATA`, default `data` beside the program. */
  readonly dataFolder: string
  /** A PostgreSQL server instead of the embedded one. `DATABASE_URL` (owner) and `DATABASE_APP_URL` (app). */
  readonly databases: { readonly owner: string; readonly app: string } | undefined
  /** `ENNOSHITA_HOST`, default 127.0.0.1, and `ENNOSHITA_PORT`, default 4649. */
  readonly host: string
  readonly port: number
  /** Where browsers find the program. `ENNOSHITA_ADDRESS`, default http://127.0.0.1:4649. */
  readonly address: string
  /** `ENNOSHITA_BEHIND_PROXY=1`: a reverse proxy on this machine says where requests come from. */
  readonly behindProxy: boolean
  /** `ENNOSHITA_MAIL_URL` such as smtps://user:password@mail.example.jp; without it letters are laid into a folder. */
  readonly mailUrl: string | undefined
  readonly mailFrom: string
  readonly metricsToken: string | undefined
  /** `ENNOSHITA_SECRET`: signs cookies and links; without it one is made and kept with the data. */
  readonly secret: string | undefined
}

/** Reads the settings from the environment; throws in words when one cannot be right. */
export function settingsOf(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = (name: string) => environment[name] || undefined
  const port = Number(given('ENNOSHITA_PORT') ?? '4649')
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`ENNOSHITA_PORT は 0 から 65535 の数です。/ ENNOSHITA_PORT is a number from 0 to 65535.`)
  const host = given('ENNOSHITA_HOST') ?? '127.0.0.1'
  const address =
    given('ENNOSHITA_ADDRESS') ?? `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`
  if (!/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
    throw new Error('ENNOSHITA_ADDRESS は https://… の形で書きます。/ ENNOSHITA_ADDRESS is written as https://…')
  const [owner, app] = [given('DATABASE_URL'), given('DATABASE_APP_URL')]
  if ((owner === undefined) !== (app === undefined)) {
    throw new Error(
      'DATABASE_URL（所有者のロール）と DATABASE_APP_URL（アプリのロール）は両方とも必要です。\n' +
        'DATABASE_URL (role of the owner) and DATABASE_APP_URL (role of the app) are needed together.',
    )
  }
  const secret = given('ENNOSHITA_SECRET')
  if (secret !== undefined && secret.length < 32)
    throw new Error('ENNOSHITA_SECRET は32文字以上にします。/ ENNOSHITA_SECRET has at least 32 characters.')
  return {
    dataFolder: resolve(given('ENNOSHITA_DATA') ?? join(programFolder, 'data')),
    databases: owner !== undefined && app !== undefined ? { owner, app } : undefined,
    host,
    port,
    address,
    behindProxy: given('ENNOSHITA_BEHIND_PROXY') === '1',
    mailUrl: given('ENNOSHITA_MAIL_URL'),
    mailFrom: given('ENNOSHITA_MAIL_FROM') ?? '縁の下 <ennoshita@localhost>',
    metricsToken: given('ENNOSHITA_METRICS_TOKEN'),
    secret,
  }
}
