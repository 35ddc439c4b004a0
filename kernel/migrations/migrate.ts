import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'

/** A folder of forward-only SQL files, and the schema they belong to. */
export type Migrations = { readonly schema: string; readonly folder: URL }

/**
 * Brings the database up to the program's migrations, in the order given, one transaction a file, and says which ran.
 * Throws when a file that already ran was edited, or when the database knows a file the program does not.
 */
export async function migrate(owner: pg.Pool, all: readonly Migrations[]): Promise<string[]> {
  const client = await owner.connect()
  const ran: string[] = []
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', ['ennoshita migrate'])
    await client.query(
      'create table if not exists public.migration (name text primary key, sha256 text not null, ran_at timestamptz not null default clock_timestamp())',
    )
    const done = await client.query<{ name: string; sha256: string }>('select name, sha256 from public.migration')
    const known = new Map(done.rows.map((row) => [row.name, row.sha256]))
    for (const { schema, folder } of all) {
      const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
      for (const file of files) {
        const name = `${schema}/${file}`
        const text = await readFile(new URL(file, folder), 'utf8')
        const sha256 = createHash('sha256').update(text).digest('hex')
        const before = known.get(name)
        known.delete(name)
        if (before === sha256) continue
        if (before) throw new Error(`The migration ${name} was edited after it ran. Add a new file instead.`)
        await runFile(client, name, text, sha256)
        ran.push(name)
      }
    }
    if (known.size > 0)
      throw new Error(`The database is newer than this program; it knows ${[...known.keys()].join(', ')}.`)
    return ran
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined) // a dead connection holds no lock
    client.release()
  }
}

async function runFile(client: pg.PoolClient, name: string, text: string, sha256: string): Promise<void> {
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into public.migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`The migration ${name} failed.`, { cause })
  }
}
