import { inTransaction, runCommand, runQuery } from '@ennoshita/kernel/server'
import { openTestOffice, type TestOffice, testActor, testCompany } from '@ennoshita/kernel/test'
import { ledger } from '@ennoshita/ledger'
import { ledger as ledgerModule } from '@ennoshita/ledger/server'
import { people as peopleModule } from '@ennoshita/people/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diceFor } from '../../apps/sample/dice.ts'

/** The seed of the random runs: MODEL_SEED, or one that is known to be long enough for everything to happen. */
const seed = Number(process.env.MODEL_SEED ?? 20_261_120)

/** Random whole numbers from 0 to below the bound, the same for the same seed and name. */
function diceOf(name: string): (below: number) => number {
  const dice = diceFor(seed, name)
  return (below) => dice.between(0, below - 1)
}

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice([peopleModule, ledgerModule], { at: '2026-11-20T09:00:00+09:00', connections: 4 })
})
afterAll(() => office.close())

const names = ['現金', '売掛金', '買掛金', '売上高', '仕入高', '地代家賃', '貸倒引当金', '受取利息']
const months = ['2026-04', '2026-05', '2026-06', '2026-07']

async function opened() {
  const companyId = await testCompany(office)
  const actor = await testActor(office, companyId, 'president')
  await runCommand(office, ledger.adoptChart, actor, {})
  const accounts = await runQuery(office, ledger.accountList, actor, {})
  const ids = names.map((name) => accounts.find((account) => account.name === name)?.accountId ?? '')
  return { companyId, actor, ids }
}
type Opened = Awaited<ReturnType<typeof opened>>
type Entry = { accountId: string; side: 'debit' | 'credit'; amount: number }

/** Lines of one to five accounts a side; one journal in ten is a yen off. */
function linesOf(dice: (below: number) => number, ids: readonly string[]): Entry[] {
  const pick = () => ids[dice(ids.length)] ?? ''
  const debits = Array.from({ length: 1 + dice(5) }, () => ({
    ...{ accountId: pick(), side: 'debit' as const, amount: 1 + dice(1_000_000) },
  }))
  const sum = debits.reduce((total, { amount }) => total + amount, 0)
  const wanted = dice(10) === 0 ? sum + 1 : sum
  const first = wanted > 1 ? 1 + dice(wanted - 1) : 1
  const rest = wanted - first
  const credits = [first, ...(rest > 0 ? [rest] : [])].map((amount) => ({
    ...{ accountId: pick(), side: 'credit' as const, amount },
  }))
  return [...debits, ...credits]
}

const dayIn = (dice: (below: number) => number, month: string): string =>
  `${month}-${String(1 + dice(30)).padStart(2, '0')}`

/** What came of it: what was answered, or the code of the refusal; a fault is thrown on. */
async function outcome<Answer>(call: Promise<Answer>): Promise<{ answer?: Answer; code: string }> {
  try {
    return { answer: await call, code: 'done' }
  } catch (cause) {
    if (cause instanceof Error && 'face' in cause) return { code: JSON.parse(JSON.stringify(cause.face)).code }
    throw cause
  }
}

type Kept = { journalId: string; postedOn: string; lines: readonly Entry[]; isReversal: boolean; isReversed: boolean }

/** The ledger in a few lines of memory: what each act must come to. */
class Model {
  readonly journals: Kept[] = []
  readonly locked = new Set<string>()

  post(postedOn: string, lines: readonly Entry[]): string {
    const left = lines.reduce((sum, { side, amount }) => sum + (side === 'debit' ? amount : -amount), 0)
    if (left !== 0) return 'ledger.unbalanced'
    return this.locked.has(postedOn.slice(0, 7)) ? 'ledger.month-locked' : 'done'
  }

  reverse(kept: Kept, postedOn: string): string {
    if (kept.isReversed) return 'ledger.reversed-already'
    if (kept.isReversal) return 'ledger.is-a-reversal'
    if (postedOn < kept.postedOn) return 'ledger.reversal-before-journal'
    return this.locked.has(postedOn.slice(0, 7)) ? 'ledger.month-locked' : 'done'
  }
}

/** One random act on the books and on the model; answers what came of the one and must come of the other. */
async function act(dice: (below: number) => number, { actor, ids }: Opened, model: Model) {
  const month = months[dice(months.length)] ?? ''
  const kind = dice(20)
  if (kind < 12) {
    const [postedOn, lines] = [dayIn(dice, month), linesOf(dice, ids)]
    const expected = model.post(postedOn, lines)
    const { answer, code } = await outcome(runCommand(office, ledger.postJournal, actor, { postedOn, lines }))
    if (answer) model.journals.push({ ...answer, postedOn, lines, isReversal: false, isReversed: false })
    return [code, expected]
  }
  if (kind < 16) {
    const kept = model.journals[dice(Math.max(1, model.journals.length))]
    if (!kept) return ['done', 'done']
    const postedOn = dayIn(dice, month)
    const expected = model.reverse(kept, postedOn)
    const order = { journalId: kept.journalId, postedOn, reason: '誤り' }
    const { answer, code } = await outcome(runCommand(office, ledger.reverseJournal, actor, order))
    if (answer) {
      kept.isReversed = true
      const lines = kept.lines.map((line) => ({
        ...line,
        side: line.side === 'debit' ? ('credit' as const) : ('debit' as const),
      }))
      model.journals.push({ ...answer, postedOn, lines, isReversal: true, isReversed: false })
    }
    return [code, expected]
  }
  if (kind === 16) {
    const expected = model.locked.has(month) ? 'ledger.locked-already' : 'done'
    const { code } = await outcome(runCommand(office, ledger.lockMonth, actor, { month: `${month}-01` }))
    model.locked.add(month)
    return [code, expected]
  }
  const expected = model.locked.has(month) ? 'done' : 'ledger.not-locked'
  const order = { month: `${month}-01`, reason: '続き' }
  const { code } = await outcome(runCommand(office, ledger.unlockMonth, actor, order))
  model.locked.delete(month)
  return [code, expected]
}

describe(`random acts, seed ${seed}`, () => {
  test('one after the other come to what the model says, and so do the sums of every month and account', async () => {
    const books = await opened()
    const model = new Model()
    const dice = diceOf('one after the other')
    const came = new Map<string, number>()
    for (let n = 0; n < 400; n++) {
      const [code, expected] = await act(dice, books, model)
      expect(code, `act ${n}`).toBe(expected)
      came.set(code ?? '', (came.get(code ?? '') ?? 0) + 1)
    }
    expect(came.size).toBeGreaterThan(6)
    for (const month of months) {
      const asked = { fromMonth: `${month}-01`, untilMonth: `${month}-01` }
      const { accounts, debit, credit } = await runQuery(office, ledger.trialBalances, books.actor, asked)
      expect(debit).toBe(credit)
      for (const [at, accountId] of books.ids.entries()) {
        const own = model.journals
          .filter(({ postedOn }) => postedOn.startsWith(month))
          .flatMap(({ lines }) => lines.filter((line) => line.accountId === accountId))
        const sumOf = (side: string) =>
          own.filter((line) => line.side === side).reduce((sum, { amount }) => sum + amount, 0)
        const row = accounts.find((account) => account.accountId === accountId)
        expect([row?.debit ?? 0, row?.credit ?? 0], `${month} ${names[at]}`).toEqual([sumOf('debit'), sumOf('credit')])
      }
    }
    expect(await faultsIn(books.companyId)).toEqual([])
  })

  test('on four connections at once leave books in which nothing is lost, doubled, unbalanced or past a lock', async () => {
    const books = await opened()
    const model = new Model() // shared by all, so only its journals mean something: the outcomes depend on the order
    const codes = new Set<string>()
    await Promise.all(
      [1, 2, 3, 4].map(async (worker) => {
        const dice = diceOf(`worker ${worker}`)
        for (let n = 0; n < 120; n++) codes.add((await act(dice, books, model))[0] ?? '')
      }),
    )
    expect(codes).toContain('ledger.month-locked')
    expect(await faultsIn(books.companyId)).toEqual([])
    const counted = await inTransaction(
      office.database.owner,
      (tx) =>
        tx.row<{
          journals: number
        }>`select count(*) as journals from ledger.journal where company_id = ${books.companyId}`,
    )
    expect(counted?.journals).toBe(model.journals.length)
  })
})

/** Whatever is wrong in the books of a company: nothing, at any time. */
function faultsIn(companyId: string): Promise<object[]> {
  return inTransaction(
    office.database.owner,
    (tx) => tx.rows`
      with line as (select * from ledger.line where company_id = ${companyId}),
        journal as (select * from ledger.journal where company_id = ${companyId}),
        written as (select e.recorded_at, e.activity, e.data, o.object_id from kernel.event e
          join kernel.event_object o on o.company_id = e.company_id and o.event_id = e.id where e.company_id = ${companyId})
      select 'unbalanced' as fault, journal_id::text as what from line group by journal_id having sum(amount) <> 0
      union all select 'without lines', id::text from journal j where not exists (select 1 from line l where l.journal_id = j.id)
      union all select 'without number', id::text from journal where number is null
      union all select 'gap in the numbers', series from journal group by series having max(number) <> count(*) or min(number) <> 1
      union all select 'reversed twice', reverses::text from journal where reverses is not null group by reverses having count(*) > 1
      union all select 'without event', id::text from journal j where not exists (select 1 from written w where w.object_id = j.id)
      union all select 'totals differ', account_id::text || ' ' || month from (
          select account_id, ledger.month_of(posted_on) as month, greatest(amount, 0) as debit, greatest(-amount, 0) as credit from line
          union all select account_id, month, -debit, -credit from ledger.total where company_id = ${companyId}) t
        group by account_id, month having sum(debit) <> 0 or sum(credit) <> 0
      union all select 'past a lock', p.object_id::text from written p
        where p.activity in ('ledger.journal-posted', 'ledger.journal-reversed') and (
          select l.activity from written l where l.activity in ('ledger.month-locked', 'ledger.month-unlocked')
            and l.data ->> 'month' = left(p.data ->> 'postedOn', 7) || '-01' and l.recorded_at < p.recorded_at
          order by l.recorded_at desc limit 1) = 'ledger.month-locked'`,
  )
}
