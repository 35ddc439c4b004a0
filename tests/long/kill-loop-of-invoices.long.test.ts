import { setTimeout as pause } from 'node:timers/promises'
import { newId, verifySeals } from '@ennoshita/kernel/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type KilledProgram, startToBeKilled } from './killed-program.ts'

let program: KilledProgram
beforeAll(async () => {
  program = await startToBeKilled(46_491)
}, 180_000)
afterAll(() => program?.remove())

type Session = { cookie: string }
type Ask = { readonly path: string; readonly body: object; readonly requestId: string }

/** Carries a request through: after a kill it is sent again under its own id, so it happens once. Undefined while the program is down. */
async function carryOut(session: Session, { path, body, requestId }: Ask): Promise<Record<string, string> | undefined> {
  const answer = await program.post(path, body, { ...session, 'x-request-id': requestId }).catch(() => undefined)
  const text = await answer?.text().catch(() => undefined)
  if (!answer || !text) return undefined
  if (answer.status !== 200) throw new Error(`${path}: ${text}`)
  return JSON.parse(text)
}

async function must(session: Session, path: string, body: object): Promise<Record<string, string>> {
  const answer = await carryOut(session, { path, body, requestId: newId() })
  if (!answer) throw new Error(`${path}: no answer`)
  return answer
}

test('kill -9 among approvals and postings, ten rounds: nothing lost, nothing twice', async () => {
  let session = await program.signIn()
  await must(session, '/api/ledger/adopt-chart', {})
  await must(session, '/api/payables/set-settings', { version: 0 })
  const { vendorId = '' } = await must(session, '/api/payables/add-vendor', { name: '川辺野スチール' })
  const listed = await program.get('/api/ledger/account-list?text=外注費', session)
  const [account]: { accountId: string }[] = await listed.json()
  const form = (vendorNumber: string) => ({
    ...{ vendorId, vendorNumber, total: 110_000, includesTax: false },
    ...{ serviceFrom: '2026-10-01', serviceUntil: '2026-10-31', invoicedOn: '2026-10-31', receivedOn: '2026-11-02' },
    ...{ bookingMonth: '2026-10-01', dueOn: '2026-11-30' },
    taxes: [{ taxKind: 'standard', base: 100_000, tax: 10_000 }],
    lines: [{ accountId: account?.accountId, description: '加工', amount: 100_000 }],
    ...{ duplicateOf: 'not-a-duplicate', duplicateReason: '毎回同じ額の請求書のため' },
  })
  const approved = new Set<string>()
  /** What each writer was about to do when the program was killed. */
  const left = new Map<number, Ask[]>()
  for (let round = 0; round < 10; round++) {
    session = await program.signIn()
    let running = true
    const writers = [0, 1, 2].map(async (writer) => {
      for (let n = 0; running; n++) {
        const asks = left.get(writer) ?? []
        left.set(writer, asks)
        if (asks.length === 0)
          asks.push({
            path: '/api/payables/register-invoice',
            body: form(`${round}-${writer}-${n}`),
            requestId: newId(),
          })
        for (let ask = asks[0]; ask && running; ask = asks[0]) {
          const answer = await carryOut(session, ask)
          if (!answer) return
          asks.shift()
          const { invoiceId } = { ...ask.body, ...answer } as { invoiceId: string } // as: each of the three names its invoice
          if (ask.path.endsWith('register-invoice'))
            for (const act of ['submit-invoice', 'approve-invoice'])
              asks.push({ path: `/api/payables/${act}`, body: { invoiceId }, requestId: newId() })
          if (ask.path.endsWith('approve-invoice')) approved.add(invoiceId)
        }
      }
    })
    await pause(600 + round * 120)
    await program.killAll()
    running = false
    await Promise.all(writers)
    await program.startAgain()
  }
  const found = await program.afterStopping(async (database) => {
    const rows = async <Row extends object>(text: string) => (await database.owner.query<Row>(text)).rows
    return {
      approved: await rows<{ id: string; journals: number }>(`select i.id,
          (select count(*)::int from kernel.event_object o join kernel.event e on e.company_id = o.company_id and e.id = o.event_id
            where o.object_id = i.id and e.activity = 'payables.invoice-approved') as journals
        from payables.invoice i where i.state = 'approved'`),
      journals: await rows<{ number: number }>('select number from ledger.journal order by number'),
      numbers: await rows<{ number: number }>('select number from payables.invoice order by number'),
      unequal:
        await rows<object>(`select 1 from (select sum(debit) as debit, sum(credit) as credit from ledger.total) t,
          (select sum(greatest(amount, 0)) as debit, sum(greatest(-amount, 0)) as credit from ledger.line) l
        where t.debit <> l.debit or t.credit <> l.credit or t.debit <> t.credit`),
      verification: await verifySeals(database),
    }
  })
  const kept = new Set(found.approved.map(({ id }) => id))
  const lost = [...approved].filter((id) => !kept.has(id))
  process.stdout.write(
    `approvals acknowledged ${approved.size}, lost ${lost.length}, journals ${found.journals.length}\n`,
  )
  const from1 = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
  expect(approved.size).toBeGreaterThan(20)
  expect(lost).toEqual([])
  expect(found.approved.filter(({ journals }) => journals !== 1)).toEqual([])
  expect(found.journals.map(({ number }) => number)).toEqual(from1(found.approved.length))
  expect(found.numbers.map(({ number }) => number)).toEqual(from1(found.numbers.length))
  expect(found.unequal).toEqual([])
  expect(found.verification.broken).toEqual([])
})
