import { type Actor, inTransaction, newId, type Office, runCommand } from '@ennoshita/kernel/server'
import { postByHand } from './by-hand.ts'
import { benchSeconds, inFreshOffice } from './place.ts'
import { type Column, printHead, printRow, shareOf } from './table.ts'
import { postVoucherContract, voucher } from './voucher/module.ts'

/** The figures of a prototype of the same shape on two cores; the floor is a fifth less. */
const prototype = {
  'one connection, one company': 1_062,
  'eight connections, one company': 1_681,
  'eight connections, twenty companies': 1_950,
}

const columns: readonly Column[] = [
  ['log', 18, 'words'],
  ['shape', 38, 'words'],
  ['per s', 8],
  ['p50 ms', 9],
  ['p99 ms', 9],
  ['by hand', 9],
  ['share', 8],
  ['prototype', 11],
  ['floor', 8],
]

/** Commands per second through the runner: one and eight connections, one company and twenty, an empty log and a full one. */
export async function benchCommands(): Promise<void> {
  await inFreshOffice([voucher], async (office) => {
    const clerks = await foundClerks(office, 20)
    const [first] = clerks
    if (!first) throw new Error('There is no clerk.')
    const round = async (log: string) => {
      await postFor(office, clerks, 8, 500)
      const shapes = [
        ['one connection, one company', clerks.slice(0, 1), 1],
        ['eight connections, one company', clerks.slice(0, 1), 8],
        ['eight connections, twenty companies', clerks, 8],
      ] as const
      for (const [shape, who, connections] of shapes)
        printRate(
          log,
          shape,
          await postFor(office, who, connections, benchSeconds * 1000),
          await postByHand(office, who, connections, benchSeconds * 1000),
        )
    }
    printHead(
      'Commands: command row, journal + 4 lines, balance, totals, number, event + object; row security forced, fsync on',
      columns,
    )
    await round('empty')
    const people = Array.from({ length: 1_000 }, () => crypto.randomUUID())
    await fillLog(office, first.companyId, 1_000_000, people)
    await round('1,000,000 events')
  })
}

/** `by hand` is the same posting on this machine without the runner; the prototype's figures are of a faster one. */
function printRate(log: string, shape: keyof typeof prototype, rate: Rate, byHand: Rate): void {
  const known = prototype[shape]
  const figures = [
    rate.perSecond,
    rate.p50.toFixed(2),
    rate.p99.toFixed(2),
    byHand.perSecond,
    (rate.perSecond / byHand.perSecond).toFixed(2),
    known,
    Math.round(known * 0.8),
  ]
  printRow(columns, [log, shape, ...figures.map(String)])
}

export type Rate = { readonly perSecond: number; readonly p50: number; readonly p99: number }

/** Founds companies without screens and answers a clerk of each. */
export async function foundClerks(office: Office, companies: number): Promise<Actor[]> {
  return inTransaction(office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.command', 'bench', true)`
    const clerks: Actor[] = []
    for (let n = 0; n < companies; n++) {
      const companyId = newId()
      await tx.run`insert into kernel.company (company_id, name) values (${companyId}, ${`会社${n + 1}`})`
      clerks.push({
        companyId,
        personId: newId(),
        kind: 'human',
        departmentIds: [],
        grants: new Map([['voucher.post', 'company']]),
      })
    }
    return clerks
  })
}

/** Posts vouchers from so many connections for so many milliseconds and answers the rate and the latencies. */
export async function postFor(
  office: Office,
  clerks: readonly Actor[],
  connections: number,
  milliseconds: number,
): Promise<Rate> {
  const latencies: number[] = []
  const until = performance.now() + milliseconds
  const started = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      for (let n = 0; performance.now() < until; n++) {
        const clerk = clerks[(connection + n * connections) % clerks.length]
        if (!clerk) throw new Error('There is no clerk.')
        const amount = 1_000 + ((n * 37) % 9_000)
        const before = performance.now()
        await runCommand(office, postVoucherContract, clerk, {
          postedOn: '2026-11-20',
          note: `消耗品 ${n}`,
          lines: [
            { account: 700 + (n % 20), amount },
            { account: 185, amount: Math.floor(amount / 10) },
            { account: 202, amount: -amount },
            { account: 203, amount: -Math.floor(amount / 10) },
          ],
        })
        latencies.push(performance.now() - before)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  latencies.sort((one, other) => one - other)
  return {
    perSecond: Math.round(latencies.length / seconds),
    p50: shareOf(latencies, 0.5),
    p99: shareOf(latencies, 0.99),
  }
}

/** Fills one company's log with so many events over a year, in the shape that commands leave. */
export async function fillLog(
  office: Office,
  companyId: string,
  events: number,
  people: readonly string[],
): Promise<void> {
  const step = 50_000
  for (let from = 0; from < events; from += step) {
    const count = Math.min(step, events - from)
    await inTransaction(office.database.owner, async (tx) => {
      await tx.run`select set_config('ennoshita.command', 'bench', true), set_config('ennoshita.company', ${companyId}, true)`
      await tx.run`set constraints all deferred`
      await tx.run`create temp table fresh on commit drop as
        select gen_random_uuid() as command_id, gen_random_uuid() as event_id, gen_random_uuid() as object_id, n,
          timestamptz '2025-11-20 09:00+09' + n * (interval '365 days' / ${events}::float8) as at, (${people}::uuid[])[1 + n % ${people.length}] as actor
        from generate_series(${from}::int, ${from + count - 1}::int) as n`
      await tx.run`insert into kernel.command (company_id, id, name, input_sha256, actor, recorded_at) select ${companyId}, command_id, 'bench', '', actor, at from fresh`
      await tx.run`insert into kernel.event (company_id, id, command_id, activity, occurred_at, recorded_at, actor, actor_kind)
        select ${companyId}, event_id, command_id, (array['work.task-finished', 'work.task-added', 'voucher.voucher-posted', 'desk.request-submitted'])[1 + n % 4], at, at, actor, 'human' from fresh`
      await tx.run`insert into kernel.event_object (company_id, event_id, object_type, object_id) select ${companyId}, event_id, 'task', object_id from fresh`
    })
  }
  await office.database.owner.query('analyze')
}
