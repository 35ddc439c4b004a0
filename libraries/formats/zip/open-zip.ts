import { Inflate } from 'fflate'
import { megabyte, UnreadableFileError } from '../tables/table.ts'
import { decodeText } from '../text/decode-text.ts'

/** One file inside a ZIP archive, as its directory declares it. */
export type ZipEntry = {
  /** With / between folders and none before the first. */
  name: string
  /** As it stands in the archive. */
  givenName: string
  method: number
  packedBytes: number
  inflatedBytes: number
  headerAt: number
  isEncrypted: boolean
  isLink: boolean
  crc: number
}

export type ArchiveKind = 'XLSX' | 'ZIP'

export type ZipArchive = {
  kind: ArchiveKind
  bytes: Uint8Array
  /** In the order of the directory. */
  entries: ZipEntry[]
  budget: { leftBytes: number; allBytes: number }
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50
const maxEntries = 10_000
const pieceBytes = 16_384
const suspiciousRatio = 250

export function brokenArchive(kind: ArchiveKind = 'XLSX'): UnreadableFileError {
  if (kind === 'ZIP') {
    return new UnreadableFileError(
      'ZIPファイルが壊れています（途中で切れている可能性があります）。もう一度受け取ってください。',
      'The ZIP file is broken (perhaps cut off). Have it sent again.',
    )
  }
  return new UnreadableFileError(
    'XLSXファイルが壊れています（途中で切れている可能性があります）。Excelで開いて保存し直すか、もう一度受け取ってください。',
    'The XLSX file is broken (perhaps cut off). Open and save it again in Excel, or have it sent again.',
  )
}

function tooLarge(kind: ArchiveKind, limitBytes: number): UnreadableFileError {
  const limit = Math.floor(limitBytes / megabyte)
  const [hint, hintEn] =
    kind === 'XLSX'
      ? ['不要なシートや行を削除してください。', 'Delete sheets and rows that are not needed.']
      : ['分けて圧縮し直してください。', 'Split it into several archives.']
  return new UnreadableFileError(
    `${kind}ファイルの中身が大きすぎます（展開後${limit} MBまで）。${hint}`,
    `The contents of the ${kind} file are too large (at most ${limit} MB unpacked). ${hintEn}`,
  )
}

const findEnd = (view: DataView, kind: ArchiveKind): number => {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at
  }
  throw brokenArchive(kind)
}

const isUtf8Flag = 1 << 11
const unicodePath = 0x7075

/** The Info-ZIP Unicode Path extra field (APPNOTE 4.6.9), which old archivers add beside a name in CP932. */
const unicodeNameIn = (extra: Uint8Array): string | undefined => {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  for (let at = 0; at + 4 <= extra.length; ) {
    const [id, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    if (id === unicodePath && size > 5) return new TextDecoder().decode(extra.subarray(at + 9, at + 4 + size))
    at += 4 + size
  }
  return undefined
}

/** UTF-8 where the flag says so; otherwise what the bytes look like: Windows writes CP932, macOS UTF-8 without the flag. */
const nameIn = (bytes: Uint8Array, extra: Uint8Array, flags: number): string =>
  (flags & isUtf8Flag) !== 0 ? new TextDecoder().decode(bytes) : (unicodeNameIn(extra) ?? decodeText(bytes).text)

const readEntry = (view: DataView, at: number, kind: ArchiveKind): { entry: ZipEntry; next: number } => {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) throw brokenArchive(kind)
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  if (next > view.byteLength) throw brokenArchive(kind)
  const flags = view.getUint16(at + 8, true)
  const start = view.byteOffset + at + 46
  const nameBytes = new Uint8Array(view.buffer, start, nameLength)
  const givenName = nameIn(nameBytes, new Uint8Array(view.buffer, start + nameLength, extraLength), flags)
  const isUnix = view.getUint8(at + 5) === 3
  const entry: ZipEntry = {
    name: givenName.replaceAll('\\', '/').replace(/^\//, ''),
    givenName,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    inflatedBytes: view.getUint32(at + 24, true),
    headerAt: view.getUint32(at + 42, true),
    isEncrypted: (flags & 1) === 1,
    isLink: isUnix && ((view.getUint32(at + 38, true) >>> 16) & 0xf000) === 0xa000,
  }
  return { entry, next }
}

/**
 * Reads the directory of a ZIP archive (APPNOTE 4.3.12, 4.3.16). Refuses what declares more than `maxInflatedBytes` in all, or
 * shrinks more than 250 times beyond 10 MB; the same budget is counted again while inflating. Throws UnreadableFileError.
 */
export function openZip(bytes: Uint8Array, maxInflatedBytes: number, kind: ArchiveKind = 'XLSX'): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 22) throw brokenArchive(kind)
  const end = findEnd(view, kind)
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  let declaredBytes = 0
  if (count > maxEntries) throw tooLarge(kind, maxInflatedBytes)
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(view, at, kind)
    entries.push(entry)
    declaredBytes += entry.inflatedBytes
    const isBomb = entry.inflatedBytes > 10 * megabyte && entry.inflatedBytes > suspiciousRatio * entry.packedBytes
    if (declaredBytes > maxInflatedBytes || isBomb) throw tooLarge(kind, maxInflatedBytes)
    at = next
  }
  return { kind, bytes, entries, budget: { leftBytes: maxInflatedBytes, allBytes: maxInflatedBytes } }
}

const packedPartOf = ({ bytes, kind }: ZipArchive, entry: ZipEntry): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.headerAt + 30 > bytes.length || view.getUint32(entry.headerAt, true) !== localHeader) {
    throw brokenArchive(kind)
  }
  const start =
    entry.headerAt + 30 + view.getUint16(entry.headerAt + 26, true) + view.getUint16(entry.headerAt + 28, true)
  if (start + entry.packedBytes > bytes.length) throw brokenArchive(kind)
  return bytes.subarray(start, start + entry.packedBytes)
}

/** Inflates one file piece by piece, so that a bomb is noticed before it fills the memory. Throws UnreadableFileError. */
export function inflateEntry(archive: ZipArchive, entry: ZipEntry, onPiece: (piece: Uint8Array) => void): void {
  const { kind, budget } = archive
  if (entry.isEncrypted || (entry.method !== 0 && entry.method !== 8)) throw brokenArchive(kind)
  const packed = packedPartOf(archive, entry)
  const take = (piece: Uint8Array): void => {
    budget.leftBytes -= piece.length
    if (budget.leftBytes < 0) throw tooLarge(kind, budget.allBytes)
    onPiece(piece)
  }
  if (entry.method === 0) {
    take(packed)
    return
  }
  let isRefusedByReader = false
  const inflater = new Inflate((piece) => {
    isRefusedByReader = true
    take(piece)
    isRefusedByReader = false
  })
  try {
    for (let at = 0; at < packed.length; at += pieceBytes) {
      inflater.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length)
    }
  } catch (error) {
    if (isRefusedByReader) throw error
    throw brokenArchive(kind)
  }
}

/** Inflates one file as text (UTF-8) piece by piece. Throws UnreadableFileError. */
export function inflateText(archive: ZipArchive, entry: ZipEntry, onText: (text: string) => void): void {
  const decoder = new TextDecoder()
  inflateEntry(archive, entry, (piece) => onText(decoder.decode(piece, { stream: true })))
}
