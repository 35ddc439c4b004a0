import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openHttpServer } from '@ennoshita/kernel/http'
import { inTransaction, type Office, startWorker, sweepFiles } from '@ennoshita/kernel/server'
import { destination, type Logger, pino } from 'pino'
import { buildWeb, builtFolder } from './build-web.ts'
import { openProgram, type Program } from './open-program.ts'
import { organisation } from './organisation.ts'
import manifest from './package.json' with { type: 'json' }
import { sampleInto } from './sample.ts'
import type { Settings } from './settings.ts'

/** A running program. */
export type Running = { readonly address: string; readonly program: Program; stop(): Promise<void> }

/** Starts everything: database and screens at the same time, then worker and HTTP; `tell` hears what a person should know. */
export async function startProgram(settings: Settings, tell: (line: string) => void): Promise<Running> {
  const [program, built] = await Promise.allSettled([openProgram(settings), buildWeb()])
  if (program.status === 'rejected') throw program.reason
  if (built.status === 'rejected')
    tell(`画面を作れませんでした。/ The screens could not be built.\n${String(built.reason)}`)
  return serve(program.value, settings, tell).catch(async (cause: unknown) => {
    await program.value.close()
    throw cause
  })
}

async function serve(program: Program, settings: Settings, tell: (line: string) => void): Promise<Running> {
  const { office } = program
  const log = openLog(program.dataFolder)
  const report = (fault: unknown) =>
    log.error({ fault: fault instanceof Error ? fault.name : 'unknown', at: placesOf(fault) }, 'the worker met a fault')
  const worker = await startWorker(office, report)
  const server = await openHttpServer(office, {
    signIn: program.signIn,
    mail: program.mail,
    organisation,
    address: settings.address,
    build: manifest.version,
    filesFolder: program.filesFolder,
    webFolder: builtFolder,
    log,
    metricsToken: settings.metricsToken,
    pulse: worker.pulse,
    behindProxy: settings.behindProxy,
    loadSample: sampleInto(program.dataFolder),
  })
  const sweeping = setInterval(() => void sweep(office, program.filesFolder).catch(report), 6 * 3_600_000)
  const stop = async () => {
    clearInterval(sweeping)
    await server.close()
    await worker.stop()
    await program.close()
  }
  try {
    await server.listen({ host: settings.host, port: settings.port })
  } catch (cause) {
    await server.close()
    await worker.stop()
    throw inWords(cause, settings)
  }
  tell(`縁の下が動いています。/ Ennoshita is running:  ${settings.address}`)
  tell(`データ / data:  ${program.dataFolder}`)
  tell('止めるには Ctrl+C。/ Stop it with Ctrl+C.')
  return { address: settings.address, program, stop }
}

const sweep = (office: Office, folder: string) => inTransaction(office.database.owner, (tx) => sweepFiles(tx, folder))

/** Structured lines: to a file beside the data where a person watches the terminal, else to the standard output. */
function openLog(dataFolder: string): Logger {
  if (!process.stdout.isTTY) return pino({ base: null })
  mkdirSync(join(dataFolder, 'logs'), { recursive: true })
  return pino({ base: null }, destination({ dest: join(dataFolder, 'logs', 'ennoshita.log'), sync: false }))
}

/** The places of a fault in the program; its message may quote what a person wrote. */
function placesOf(fault: unknown): string[] {
  const stack = fault instanceof Error ? (fault.stack ?? '') : ''
  return stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
}

function inWords(cause: unknown, settings: Settings): unknown {
  if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'EADDRINUSE') return cause
  return new Error(
    `${settings.host}:${settings.port} はほかのプログラムが使っています。ENNOSHITA_PORT で別の番号にできます。\n` +
      `${settings.host}:${settings.port} is in use. Choose another number by ENNOSHITA_PORT.`,
  )
}
