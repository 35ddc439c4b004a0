import { addDays, bankCalendar, shiftToBusinessDay } from '@ennoshita/statutes'
import { type Desk, look, say } from './desk-of.ts'

/** A company of two: 花子, its president, and 次郎, a clerk, with a chart of accounts and settings; each at a desk. */
export type PayingCompany = {
  readonly today: string
  /** The bank day on which its invoices are paid. */
  readonly payOn: string
  /** Registers an invoice of the vendor as the clerk and approves it as the president; answers its number at the vendor. */
  approveInvoice(vendorId: string, total: number): Promise<string>
  /** A payment in cash of today, prepared by the clerk and released by the president; answers its id. */
  releaseCash(total: number): Promise<string>
}

const password = 'あさがおの観察日記をつける'
const tokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' })

/** The company of one person: 花子 founds it, with books and settings. */
export async function foundAlone(president: Desk): Promise<void> {
  await say(president, '/api/first-run', {
    companyName: 'あおぞら商店株式会社',
    personFamilyName: '青空',
    personGivenName: '花子',
    familyNameKana: 'アオゾラ',
    givenNameKana: 'ハナコ',
    email: 'hanako@aozora.example',
    password,
  })
  await say(president, '/api/ledger/adopt-chart', {})
  const accountId = await accountOf(president, '普通預金')
  await say(president, '/api/ledger/add-sub-account', {
    accountId,
    code: '1',
    name: 'みずほ銀行',
    kana: 'ミズホギンコウ',
  })
  await say(president, '/api/payables/set-settings', { version: 0, capital: 10_000_000, employees: 20 })
}

/** Sets the stage through the commands, as the screens would: founding, two people, books and settings. */
export async function foundPayingCompany(
  president: Desk,
  clerk: Desk,
  today = tokyo.format(new Date()),
): Promise<PayingCompany> {
  await foundAlone(president)
  await enterClerk(president, clerk, today)
  const payOn = shiftToBusinessDay(addDays(today, 7), 'next', bankCalendar())
  let count = 0
  return {
    today,
    payOn,
    async approveInvoice(vendorId, total) {
      count += 1
      const vendorNumber = `KB-${String(count).padStart(4, '0')}`
      await approve(president, clerk, invoiceOf(vendorId, vendorNumber, total, today, payOn))
      return vendorNumber
    },
    releaseCash: (total) => releaseCash(president, clerk, total, today),
  }
}

async function releaseCash(president: Desk, clerk: Desk, total: number, today: string): Promise<string> {
  const accountId = await accountOf(president, '現金')
  const source = await said(president, '/api/payables/add-source-account', {
    name: '小口現金',
    kind: 'cash',
    accountId,
  })
  const { vendorId = '' } = await said(clerk, '/api/payables/add-vendor', { name: '白妙クリーニング', method: 'cash' })
  const invoiceId = await approve(president, clerk, invoiceOf(vendorId, 'ST-1', total, today, today))
  const { sourceAccountId } = source
  const run = { sourceAccountId, payOn: today, invoiceIds: [invoiceId], method: 'cash' }
  const { runId = '' } = await said(clerk, '/api/payables/prepare-run', run)
  await say(president, '/api/payables/release-run', { runId })
  return runId
}

async function enterClerk(president: Desk, clerk: Desk, today: string): Promise<void> {
  const department = await said(president, '/api/people/add-department', { name: '経理部', fromOn: '2020-04-01' })
  const { personId } = await said(president, '/api/people/add-person', {
    familyName: '海野',
    givenName: '次郎',
    familyKana: 'ウミノ',
    givenKana: 'ジロウ',
    email: 'jiro@aozora.example',
    joinedOn: '2024-04-01',
    assignment: { departmentId: department.departmentId, fromOn: today },
  })
  await say(president, '/api/kernel/grant-role', { personId, role: 'clerk' })
  const { invitationId } = await said(president, '/api/kernel/invite-person', {
    personId,
    email: 'jiro@aozora.example',
  })
  const links = await look(president, `/api/kernel/invitation-links?invitationId=${invitationId}`)
  const token = /\/invite\/([^"?]+)/.exec(JSON.stringify(links))?.[1] ?? ''
  await say(clerk, '/api/invitations/accept', { token, password: 'うみべを毎朝あるきます' })
}

function invoiceOf(vendorId: string, vendorNumber: string, total: number, today: string, dueOn: string) {
  return {
    vendorId,
    vendorNumber,
    invoicedOn: today,
    receivedOn: today,
    serviceFrom: today,
    serviceUntil: today,
    dueOn,
    total,
  }
}

async function approve(president: Desk, clerk: Desk, form: ReturnType<typeof invoiceOf>): Promise<string> {
  const accountId = await accountOf(clerk, '消耗品費')
  const tax = Math.floor((form.total * 10) / 110)
  const registered = await said(clerk, '/api/payables/register-invoice', {
    ...form,
    bookingMonth: `${form.invoicedOn.slice(0, 7)}-01`,
    taxes: [{ taxKind: 'standard', base: form.total, tax }],
    lines: [{ accountId, amount: form.total, description: '棚板' }],
  })
  const { invoiceId = '' } = registered
  await say(clerk, '/api/payables/submit-invoice', { invoiceId })
  await say(president, '/api/payables/approve-invoice', { invoiceId })
  return invoiceId
}

/** The id of the first account that bears this name. */
export async function accountOf(desk: Desk, name: string): Promise<string | undefined> {
  const accounts = await look(desk, `/api/ledger/account-list?text=${encodeURIComponent(name)}`)
  return /"accountId":"([^"]+)"/.exec(JSON.stringify(accounts))?.[1]
}

/** What a command answers, each part as text. */
export async function said(desk: Desk, path: string, data: object): Promise<Record<string, string>> {
  const answer = await say(desk, path, data)
  const parts = typeof answer === 'object' && answer !== null ? Object.entries(answer) : []
  return Object.fromEntries(parts.map(([name, value]) => [name, String(value)]))
}
