import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inTransaction, openDatabase, startEmbedded } from '@ennoshita/kernel/server'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasBrowser, withoutBrowser } from './chromium.ts'
import { type Desk, keepPictureOfFailure, look, say } from './desk-of.ts'
import { press, pressByKeys, read, row } from './hands.ts'
import { looked } from './looked.ts'
import { accountOf, said } from './paying-company.ts'
import { openPayingOffice, type PayingOffice, unasked } from './paying-office.ts'

vi.setConfig({ testTimeout: 60_000 })

const drafts = 5_000
const toApprove = 60

let office: PayingOffice
let server: Awaited<ReturnType<typeof startEmbedded>>
let folder = ''
let hanako: Desk

if (!hasBrowser) test.skip(withoutBrowser, () => undefined)

/** What the server says to more than it takes in a minute. */
const tooMany = {
  ...{ kind: 'too-many', code: 'kernel.too-many' },
  what: { ja: '短い時間に回数が多すぎます。', en: 'Too many requests in a short time.' },
  todo: { ja: '待って、もう一度お試しください。', en: 'Wait and try again.' },
}

/** 花子 and 次郎 on a database server that the test can reach too. */
async function open(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'ennoshita-many-'))
  server = await startEmbedded(folder)
  const urlOf = ({ user, password, host, port }: typeof server.owner) =>
    `postgresql://${user}:${password}@localhost:${port}/ennoshita?host=${encodeURIComponent(host)}`
  office = await openPayingOffice({ DATABASE_URL: urlOf(server.owner), DATABASE_APP_URL: urlOf(server.app) })
  hanako = office.hanako
}

/** Five thousand drafts as the commands would leave them; sixty more are entered and submitted to 花子. */
async function fill(): Promise<void> {
  const { jiro, company } = office
  const { vendorId = '' } = await said(jiro, '/api/payables/add-vendor', { name: '株式会社川辺野スチール' })
  const session = JSON.stringify(await look(jiro, '/api/session'))
  const companyId = /"companyId":"([^"]+)"/.exec(session)?.[1] ?? ''
  const database = await openDatabase(server.app, server.owner)
  await inTransaction(database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${companyId}, true), set_config('ennoshita.command', 'many', true)`
    await tx.run`insert into payables.invoice (company_id, id, number, state, vendor_id, vendor_number, service_from, service_until, invoiced_on,
        received_on, booking_month, due_on, total, folded)
      select ${companyId}, gen_random_uuid(), 100000 + n, 'draft', ${vendorId}, 'KD-' || n, d.day, d.day, d.day, d.day,
        date_trunc('month', d.day)::date, d.day + 30, 1000 + n, kernel.fold('KD-' || n)
      from generate_series(1, ${drafts}::int) n join lateral (select ${company.today}::date - n % 300 as day) d on true`
  })
  await database.close()
  const accountId = await accountOf(jiro, '消耗品費')
  for (let number = 1; number <= toApprove; number += 1) {
    const { today, payOn } = company
    const total = 1_000 + number
    const dates = { invoicedOn: today, receivedOn: today, serviceFrom: today, serviceUntil: today, dueOn: payOn }
    const taxes = [{ taxKind: 'standard', base: total, tax: Math.floor((total * 10) / 110) }]
    const lines = [{ accountId, amount: total, description: `棚板 ${number}` }]
    const form = { ...dates, vendorId, vendorNumber: `KB-${number}`, bookingMonth: today, total, taxes, lines }
    const { invoiceId } = await said(jiro, '/api/payables/register-invoice', form)
    await say(jiro, '/api/payables/submit-invoice', { invoiceId })
  }
}

describe.skipIf(!hasBrowser)('五千件の請求書', () => {
  beforeAll(async () => {
    await open()
    await fill()
  }, 400_000)
  afterEach(({ task }) => keepPictureOfFailure(task, { hanako }))
  afterAll(async () => {
    await office?.close()
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test('1. the list opens, scrolls to its end and turns its pages; the table draws no more rows than it shows', async () => {
    const { page } = hanako
    await page.goto('/invoices')
    await row(page, '株式会社川辺野スチール').waitFor()
    await read(page, '5,060')
    expect(await page.locator('tr.data-row').count()).toBeLessThan(120)
    await page.locator('tr.data-row').first().focus()
    await page.keyboard.press('End')
    await row(page, '株式会社川辺野スチール').waitFor()
    expect(await looked(hanako, 'many-invoices.end')).toEqual([])
    const numberOf = () => page.locator('tr.data-row').first().innerText()
    const firstPage = await numberOf()
    await pressByKeys(page, /^次/)
    await page.locator('tr.data-row').first().filter({ hasNotText: firstPage }).waitFor()
    await hanako.settled()
    expect(await numberOf()).not.toBe(firstPage)
  })

  test('2. sixty are chosen with Ctrl+A and approved at once, with progress, also where the server asks to wait', async () => {
    const { page } = hanako
    await page.goto('/invoices?tab=submitted')
    await row(page, '株式会社川辺野スチール').waitFor()
    await page.locator('tr.data-row').first().focus()
    await page.keyboard.press('ControlOrMeta+a')
    await read(page, '60件を選択中')
    await page.keyboard.press('a')
    await page.getByRole('alertdialog').waitFor()
    await read(page, /60件、合計/)
    let refusals = 1
    await page.route('**/api/payables/approve-invoice', (route) =>
      refusals-- > 0 ? route.fulfill({ status: 429, json: { error: tooMany } }) : route.fallback(),
    )
    await press(page, /^承認/)
    await read(page, /少し待って続けます/)
    await page.getByRole('progressbar').waitFor()
    await page.screenshot({ path: `${import.meta.dirname}/screens/many-invoices.progress.png` })
    await read(page, '60件を承認しました。')
    await read(page, '「承認待ち」の請求書はありません')
    const list = (await look(hanako, '/api/payables/invoice-list')) as { sums: { state: string; count: number }[] } // as: what the contract of invoice-list says
    expect(list.sums).toContainEqual(expect.objectContaining({ state: 'approved', count: toApprove }))
    expect(await looked(hanako, 'many-invoices.approved')).toEqual([])
    expect(unasked(hanako)).toEqual([])
  })
})
