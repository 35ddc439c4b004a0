import {
  type Actor,
  addDays,
  inTransaction,
  type Office,
  programFor,
  runCommand,
  runQuery,
} from '@ennoshita/kernel/server'
import { type Journal, ledger } from '@ennoshita/ledger'
import { ledger as ledgerModule, postInBulk } from '@ennoshita/ledger/server'
import { people } from '@ennoshita/people'
import { people as peopleModule } from '@ennoshita/people/server'
import { foundClerks } from './commands.ts'
import { benchSeconds, inFreshOffice } from './place.ts'
import { type Column, printHead, printRow, shareOf } from './table.ts'

const columns: readonly Column[] = [
  ['work', 56, 'words'],
  ['measured', 12],
  ['p95 ms', 9],
  ['target', 10],
  ['reference', 42],
]

/** Journals a transaction of bulk posting. */
const batch = 1_000

type Books = { readonly actor: Actor; readonly accounts: readonly string[]; readonly departments: readonly string[] }

/** The books: posting one by one and in bulk, and what is read from a hundred thousand and a million lines; from ten million with BENCH_TEN_MILLION=1. */
export async function benchLedger(): Promise<void> {
  await inFreshOffice([peopleModule, ledgerModule], async (office) => {
    const books: Books[] = []
    for (const { companyId } of await foundClerks(office, 20)) books.push(await openBooks(office, companyId))
    const [first] = books
    if (!first) throw new Error('There is no company.')
    printHead(
      'Ledger: journals of 4 lines; balance, locks and totals kept by the database; row security forced, fsync on',
      columns,
    )
    await postFor(office, books, 8, 500)
    const one = await postFor(office, [first], 1, benchSeconds * 1000)
    printRow(columns, ['post-journal, 1 connection', `${one.perSecond}/s`, one.p95.toFixed(1), '', 'prototype 1,062/s'])
    const eight = await postFor(office, [first], 8, benchSeconds * 1000)
    printRow(columns, [
      'post-journal, 8 connections, one company',
      `${eight.perSecond}/s`,
      eight.p95.toFixed(1),
      '',
      'prototype 1,681/s',
    ])
    const many = await postFor(office, books, 8, benchSeconds * 1000)
    printRow(columns, [
      'post-journal, 8 connections, 20 companies',
      `${many.perSecond}/s`,
      many.p95.toFixed(1),
      '',
      'prototype 1,950/s',
    ])
    await office.database.owner.query('analyze')
    await benchSize(office, books.slice(1, 3), 100_000, 1)
    await benchSize(office, books.slice(1, 3), 1_000_000, 2)
    if (process.env.BENCH_TEN_MILLION === '1') await benchSize(office, books.slice(1, 3), 10_000_000, 2)
  })
}

/** Fills a company's books to so many lines in bulk, and reads them. */
async function benchSize(office: Office, [books]: readonly Books[], lines: number, connections: number): Promise<void> {
  if (!books) throw new Error('There is no company.')
  const size = lines.toLocaleString('en')
  const [before, began] = [await linesOf(office, books), performance.now()]
  const batches = Math.ceil((lines - before) / 4 / batch)
  let next = 0
  const work = async () => {
    for (let n = next++; n < batches; n = next++) await postBatch(office, books, before + n * batch)
  }
  await Promise.all(Array.from({ length: connections }, work))
  const perSecond = Math.round((batches * batch) / ((performance.now() - began) / 1000))
  const reference = connections === 1 ? 'prototype 11,478/s' : 'prototype 20,571/s'
  printRow(columns, [
    `bulk, 1,000 a transaction, ${connections} connection(s), to ${size} lines`,
    `${perSecond}/s`,
    '',
    '8000/s',
    reference,
  ])
  await office.database.owner.query('analyze')
  const { actor, accounts } = books
  const year = { fromMonth: '2026-04-01', untilMonth: '2026-11-01' }
  const days = { fromOn: '2026-04-01', untilOn: '2027-03-31' }
  const cash = accounts[0] ?? ''
  await read(`trial balance, ${size} lines`, '10 ms', fromText, () =>
    runQuery(office, ledger.trialBalances, actor, year),
  )
  await read(`the same by department, ${size} lines`, '', '', () =>
    runQuery(office, ledger.trialBalances, actor, { ...year, byDepartment: true }),
  )
  await read(`the sums of the lines themselves, ${size} lines`, '', '134 ms at 1,000,000', () =>
    sumsFromLines(office, actor.companyId),
  )
  await read(`general ledger, a page of 100 from the middle, ${size} lines`, '', '', () =>
    runQuery(office, ledger.accountLedgers, actor, {
      ...{ accountId: cash, ...days, afterOn: '2026-09-15', afterJournalId: actor.companyId, afterLine: 1 },
    }),
  )
  await read(`journals, the newest 100 of ${size} lines`, '', '', () => runQuery(office, ledger.journalList, actor, {}))
  await read(`journals of a month that hold a text, ${size} lines`, '', '', () =>
    runQuery(office, ledger.journalList, actor, {
      fromOn: '2026-09-01',
      untilOn: '2026-09-30',
      text: 'ショウモウ品 77',
    }),
  )
}

const fromText = '1.9 ms; ledger 3.19 s, hledger 16.84 s'

async function read(name: string, target: string, reference: string, ask: () => Promise<unknown>): Promise<void> {
  const times: number[] = []
  for (let n = 0; n < 60; n++) {
    const began = performance.now()
    await ask()
    if (n >= 10) times.push(performance.now() - began)
  }
  times.sort((before, after) => before - after)
  const [median, late] = [shareOf(times, 0.5), shareOf(times, 0.95)]
  printRow(columns, [name, `${median.toFixed(1)} ms`, late.toFixed(1), target, reference])
}

/** A company with the standard chart and five departments, and forty accounts to post to. */
async function openBooks(office: Office, companyId: string): Promise<Books> {
  const actor = programFor(companyId)
  await runCommand(office, ledger.adoptChart, actor, {})
  const chart = await runQuery(office, ledger.accountList, actor, {})
  const departments: string[] = []
  for (const name of ['総務部', '経理部', '営業部', '製造部', '開発部'])
    departments.push(
      (await runCommand(office, people.addDepartment, actor, { name, fromOn: '2020-04-01' })).departmentId,
    )
  const accounts = chart.filter((account) => account.subAccounts === 'optional').map((account) => account.accountId)
  return { actor, accounts: accounts.filter((_, at) => at % 5 === 0), departments }
}

/** The journal of that number: two accounts and their tax on each side, spread over three years. */
function journalOf({ accounts, departments }: Books, n: number): Journal {
  const amount = 1_000 + ((n * 37) % 9_000)
  const pick = (step: number) => accounts[(n * step + step) % accounts.length] ?? ''
  const departmentId = departments[n % departments.length]
  return {
    postedOn: addDays('2024-04-01', (n * 7) % 1_000),
    description: `消耗品 ${n}`,
    lines: [
      { accountId: pick(3), departmentId, side: 'debit', amount },
      { accountId: pick(5), departmentId, side: 'debit', amount: Math.floor(amount / 10) },
      { accountId: pick(7), side: 'credit', amount },
      { accountId: pick(11), side: 'credit', amount: Math.floor(amount / 10) },
    ],
  }
}

async function postBatch(office: Office, books: Books, from: number): Promise<void> {
  const { actor } = books
  await inTransaction(office.database.app, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${actor.companyId}, true), set_config('ennoshita.command', 'bench', true)`
    const journals = Array.from({ length: batch }, (_, n) => journalOf(books, from + n))
    await postInBulk(tx, { actor, today: '2026-11-20' }, journals)
  })
}

/** Posts through the runner from so many connections for so many milliseconds. */
async function postFor(
  office: Office,
  all: readonly Books[],
  connections: number,
  milliseconds: number,
): Promise<{ perSecond: number; p95: number }> {
  const latencies: number[] = []
  const began = performance.now()
  const post = async (connection: number) => {
    for (let n = 0; performance.now() - began < milliseconds; n++) {
      const books = all[(connection + n * connections) % all.length]
      if (!books) throw new Error('There is no company.')
      const { lines, ...journal } = journalOf(books, n)
      const before = performance.now()
      await runCommand(office, ledger.postJournal, books.actor, { ...journal, lines: [...lines] })
      latencies.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: connections }, (_, connection) => post(connection)))
  const seconds = (performance.now() - began) / 1000
  latencies.sort((before, after) => before - after)
  return {
    perSecond: Math.round(latencies.length / seconds),
    p95: shareOf(latencies, 0.95),
  }
}

async function linesOf(office: Office, { actor }: Books): Promise<number> {
  const counted = await inTransaction(
    office.database.owner,
    (tx) => tx.row<{ lines: number }>`select count(*) as lines from ledger.line where company_id = ${actor.companyId}`,
  )
  return counted?.lines ?? 0
}

function sumsFromLines(office: Office, companyId: string): Promise<object[]> {
  return inTransaction(office.database.app, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${companyId}, true)`
    return tx.rows`select account_id, sum(greatest(amount, 0)) as debit, sum(greatest(-amount, 0)) as credit
      from ledger.line where company_id = ${companyId} group by account_id`
  })
}
