import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type pg from 'pg'

/** Rows of a statement in portions of a thousand, whatever their number; the transaction is the caller's. */
export async function* portionsOf<Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  text: string,
  values: readonly unknown[],
): AsyncGenerator<Row[]> {
  await client.query(`declare portions no scroll cursor for ${text}`, [...values])
  try {
    for (;;) {
      const { rows } = await client.query<Row>('fetch 1000 from portions')
      if (rows.length === 0) return
      yield rows
    }
  } finally {
    await client.query('close portions')
  }
}

/** Writes the company's rows of one table as JSON lines, `schema.table.jsonl`; a table without rows gets no file. Answers the number. */
export async function writeTable(
  client: pg.ClientBase,
  companyId: string,
  table: string,
  folder: string,
): Promise<number> {
  let written = 0
  let out: ReturnType<typeof createWriteStream> | undefined
  const text = `select to_jsonb(t)::text as line from ${table} t where company_id = $1`
  for await (const rows of portionsOf<{ line: string }>(client, text, [companyId])) {
    out ??= createWriteStream(join(folder, `${table}.jsonl`), { flags: 'wx', mode: 0o600 })
    out.write(rows.map(({ line }) => `${line}\n`).join(''))
    written += rows.length
  }
  if (out) await finished(out.end())
  return written
}
