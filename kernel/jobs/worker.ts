import { setTimeout as pause } from 'node:timers/promises'
import { Logger, type Runner, run, runMigrations, type Task } from 'graphile-worker'
import pg from 'pg'
import type { Office } from '../command/office.ts'
import { dispatch } from '../event/dispatcher.ts'
import { seal } from '../event/seals.ts'
import { runFlow } from './run-flow.ts'
import { runTimedJobs } from './timed-jobs.ts'

export type Worker = { readonly stop: () => Promise<void>; readonly pulse: () => WorkerPulse }
/** When each loop last came round, for /health; ISO 8601. */
export type WorkerPulse = {
  readonly dispatchedAt: string | undefined
  readonly sealedAt: string | undefined
  readonly fault: string | undefined
}

/** Creates or updates the tables of the job queue. */
export async function migrateJobs(connection: pg.ClientConfig): Promise<void> {
  const pool = new pg.Pool({ ...connection, max: 1 })
  pool.on('error', () => undefined) // the statement that was running reports it
  pool.on('connect', (client) => client.on('error', () => undefined)) // likewise
  try {
    await runMigrations({ pgPool: pool, logger: quiet })
  } finally {
    await pool.end()
  }
}

/** Starts the dispatcher, the seals, the timed jobs and the job queue of this office; `report` hears of faults. */
export async function startWorker(
  office: Office,
  report: (fault: unknown) => void,
  tasks: Record<string, Task> = {},
): Promise<Worker> {
  const pool = new pg.Pool({ ...office.database.ownerConnection, max: 4 })
  pool.on('error', report)
  pool.on('connect', (client) => client.on('error', report))
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: quiet,
    taskList: { ...tasks, flow: (payload) => runFlow(office, payload) },
  })
  const pulse: { -readonly [K in keyof WorkerPulse]: WorkerPulse[K] } = {
    dispatchedAt: undefined,
    sealedAt: undefined,
    fault: undefined,
  }
  const stopping = new AbortController()
  const loop = async (everyMs: number, work: () => Promise<number>) => {
    while (!stopping.signal.aborted) {
      const done = await work().catch((fault: unknown) => {
        pulse.fault = fault instanceof Error ? fault.message : String(fault)
        report(fault)
        return 0
      })
      if (done === 0) await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined) // stopping ends the pause
    }
  }
  const loops = [
    loop(250, async () => {
      const events = await dispatch(office)
      pulse.dispatchedAt = office.clock.now()
      return events
    }),
    loop(3_000, async () => {
      await seal(office)
      pulse.sealedAt = office.clock.now()
      return 0
    }),
    loop(30_000, async () => {
      await runTimedJobs(office, report)
      return 0
    }),
  ]
  return {
    pulse: () => ({ ...pulse }),
    async stop() {
      stopping.abort()
      await Promise.all(loops)
      await seal(office)
      await runner.stop()
      await pool.end()
    },
  }
}

const quiet = new Logger(() => () => undefined)
