import { megabyte, type TableFault, UnreadableFileError } from '../tables/table.ts'
import { nameFault, sameFileKey } from './file-names.ts'
import { inflateEntry, openZip, type ZipArchive, type ZipEntry } from './open-zip.ts'

/** A file out of an archive; its name has / between folders. */
export type ZipFile = { name: string; bytes: Uint8Array }

/** What is wrong with one file of the archive (`name`) or with all of it, and what to do. */
export type ZipFault = { name?: string; message: string; messageEn: string }

const maxBytes = 100 * megabyte
const maxInflatedBytes = 200 * megabyte

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest >>> 0
})

const crcOf = (bytes: Uint8Array): number => {
  let crc = 0xffffffff
  for (let at = 0; at < bytes.length; at += 1) {
    crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

const inflated = (archive: ZipArchive, entry: ZipEntry): Uint8Array => {
  const pieces: Uint8Array[] = []
  inflateEntry(archive, entry, (piece) => pieces.push(piece))
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

type Sentence = { message: string; messageEn: string }

const refusal = (entry: ZipEntry, known: ReadonlySet<string>): Sentence | undefined => {
  const { givenName } = entry
  const fault = nameFault(givenName.replace(/\\/g, '/'))
  if (fault !== undefined) return fault
  if (entry.isLink) {
    return {
      message: `「${givenName}」はリンクなので読みません。`,
      messageEn: `"${givenName}" is a link and is not read.`,
    }
  }
  if (entry.isEncrypted) {
    return {
      message: `「${givenName}」はパスワード付きです。パスワードを外したZIPを受け取ってください。`,
      messageEn: `"${givenName}" has a password. Have a ZIP without one sent.`,
    }
  }
  if (known.has(sameFileKey(givenName))) {
    return { message: `「${givenName}」が二つあります。`, messageEn: `"${givenName}" occurs twice.` }
  }
  return undefined
}

const readEntries = (archive: ZipArchive, faults: ZipFault[]): ZipFile[] => {
  const files: ZipFile[] = []
  const known = new Set<string>()
  for (const entry of archive.entries) {
    if (/[/\\]$/.test(entry.givenName)) continue
    const name = entry.name.normalize('NFC')
    const refused = refusal(entry, known)
    if (refused !== undefined) {
      faults.push({ name, ...refused })
      continue
    }
    const bytes = inflated(archive, entry)
    known.add(sameFileKey(name))
    if (crcOf(bytes) === entry.crc) files.push({ name, bytes })
    else {
      faults.push({
        name,
        message: `「${name}」が壊れています（検査値が合いません）。もう一度受け取ってください。`,
        messageEn: `"${name}" is broken (its checksum differs). Have it sent again.`,
      })
    }
  }
  return files
}

/**
 * Reads a ZIP archive, with names in UTF-8 or, as Windows wrote them, CP932. Never throws for bad input: names that leave the folder,
 * links, files with a password and broken ones are `faults` and are left out; an archive of over 100 MB or over 200 MB unpacked, or one
 * that shrinks like a bomb, is refused as a whole. Folders are not listed.
 */
export function readZip(bytes: Uint8Array): { files: ZipFile[]; faults: ZipFault[] } {
  const faults: ZipFault[] = []
  const whole = (fault: TableFault): ZipFault => ({ message: fault.message, messageEn: fault.messageEn })
  if (bytes.length > maxBytes) {
    faults.push({
      message: 'ZIPファイルが大きすぎます（100 MBまで）。分けて圧縮し直してください。',
      messageEn: 'The ZIP file is too large (at most 100 MB). Split it into several archives.',
    })
    return { files: [], faults }
  }
  try {
    return { files: readEntries(openZip(bytes, maxInflatedBytes, 'ZIP'), faults), faults }
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error
    return { files: [], faults: [...faults, whole(error.fault)] }
  }
}
