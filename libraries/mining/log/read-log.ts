import type { EventLog } from './event-log.ts'
import { CsvReader } from './read-csv.ts'
import { XesReader } from './read-xes.ts'

/** Takes the text of a file piece by piece. */
export interface TextReader {
  take(piece: string): void
  finish(): EventLog
}

/**
 * Reads an event log from the bytes of an XES (IEEE 1849) or CSV file, gzipped or not, without ever holding its whole text.
 * Text is UTF-8, UTF-16 with a mark, or CP932. What cannot be read is listed in `faults` with its place; a file that ends
 * in the middle gives what came before. Throws only where the compression itself is broken.
 */
export async function readLog(bytes: Uint8Array, { format }: { format: 'xes' | 'csv' }): Promise<EventLog> {
  const pieces = isGzip(bytes) ? await gunzipped(bytes) : [bytes]
  const marked = markedEncoding(pieces[0])
  try {
    return read(pieces, format, new TextDecoder(marked ?? 'utf-8', { fatal: marked === undefined }))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return read(pieces, format, new TextDecoder('shift_jis'))
  }
}

/** Throws a TypeError where a strict decoder meets bytes that are not its own. */
function read(pieces: readonly Uint8Array[], format: 'xes' | 'csv', decoder: TextDecoder): EventLog {
  const reader: TextReader = format === 'xes' ? new XesReader() : new CsvReader()
  for (const piece of pieces) {
    for (let from = 0; from < piece.length; from += pieceLength)
      reader.take(decoder.decode(piece.subarray(from, from + pieceLength), { stream: true }))
  }
  reader.take(decoder.decode())
  return reader.finish()
}

const pieceLength = 1 << 20

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

async function gunzipped(bytes: Uint8Array): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = []
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'))
  for await (const piece of stream) pieces.push(piece)
  return pieces
}

/** What the first two bytes say, if they are the mark of UTF-16. */
function markedEncoding(first: Uint8Array | undefined): string | undefined {
  if (first?.[0] === 0xff && first[1] === 0xfe) return 'utf-16le'
  return first?.[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : undefined
}
