import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { programFolder } from './settings.ts'

const webFolder = join(programFolder, 'apps/web')
export const builtFolder = join(webFolder, 'dist')

/** What the screens are made of; a change there builds them again. */
const sources = ['apps/web', 'ui', 'modules', 'libraries', 'kernel/index.ts', 'kernel/command', 'package-lock.json']

/** One program builds at a time: this folder stands while it does. */
const buildingFolder = join(programFolder, 'node_modules/.screens-building')
const longestBuildMs = 180_000

/** Builds the screens when they are missing or older than their sources; says whether it did. */
export async function buildWeb(): Promise<boolean> {
  if (!existsSync(join(webFolder, 'index.html')) || (await isBuilt())) return false
  await waitForTurn()
  try {
    if (await isBuilt()) return false // by the program that this one waited for
    await runVite()
    return true
  } finally {
    await rmdir(buildingFolder).catch(() => undefined) // taken away by a program that thought this one dead
  }
}

async function isBuilt(): Promise<boolean> {
  const built = await stat(join(builtFolder, 'index.html')).catch(() => undefined) // not built yet
  return built !== undefined && (await newest(sources.map((each) => join(programFolder, each)))) <= built.mtimeMs
}

/** Waits until no other program builds; a folder left by one that was killed is taken away after three minutes. */
async function waitForTurn(): Promise<void> {
  for (;;) {
    const isOurs = await mkdir(buildingFolder).then(
      () => true,
      (cause: NodeJS.ErrnoException) => {
        if (cause.code !== 'EEXIST') throw cause
        return false
      },
    )
    if (isOurs) return
    const theirs = await stat(buildingFolder).catch(() => undefined) // just gone
    if (theirs && machineTime() - theirs.mtimeMs > longestBuildMs) await rmdir(buildingFolder).catch(() => undefined)
    await pause(200)
  }
}

/** Milliseconds by the clock of the machine, as files are dated, whatever this program takes for now. */
const machineTime = () => performance.timeOrigin + performance.now()

/**
 * In a process of its own: it works beside the start of the database and gives its memory back. The screens are made in a
 * folder of their own and then put in place whole, so that another program that shows them meanwhile never meets half of them.
 */
async function runVite(): Promise<void> {
  const fresh = join(programFolder, `node_modules/.screens-${process.pid}`)
  const vite = join(programFolder, 'node_modules/vite/bin/vite.js')
  const asked = ['build', webFolder, '--outDir', fresh, '--emptyOutDir', '--logLevel', 'error']
  const env = { ...process.env, NODE_ENV: 'production' } // the screens people work with, whatever started this program
  const building = spawn(process.execPath, [vite, ...asked], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const said = building.stderr.toArray()
  const [code] = await once(building, 'close')
  if (code !== 0) throw new Error(Buffer.concat(await said).toString())
  await putInPlace(fresh)
}

async function putInPlace(fresh: string): Promise<void> {
  const old = `${fresh}.old`
  await rename(builtFolder, old).catch(() => undefined) // nothing was there, or another program has just moved it
  await rename(fresh, builtFolder).catch(async (cause) => {
    if (!existsSync(join(builtFolder, 'index.html'))) throw cause
    await rm(fresh, { recursive: true, force: true }) // another program put the same screens there first
  })
  await rm(old, { recursive: true, force: true })
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
