import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  migrate,
  migrateJobs,
  migrationsOf,
  openDatabase,
  openOffice,
  startEmbedded,
  systemClock,
} from '@ennoshita/kernel/server'
import { fillLog, foundClerks, postFor, type Rate } from './commands.ts'
import { voucher } from './voucher/module.ts'

/** The figures of a prototype of the same shape on two cores; the floor is a fifth less. */
const prototype = {
  'one connection, one company': 1_062,
  'eight connections, one company': 1_681,
  'eight connections, twenty companies': 1_950,
}

const directory = await mkdtemp(join(tmpdir(), 'ennoshita-bench-'))
const server = await startEmbedded(directory)
try {
  const database = await openDatabase(server.app, server.owner, 8)
  await migrate(database.owner, migrationsOf([voucher]))
  await migrateJobs(server.owner)
  const office = openOffice({ database, clock: systemClock, modules: [voucher], flows: [] })
  const clerks = await foundClerks(office, 20)
  const seconds = Number(process.env.BENCH_SECONDS ?? 5)
  const round = async (log: string) => {
    await postFor(office, clerks, 8, 500)
    const shapes = [
      ['one connection, one company', clerks.slice(0, 1), 1],
      ['eight connections, one company', clerks.slice(0, 1), 8],
      ['eight connections, twenty companies', clerks, 8],
    ] as const
    for (const [shape, who, connections] of shapes)
      print(log, shape, await postFor(office, who, connections, seconds * 1000))
  }
  process.stdout.write(
    'commands (command row, journal + 4 lines, balance, totals, number, event + object; row security forced, fsync on)\n',
  )
  process.stdout.write(
    `${'log'.padEnd(18)}${'shape'.padEnd(38)}${'per s'.padStart(8)}${'p50 ms'.padStart(9)}${'p99 ms'.padStart(9)}${'prototype'.padStart(11)}${'floor'.padStart(8)}\n`,
  )
  await round('empty')
  const first = clerks[0]
  if (!first) throw new Error('There is no clerk.')
  await fillLog(
    office,
    first.companyId,
    1_000_000,
    Array.from({ length: 1_000 }, () => crypto.randomUUID()),
  )
  await round('1,000,000 events')
  await database.close()
} finally {
  await server.stop()
  await rm(directory, { recursive: true, force: true })
}

function print(log: string, shape: keyof typeof prototype, rate: Rate) {
  const known = prototype[shape]
  const figures = [
    String(rate.perSecond).padStart(8),
    rate.p50.toFixed(2).padStart(9),
    rate.p99.toFixed(2).padStart(9),
    String(known).padStart(11),
    String(Math.round(known * 0.8)).padStart(8),
  ]
  process.stdout.write(`${log.padEnd(18)}${shape.padEnd(38)}${figures.join('')}\n`)
}
