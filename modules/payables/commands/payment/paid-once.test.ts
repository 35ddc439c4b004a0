import { readZengin } from '@ennoshita/formats'
import { inTransaction, Refusal, runCommand, runQuery } from '@ennoshita/kernel/server'
import type { TestOffice } from '@ennoshita/kernel/test'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { payables } from '../../contract.ts'
import {
  balanceOf,
  openPayingOffice,
  type PayingCompany,
  payingCompany,
  placeInvoice,
  placeVendor,
} from './paying-company.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openPayingOffice(10)
})
afterAll(() => office.close())
beforeEach(() => office.clock.set('2026-11-30T09:00:00+09:00'))

const payOn = '2026-11-30'
const totals = [11_000, 22_000, 33_000, 44_000]

type Act = {
  readonly what: 'prepare' | 'change' | 'cancel' | 'release' | 'take' | 'pay' | 'fail' | 'return'
  readonly pick: number
  readonly of: readonly number[]
}

const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom(
    'prepare',
    'prepare',
    'change',
    'cancel',
    'release',
    'release',
    'take',
    'take',
    'pay',
    'pay',
    'fail',
    'return',
  ),
  pick: fc.nat(30),
  of: fc.uniqueArray(fc.nat(totals.length - 1), { minLength: 1, maxLength: 3 }),
})
/** Acts of up to four people at the same instant, time after time. */
const rounds = fc.array(fc.array(act, { minLength: 2, maxLength: 4 }), { minLength: 20, maxLength: 30 })

type Row = { id: string; runId: string; state: string }

/** The state in which a run is ripe for an act: two acts of three choose such a run, the others any. */
const ripe: Readonly<Record<Act['what'], string>> = {
  ...{
    prepare: '',
    change: 'prepared',
    cancel: 'prepared',
    release: 'prepared',
    take: 'released',
    pay: 'file-taken',
    fail: 'file-taken',
    return: 'paid',
  },
}

function chosen<Each extends { state: string }>(all: readonly Each[], state: string, pick: number): Each | undefined {
  const those = all.filter((each) => each.state === state)
  const from = pick % 3 === 0 || those.length === 0 ? all : those
  return from[pick % Math.max(1, from.length)]
}

async function rowsOf({ companyId }: PayingCompany) {
  return inTransaction(office.database.owner, async (tx) => ({
    runs: await tx.rows<{
      id: string
      state: string
    }>`select id, state from payables.payment_run where company_id = ${companyId} order by number`,
    transfers:
      await tx.rows<Row>`select id, run_id as "runId", state from payables.transfer where company_id = ${companyId} order by id`,
  }))
}

/** One act by whoever may; a refusal is an answer like another, a fault is thrown. */
async function carryOut(company: PayingCompany, invoices: readonly string[], { what, pick, of }: Act): Promise<void> {
  const { clerk, president, sourceAccountId } = company
  const { runs, transfers } = await rowsOf(company)
  const invoiceIds = of.flatMap((place) => invoices[place] ?? [])
  const runId = chosen(runs, ripe[what], pick)?.id ?? ''
  const transfer = chosen(transfers, 'paid', pick)
  const failed = transfers.filter((each) => each.runId === runId).slice(0, 1)
  const lateReason = '銀行の了解済み'
  if (what !== 'prepare' && runId === '') return
  const acts = {
    prepare: () => runCommand(office, payables.prepareRun, clerk, { sourceAccountId, payOn, invoiceIds, lateReason }),
    change: () =>
      runCommand(office, payables.changeRun, clerk, {
        runId,
        addInvoiceIds: invoiceIds.slice(0, 1),
        removeInvoiceIds: invoiceIds.slice(1),
      }),
    cancel: () => runCommand(office, payables.cancelRun, clerk, { runId, reason: '中止', fileWithdrawn: true }),
    release: () => runCommand(office, payables.releaseRun, president, { runId }),
    take: () => runCommand(office, payables.takeRunFile, clerk, { runId, reason: '念のため' }),
    pay: () => runCommand(office, payables.markRunPaid, clerk, { runId, paidOn: payOn }),
    fail: () =>
      runCommand(office, payables.markRunPaid, clerk, {
        runId,
        paidOn: payOn,
        failed: failed.map(({ id }) => ({ transferId: id, reason: '口座なし' })),
      }),
    return: () =>
      runCommand(office, payables.recordReturnedPayment, clerk, {
        transferId: transfer?.id ?? '',
        returnedOn: payOn,
        reason: '相違',
      }),
  }
  await acts[what]().catch((cause: unknown) => {
    if (!(cause instanceof Refusal)) throw cause
  })
}

type Paid = { invoiceId: string; journalId: string; isBack: boolean }

/** What the transfers themselves say, apart from the state of the payments that the index watches. */
async function paidOf({ companyId }: PayingCompany) {
  return inTransaction(office.database.owner, async (tx) => ({
    paid: await tx.rows<Paid>`select p.invoice_id as "invoiceId", t.journal_id as "journalId", t.state = 'returned' as "isBack"
      from payables.transfer t join payables.payment p on p.company_id = t.company_id and p.transfer_id = t.id
      where t.company_id = ${companyId} and t.journal_id is not null`,
    files: await tx.rows<{ file: Buffer; state: string; marked: number; failed: number }>`
      select r.file, r.state, (select coalesce(sum(t.sent), 0) from payables.transfer t where t.company_id = r.company_id and t.run_id = r.id
          and t.state in ('paid', 'returned'))::bigint as marked,
        (select coalesce(sum(t.sent), 0) from payables.transfer t where t.company_id = r.company_id and t.run_id = r.id and t.state = 'failed')::bigint as failed
      from payables.payment_run r where r.company_id = ${companyId} and r.file is not null`,
    posted: await tx.rows<{
      id: string
    }>`select j.id from ledger.journal j where j.company_id = ${companyId} and j.description like '支払 No.%'`,
  }))
}

/** 合計金額 of the trailer, read back from the bytes. */
function trailerOf(file: Buffer): number {
  const { files, faults } = readZengin(file, { near: payOn })
  if (faults.length > 0) throw new Error(faults[0]?.message)
  return files.reduce((sum, { trailer }) => sum + Number(trailer && 'total' in trailer ? trailer.total : Number.NaN), 0)
}

describe('一つの請求書は一度だけ支払われる', () => {
  test('however people prepare, change, cancel, release, take, pay and take back at the same time', async () => {
    const seen = { paid: 0, back: 0, files: 0 }
    await fc.assert(
      fc.asyncProperty(rounds, async (days) => {
        const company = await payingCompany(office)
        const vendors = [
          await placeVendor(company, { name: '甲', kana: 'ｺｳ' }),
          await placeVendor(company, { name: '乙', kana: 'ｵﾂ' }),
        ]
        const invoices: string[] = []
        for (const [place, total] of totals.entries())
          invoices.push(await placeInvoice(company, vendors[place % 2] ?? '', { total }))
        for (const acts of days) await Promise.all(acts.map((each) => carryOut(company, invoices, each)))
        const { paid, files, posted } = await paidOf(company)
        const standing = paid.filter(({ isBack }) => !isBack).map(({ invoiceId }) => invoiceId)
        expect(new Set(standing).size, 'an invoice was paid twice').toBe(standing.length)
        expect(new Set(paid.map(({ journalId }) => journalId)).size, 'each payment is booked once').toBe(posted.length)
        const unpaid = totals.reduce(
          (sum, total, place) => (standing.includes(invoices[place] ?? '') ? sum : sum + total),
          0,
        )
        expect(await balanceOf(company, '未払金'), 'the books owe what is not paid').toBe(0 - unpaid)
        for (const { file, state, marked, failed } of files)
          if (state === 'paid') expect(trailerOf(file), 'the file is what was marked').toBe(marked + failed)
        const open = await runQuery(office, payables.payableInvoices, company.clerk, {})
        expect(open.invoices.some(({ invoiceId }) => standing.includes(invoiceId))).toBe(false)
        seen.paid += paid.length
        seen.back += paid.length - standing.length
        seen.files += files.length
      }),
      { numRuns: 8, seed: 20_261_120, endOnFailure: true },
    )
    expect(Math.min(seen.paid, seen.back, seen.files), 'the run was too tame to prove anything').toBeGreaterThan(0)
  }, 120_000)

  test('when two people prepare the same invoices at the same instant, one of them is refused', async () => {
    const company = await payingCompany(office)
    const { clerk, president, sourceAccountId } = company
    const vendorId = await placeVendor(company, { name: '甲', kana: 'ｺｳ' })
    const invoiceIds = [
      await placeInvoice(company, vendorId, { total: 100 }),
      await placeInvoice(company, vendorId, { total: 200 }),
    ]
    const order = { sourceAccountId, payOn: '2026-12-04' }
    const both = await Promise.allSettled([
      runCommand(office, payables.prepareRun, clerk, { ...order, invoiceIds }),
      runCommand(office, payables.prepareRun, president, { ...order, invoiceIds: invoiceIds.toReversed() }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { face: { code: 'payables.planned-already' } },
    })
  })

  test('the database itself refuses a second living payment of an invoice', async () => {
    const company = await payingCompany(office)
    const vendorId = await placeVendor(company, { name: '甲', kana: 'ｺｳ' })
    const invoiceIds = [await placeInvoice(company, vendorId, { total: 100 })]
    const { clerk, sourceAccountId, companyId } = company
    await runCommand(office, payables.prepareRun, clerk, { sourceAccountId, payOn: '2026-12-04', invoiceIds })
    const again = inTransaction(office.database.owner, async (tx) => {
      await tx.run`select set_config('ennoshita.company', ${companyId}, true), set_config('ennoshita.command', 'test', true)`
      await tx.run`insert into payables.transfer (company_id, id, run_id, place, vendor_id, total, withheld)
        select company_id, gen_random_uuid(), run_id, 2, ${await placeVendor(company, { name: '乙', kana: 'ｵﾂ' })}, total, withheld
        from payables.transfer where company_id = ${companyId}`
      await tx.run`insert into payables.payment (company_id, id, run_id, transfer_id, invoice_id, total, withheld)
        select p.company_id, gen_random_uuid(), p.run_id, t.id, p.invoice_id, p.total, p.withheld from payables.payment p
          join payables.transfer t on t.company_id = p.company_id and t.place = 2 where p.company_id = ${companyId}`
    })
    await expect(again).rejects.toThrow('payment_once')
  })
})
