import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { milliseconds } from '../clock/clock.ts'
import { newId } from '../ids/ids.ts'
import type { Tx } from '../sql/sql.ts'

/** A file as it is kept: by its content, once, whatever it is called. */
export type StoredContent = { readonly sha256: Buffer; readonly bytes: number }

/** A file as a company knows it. */
export type StoredFile = {
  readonly fileId: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/** Where the content of that hash lies below the folder: `ab/cd/abcd…`. */
export function placeOf(folder: string, sha256: Buffer): string {
  const hex = sha256.toString('hex')
  return join(folder, hex.slice(0, 2), hex.slice(2, 4), hex)
}

/**
 * Writes the bytes under their SHA-256 and returns once they are on the disk: temporary file, fsync, rename, fsync of the
 * folder. Only then may a row name them. What was written before an error is removed.
 */
export async function storeContent(folder: string, source: AsyncIterable<Uint8Array>): Promise<StoredContent> {
  const growing = join(folder, 'growing')
  await mkdir(growing, { recursive: true, mode: 0o700 })
  const temporary = join(growing, newId())
  const hash = createHash('sha256')
  try {
    const bytes = await writeAndSync(temporary, source, hash)
    const sha256 = hash.digest()
    const place = placeOf(folder, sha256)
    const parent = join(place, '..')
    await mkdir(parent, { recursive: true, mode: 0o700 })
    await rename(temporary, place)
    for (const each of [parent, join(parent, '..'), folder]) await syncFolder(each)
    return { sha256, bytes }
  } catch (cause) {
    await rm(temporary, { force: true })
    throw cause
  }
}

async function writeAndSync(path: string, source: AsyncIterable<Uint8Array>, hash: Hash): Promise<number> {
  const file = await open(path, 'wx', 0o600)
  let bytes = 0
  try {
    for await (const part of source) {
      hash.update(part)
      bytes += part.byteLength
      await file.writeFile(part)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return bytes
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return // Windows cannot open a folder for syncing; its journal orders the rename
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Enters a stored content as a file of the company; it stays an orphan until a command records it with `useFile`. */
export async function enterFile(
  tx: Tx,
  companyId: string,
  content: StoredContent,
  file: { name: string; mediaType: string; storedBy: string | undefined },
): Promise<StoredFile> {
  const fileId = newId()
  await tx.run`insert into kernel.file (company_id, id, sha256, bytes, name, media_type, stored_by)
    values (${companyId}, ${fileId}, ${content.sha256}, ${content.bytes}, ${file.name}, ${file.mediaType}, ${file.storedBy ?? null})`
  return { fileId, name: file.name, mediaType: file.mediaType, bytes: content.bytes }
}

/** Records, inside a command, that the file is in use; answers undefined when the company has no such file. */
export async function useFile(tx: Tx, companyId: string, fileId: string): Promise<StoredFile | undefined> {
  return tx.row<StoredFile>`update kernel.file set used = true where company_id = ${companyId} and id = ${fileId}
    returning id as "fileId", name, media_type as "mediaType", bytes`
}

/** The bytes of a company's file as a stream; undefined when there is none. The caller has decided that it may be read. */
export async function openFile(
  tx: Tx,
  folder: string,
  companyId: string,
  fileId: string,
): Promise<(StoredFile & { content: Readable }) | undefined> {
  const row = await tx.row<StoredFile & { sha256: Buffer }>`
    select id as "fileId", name, media_type as "mediaType", bytes, sha256 from kernel.file where company_id = ${companyId} and id = ${fileId}`
  if (!row) return undefined
  const { sha256, ...file } = row
  return { ...file, content: createReadStream(placeOf(folder, sha256)) }
}

/** A file with its bytes. */
export type ReadFile = Omit<StoredFile, 'bytes'> & { readonly sha256: string; readonly bytes: Uint8Array }

/** The bytes of a company's file, at most as many as an upload may have; undefined when there is none. */
export async function readStored(
  tx: Tx,
  folder: string | undefined,
  companyId: string,
  fileId: string,
): Promise<ReadFile | undefined> {
  if (folder === undefined) throw new Error('This office keeps no files.')
  const row = await tx.row<Omit<StoredFile, 'bytes'> & { sha256: Buffer }>`
    select id as "fileId", name, media_type as "mediaType", sha256 from kernel.file where company_id = ${companyId} and id = ${fileId}`
  if (!row) return undefined
  const { sha256, ...file } = row
  return { ...file, sha256: sha256.toString('hex'), bytes: new Uint8Array(await readFile(placeOf(folder, sha256))) }
}

/**
 * Removes what nobody recorded within that many hours: rows not in use, then contents that no row names, then halves of
 * uploads. Run with the owner's transaction. Answers how many rows and contents went.
 */
export async function sweepFiles(
  tx: Tx,
  folder: string,
  olderThanHours = 24,
): Promise<{ rows: number; contents: number }> {
  const limit = milliseconds() - olderThanHours * 3_600_000
  const rows =
    await tx.run`delete from kernel.file where not used and stored_at < clock_timestamp() - make_interval(hours => ${olderThanHours}::int)`
  let contents = 0
  for (const path of await filesBelow(folder)) {
    const found = await stat(path).catch(() => undefined) // another sweeper was faster
    if (!found || found.mtimeMs > limit) continue
    const name = path.slice(-64)
    const named = /^[0-9a-f]{64}$/.test(name)
      ? await tx.row<{ n: number }>`select 1 as n from kernel.file where sha256 = ${Buffer.from(name, 'hex')} limit 1`
      : undefined
    if (named) continue
    await rm(path, { force: true })
    contents += 1
  }
  return { rows, contents }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
