import type { Database, SqlValue } from 'sql.js'
import type { AttributeValue, LogObject, ObjectLog } from './object-log.ts'
import { ObjectLogBuilder } from './object-log-builder.ts'

/**
 * Reads OCEL 2.0 in SQLite (Berti et al., "OCEL (Object-Centric Event Log) 2.0 Specification", 2024, §7.1): one table of
 * attributes for each type, named by `event_map_type` and `object_map_type`. sql.js is loaded when it is first needed; in a
 * browser `wasm` says where its sql-wasm-browser.wasm lies. Throws an Error for a database of another kind.
 */
export async function readOcelSqlite(bytes: Uint8Array, wasm?: string): Promise<ObjectLog> {
  const { default: initSqlJs } = await import('sql.js')
  const sql = await initSqlJs(wasm === undefined ? {} : { locateFile: () => wasm })
  const database = new sql.Database(bytes)
  try {
    return logOf(database)
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    throw new Error(`OCEL 2.0 の SQLite ではありません。/ This SQLite database is no OCEL 2.0: ${text}`, {
      cause: error,
    })
  } finally {
    database.close()
  }
}

function logOf(database: Database): ObjectLog {
  const log = new ObjectLogBuilder()
  const changes = new Map<string, NonNullable<LogObject['attributes']>[number][]>()
  for (const row of typedRows(database, 'object')) {
    const id = textOf(row.ocel_id)
    const changed = textOf(row.ocel_changed_field)
    const known = changes.get(id) ?? []
    changes.set(id, known)
    for (const [name, value] of attributesOf(row))
      if (changed === '' || changed === name) known.push({ name, at: textOf(row.ocel_time), value })
  }
  for (const row of rowsOf(database, 'select ocel_id, ocel_type from object order by rowid'))
    log.addObject(textOf(row.ocel_id), textOf(row.ocel_type), changes.get(textOf(row.ocel_id)) ?? [])
  const stated = new Map([...typedRows(database, 'event')].map((row) => [textOf(row.ocel_id), row]))
  for (const row of rowsOf(database, 'select ocel_id, ocel_type from event order by rowid')) {
    const own = stated.get(textOf(row.ocel_id)) ?? {}
    log.addEvent(textOf(row.ocel_id), textOf(row.ocel_type), textOf(own.ocel_time), attributesOf(own))
  }
  for (const row of rowsOf(database, 'select * from event_object order by rowid'))
    log.relate(textOf(row.ocel_event_id), textOf(row.ocel_object_id), textOf(row.ocel_qualifier))
  for (const row of rowsOf(database, 'select * from object_object order by rowid'))
    log.relateObjects(textOf(row.ocel_source_id), textOf(row.ocel_target_id), textOf(row.ocel_qualifier))
  return log.build()
}

type Row = Record<string, SqlValue>

/** The rows of the tables of all types of events or objects. */
function* typedRows(database: Database, kind: 'event' | 'object'): Generator<Row> {
  for (const { name } of [...rowsOf(database, `select ocel_type_map as name from ${kind}_map_type order by rowid`)])
    yield* rowsOf(database, `select * from "${kind}_${textOf(name).replaceAll('"', '""')}" order by rowid`)
}

function* rowsOf(database: Database, text: string): Generator<Row> {
  const statement = database.prepare(text)
  try {
    while (statement.step()) yield statement.getAsObject()
  } finally {
    statement.free()
  }
}

function attributesOf(row: Row): [string, AttributeValue][] {
  return Object.entries(row).flatMap(([name, value]): [string, AttributeValue][] => {
    if (name.startsWith('ocel_') || value === null) return []
    return [[name, typeof value === 'object' ? `${value.length} bytes` : value]]
  })
}

function textOf(value: SqlValue | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
