import type { CsvField } from './csv-headings.ts'
import type { EventLog, LogFormat } from './event-log.ts'
import { bytePieces, headOf } from './file-bytes.ts'
import { flattenLog, mainObjectType } from './flatten-log.ts'
import { formatOf } from './log-format.ts'
import { CsvReader } from './read-csv.ts'
import { readObjectLog } from './read-object-log.ts'
import { XesReader } from './read-xes.ts'
import { readDecoded, type transcoder, withoutMark } from './text-bytes.ts'

export interface ReadOptions {
  /** Recognised by what the file contains when absent; gzip is always recognised. */
  format?: LogFormat
  /** XES: the classifier that names events, when it is not their concept:name. */
  classifier?: string
  /** CSV: headings of columns that are not recognised by themselves. */
  columns?: Partial<Record<CsvField, string>>
  /** OCEL: the object type whose objects are the cases; the one that most events touch when absent. */
  objectType?: string
  /** OCEL in SQLite, in a browser: where `sql-wasm-browser.wasm` of sql.js lies. */
  sqliteWasm?: string
}

/**
 * Reads an event log from the bytes of a file: XES (IEEE 1849), CSV, or OCEL 2.0 in JSON, XML or SQLite, gzipped or not. XES
 * and CSV are streamed, so that a Blob (a file that a browser opens, or `fs.openAsBlob`) is never held as a whole; the
 * most it takes is about 120 bytes an event (10 million events in 1.2 GB). OCEL is held as a whole. Text is UTF-8, CP932,
 * CP1252 or what the file declares. What cannot be read is listed in `faults` with its place; a file that ends in the
 * middle gives what came before. Throws a RangeError for an unknown classifier, heading, object type or encoding, and an
 * Error for a file that is no log at all: an Excel workbook, JSON that is no OCEL 2.0, a compression broken from its first
 * byte.
 */
export async function readLog(file: Uint8Array | Blob, options: ReadOptions = {}): Promise<EventLog> {
  const head = await headOf(file)
  const format = options.format ?? formatOf(head)
  if (format !== 'xes' && format !== 'csv') {
    const log = await readObjectLog(file, { ...options, format })
    const type = options.objectType ?? mainObjectType(log)
    const objectTypes = [...new Set(log.objects.map((object) => object.type))].sort()
    return { ...flattenLog(log, type), source: { format, objectType: type, objectTypes } }
  }
  return readDecoded(head, (decode, lost) => readAs(file, format, options, decode, lost))
}

async function readAs(
  file: Uint8Array | Blob,
  format: 'xes' | 'csv',
  { classifier, columns }: ReadOptions,
  decode: ReturnType<typeof transcoder> | undefined,
  lost: string | undefined,
): Promise<EventLog> {
  const reader = format === 'xes' ? new XesReader(classifier) : new CsvReader(columns)
  if (lost !== undefined) reader.broken(lost)
  let isFirst = true
  for await (const piece of bytePieces(file, (text) => reader.broken(text))) {
    reader.take(decode ? decode(piece) : isFirst ? withoutMark(piece) : piece)
    isFirst = false
  }
  if (decode) reader.take(decode(undefined))
  return reader.finish()
}
