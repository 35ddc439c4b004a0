import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { milliseconds } from '../clock/clock.ts'
import { Refusal } from '../command/refusal.ts'
import { type Door, isLoopback } from './door.ts'

/** /health for whoever keeps it running, /metrics for Prometheus; the latter on this machine or by token. */
export function addWatchRoutes(server: FastifyInstance, door: Door): void {
  server.get('/health', async (_, reply) => {
    const began = milliseconds()
    const database = await door.office.database.app.query('select 1').then(
      () => true,
      () => false,
    )
    const pulse = door.settings.pulse?.()
    const ageSeconds = pulse?.dispatchedAt
      ? Math.round((Date.parse(door.office.clock.now()) - Date.parse(pulse.dispatchedAt)) / 1000)
      : undefined
    const well = database && (ageSeconds === undefined || ageSeconds < 60)
    return reply.status(well ? 200 : 503).send({
      status: well ? 'ok' : 'failing',
      database: { reachable: database, milliseconds: milliseconds() - began },
      worker: pulse ? { ageSeconds: ageSeconds ?? null, failing: pulse.fault !== undefined } : null,
      build: door.settings.build,
    })
  })
  server.get('/metrics', async (request, reply) => {
    if (!isLoopback(door, request) && !bearsToken(request, door.settings.metricsToken)) throw new Refusal(notForYou)
    return reply.type('text/plain; version=0.0.4').send(door.metrics.text(await gaugesOf(door)))
  })
}

function bearsToken(request: FastifyRequest, token: string | undefined): boolean {
  const given = Buffer.from((request.headers.authorization ?? '').replace(/^Bearer /, ''))
  const right = Buffer.from(token ?? '')
  return right.length > 0 && given.length === right.length && timingSafeEqual(given, right)
}

async function gaugesOf(door: Door): Promise<Record<string, number>> {
  const { owner } = door.office.database
  const lag = await owner.query<{ seconds: number }>(`
    select coalesce(extract(epoch from clock_timestamp() - min(e.recorded_at)), 0)::float8 as seconds
    from kernel.log_reader r join kernel.event e on e.xact >= pg_snapshot_xmin(r.seen) and not pg_visible_in_snapshot(e.xact, r.seen)
    where r.name = 'dispatcher'`)
  const there = await owner.query<{ jobs: string | null }>(
    `select to_regclass('graphile_worker._private_jobs') as jobs`,
  )
  const jobs = there.rows[0]?.jobs
    ? await owner.query<{ waiting: number; dead: number }>(`
        select count(*) filter (where attempts < max_attempts)::int as waiting, count(*) filter (where attempts >= max_attempts)::int as dead
        from graphile_worker._private_jobs`)
    : undefined
  return {
    dispatcher_lag_seconds: lag.rows[0]?.seconds ?? 0,
    jobs_waiting: jobs?.rows[0]?.waiting ?? 0,
    jobs_dead: jobs?.rows[0]?.dead ?? 0,
    connections_waiting: door.office.database.app.waitingCount,
    memory_bytes: process.memoryUsage().rss,
  }
}

const notForYou = {
  kind: 'not-allowed',
  code: 'kernel.metrics-closed',
  what: {
    ja: '計測値は、この機械の上か、トークンを持つ人だけが読めます。',
    en: 'Metrics are read on this machine or by token.',
  },
  todo: { ja: 'ENNOSHITA_METRICS_TOKEN を設定してください。', en: 'Set ENNOSHITA_METRICS_TOKEN.' },
} as const
