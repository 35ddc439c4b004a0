import { type Zippable, zipSync } from 'fflate'
import { isCalendarDate } from '../amounts-and-dates/day-numbers.ts'
import { nameFault, sameFileKey, windowsFault } from './file-names.ts'

/** A file for writeZip; `modifiedOn` (YYYY-MM-DD) is the date that the archive shows, 1980-01-01 when absent. */
export type ZipFileToWrite = { name: string; bytes: Uint8Array; modifiedOn?: string }

/** Thrown for names that no unpacker should take, and for dates that an archive cannot hold. */
export class UnwritableZipError extends Error {
  readonly messageEn: string

  constructor(message: string, messageEn: string) {
    super(message)
    this.name = 'UnwritableZipError'
    this.messageEn = messageEn
  }
}

const dateOf = (modifiedOn = '1980-01-01'): Date => {
  if (!isCalendarDate(modifiedOn) || modifiedOn < '1980' || modifiedOn >= '2100') {
    throw new UnwritableZipError(
      `「${modifiedOn.slice(0, 30)}」は1980年から2099年までの 2026-11-20 の形の日付ではありません。`,
      `"${modifiedOn.slice(0, 30)}" is not a date from 1980 to 2099, written like 2026-11-20.`,
    )
  }
  const [year = 1980, month = 1, day = 1] = modifiedOn.split('-').map(Number)
  return new Date(year, month - 1, day)
}

/**
 * Writes a ZIP archive with names in UTF-8 and the flag that says so (APPNOTE appendix D), which Windows, macOS and Linux read. The same
 * files give the same bytes. Decomposed kana of macOS are composed. Throws UnwritableZipError for a name that leaves the folder, that
 * Windows cannot hold, that occurs twice or is a folder as well, and for a date before 1980 or after 2099.
 */
export function writeZip(files: readonly ZipFileToWrite[]): Uint8Array {
  const packed: Zippable = {}
  const known = new Set<string>()
  const folders = new Set(
    files.flatMap(({ name }) => {
      const parts = sameFileKey(name).split('/')
      return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'))
    }),
  )
  for (const { name: given, bytes, modifiedOn } of files) {
    const name = given.normalize('NFC')
    const fault = nameFault(name) ?? windowsFault(name)
    if (fault !== undefined) throw new UnwritableZipError(fault.message, fault.messageEn)
    if (known.has(sameFileKey(name))) {
      throw new UnwritableZipError(
        `「${name}」が二つあります。別の名前にしてください。`,
        `"${name}" occurs twice. Rename one.`,
      )
    }
    if (folders.has(sameFileKey(name))) {
      throw new UnwritableZipError(
        `「${name}」がファイルとフォルダーの両方になります。別の名前にしてください。`,
        `"${name}" would be a file and a folder. Rename one.`,
      )
    }
    known.add(sameFileKey(name))
    packed[name] = [bytes, { mtime: dateOf(modifiedOn) }]
  }
  return zipSync(packed)
}
