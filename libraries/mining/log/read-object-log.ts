import type { LogFormat } from './event-log.ts'
import { allBytes, headOf } from './file-bytes.ts'
import { textOf } from './interned-texts.ts'
import { formatOf } from './log-format.ts'
import type { ObjectLog } from './object-log.ts'
import { readOcelJson } from './read-ocel-json.ts'
import { readOcelSqlite } from './read-ocel-sqlite.ts'
import { readOcelXml } from './read-ocel-xml.ts'
import { readDecoded, withoutMark } from './text-bytes.ts'

export interface ReadObjectOptions {
  format?: LogFormat
  sqliteWasm?: string
}

/**
 * Reads an object-centric log, OCEL 2.0 in JSON, XML or SQLite, gzipped or not; a stamp without an offset is Japan time.
 * Throws an Error for a file that is no OCEL 2.0; smaller faults are listed in `faults`.
 */
export async function readObjectLog(file: Uint8Array | Blob, options: ReadObjectOptions = {}): Promise<ObjectLog> {
  const head = await headOf(file)
  const format = options.format ?? formatOf(head)
  if (format === 'xes' || format === 'csv')
    throw new Error(`OCEL 2.0 ではありません（${format}）。readLog で読んでください。/ This is ${format}: use readLog.`)
  const bytes = await allBytes(file)
  if (format === 'ocel-sqlite') return readOcelSqlite(bytes, options.sqliteWasm)
  return readDecoded(head, async (decode) => {
    const decoded = withoutMark(decode ? decode(bytes) : bytes)
    decode?.(undefined)
    return format === 'ocel-xml' ? readOcelXml(decoded) : readOcelJson(textOf(decoded, 0, decoded.length))
  })
}
