import { Inflate } from 'fflate'
import { megabyte, UnreadableFileError } from '../table.ts'

/** One file inside a ZIP archive, as its directory declares it. */
export type ZipEntry = {
  name: string
  method: number
  packedBytes: number
  inflatedBytes: number
  headerAt: number
  isEncrypted: boolean
}

export type ZipArchive = {
  bytes: Uint8Array
  entries: Map<string, ZipEntry>
  budget: { leftBytes: number; allBytes: number }
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50
const maxEntries = 10_000
const pieceBytes = 16_384
const suspiciousRatio = 250

export function brokenArchive(): UnreadableFileError {
  return new UnreadableFileError(
    'XLSXファイルが壊れています（途中で切れている可能性があります）。Excelで開いて保存し直すか、もう一度受け取ってください。',
    'The XLSX file is broken (perhaps cut off). Open and save it again in Excel, or have it sent again.',
  )
}

function tooLarge(limitBytes: number): UnreadableFileError {
  const limit = Math.floor(limitBytes / megabyte)
  return new UnreadableFileError(
    `XLSXファイルの中身が大きすぎます（展開後${limit} MBまで）。不要なシートや行を削除してください。`,
    `The contents of the XLSX file are too large (at most ${limit} MB unpacked). Delete sheets and rows that are not needed.`,
  )
}

const findEnd = (view: DataView): number => {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at
  }
  throw brokenArchive()
}

const readEntry = (view: DataView, at: number): { entry: ZipEntry; next: number } => {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) throw brokenArchive()
  const nameLength = view.getUint16(at + 28, true)
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  if (next > view.byteLength) throw brokenArchive()
  const nameBytes = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)
  const entry: ZipEntry = {
    name: new TextDecoder().decode(nameBytes).replaceAll('\\', '/').replace(/^\//, ''),
    method: view.getUint16(at + 10, true),
    packedBytes: view.getUint32(at + 20, true),
    inflatedBytes: view.getUint32(at + 24, true),
    headerAt: view.getUint32(at + 42, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
  }
  return { entry, next }
}

/**
 * Reads the directory of a ZIP archive (APPNOTE 4.3.12, 4.3.16). Refuses what declares more than `maxInflatedBytes` in all, or
 * shrinks more than 250 times beyond 10 MB; the same budget is counted again while inflating. Throws UnreadableFileError.
 */
export function openZip(bytes: Uint8Array, maxInflatedBytes: number): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 22) throw brokenArchive()
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  let declaredBytes = 0
  if (count > maxEntries) throw tooLarge(maxInflatedBytes)
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(view, at)
    entries.set(entry.name.toLowerCase(), entry)
    declaredBytes += entry.inflatedBytes
    const isBomb = entry.inflatedBytes > 10 * megabyte && entry.inflatedBytes > suspiciousRatio * entry.packedBytes
    if (declaredBytes > maxInflatedBytes || isBomb) throw tooLarge(maxInflatedBytes)
    at = next
  }
  return { bytes, entries, budget: { leftBytes: maxInflatedBytes, allBytes: maxInflatedBytes } }
}

const packedPartOf = (archive: ZipArchive, entry: ZipEntry): Uint8Array => {
  const { bytes } = archive
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.headerAt + 30 > bytes.length || view.getUint32(entry.headerAt, true) !== localHeader) throw brokenArchive()
  const start =
    entry.headerAt + 30 + view.getUint16(entry.headerAt + 26, true) + view.getUint16(entry.headerAt + 28, true)
  if (start + entry.packedBytes > bytes.length) throw brokenArchive()
  return bytes.subarray(start, start + entry.packedBytes)
}

/** Inflates one file piece by piece as text, so that a bomb is noticed before it fills the memory. Throws UnreadableFileError. */
export function inflateText(archive: ZipArchive, entry: ZipEntry, onText: (text: string) => void): void {
  if (entry.isEncrypted || (entry.method !== 0 && entry.method !== 8)) throw brokenArchive()
  const packed = packedPartOf(archive, entry)
  const decoder = new TextDecoder()
  const take = (piece: Uint8Array): void => {
    archive.budget.leftBytes -= piece.length
    if (archive.budget.leftBytes < 0) throw tooLarge(archive.budget.allBytes)
    onText(decoder.decode(piece, { stream: true }))
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
    throw brokenArchive()
  }
}
