import { type Actor, inTransaction, type Office, programFor, runCommand, runQuery } from '@ennoshita/kernel/server'
import { testCompany } from '@ennoshita/kernel/test'
import { ledger } from '@ennoshita/ledger'
import { payables } from '@ennoshita/payables'
import { modules } from '../../apps/server/modules.ts'
import { approveOneByOne } from './approve.ts'
import { benchSeconds, inFreshOffice } from './place.ts'
import { type Column, printHead, printRow, shareOf } from './table.ts'

const columns: readonly Column[] = [
  ['work', 62, 'words'],
  ['measured', 14],
  ['p95 ms', 9],
  ['target', 12],
]

/** Payables at the size of a large office: lists of 100,000 invoices, and a run of 500 payments from preparation to its journals. */
export async function benchPayables(): Promise<void> {
  await inFreshOffice(modules, async (office) => {
    const clerk = programFor(await testCompany(office))
    await runCommand(office, ledger.adoptChart, clerk, {})
    const sourceAccountId = await addSource(office, clerk)
    await fill(office, clerk, 500, 100_000)
    await office.database.owner.query('analyze')
    printHead('Payables: 100,000 invoices of 500 vendors; row security forced, fsync on', columns)
    await measure('invoice-list, first page with its sums', 100, () =>
      runQuery(office, payables.invoiceList, clerk, {}),
    )
    await measure('invoice-list, approved, by due day', 100, () =>
      runQuery(office, payables.invoiceList, clerk, { state: 'approved', order: 'due' }),
    )
    await measure('invoice-list, found by text', 100, () =>
      runQuery(office, payables.invoiceList, clerk, { text: '取引先 77' }),
    )
    await measure('payable-invoices, 100 rows', 100, () =>
      runQuery(office, payables.payableInvoices, clerk, { limit: 100 }),
    )
    await benchRun(office, clerk, sourceAccountId)
    const took = await approveOneByOne(office, clerk, 240)
    printTimes('approve-invoice, the last step: decided and posted', took.slice(40), 50)
  })
}

/** A run of 500 payments, each step once, in milliseconds. */
async function benchRun(office: Office, clerk: Actor, sourceAccountId: string): Promise<void> {
  const rows = await inTransaction(
    office.database.owner,
    (tx) => tx.rows<{ id: string }>`
    select distinct on (vendor_id) id from payables.invoice where company_id = ${clerk.companyId} and state = 'approved' order by vendor_id, due_on`,
  )
  const invoiceIds = rows.map(({ id }) => id)
  const lateReason = 'bench'
  const today = office.clock.now().slice(0, 10)
  const { runId } = await once(`prepare-run, ${invoiceIds.length} payments`, '', () =>
    runCommand(office, payables.prepareRun, clerk, {
      sourceAccountId,
      payOn: bankDayFrom(today),
      invoiceIds,
      lateReason,
    }),
  )
  await once('release-run', '', () => runCommand(office, payables.releaseRun, clerk, { runId }))
  await once(`take-run-file, ${invoiceIds.length} records`, '<= 1 s', () =>
    runCommand(office, payables.takeRunFile, clerk, { runId }),
  )
  await measure('run-details, 500 payments', undefined, () => runQuery(office, payables.runDetails, clerk, { runId }))
}

/** The next day that is neither Saturday nor Sunday; the bench may refuse to run on the days around New Year. */
function bankDayFrom(today: string): string {
  const day = Date.parse(`${today}T00:00:00Z`)
  const next = Array.from({ length: 7 }, (_, n) => new Date(day + (n + 1) * 86_400_000)).find(
    (each) => each.getUTCDay() % 6 !== 0,
  )
  return next?.toISOString().slice(0, 10) ?? today
}

async function once<Answer>(work: string, target: string, run: () => Promise<Answer>): Promise<Answer> {
  const began = performance.now()
  const answer = await run()
  printRow(columns, [work, `${Math.round(performance.now() - began)} ms`, '', target])
  return answer
}

async function measure(work: string, targetMs: number | undefined, run: () => Promise<unknown>): Promise<void> {
  const took: number[] = []
  const end = performance.now() + benchSeconds * 200
  await run()
  while (performance.now() < end || took.length < 5) {
    const began = performance.now()
    await run()
    took.push(performance.now() - began)
  }
  printTimes(work, took, targetMs)
}

function printTimes(work: string, took: readonly number[], targetMs: number | undefined): void {
  const sorted = took.toSorted((one, other) => one - other)
  printRow(columns, [
    work,
    `${took.length} times`,
    shareOf(sorted, 0.95).toFixed(1),
    targetMs === undefined ? '' : `p95 <= ${targetMs}`,
  ])
}

async function addSource(office: Office, clerk: Actor): Promise<string> {
  const accounts = await runQuery(office, ledger.accountList, clerk, {})
  const accountId = accounts.find(({ name }) => name === '普通預金')?.accountId ?? ''
  const { subAccountId } = await runCommand(office, ledger.addSubAccount, clerk, {
    accountId,
    code: '1',
    name: 'みずほ',
  })
  const fee = { under30000: 484, from30000: 660 }
  const bank = {
    ...{
      bankCode: '0001',
      bankName: 'みずほ銀行',
      branchCode: '001',
      branchName: '東京営業部',
      accountNumber: '0123456',
    },
    ...{ clientCode: '1234567890', clientKana: 'ｶ)ｻﾝﾌﾟﾙ', fees: { sameBranch: fee, sameBank: fee, otherBank: fee } },
  }
  const { sourceAccountId } = await runCommand(office, payables.addSourceAccount, clerk, {
    name: 'みずほ普通',
    accountId,
    subAccountId,
    bank,
  })
  return sourceAccountId
}

/** Places vendors with confirmed accounts and approved invoices straight into the tables. */
async function fill(office: Office, { companyId }: Actor, vendors: number, invoices: number): Promise<void> {
  await inTransaction(office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${companyId}, true), set_config('ennoshita.command', 'bench', true)`
    await tx.run`insert into payables.vendor (company_id, id, code, name, name_kana)
      select ${companyId}, gen_random_uuid(), 'V' || n, '取引先 ' || n, 'ﾄﾘﾋｷｻｷ' || n from generate_series(1, ${vendors}::int) n`
    await tx.run`insert into payables.vendor_bank_account (company_id, id, vendor_id, state, bank_code, branch_code, account_type, account_number, holder,
        holder_kana, entered_at, entered_by, confirmed_at, confirmed_by, called_name, called_number, called_at)
      select company_id, gen_random_uuid(), id, 'confirmed', '0005', '002', 'ordinary', '7654321', name, name_kana, now(), gen_random_uuid(), now(),
        gen_random_uuid(), 'a', '03', now() from payables.vendor where company_id = ${companyId}`
    await tx.run`insert into payables.invoice (company_id, id, number, state, vendor_id, vendor_number, service_from, service_until, invoiced_on, received_on,
        booking_month, due_on, total, matter_id, journal_id, folded)
      select ${companyId}, gen_random_uuid(), 1000000 + n, 'approved', v.id, 'INV-' || n, d.day, d.day, d.day, d.day, date_trunc('month', d.day)::date, d.day + 30,
        1000 + n % 90000, gen_random_uuid(), gen_random_uuid(), kernel.fold(v.name || ',INV-' || n)
      from generate_series(1, ${invoices}::int) n
        join lateral (select date '2024-01-01' + (n / 100) % 1000 as day) d on true
        join (select id, name, row_number() over (order by id) - 1 as place from payables.vendor where company_id = ${companyId}) v
          on v.place = n % ${vendors}::int`
  })
}
