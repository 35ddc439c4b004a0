import { inTransaction, newId, runCommand, runQuery } from '@ennoshita/kernel/server'
import { openTestOffice, type TestOffice, testActor, testCompany } from '@ennoshita/kernel/test'
import { people as peopleModule } from '@ennoshita/people/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ledger } from '../contract.ts'
import { ledger as ledgerModule } from '../module.ts'

let office: TestOffice
let companyId: string
let clerk: Awaited<ReturnType<typeof testActor>>
let cash: string
let sales: string
beforeAll(async () => {
  office = await openTestOffice([peopleModule, ledgerModule], { at: '2026-11-20T09:00:00+09:00', connections: 8 })
  companyId = await testCompany(office)
  clerk = await testActor(office, companyId, 'president')
  await runCommand(office, ledger.adoptChart, clerk, {})
  const accounts = await runQuery(office, ledger.accountList, clerk, {})
  cash = accounts.find((each) => each.name === '現金')?.accountId ?? ''
  sales = accounts.find((each) => each.name === '売上高')?.accountId ?? ''
})
afterAll(() => office.close())

function post(postedOn: string, amount = 1_000) {
  return runCommand(office, ledger.postJournal, clerk, {
    postedOn,
    lines: [
      { accountId: cash, side: 'debit', amount },
      { accountId: sales, side: 'credit', amount },
    ],
  })
}

type Write = { id: string; postedOn: string; linesOn?: string; amount?: number; debit: number; credit: number }

/** Writes a journal by hand, past every function of the program. */
async function byHand(
  role: 'app' | 'owner',
  { id, postedOn, linesOn = postedOn, debit, credit, amount = debit }: Write,
) {
  await inTransaction(office.database[role], async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${companyId}, true), set_config('ennoshita.command', 'by hand', true)`
    await tx.run`insert into ledger.journal (company_id, id, series, posted_on, amount, folded) values (${companyId}, ${id}, 'by hand', ${postedOn}, ${amount}, '')`
    await tx.run`insert into ledger.line (company_id, journal_id, line, posted_on, account_id, amount)
      values (${companyId}, ${id}, 1, ${linesOn}, ${cash}, ${debit}), (${companyId}, ${id}, 2, ${linesOn}, ${sales}, ${-credit})`
  })
}

/** Runs one statement as that role, under a command that is none. */
function statement(role: 'app' | 'owner', text: string) {
  return inTransaction(office.database[role], async (tx, client) => {
    await tx.run`select set_config('ennoshita.company', ${companyId}, true), set_config('ennoshita.command', 'by hand', true)`
    await client.query(text)
  })
}

describe.each(['app', 'owner'] as const)('the database, asked by the role %s,', (role) => {
  test('takes a sound journal and refuses one that does not balance or whose lines stand elsewhere', async () => {
    await byHand(role, { id: newId(), postedOn: '2026-11-01', debit: 5, credit: 5 })
    const unsound = 'A journal does not balance, or its lines do not belong to it.'
    const wrong = [
      { postedOn: '2026-11-01', debit: 5, credit: 4 },
      { postedOn: '2026-11-01', debit: 5, credit: 5, amount: 6 },
      { postedOn: '2026-11-01', linesOn: '2026-11-02', debit: 5, credit: 5 },
    ]
    for (const each of wrong) await expect(byHand(role, { id: newId(), ...each })).rejects.toThrow(unsound)
  })

  test('refuses lines in a locked month, also under an older snapshot', async () => {
    const month = role === 'app' ? '2026-01' : '2026-02'
    await runCommand(office, ledger.lockMonth, clerk, { month: `${month}-01` })
    await expect(byHand(role, { id: newId(), postedOn: `${month}-28`, debit: 5, credit: 5 })).rejects.toThrow(
      `The month ${month} is locked.`,
    )
    const frozen = inTransaction(office.database[role], async (tx) => {
      await tx.run`set transaction isolation level repeatable read`
      await tx.run`select set_config('ennoshita.company', ${companyId}, true), set_config('ennoshita.command', 'by hand', true)`
      const id = newId()
      await tx.run`insert into ledger.journal (company_id, id, series, posted_on, amount, folded) values (${companyId}, ${id}, 'x', '2026-11-01', 5, '')`
      await tx.run`insert into ledger.line (company_id, journal_id, line, posted_on, account_id, amount)
        values (${companyId}, ${id}, 1, '2026-11-01', ${cash}, 5), (${companyId}, ${id}, 2, '2026-11-01', ${sales}, -5)`
    })
    await expect(frozen).rejects.toThrow('read committed')
  })

  test('lets nobody change or remove a journal, a line, a total or a lock', async () => {
    const { journalId } = await post('2026-11-02')
    const refused = role === 'app' ? /permission denied/ : /only grows|written by the lines/
    for (const text of [
      `update ledger.journal set description = 'x' where id = '${journalId}'`,
      `delete from ledger.journal where id = '${journalId}'`,
      `update ledger.line set amount = amount * 2 where journal_id = '${journalId}'`,
      `delete from ledger.line where journal_id = '${journalId}'`,
      'truncate ledger.line',
      'truncate ledger.journal cascade',
      'update ledger.total set debit = 0',
      'delete from ledger.total',
      'update ledger.month_lock set month = month',
    ])
      await expect(statement(role, text), text).rejects.toThrow(refused)
    const again = `update ledger.journal set number = 99 where id = '${journalId}'`
    await expect(statement(role, again)).rejects.toThrow('only grows')
  })

  test('gives no further line to a journal that has its number', async () => {
    const { journalId } = await post('2026-11-03')
    const more = `insert into ledger.line (company_id, journal_id, line, posted_on, account_id, amount)
      values ('${companyId}', '${journalId}', 3, '2026-11-03', '${cash}', 5), ('${companyId}', '${journalId}', 4, '2026-11-03', '${sales}', -5)`
    await expect(statement(role, more)).rejects.toThrow('do not belong to it')
  })

  test('takes one reversal of a journal', async () => {
    const { journalId } = await post('2026-11-04')
    await runCommand(office, ledger.reverseJournal, clerk, { journalId, postedOn: '2026-11-04', reason: '誤り' })
    const again = `insert into ledger.journal (company_id, id, series, posted_on, amount, folded, reverses, reason)
      values ('${companyId}', '${newId()}', 'x', '2026-11-04', 5, '', '${journalId}', 'again')`
    await expect(statement(role, again)).rejects.toThrow('journal_reversed_once')
  })
})

test('a lock waits for the posting under way, and the posting after it is refused', async () => {
  const client = await office.database.app.connect()
  const id = newId()
  try {
    await client.query('begin')
    await client.query(`select set_config('ennoshita.company', $1, true), set_config('ennoshita.command', 'x', true)`, [
      companyId,
    ])
    await client.query(
      `insert into ledger.journal (company_id, id, series, posted_on, amount, folded) values ($1, $2, 'slow', '2026-03-05', 7, '')`,
      [companyId, id],
    )
    await client.query(
      `insert into ledger.line (company_id, journal_id, line, posted_on, account_id, amount) values ($1, $2, 1, '2026-03-05', $3, 7), ($1, $2, 2, '2026-03-05', $4, -7)`,
      [companyId, id, cash, sales],
    )
    let isLocked = false
    const locking = runCommand(office, ledger.lockMonth, clerk, { month: '2026-03-01' }).then(() => {
      isLocked = true
    })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(isLocked).toBe(false)
    const late = post('2026-03-06').then(
      () => 'posted',
      (cause: { face?: { code: string } }) => cause.face?.code,
    )
    await client.query('commit')
    await locking
    expect(await late).toBe('ledger.month-locked')
  } finally {
    client.release()
  }
})

test('of ten reversals at once one is done, of ten locks at once one', async () => {
  const { journalId } = await post('2026-11-05')
  const codes = (all: PromiseSettledResult<unknown>[]) =>
    all.map((each) => (each.status === 'fulfilled' ? 'done' : each.reason.face?.code)).sort()
  const reversals = Array.from({ length: 10 }, () =>
    runCommand(office, ledger.reverseJournal, clerk, { journalId, postedOn: '2026-11-05', reason: '誤り' }),
  )
  expect(codes(await Promise.allSettled(reversals))).toEqual(['done', ...Array(9).fill('ledger.reversed-already')])
  const locks = Array.from({ length: 10 }, () => runCommand(office, ledger.lockMonth, clerk, { month: '2026-04-01' }))
  expect(codes(await Promise.allSettled(locks))).toEqual(['done', ...Array(9).fill('ledger.locked-already')])
  await expect(runCommand(office, ledger.lockMonth, clerk, { month: '2026-12-01' })).rejects.toMatchObject({
    face: { code: 'ledger.month-to-come' },
  })
  await expect(
    runCommand(office, ledger.unlockMonth, clerk, { month: '2026-05-01', reason: '締めていない' }),
  ).rejects.toMatchObject({ face: { code: 'ledger.not-locked' } })
  const locked = await runQuery(office, ledger.monthLocks, clerk, {})
  expect(locked.map(({ month }) => month)).toEqual(['2026-04-01', '2026-03-01', '2026-02-01', '2026-01-01'])
})
