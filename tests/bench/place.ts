import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Module,
  migrate,
  migrateJobs,
  migrationsOf,
  type Office,
  openDatabase,
  openOffice,
  startEmbedded,
  systemClock,
} from '@ennoshita/kernel/server'

/** Runs something in an office on a fresh database server of its own, fsync on, and takes everything away afterwards. */
export async function inFreshOffice(modules: readonly Module[], run: (office: Office) => Promise<void>): Promise<void> {
  await inFreshFolder(async (folder) => {
    const server = await startEmbedded(folder)
    try {
      const database = await openDatabase(server.app, server.owner, 8)
      await migrate(database.owner, migrationsOf(modules))
      await migrateJobs(server.owner)
      await run(openOffice({ database, clock: systemClock, modules, flows: [] })).finally(() => database.close())
    } finally {
      await server.stop()
    }
  })
}

/** Runs something with a new folder that is removed afterwards. */
export async function inFreshFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ennoshita-bench-'))
  try {
    await run(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** How long each measurement may take, seconds: BENCH_SECONDS, 5 when absent. */
export const benchSeconds = Number(process.env.BENCH_SECONDS ?? 5)
