import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { programFolder } from './settings.ts'

const webFolder = join(programFolder, 'apps/web')
export const builtFolder = join(webFolder, 'dist')

/** What the screens are made of; a change there builds them again. */
const sources = ['apps/web', 'ui', 'modules', 'libraries', 'kernel/index.ts', 'kernel/command', 'package-lock.json']

/** Builds the screens when they are missing or older than their sources; says whether it did. */
export async function buildWeb(): Promise<boolean> {
  const built = await stat(join(builtFolder, 'index.html')).catch(() => undefined) // not built yet
  if (built && (await newest(sources.map((each) => join(programFolder, each)))) <= built.mtimeMs) return false
  if (!existsSync(join(webFolder, 'index.html'))) return false
  await runVite()
  return true
}

/** In a process of its own: it works beside the start of the database and gives its memory back. */
async function runVite(): Promise<void> {
  const vite = join(programFolder, 'node_modules/vite/bin/vite.js')
  const building = spawn(process.execPath, [vite, 'build', webFolder, '--logLevel', 'error'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said = building.stderr.toArray()
  const [code] = await once(building, 'close')
  if (code !== 0) throw new Error(Buffer.concat(await said).toString())
}

async function newest(paths: readonly string[]): Promise<number> {
  const times = await Promise.all(paths.map(timeOf))
  return Math.max(0, ...times)
}

async function timeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined) // a source that this copy of the program does not have
  if (!found) return 0
  if (!found.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : found.mtimeMs
  const names = (await readdir(path)).filter(
    (name) => !['node_modules', 'dist', 'tables', 'commands', 'queries'].includes(name),
  )
  return newest(names.map((name) => join(path, name)))
}
