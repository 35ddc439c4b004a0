import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Connection, startEmbedded } from '@ennoshita/kernel/server'
import type { TestProject } from 'vitest/node'

/** One real PostgreSQL for the whole run, with fsync on as users have it; each test file makes its own database in it. */
export default async function setup(project: TestProject) {
  const directory = await mkdtemp(join(tmpdir(), 'ennoshita-test-'))
  const server = await startEmbedded(directory)
  project.provide('databaseServer', {
    owner: server.connection('owner', ''),
    app: server.connection('app', ''),
    superuser: server.connection('superuser', 'postgres'),
  })
  return async () => {
    await server.stop()
    await rm(server.directory, { recursive: true, force: true })
    await rm(directory, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: Record<'owner' | 'app' | 'superuser', Connection>
  }
}
