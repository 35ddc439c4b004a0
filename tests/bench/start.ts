import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { builtFolder } from '../../apps/server/build-web.ts'
import { programFolder } from '../../apps/server/settings.ts'
import { inFreshFolder } from './place.ts'
import { type Column, printHead, printRow } from './table.ts'

const columns: readonly Column[] = [
  ['start', 72, 'words'],
  ['s', 8],
  ['target s', 10],
]

/** How long it takes from the command until the program answers: from nothing, with the screens still to be built, and again. */
export async function benchStart(): Promise<void> {
  printHead('Start, until /health answers', columns)
  await inFreshFolder(async (folder) => {
    const data = join(folder, 'data')
    const before = await builtAt()
    const first = await startAndStop(data)
    const stale = (await builtAt()) === before ? 'screens there' : 'screens were out of date and built'
    printRow(columns, [`from nothing: empty data folder, ${stale}`, first.toFixed(1), '10'])
    printRow(columns, ['again, on the data that are there', (await startAndStop(data)).toFixed(1), ''])
    const both = await Promise.all([startAndStop(join(folder, 'other')), buildScreens(join(folder, 'screens'))])
    printRow(columns, ['from nothing, the screens built beside it', Math.max(...both).toFixed(1), '10'])
  })
}

async function builtAt(): Promise<number | undefined> {
  const built = await stat(join(builtFolder, 'index.html')).catch(() => undefined) // not built yet
  return built?.mtimeMs
}

/** Seconds until the program answers; it is stopped afterwards. */
async function startAndStop(data: string): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const program = spawn(process.execPath, [join(programFolder, 'apps/cli/start.mjs'), 'start'], {
    env: { ...process.env, ENNOSHITA_DATA: data, ENNOSHITA_PORT: String(port) },
    stdio: 'ignore',
  })
  try {
    await answering(program, `http://127.0.0.1:${port}/health`)
    return (performance.now() - began) / 1000
  } finally {
    if (program.exitCode === null) {
      program.kill('SIGTERM')
      await once(program, 'exit')
    }
  }
}

async function answering(program: ChildProcess, address: string): Promise<void> {
  while (program.exitCode === null) {
    const answer = await fetch(address).catch(() => undefined) // not listening yet
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The program ended with ${program.exitCode}.`)
}

/** Seconds until the screens are built, into a folder of their own. */
async function buildScreens(folder: string): Promise<number> {
  const began = performance.now()
  const vite = join(programFolder, 'node_modules/vite/bin/vite.js')
  const web = join(programFolder, 'apps/web')
  const building = spawn(
    process.execPath,
    [vite, 'build', web, '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'],
    {
      stdio: 'ignore',
    },
  )
  const [code] = await once(building, 'close')
  if (code !== 0) throw new Error('The screens could not be built.')
  return (performance.now() - began) / 1000
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
