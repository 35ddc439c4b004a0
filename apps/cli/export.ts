import { existsSync } from 'node:fs'
import { cp, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { inTransaction } from '@ennoshita/kernel/server'
import { openProgram, type Program } from '../server/open-program.ts'
import type { Act } from './act.ts'
import { writeLog } from './export-log.ts'
import { writeTable } from './export-table.ts'

/** Rows that are of no use elsewhere: working marks of this server, hashes of links, and the log, which is written whole. */
const leftOut = new Set([
  'kernel.event',
  'kernel.event_object',
  'kernel.log_reader',
  'kernel.invitation',
  'kernel.object_label',
])

/**
 * Writes everything of every company into a folder: the log as OCEL 2.0 JSON, each table as JSON lines, the files. One
 * snapshot of the database, so that all of it belongs together.
 */
export const exportAll: Act = async ([given = 'export'], settings, tell) => {
  const folder = resolve(given)
  if (existsSync(folder)) throw new Error(`${folder} はすでにあります。/ ${folder} is there already.`)
  const program = await openProgram(settings)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeCompanies(program, folder, tell)
    if (existsSync(program.filesFolder)) await cp(program.filesFolder, join(folder, 'files'), { recursive: true })
    tell(`書き出しました。/ written: ${folder}`)
    return 0
  } finally {
    await program.close()
  }
}

async function writeCompanies(program: Program, folder: string, tell: (line: string) => void): Promise<void> {
  await inTransaction(program.office.database.owner, async (tx, client) => {
    await tx.run`set transaction isolation level repeatable read, read only`
    const companies = await tx.rows<{ companyId: string; name: string }>`
      select company_id as "companyId", name from kernel.company order by founded_at`
    const tables = await tx.rows<{ name: string }>`
      select c.table_schema || '.' || c.table_name as name
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.column_name = 'company_id' and t.table_type = 'BASE TABLE'
        and c.table_schema = any(${program.office.modules.map((module) => module.name)}) order by 1`
    for (const { companyId, name } of companies) {
      const place = join(folder, companyId)
      await mkdir(place)
      const events = await writeLog(client, companyId, join(place, 'log.ocel.json'))
      let rows = 0
      for (const table of tables)
        if (!leftOut.has(table.name)) rows += await writeTable(client, companyId, table.name, place)
      tell(`${name}: 記録 ${events} 件、表の行 ${rows} 行 / ${events} events, ${rows} rows`)
    }
  })
}
