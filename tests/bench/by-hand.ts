import { type Actor, newId, type Office } from '@ennoshita/kernel/server'
import pg from 'pg'
import type { Rate } from './commands.ts'
import { shareOf } from './table.ts'

/**
 * The yardstick of this very machine: the statements of a posted voucher written out by hand, named and pipelined in three
 * waits as the prototype sent them, without contracts, permissions, parsing, hashes or stored requests.
 */
export async function postByHand(
  office: Office,
  clerks: readonly Actor[],
  connections: number,
  milliseconds: number,
): Promise<Rate> {
  const latencies: number[] = []
  const clients = Array.from(
    { length: connections },
    () =>
      new pg.Client({ ...office.database.app.options, password: office.database.app.options.password, pipeline: true }),
  )
  await Promise.all(clients.map((client) => client.connect()))
  const started = performance.now()
  await Promise.all(
    clients.map(async (client, connection) => {
      for (let n = 0; performance.now() - started < milliseconds; n++) {
        const clerk = clerks[(connection + n * connections) % clerks.length]
        if (!clerk) throw new Error('There is no clerk.')
        const before = performance.now()
        await post(client, clerk.companyId, n)
        latencies.push(performance.now() - before)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  await Promise.all(clients.map((client) => client.end()))
  latencies.sort((one, other) => one - other)
  return {
    perSecond: Math.round(latencies.length / seconds),
    p50: shareOf(latencies, 0.5),
    p99: shareOf(latencies, 0.99),
  }
}

async function post(client: pg.Client, company: string, n: number): Promise<void> {
  const [request, journal, event] = [newId(), newId(), newId()]
  const send = (name: string, text: string, values: unknown[] = []) => client.query({ name, text, values })
  await Promise.all([
    send('begin', 'begin'),
    send('open', "select set_config('ennoshita.company', $1, true), set_config('ennoshita.command', 'by hand', true)", [
      company,
    ]),
    send(
      'command',
      "insert into kernel.command (company_id, id, name, input_sha256) values ($1, $2, 'by hand', '') on conflict do nothing",
      [company, request],
    ),
  ])
  const accounts = [700 + (n % 20), 185, 202, 203]
  const amounts = [1_000, 100, -1_000, -100]
  await Promise.all([
    send('journal', 'insert into voucher.journal (company_id, id, posted_on, note) values ($1, $2, $3, $4)', [
      company,
      journal,
      '2026-11-20',
      `消耗品 ${n}`,
    ]),
    send(
      'lines',
      'insert into voucher.line (company_id, journal_id, line, account, amount) select $1, $2, place, account, amount from unnest($3::int[], $4::bigint[]) with ordinality as l (account, amount, place)',
      [company, journal, accounts, amounts],
    ),
    send(
      'totals',
      "insert into voucher.total as t (company_id, account, month, slot, amount) select $1, account, date '2026-11-01', $2, amount from unnest($3::int[], $4::bigint[]) as l (account, amount) order by account on conflict (company_id, account, month, slot) do update set amount = t.amount + excluded.amount",
      [company, n % 16, accounts, amounts],
    ),
  ])
  await Promise.all([
    send(
      'event',
      "insert into kernel.event (company_id, id, command_id, activity, occurred_at, actor_kind, data) values ($1, $2, $3, 'voucher.voucher-posted', now(), 'human', $4)",
      [company, event, request, '{"lines":4}'],
    ),
    send(
      'object',
      "insert into kernel.event_object (company_id, event_id, object_type, object_id) values ($1, $2, 'journal', $3)",
      [company, event, journal],
    ),
    send(
      'number',
      "with taken as (insert into kernel.number_series as s (company_id, series, last) values ($1, 'journal 2026', 1) on conflict (company_id, series) do update set last = s.last + 1 returning last) update voucher.journal set number = (select last from taken) where company_id = $1 and id = $2",
      [company, journal],
    ),
    send('commit', 'commit'),
  ])
}
