import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { paperOf } from '../../apps/sample/paper.ts'
import { hasBrowser, withoutBrowser } from './chromium.ts'
import { type Desk, keepPictureOfFailure, look, phoneSize, say, sitAs } from './desk-of.ts'
import { axeFindings, cutOff } from './faults-seen.ts'
import { chooseByKeys, press, read, tabTo, writeByKeys } from './hands.ts'
import { openSampleCompany, type SampleCompany } from './sample-company.ts'

vi.setConfig({ testTimeout: 90_000 })

let company: SampleCompany
let clerk: Desk
let head: Desk
let invoiceId = ''

const vendor = '株式会社すずかけ清掃'
const paper = paperOf({
  number: 'SK-2610',
  invoicedOn: '2026年10月31日',
  dueOn: '2026年11月30日',
  service: '2026年10月1日〜2026年10月31日',
  addressee: '株式会社はなみずき什器製作所',
  vendor,
  registrationNumber: 'T7000012050002',
  account: 'かえで銀行 本店 普通 1234567',
  lines: [{ text: '事務所の清掃 10月分', amount: 100_000 }],
  sums: [{ text: '10%対象', base: 100_000, tax: 10_000 }],
  total: 110_000,
})

if (!hasBrowser) test.skip(withoutBrowser, () => undefined)

/** The books, and a vendor of which nothing is known yet. */
async function setTheStage(desk: Desk): Promise<void> {
  if (JSON.stringify(await look(desk, '/api/ledger/account-list')) === '[]')
    await say(desk, '/api/ledger/adopt-chart', {})
  await say(desk, '/api/payables/add-vendor', {
    name: vendor,
    nameKana: 'スズカケセイソウ',
    isIndividual: false,
    registrationNumber: 'T7000012050002',
  })
}

type Matter = { steps: { state: string; people: { name: string }[] }[] }

async function approverOf(desk: Desk): Promise<string> {
  const invoice = (await look(desk, `/api/payables/invoice-details?invoiceId=${invoiceId}`)) as { matterId: string } // as: what the contract of invoice-details says
  const matter = (await look(desk, `/api/approvals/matter-details?matterId=${invoice.matterId}`)) as Matter // as: what the contract of matter-details says
  const open = matter.steps.find(({ state }) => state === 'open')
  return open?.people[0]?.name ?? 'nobody'
}

describe.skipIf(!hasBrowser)('a received invoice, from the paper to the journal', () => {
  beforeAll(async () => {
    company = await openSampleCompany()
    clerk = company.desk
    await setTheStage(clerk)
    head = await company.anotherDesk({ isPhone: true })
  }, 400_000)
  afterEach((context) => keepPictureOfFailure(context.task, { clerk, head }))
  afterAll(() => company?.close())

  test('1. a file becomes a draft, by keyboard', async () => {
    const { page } = clerk
    const chooser = page.waitForEvent('filechooser', { timeout: 60_000 }) // asked for well before the key: the browser must know by then
    await page.goto('/invoices')
    await clerk.settled()
    await page.getByRole('button', { name: 'ファイルから登録' }).waitFor()
    await page.keyboard.press('f')
    await (await chooser).setFiles({
      name: '請求書_SK-2610.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(paper),
    })
    await page.getByRole('button', { name: '1件を順に入力する' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/invoices\/[0-9a-f-]{36}$/)
    await page.locator('canvas').first().waitFor()
    invoiceId = page.url().split('/').at(-1) ?? ''
  })

  test('2. it is entered and submitted by keyboard alone, the paper beside the form', async () => {
    const { page } = clerk
    await chooseByKeys(page, '取引先', 'suzukake')
    await writeByKeys(page, '請求書番号', 'SK-2610')
    await writeByKeys(page, '請求日', '20261031')
    await writeByKeys(page, '役務提供日（初日）', '20261001')
    await writeByKeys(page, '役務提供の末日', '20261031')
    await writeByKeys(page, '支払期日', 'R8.11.30')
    await writeByKeys(page, '請求金額（税込）', '11万')
    await tabTo(page, page.getByLabel('1行目 勘定科目'))
    await page.keyboard.type('gaichuuhi')
    await pause(150)
    await page.keyboard.press('Enter')
    await page
      .getByRole('table', { name: '仕訳' })
      .or(page.getByRole('grid', { name: '仕訳' }))
      .waitFor()
    await read(page, '未払金')
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, '承認を申請しました。')
    await page.waitForURL(/\/invoices$/)
  })

  test('3. the one whose turn it is reads the paper on the phone and approves with one tap', async () => {
    await sitAs(head, await approverOf(clerk))
    const { page } = head
    await page.setViewportSize(phoneSize)
    await page.goto(`/invoices/${invoiceId}`)
    await page.locator('canvas').first().waitFor()
    await head.settled()
    await read(page, '110,000円')
    expect([...(await axeFindings(page)), ...(await cutOff(page))]).toEqual([])
    await press(page, /^承認/)
    await read(page, /承認しました。/)
    // the later steps of the route, not told again here
    for (let name = await approverOf(clerk); name !== 'nobody'; name = await approverOf(clerk)) {
      await sitAs(head, name)
      await say(head, '/api/payables/approve-invoice', { invoiceId })
    }
  })

  test('4. the journal is posted, and the invoice leads to it', async () => {
    const { page } = clerk
    await page.goto(`/invoices/${invoiceId}`)
    await read(page, '計上した仕訳')
    await page
      .locator('main')
      .getByRole('link', { name: /^仕訳( No|を開く)/ })
      .click()
    await page.waitForURL(/\/journals\//)
    await read(page, '110,000')
  })

  test('5. the page of the matter tells every step', async () => {
    const { page } = clerk
    await page.goto(`/invoices/${invoiceId}/history`)
    await read(page, '請求書を登録した')
    await read(page, '請求書の承認を申請した')
    await read(page, '請求書を承認し、計上した')
  })

  test('6. the map shows the way, and an arrow its invoices', async () => {
    const { page } = clerk
    await page.goto('/invoices/map')
    await page.locator('tr.data-row').first().click()
    await page.getByRole('dialog').getByRole('grid', { name: 'この矢印の請求書' }).waitFor()
  })
})
