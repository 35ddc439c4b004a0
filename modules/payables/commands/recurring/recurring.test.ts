import { approvals as approvalsModule } from '@ennoshita/approvals/server'
import { documents as documentsModule } from '@ennoshita/documents/server'
import { inTransaction, newId, runCommand, runQuery, type Tx } from '@ennoshita/kernel/server'
import { openTestOffice, storyOf, type TestOffice, testActor, testCompany } from '@ennoshita/kernel/test'
import { ledger } from '@ennoshita/ledger'
import { ledger as ledgerModule } from '@ennoshita/ledger/server'
import { people as peopleModule } from '@ennoshita/people/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { payables } from '../../contract.ts'
import { payables as payablesModule } from '../../module.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice([peopleModule, documentsModule, ledgerModule, approvalsModule, payablesModule], {
    at: '2026-11-20T09:00:00+09:00',
    connections: 8,
  })
})
afterAll(() => office.close())

/** A company with the standard chart and a registered landlord whose rent of 110,000 yen comes on the 5th of the next month. */
async function opened() {
  const companyId = await testCompany(office)
  const clerk = await testActor(office, companyId, 'clerk')
  const head = await testActor(office, companyId, 'head')
  await runCommand(office, ledger.adoptChart, clerk, {})
  const accounts = await runQuery(office, ledger.accountList, clerk, {})
  const account = (name: string): string => accounts.find((each) => each.name === name)?.accountId ?? ''
  const { vendorId } = await runCommand(office, payables.addVendor, clerk, {
    ...{ name: '若竹坂レジデンス株式会社', nameKana: 'ワカタケザカレジデンス', registrationNumber: 'T7000012050002' },
  })
  const rent = {
    ...{ title: '本社家賃', startsMonth: '2026-09-01', arrivesDay: 5 },
    lines: [{ accountId: account('地代家賃'), amount: 110_000, description: '本社' }],
  }
  const { recurringId } = await runCommand(office, payables.addRecurring, clerk, { vendorId, ...rent })
  const names = new Map([
    [clerk.personId, '担当'],
    [head.personId, '部門長'],
  ])
  return { companyId, clerk, head, account, vendorId, recurringId, rent, names }
}
type Opened = Awaited<ReturnType<typeof opened>>

/** Changes rows as the program's own commands would. */
async function place({ companyId }: Opened, write: (tx: Tx) => Promise<unknown>): Promise<void> {
  await inTransaction(office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${companyId}, true), set_config('ennoshita.command', 'test', true)`
    await write(tx)
  })
}

const missing = async ({ clerk }: Opened, on?: string) =>
  (await runQuery(office, payables.missingInvoices, clerk, on ? { on } : {})).map(
    ({ title, month, daysLate }) => `${title} ${month.slice(0, 7)} ${daysLate}日`,
  )

const linesOf = async ({ clerk }: Opened, journalId: string) => {
  const { postedOn, lines } = await runQuery(office, ledger.journalDetails, clerk, { journalId })
  return [postedOn, ...lines.map((line) => `${line.side} ${line.accountName} ${line.amount} ${line.taxName}`)]
}

describe('まだ届いていません', () => {
  test('what should be here by day is missing until it is registered, is no longer so, or will not come', async () => {
    const company = await opened()
    const { clerk, recurringId, vendorId } = company
    expect(await missing(company)).toEqual(['本社家賃 2026-09 46日', '本社家賃 2026-10 15日'])
    expect(await missing(company, '2026-12-04')).toEqual(['本社家賃 2026-09 60日', '本社家賃 2026-10 29日'])
    const september = { vendorId, serviceFrom: '2026-09-01', serviceUntil: '2026-09-30', total: 110_000 }
    const { invoiceId, version } = await runCommand(office, payables.registerInvoice, clerk, september)
    expect(await missing(company)).toEqual(['本社家賃 2026-10 15日'])
    await runCommand(office, payables.cancelInvoice, clerk, { invoiceId, version, reason: '二重' })
    expect(await missing(company)).toEqual(['本社家賃 2026-09 46日', '本社家賃 2026-10 15日'])
    const skip = { recurringId, month: '2026-09-15', reason: 'フリーレントのため' }
    await runCommand(office, payables.skipExpected, clerk, skip)
    expect(await missing(company)).toEqual(['本社家賃 2026-10 15日'])
    await expect(runCommand(office, payables.skipExpected, clerk, skip)).rejects.toMatchObject({
      face: { code: 'payables.expected-settled' },
    })
    await expect(
      runCommand(office, payables.skipExpected, clerk, { ...skip, month: '2026-08-01' }),
    ).rejects.toMatchObject({ face: { code: 'payables.nothing-expected', field: 'month' } })
  })

  test('of two expected from one vendor, the invoice goes to the nearer amount', async () => {
    const company = await opened()
    const { clerk, vendorId, account } = company
    await runCommand(office, payables.addRecurring, clerk, {
      ...{ vendorId, title: '駐車場', startsMonth: '2026-10-01', arrivesDay: 5 },
      lines: [{ accountId: account('地代家賃'), amount: 33_000 }],
    })
    await runCommand(office, payables.registerInvoice, clerk, {
      ...{ vendorId, serviceFrom: '2026-10-01', serviceUntil: '2026-10-31', total: 30_800 },
    })
    expect(await missing(company)).toEqual(['本社家賃 2026-09 46日', '本社家賃 2026-10 15日'])
  })

  test('refuses accounts and vendors of another company', async () => {
    const [ours, theirs] = [await opened(), await opened()]
    await expect(
      runCommand(office, payables.addRecurring, ours.clerk, { ...ours.rent, vendorId: theirs.vendorId }),
    ).rejects.toMatchObject({ face: { kind: 'not-found', field: 'vendorId' } })
    await expect(
      runCommand(office, payables.addRecurring, ours.clerk, { ...theirs.rent, vendorId: ours.vendorId }),
    ).rejects.toMatchObject({ face: { kind: 'not-found', field: 'lines.0.accountId' } })
    await expect(
      runCommand(office, payables.skipExpected, ours.clerk, {
        ...{ recurringId: theirs.recurringId, month: '2026-10-01', reason: 'x' },
      }),
    ).rejects.toMatchObject({ face: { kind: 'not-found' } })
  })
})

describe('概算計上', () => {
  test('is posted once before the month is locked, without tax, and reversed by hand with a reason', async () => {
    const company = await opened()
    const { clerk, head, companyId, names, recurringId } = company
    const accrued = await runCommand(office, payables.accrueMonth, clerk, { month: '2026-10-01' })
    expect([accrued.accrued, accrued.total]).toEqual([1, 100_000])
    expect(await linesOf(company, accrued.journalIds[0] ?? '')).toEqual([
      '2026-10-31',
      'debit 地代家賃 100000 対象外',
      'credit 未払費用 100000 対象外',
    ])
    expect((await runCommand(office, payables.accrueMonth, clerk, { month: '2026-10-31' })).accrued).toBe(0)
    await runCommand(office, ledger.lockMonth, head, { month: '2026-10-01' })
    const { isLocked, rows } = await runQuery(office, payables.accruals, clerk, { month: '2026-10-01' })
    expect([isLocked, rows.map(({ state, amount, cost }) => [state, amount, cost])]).toEqual([
      true,
      [['accrued', 110_000, 100_000]],
    ])
    await expect(
      runCommand(office, payables.skipExpected, clerk, { recurringId, month: '2026-10-01', reason: '免除' }),
    ).rejects.toMatchObject({ face: { code: 'payables.accrual-stands' } })
    const reversal = { accrualId: rows[0]?.accrued?.accrualId ?? '', postedOn: '2026-10-31', reason: '請求がないため' }
    await expect(runCommand(office, payables.reverseAccrual, clerk, reversal)).rejects.toMatchObject({
      face: { code: 'ledger.month-locked' },
    })
    await runCommand(office, payables.reverseAccrual, clerk, { ...reversal, postedOn: '2026-11-01' })
    await expect(
      runCommand(office, payables.reverseAccrual, clerk, { ...reversal, postedOn: '2026-11-01' }),
    ).rejects.toMatchObject({ face: { code: 'payables.accrual-reversed' } })
    await expect(runCommand(office, payables.accrueMonth, clerk, { month: '2026-10-01' })).rejects.toMatchObject({
      face: { code: 'ledger.month-locked' },
    })
    expect((await storyOf(office, companyId, names)).slice(2)).toEqual([
      '11/20 09:00 担当 毎月届くはずの請求書を登録した（本社家賃・若竹坂レジデンス株式会社）',
      '11/20 09:00 担当 届いていない請求書を概算で計上した（2026年10月31日 概算計上 2026年10月分 本社家賃・本社家賃）',
      '11/20 09:00 担当 届いていない請求書を概算で計上した',
      '11/20 09:00 部門長 月を締めた（2026年10月の帳簿）',
      '11/20 09:00 担当 概算計上を取り消した（2026年11月1日 取消 No.1 概算計上 2026年10月分 本社家賃・本社家賃）',
    ])
  })

  test('takes another amount in proportion, leaves what is booked, and refuses a month to come', async () => {
    const company = await opened()
    const { clerk, vendorId, account } = company
    const { recurringId } = await runCommand(office, payables.addRecurring, clerk, {
      ...{ vendorId, title: '電気', startsMonth: '2026-10-01', arrivesDay: 31, arrivesMonthsLater: 0 },
      lines: [
        { accountId: account('水道光熱費'), amount: 20_000 },
        { accountId: account('水道光熱費'), amount: 10_000, taxKind: 'out-of-scope' },
      ],
    })
    const only = [{ recurringId, amount: 45_000 }]
    const accrued = await runCommand(office, payables.accrueMonth, clerk, { month: '2026-10-01', only })
    expect(await linesOf(company, accrued.journalIds[0] ?? '')).toEqual([
      '2026-10-31',
      'debit 水道光熱費 27273 対象外',
      'debit 水道光熱費 15000 対象外',
      'credit 未払費用 42273 対象外',
    ])
    await expect(runCommand(office, payables.accrueMonth, clerk, { month: '2026-12-01' })).rejects.toMatchObject({
      face: { field: 'month' },
    })
    await expect(
      runCommand(office, payables.accrueMonth, clerk, { month: '2026-10-01', only: [{ recurringId: newId() }] }),
    ).rejects.toMatchObject({ face: { kind: 'not-found', field: 'only.0.recurringId' } })
  })

  test('asked by two at once, stands once', async () => {
    const company = await opened()
    const { clerk } = company
    const answers = await Promise.all(
      [1, 2, 3].map(() => runCommand(office, payables.accrueMonth, clerk, { month: '2026-10-01' })),
    )
    expect(answers.map(({ accrued }) => accrued).sort()).toEqual([0, 0, 1])
  })
})

/** An approved invoice of 100,003 yen of cost over November to January, as the approval leaves it. */
async function prepaidInvoice(company: Opened): Promise<string> {
  const { clerk, vendorId, account, companyId } = company
  const { invoiceId } = await runCommand(office, payables.registerInvoice, clerk, {
    ...{
      vendorId,
      serviceFrom: '2026-11-01',
      serviceUntil: '2027-01-31',
      invoicedOn: '2026-11-01',
      bookingMonth: '2026-11-01',
    },
    ...{ dueOn: '2026-12-31', total: 100_003 },
    lines: [
      {
        ...{ accountId: account('保険料'), amount: 100_003, taxKind: 'exempt', description: '火災保険' },
        ...{ spreadFrom: '2026-11-01', spreadUntil: '2027-01-01' },
      },
    ],
  })
  const { journalId } = await runCommand(office, ledger.postJournal, clerk, {
    postedOn: '2026-11-30',
    lines: [
      { accountId: account('前払費用'), side: 'debit', amount: 100_003 },
      { accountId: account('未払金'), side: 'credit', amount: 100_003 },
    ],
  })
  await place(company, async (tx) => {
    await tx.run`update payables.invoice set state = 'approved', journal_id = ${journalId}, matter_id = ${newId()},
        debt_account_id = ${account('未払金')} where company_id = ${companyId} and id = ${invoiceId}`
    return tx.run`update payables.invoice_line set cost = 100003 where company_id = ${companyId} and invoice_id = ${invoiceId}`
  })
  return invoiceId
}

describe('前払費用', () => {
  test('becomes cost month by month, each share once, and sums to the line', async () => {
    office.clock.set('2026-11-20T09:00:00+09:00')
    const company = await opened()
    const { clerk, companyId, names } = company
    await prepaidInvoice(company)
    const transfer = (month: string) => runCommand(office, payables.transferPrepaid, clerk, { month })
    const first = await transfer('2026-11-15')
    expect(await linesOf(company, first.journalIds[0] ?? '')).toEqual([
      '2026-11-30',
      'debit 保険料 33335 対象外',
      'credit 前払費用 33335 対象外',
    ])
    expect((await transfer('2026-11-01')).lines).toBe(0)
    await expect(transfer('2026-12-01')).rejects.toMatchObject({ face: { field: 'month' } })
    office.clock.set('2027-01-31T09:00:00+09:00')
    const { lines: shown, due } = await runQuery(office, payables.prepaidSchedules, clerk, {})
    expect([due, shown.map(({ remaining, months }) => [remaining, months.map((each) => each.amount)])]).toEqual([
      66_668,
      [[66_668, [33_335, 33_334, 33_334]]],
    ])
    const rest = await Promise.all([transfer('2027-01-01'), transfer('2027-01-01')])
    expect(rest.map(({ total }) => total).sort()).toEqual([0, 66_668])
    expect((await runQuery(office, payables.prepaidSchedules, clerk, {})).lines).toEqual([])
    const told = await storyOf(office, companyId, names)
    expect(told.filter((line) => line.includes('前払費用を'))[0]).toMatch(
      /^11\/20 09:00 担当 前払費用を費用に振り替えた（.*2026年11月30日 前払費用の振替 請求書 受付1/,
    )
  })

  test('is taken back before its invoice is cancelled, and the database refuses a share twice', async () => {
    office.clock.set('2026-11-20T09:00:00+09:00')
    const company = await opened()
    const { clerk, companyId } = company
    const invoiceId = await prepaidInvoice(company)
    await runCommand(office, payables.transferPrepaid, clerk, { month: '2026-11-01' })
    const twice = place(
      company,
      (
        tx,
      ) => tx.run`insert into payables.prepaid_transfer (company_id, id, invoice_id, line, month, amount, posted_on, journal_id)
        select company_id, ${newId()}, invoice_id, line, month, amount, posted_on, journal_id from payables.prepaid_transfer
        where company_id = ${companyId}`,
    )
    await expect(twice).rejects.toThrow('prepaid_transfer_once')
    const reversal = { invoiceId, postedOn: '2026-11-20', reason: '解約のため' }
    const { journalIds } = await runCommand(office, payables.reversePrepaid, clerk, reversal)
    expect(await linesOf(company, journalIds[0] ?? '')).toEqual([
      '2026-11-30',
      'credit 保険料 33335 対象外',
      'debit 前払費用 33335 対象外',
    ])
    await expect(runCommand(office, payables.reversePrepaid, clerk, reversal)).rejects.toMatchObject({
      face: { kind: 'not-found' },
    })
    expect((await runCommand(office, payables.transferPrepaid, clerk, { month: '2026-11-01' })).lines).toBe(1)
  })
})
