import { monthEnd } from '@ennoshita/statutes'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasBrowser, withoutBrowser } from './chromium.ts'
import { type Desk, keepPictureOfFailure, phoneSize, say } from './desk-of.ts'
import { selectByKeys, typeInvoice } from './enter-invoice.ts'
import { field, press, read, row, rowByKeys, writeByKeys } from './hands.ts'
import { looked } from './looked.ts'
import { monthBefore, monthInWords, openPayingOffice, type PayingOffice, typedDay, unasked } from './paying-office.ts'

vi.setConfig({ testTimeout: 60_000 })

let office: PayingOffice
let hanako: Desk
let jiro: Desk
/** The first day of the month of the service, before the month of today. */
let served = ''
let address = ''

if (!hasBrowser) test.skip(withoutBrowser, () => undefined)

/** The clerk enters an invoice of last month and submits it. */
async function submitted(number: string, total: string): Promise<void> {
  const { page } = jiro
  await page.goto('/invoices')
  await jiro.settled()
  await page.keyboard.press('n')
  await page.waitForURL(/\/invoices\/new/)
  await typeInvoice(page, {
    ...{ vendor: 'kawabeno', number, total, account: 'shoumouhin' },
    ...{ invoicedOn: typedDay(monthEnd(served)), from: typedDay(served), until: typedDay(monthEnd(served)) },
    dueOn: typedDay(office.company.payOn),
  })
  await page.getByRole('grid', { name: '仕訳' }).waitFor()
  await read(page, '未払金')
  expect(await looked(jiro, `returned-invoice.${number}-entered`)).toEqual([])
  await page.keyboard.press('ControlOrMeta+Enter')
  await read(page, '承認を申請しました。')
}

describe.skipIf(!hasBrowser)('差戻しと訂正、締めた月', () => {
  beforeAll(async () => {
    office = await openPayingOffice()
    hanako = office.hanako
    jiro = office.jiro
    served = monthBefore(office.company.today)
    await say(jiro, '/api/payables/add-vendor', { name: '株式会社川辺野スチール', nameKana: 'カワベノスチール' })
    await hanako.page.setViewportSize(phoneSize)
  }, 120_000)
  afterEach(({ task }) => keepPictureOfFailure(task, { hanako, jiro }))
  afterAll(() => office?.close())

  test('1. the clerk enters an invoice and submits it, by keyboard', () => submitted('KB-1', '11万'))

  test('2. the president returns it on the phone, from 今日, and says what to change', async () => {
    const { page } = hanako
    await page.goto('/')
    await hanako.settled()
    expect(await looked(hanako, 'returned-invoice.today-of-the-approver')).toEqual([])
    await row(page, '株式会社川辺野スチール').click()
    await page.waitForURL(/\/approvals\//)
    expect(await looked(hanako, 'returned-invoice.to-decide')).toEqual([])
    await press(page, /^差戻し/)
    await field(page, '直してほしいこと').fill('請求書番号は KB-1A です。')
    await page.screenshot({ path: `${import.meta.dirname}/screens/returned-invoice.comment.png` })
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^差し戻す/ })
      .click()
    await read(page, '差し戻しました。')
  })

  test('3. the clerk reads it in 今日 and in 差戻し, corrects it and submits it again, by keyboard', async () => {
    const { page } = jiro
    await page.goto('/')
    await jiro.settled()
    expect(await looked(jiro, 'returned-invoice.today-of-the-clerk')).toEqual([])
    await row(page, '株式会社川辺野スチール').waitFor()
    await page.goto('/invoices?tab=returned')
    await jiro.settled()
    await rowByKeys(page, '株式会社川辺野スチール')
    await page.keyboard.press('Enter')
    await read(page, '青空 花子さんから差し戻されました。')
    await read(page, '請求書番号は KB-1A です。')
    address = new URL(page.url()).pathname
    expect(await looked(jiro, 'returned-invoice.to-correct')).toEqual([])
    await writeByKeys(page, '請求書番号', 'KB-1A')
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, '承認を申請しました。')
  })

  test('4. the president approves it on the phone; the record tells both rounds', async () => {
    const { page } = hanako
    await page.goto(address)
    await read(page, 'KB-1A')
    await press(page, /^承認/)
    await read(page, '承認しました。仕訳を計上しました。')
    await read(page, '計上した仕訳')
    expect(await looked(hanako, 'returned-invoice.approved')).toEqual([])
    await page.goto(`${address}/history`)
    for (const words of ['請求書番号は KB-1A です。', '請求書を承認し、計上した']) await read(page, words)
    expect(await looked(hanako, 'returned-invoice.history')).toEqual([])
  })

  test('5. a month locked meanwhile refuses the approval whole, and the refusal says the way', async () => {
    await submitted('KB-2', '220000')
    await say(hanako, '/api/ledger/lock-month', { month: served })
    const { page } = hanako
    await page.goto('/')
    await row(page, '株式会社川辺野スチール').click()
    await page.waitForURL(/\/approvals\//)
    await hanako.settled()
    await press(page, /^承認/)
    const refusal = page.getByRole('alert')
    await refusal.waitFor()
    expect(await looked(hanako, 'returned-invoice.month-locked')).toEqual([])
    for (const words of [
      `計上月の${monthInWords(served)}は締められています`,
      `計上月を${monthInWords(office.company.today)}`,
    ])
      expect((await refusal.innerText()).replaceAll('\n', '')).toContain(words)
    await press(page, /^差戻し/)
    await field(page, '直してほしいこと').fill('締めたあとなので、開いている月に計上してください。')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^差し戻す/ })
      .click()
    await read(page, '差し戻しました。')
  })

  test('6. the clerk books it into the open month, is asked why, and says it', async () => {
    const { page } = jiro
    await page.goto('/invoices?tab=returned')
    await jiro.settled()
    await rowByKeys(page, '株式会社川辺野スチール')
    await page.keyboard.press('Enter')
    await read(page, '締めたあとなので、開いている月に計上してください。')
    address = new URL(page.url()).pathname
    await selectByKeys(page, '計上月', monthInWords(office.company.today))
    await page.keyboard.press('ControlOrMeta+Enter')
    await page
      .getByRole('alert')
      .getByText(/遅れた理由/)
      .waitFor()
    await page.locator('[name="lateReason"]:focus').waitFor()
    expect(await looked(jiro, 'returned-invoice.why-late')).toEqual([])
    await page.keyboard.type('締めのあとに届いたため。')
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, '承認を申請しました。')
    const his = hanako.page
    await his.goto(address)
    await hanako.settled()
    await press(his, /^承認/)
    await read(his, '承認しました。仕訳を計上しました。')
    await read(his, '締めのあとに届いたため。')
    expect(await looked(hanako, 'returned-invoice.late-approved')).toEqual([])
    expect(unasked(hanako, jiro)).toEqual([])
  })
})
