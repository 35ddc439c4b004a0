const pieceLength = 1 << 20

/**
 * The bytes of a file piece by piece, gunzipped where they are gzip. A gzip that breaks off in the middle is told to `broken`
 * and gives what came before; one that gives nothing at all throws an Error, and what is no file a TypeError.
 */
export async function* bytePieces(
  file: Uint8Array | Blob,
  broken: (text: string) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const blob = file instanceof Blob ? file : undefined
  const first = file instanceof Blob ? new Uint8Array(await file.slice(0, 2).arrayBuffer()) : file
  if (!ArrayBuffer.isView(first)) throw new TypeError('a file is a Uint8Array or a Blob')
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    if (blob) yield* piecesOf(blob.stream())
    else for (let from = 0; from < first.length; from += pieceLength) yield first.subarray(from, from + pieceLength)
    return
  }
  const packed = blob ?? new Blob([new Uint8Array(first)])
  let isEmpty = true
  try {
    for await (const piece of piecesOf(packed.stream().pipeThrough(new DecompressionStream('gzip')))) {
      isEmpty = false
      yield piece
    }
  } catch (error) {
    if (isEmpty) throw new Error('gzip が壊れています。/ The gzip file is broken.', { cause: error })
    broken('the gzip file is broken or ends early')
  }
}

/** The pieces of a stream by its reader, since not every browser can iterate a stream. */
async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel()
  }
}

const headLength = 65_536

/** The first bytes of a file, gunzipped. */
export async function headOf(file: Uint8Array | Blob): Promise<Uint8Array> {
  for await (const piece of bytePieces(file, () => undefined)) return piece.subarray(0, headLength)
  return new Uint8Array(0)
}

/** All bytes of a file, gunzipped. Throws an Error where the gzip is broken, since a part of a database or of JSON is none. */
export async function allBytes(file: Uint8Array | Blob): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  const broken = (text: string) => {
    throw new Error(`gzip が壊れています。/ ${text}`)
  }
  for await (const piece of bytePieces(file, broken)) pieces.push(piece)
  return wholeOf(pieces)
}

/** Pieces one behind the other. */
export function wholeOf(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let filled = 0
  for (const piece of pieces) {
    whole.set(piece, filled)
    filled += piece.length
  }
  return whole
}
