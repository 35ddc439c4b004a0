import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { programFolder } from '../../apps/server/settings.ts'

const storyClock = join(import.meta.dirname, 'story-clock.ts')

/** The program as a person starts it, in a process of its own on an empty folder. */
export type StartedProgram = { readonly address: string; readonly dataFolder: string; stop(): Promise<void> }

/**
 * Starts the program and waits until it answers; with the words of the program when it does not. `ENNOSHITA_BROWSER_ADDRESS`
 * names one that runs already, to look again at the screens of a sample company without loading it anew. `from`: the instant
 * at which its clock starts instead of the machine's. `environment`: what the person who starts it sets besides.
 */
export async function startOnEmptyFolder(
  from?: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedProgram> {
  const given = process.env.ENNOSHITA_BROWSER_ADDRESS
  if (given) return { address: given, dataFolder: '', stop: async () => undefined }
  const dataFolder = await mkdtemp(join(tmpdir(), 'ennoshita-browser-'))
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const running = spawn(process.execPath, [join(programFolder, 'apps/cli/start.mjs'), 'start'], {
    env: {
      ...process.env,
      ...environment,
      ...(from === undefined ? {} : { ENNOSHITA_STORY_FROM: from, NODE_OPTIONS: `--import=${storyClock}` }),
      ...{ ENNOSHITA_DATA: dataFolder, ENNOSHITA_PORT: String(port), ENNOSHITA_ADDRESS: address },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [running.stdout, running.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      if (said.length < 200) said.push(text)
    })
  const stop = async () => {
    if (running.exitCode === null && running.kill('SIGTERM')) await once(running, 'exit')
    await rm(dataFolder, { recursive: true, force: true })
  }
  for (let waited = 0; waited < 55_000; waited += 200) {
    if (running.exitCode !== null) break
    const isUp = await fetch(`${address}/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isUp) return { address, dataFolder, stop }
    await pause(200)
  }
  await stop()
  throw new Error(`the program did not start:\n${said.join('')}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const place = server.address()
  server.close()
  await once(server, 'close')
  if (place === null || typeof place === 'string') throw new Error('no free port')
  return place.port
}
