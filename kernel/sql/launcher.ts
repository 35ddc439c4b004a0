import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, lstat, mkdir, open, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { milliseconds } from '../clock/clock.ts'
import { findBinaries, reachable } from './binaries.ts'

/** How to reach a database as one role. */
export type Connection = { host: string; port: number; database: string; user: string; password: string }

/** A running database server of our own: how to reach it as each role, and how to stop it. */
export type EmbeddedServer = {
  readonly owner: Connection
  readonly app: Connection
  readonly directory: string
  /** The same server, another database: tests make one each. */
  connection(role: 'owner' | 'app' | 'superuser', database: string): Connection
  stop(): Promise<void>
}

type Place = {
  directory: string
  cluster: string
  socket: string
  user?: { uid: number; gid: number } | undefined
  port: number
}

/**
 * Starts PostgreSQL in the directory, or joins the server that still runs there after this program was killed.
 * A new directory gets a cluster with fsync on, UTF-8, and two roles without superuser rights.
 * As root the server runs as `nobody`; where that user cannot reach the directory, /var/lib/ennoshita is used instead.
 * Throws when another program already uses the directory.
 */
export async function startEmbedded(wanted: string): Promise<EmbeddedServer> {
  const place = await preparePlace(wanted)
  const { directory } = place
  const binaries = await findBinaries(place.directory, place.user)
  const passwords = await ensureCluster(place, binaries)
  await ensureRunning(place, binaries)
  const connection = (role: 'owner' | 'app' | 'superuser', database: string): Connection => ({
    host: place.socket,
    port: place.port,
    database,
    user: role === 'superuser' ? 'postgres' : `ennoshita_${role}`,
    password: passwords[role],
  })
  const guard = await claim(connection('superuser', 'postgres'), directory)
  await ensureRoles(guard, passwords)
  return {
    directory,
    connection,
    owner: connection('owner', 'ennoshita'),
    app: connection('app', 'ennoshita'),
    async stop() {
      await guard.end().catch(() => undefined) // the server may already be gone; stopping is what we want
      await stopServer(place)
    },
  }
}

async function preparePlace(wanted: string): Promise<Place> {
  const root = process.getuid?.() === 0
  const user = root ? nobody() : undefined
  await mkdir(wanted, { recursive: true, mode: 0o711 })
  if (user && !reachable(wanted, user) && (await readdir(wanted)).length === 0) await chmod(wanted, 0o711)
  const short = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
  const directory = reachable(wanted, user) ? wanted : join('/var/lib/ennoshita', short)
  await mkdir(directory, { recursive: true, mode: 0o711 })
  const cluster = join(directory, 'database')
  const beside = join(directory, 'run')
  const socket =
    process.platform === 'win32' ? '127.0.0.1' : beside.length <= 85 ? beside : join(tmpdir(), `ennoshita-${short}`)
  const port = process.platform === 'win32' ? 40_000 + (Number.parseInt(short.slice(0, 4), 16) % 20_000) : 5432
  if (process.platform !== 'win32') {
    await ownFolder(socket, user)
  }
  return { directory, cluster, socket, user, port }
}

/**
 * The folder of the socket, closed to everybody else. Where a long path puts it among the temporary files, somebody else
 * may have laid a link or a folder of their own there first: that is refused, not followed.
 */
export async function ownFolder(folder: string, user: { uid: number; gid: number } | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const found = await lstat(folder)
  if (!found.isDirectory() || ![process.getuid?.(), user?.uid].includes(found.uid)) {
    throw new Error(
      `${folder} はほかの利用者のものなので使えません。消すか、短いパスのデータの場所を指定してください。\n` +
        `${folder} belongs to somebody else. Remove it, or choose a data folder with a shorter path.`,
    )
  }
  await chmod(folder, 0o700)
  if (user) await chown(folder, user.uid, user.gid)
}

function nobody(): { uid: number; gid: number } {
  const entry = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout.trim())
  const [uid, gid] = [entry('-u'), entry('-g')]
  if (!uid || !gid) throw new Error('The user "nobody" is missing; the database server refuses to run as root.')
  return { uid, gid }
}

type Passwords = { owner: string; app: string; superuser: string }

async function ensureCluster(place: Place, binaries: string): Promise<Passwords> {
  const secrets = join(place.directory, 'database-passwords.json')
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return JSON.parse(await readFile(secrets, 'utf8'))
  const fresh = () => randomBytes(24).toString('base64url')
  const passwords: Passwords = { owner: fresh(), app: fresh(), superuser: fresh() }
  const growing = `${place.cluster}.new`
  await rm(growing, { recursive: true, force: true })
  await mkdir(growing, { recursive: true, mode: 0o700 })
  const passwordFile = join(place.socket === '127.0.0.1' ? place.directory : place.socket, 'initial-password')
  await writeFile(passwordFile, passwords.superuser, { mode: 0o600 })
  if (place.user) {
    await chown(growing, place.user.uid, place.user.gid)
    await chown(passwordFile, place.user.uid, place.user.gid)
  }
  const made = spawnSync(
    join(binaries, 'initdb'),
    [
      '-D',
      growing,
      '-U',
      'postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--lc-ctype=C.UTF-8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    { encoding: 'utf8', cwd: '/', ...place.user },
  )
  await rm(passwordFile, { force: true })
  if (made.status !== 0)
    throw new Error(`The database could not be created in ${place.cluster}.\n${made.stderr}${made.error ?? ''}`)
  await writeFile(secrets, JSON.stringify(passwords), { mode: 0o600 })
  await rename(growing, place.cluster)
  return passwords
}

async function ensureRunning(place: Place, binaries: string): Promise<void> {
  const deadline = milliseconds() + 30_000
  while (milliseconds() < deadline) {
    if (await answers(place)) return
    if ((await postmaster(place)) === undefined) await startServer(place, binaries)
    for (let wait = 0; wait < 100 && !(await answers(place)); wait++) await pause(10)
  }
  const log = await readFile(join(place.directory, 'database.log'), 'utf8').catch(() => '')
  throw new Error(`The database server did not start.\n${log.split('\n').slice(-10).join('\n')}`)
}

async function startServer(place: Place, binaries: string): Promise<void> {
  const log = await open(join(place.directory, 'database.log'), 'a', 0o600)
  const listen =
    process.platform === 'win32'
      ? ['-c', 'listen_addresses=127.0.0.1']
      : ['-c', 'listen_addresses=', '-k', place.socket]
  const server = spawn(
    join(binaries, 'postgres'),
    [
      '-D',
      place.cluster,
      '-p',
      String(place.port),
      ...listen,
      '-c',
      'max_connections=60',
      '-c',
      'shared_buffers=128MB',
      '-c',
      'timezone=Asia/Tokyo',
      '-c',
      'log_timezone=Asia/Tokyo',
      '-c',
      'jit=off',
      '-c',
      'autovacuum_naptime=10s', // what is planned for empty tables is planned anew soon after they have filled
    ],
    { detached: true, stdio: ['ignore', log.fd, log.fd], cwd: '/', ...place.user },
  )
  server.on('error', () => undefined) // the wait in ensureRunning reports it with the server's log
  server.unref()
  await log.close()
}

async function answers(place: Place): Promise<boolean> {
  if (process.platform !== 'win32' && !existsSync(join(place.socket, `.s.PGSQL.${place.port}`))) return false
  const probe = new pg.Client({
    host: place.socket,
    port: place.port,
    user: 'postgres',
    password: 'probe',
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  })
  probe.on('error', () => undefined) // a probe only asks whether someone answers
  try {
    await probe.connect()
    return true
  } catch (cause) {
    return cause instanceof pg.DatabaseError && cause.code === '28P01'
  } finally {
    await probe.end().catch(() => undefined) // nothing to close when it never opened
  }
}

/**
 * The process id of a live server on this cluster, if there is one. After a power cut, or in a container started anew, the
 * number may meanwhile belong to another program: what we may not signal, or what stands in another folder, is not ours.
 */
export async function postmaster({ cluster }: Pick<Place, 'cluster'>): Promise<number | undefined> {
  const lines = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '') // no server has run, or it was stopped
  const pid = Number.parseInt(lines, 10)
  if (!pid) return undefined
  try {
    process.kill(pid, 0)
  } catch {
    return undefined
  }
  const [standsIn, own] = await Promise.all(
    [`/proc/${pid}/cwd`, cluster].map((path) => realpath(path).catch(() => undefined)), // no /proc on macOS and Windows
  )
  return standsIn === undefined || standsIn === own ? pid : undefined
}

async function stopServer(place: Place): Promise<void> {
  const pid = await postmaster(place)
  if (pid === undefined) return
  process.kill(pid, 'SIGINT')
  for (let wait = 0; wait < 1_000 && (await postmaster(place)) !== undefined; wait++) await pause(10)
}

async function claim(connection: Connection, directory: string): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, application_name: 'ennoshita' })
  client.on('error', () => undefined) // the server went away; the next statement says so
  await client.connect()
  for (let attempt = 0; attempt < 50; attempt++) {
    const found = await client.query<{ mine: boolean }>('select pg_try_advisory_lock(4649) as mine')
    if (found.rows[0]?.mine) return client
    await pause(100)
  }
  await client.end()
  throw new Error(
    `別のプログラムが ${directory} を使っています。先にそちらを止めてください。\nAnother program is using ${directory}. Stop it first.`,
  )
}

async function ensureRoles(superuser: pg.Client, passwords: Passwords): Promise<void> {
  for (const role of ['owner', 'app'] as const) {
    const name = `ennoshita_${role}`
    const found = await superuser.query('select 1 from pg_roles where rolname = $1', [name])
    if (found.rowCount === 0)
      await superuser.query(`create role ${name} login nosuperuser nobypassrls password '${passwords[role]}'`)
  }
  const found = await superuser.query("select 1 from pg_database where datname = 'ennoshita'")
  if (found.rowCount === 0) await superuser.query('create database ennoshita owner ennoshita_owner')
}
