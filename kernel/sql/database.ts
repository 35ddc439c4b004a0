import pg from 'pg'
import { doorOf, sql, type Tx } from './sql.ts'
import { types } from './turn.ts'

/** The two roles at run time; neither is a superuser. */
export type Database = {
  /** All commands and queries: row security applies. */
  readonly app: pg.Pool
  /** Migrations, dispatcher, seals, search functions, sign-in. */
  readonly owner: pg.Pool
  readonly ownerConnection: pg.ClientConfig
  close(): Promise<void>
}

/** Opens the pools of both roles and refuses a role that could step over row security. */
export async function openDatabase(app: pg.ClientConfig, owner: pg.ClientConfig, connections = 10): Promise<Database> {
  const common = {
    types,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  }
  const database: Database = {
    app: new pg.Pool({ ...app, ...common, max: connections, statement_timeout: 15_000 }),
    owner: new pg.Pool({ ...owner, ...common, max: 4 }),
    ownerConnection: { ...owner, types },
    async close() {
      await Promise.all([database.app.end(), database.owner.end()])
    },
  }
  for (const pool of [database.app, database.owner]) pool.on('error', () => undefined) // an idle connection died; the next request opens another
  try {
    await refuseTooMuchPower(database)
  } catch (cause) {
    await database.close()
    throw cause
  }
  return database
}

async function refuseTooMuchPower(database: Database): Promise<void> {
  for (const [role, pool] of [
    ['app', database.app],
    ['owner', database.owner],
  ] as const) {
    const found = await pool.query<{ name: string; strong: boolean; version: number }>(
      `select rolname as name, rolsuper or rolbypassrls as strong, current_setting('server_version_num')::int as version
       from pg_roles where rolname = current_user`,
    )
    const [self] = found.rows
    if (!self || self.strong) {
      throw new Error(
        `データベースの${role}用ロール「${self?.name}」は行単位のアクセス制御を素通りできるため、起動しません。\n` +
          `The ${role} role "${self?.name}" could step over row security, so the program does not start.\n` +
          "create role ennoshita_owner login password '…' nosuperuser nobypassrls;\n" +
          "create role ennoshita_app login password '…' nosuperuser nobypassrls;\n" +
          "create database ennoshita owner ennoshita_owner template template0 encoding 'UTF8';",
      )
    }
    if (self.version < 150_000) throw new Error('PostgreSQL 15 以上が必要です。/ PostgreSQL 15 or newer is needed.')
  }
}

/** Runs the work in one transaction of the pool and commits it; anything thrown rolls it back. */
export async function inTransaction<Answer>(
  pool: pg.Pool,
  work: (tx: Tx, client: pg.PoolClient) => Promise<Answer>,
  begin = sql`begin`,
): Promise<Answer> {
  const client = await pool.connect()
  const { tx, send, close, takeBack } = doorOf(client)
  let broken: Error | undefined
  try {
    const begun = send(begin)
    const answer = await work(tx, client)
    await begun
    close()
    const { tag } = await send(sql`commit`)
    if (tag !== 'COMMIT') throw new Error('The transaction was rolled back because an error inside it was swallowed.')
    return answer
  } catch (cause) {
    broken = await takeBack()
    throw cause
  } finally {
    client.release(broken)
  }
}
